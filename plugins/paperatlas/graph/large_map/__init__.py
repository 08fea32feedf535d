"""A map of thousands of points: packed discs instead of boxes and edges."""
