"""`paperatlas update`: what has changed since the entries of a library were written."""
