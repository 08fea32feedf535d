"""Search that a reader's browser loads in pieces: records -> an index that Pagefind makes.

A theme's own search loads its whole index on every page: 29 MB for 10,000 papers. Pagefind (pagefind.app) divides it by
words, and a browser loads the pieces of those that are asked for.
"""
