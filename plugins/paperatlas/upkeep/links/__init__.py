"""Whether the addresses of a library still lead anywhere."""
