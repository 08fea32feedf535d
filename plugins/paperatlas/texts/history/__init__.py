"""The words of what has changed."""
