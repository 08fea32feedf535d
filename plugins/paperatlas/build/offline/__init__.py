"""A site to be opened from a disk: what must not be in it, and the file that holds it."""
