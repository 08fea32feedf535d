"""What `paperatlas citations` says."""

from __future__ import annotations

from collections.abc import Iterable

from paperatlas.texts.english import counted

FILE = "citations"
"""What its file holds, for people."""
ELSEWHERE = "name the .bib files whose citations to fetch, and with --output the file to write"
NO_OUTPUT = "name the file to write with --output, such as --output bib/citations.tsv"
SORT_ALONE = "--sort asks no service: leave out --offline, --refresh and --service"
FAULTY_FILE = "the file of citations has errors, and was not changed: correct them first"
ASKING = "Asking for lists of references …"


def works_asked(service: str, number: int) -> str:
    """Return how far the questions are."""
    return f"Asking {service}: {counted(number, 'answer')}"


def lists_known(service: str, number: int) -> str:
    """Return of how many works a service has a list of references."""
    return f"{service}: {counted(number, 'list')} of references"


def written(file: str, rows: int, added: int, changed: int, *, dry: bool) -> str:
    """Return what was written, or would be."""
    verb = "would have" if dry else "has"
    return f"'{file}' {verb} {counted(rows, 'citation')}: {added:,} new, {changed:,} with another source"


def unchanged(file: str, rows: int) -> str:
    """Return that a file is as it should be."""
    return f"'{file}' is unchanged: {counted(rows, 'citation')}"


def new_row(citing: str, cited: str, sources: Iterable[str]) -> str:
    """Return a row that would be added."""
    return f"+ {citing}\t{cited}\t{', '.join(sources)}"
