"""The page of what has changed."""
