"""`paperatlas add`: papers looked up and written into the library."""
