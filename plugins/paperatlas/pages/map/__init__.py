"""The whole graph as a page."""
