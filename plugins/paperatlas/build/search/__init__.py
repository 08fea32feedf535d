"""Search that a reader's browser loads in pieces: records -> an index that Pagefind makes.

A theme's own search loads its whole index on every page: 47 MB for 10,000 papers in two languages. Pagefind
(pagefind.app) divides it by words, and a browser loads the pieces of those that are asked for.
"""
