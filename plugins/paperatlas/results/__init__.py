"""Tables of published results -> rows, each with its evidence and its place in its file."""

from paperatlas.results.metrics import Better, better
from paperatlas.results.model import RESULT_COLUMNS, RESULT_KINDS, Measure, Result, ResultKind
from paperatlas.results.reader import read_results
from paperatlas.results.rules import RULES

__all__ = [
    "RESULT_COLUMNS",
    "RESULT_KINDS",
    "RULES",
    "Better",
    "Measure",
    "Result",
    "ResultKind",
    "better",
    "read_results",
]
