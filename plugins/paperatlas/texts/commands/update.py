"""What `paperatlas update` says."""

from __future__ import annotations

from paperatlas.texts.english import counted

ELSEWHERE = "name the .bib files to look up"
FILE = "what was looked up"
"""What its file holds, for people."""
FAULTY_FILE = "the file of what was looked up has errors, and nothing was asked: correct them first"
CHANGED = "looked up"
"""In the heading of a difference: the file as the command makes it."""
ASKING = "Asking what has changed …"


def asking(what: str, number: int, total: int) -> str:
    """Return how far the questions for one kind of thing are."""
    return f"{what}: {number:,} of {total:,}"


def asked(what: str, number: int, known: int) -> str:
    """Return how many answers there are of a kind, now and from before."""
    return f"{what}: {counted(number, 'answer')}, {known:,} known from earlier runs"


def never_asked(number: int) -> str:
    """Tell how many questions no run has asked."""
    return f"never asked: {counted(number, 'question')}"


def fixable(number: int) -> str:
    """Tell how many problems `--fix` corrects."""
    return f"`paperatlas update --fix` fixes {number:,} of them; `--diff` shows how."


def rows_written(file: str, rows: int) -> str:
    """Return how many rows a file has got or changed."""
    return f"{file}: {counted(rows, 'row')} new or changed"
