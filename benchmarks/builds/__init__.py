"""Measures builds and servers of generated libraries, against other programs: `make bench`."""
