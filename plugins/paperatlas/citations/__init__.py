"""`citations.tsv` -> which paper of the library cites which, each with its source and its place in the file."""

from paperatlas.citations.model import CITATION_COLUMNS, PaperCitation
from paperatlas.citations.reader import read_citations
from paperatlas.citations.rules import RULES

__all__ = ["CITATION_COLUMNS", "RULES", "PaperCitation", "read_citations"]
