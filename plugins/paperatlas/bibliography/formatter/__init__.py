"""The layout that `paperatlas fmt` writes."""
