"""Records from elsewhere: fetched from archives and publishers or read from other formats, written as entries."""
