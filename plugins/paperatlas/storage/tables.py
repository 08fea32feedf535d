"""The text files that a library has tables in, each read by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from paperatlas.diagnostics.problem import Problem, Rule, Span
from paperatlas.storage.files import reason_of
from paperatlas.storage.paths import display_path
from paperatlas.storage.regular_files import read_regular

_Row = TypeVar("_Row")


def read_table_files(
    paths: Iterable[Path], root: Path, read: Callable[[str, str], tuple[list[_Row], list[Problem]]], unreadable: Rule
) -> tuple[list[_Row], list[Problem]]:
    """Return the rows of some files in UTF-8, in order, and what is wrong with them.

    `read` is given the text of a file and its path, relative to `root`; a file that cannot be read is `unreadable`, a
    rule with the variant `system`.
    """
    rows: list[_Row] = []
    problems: list[Problem] = []
    for path in paths:
        file = display_path(path, root)
        try:
            text = read_regular(path).decode("utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            variant, reason = (
                ("", "it is not UTF-8") if isinstance(error, UnicodeDecodeError) else ("system", reason_of(error))
            )
            problems.append(unreadable.at(Span(file), variant, file=file, reason=reason))
            continue
        found, wrong = read(text, file)
        rows += found
        problems += wrong
    return rows, problems
