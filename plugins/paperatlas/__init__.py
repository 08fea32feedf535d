"""PaperAtlas: a BibTeX library and Markdown notes, read into a map of a research field."""

__version__ = "0.1.0"
