""".bib text -> entries, and a problem for all that is wrong."""
