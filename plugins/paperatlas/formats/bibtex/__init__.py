"""BibTeX and BibLaTeX: entries written, and foreign .bib text read as records."""
