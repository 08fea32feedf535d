"""Files of entries of which nothing is read, and what follows from that elsewhere."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit

from paperatlas.atlas.rules import LOST_FILE, MISNAMED_FILE, UNKNOWN_CITATION, UNKNOWN_TARGET
from paperatlas.bibliography import Library
from paperatlas.bibliography.rules import UNREADABLE_FILE
from paperatlas.check.editorial.rules import BAD_SOURCE_ROW
from paperatlas.citations.rules import UNKNOWN_CITATION_KEY
from paperatlas.diagnostics.problem import Problem, Span, in_order
from paperatlas.notes import Document
from paperatlas.results.rules import UNKNOWN_RESULT_KEY
from paperatlas.verification.rules import UNKNOWN_VERIFIED_KEY

_SUFFIX = ".bib"
_MACROS = re.compile(rb"@(?:string|preamble|comment)\b", re.IGNORECASE)
_SEVERAL = 2
"""How many keys no entry has, at least, where a file seems to be lost: a single one is a slip of its own."""
_UNKNOWN_KEYS = frozenset(
    rule.code
    for rule in (UNKNOWN_CITATION, UNKNOWN_TARGET, UNKNOWN_CITATION_KEY, UNKNOWN_RESULT_KEY, UNKNOWN_VERIFIED_KEY)
)
_PLACES = 2
"""How many of the places that name a lost key are shown: enough to see what they are."""


def without_consequences(problems: Sequence[Problem], library: Library, root: Path) -> list[Problem]:
    """Return the problems, and one in place of all unknown keys where a file of the library holds no entry.

    A file that is damaged, empty or named otherwise would be hidden by hundreds of them. Paths are relative to `root`.
    """
    unknown = [problem for problem in problems if _unknown_key(problem)]
    keys = dict.fromkeys(map(_unknown_key, unknown))
    if len(keys) < _SEVERAL:
        return list(problems)
    lost = [file.path for file in library.files if not file.read and not _is_of_macros(root / file.path)]
    lost += [problem.span.file for problem in problems if _is_lost_file(problem)]
    if not lost:
        return list(problems)
    file = min(lost)
    told = LOST_FILE.at(Span(file), count=len(keys), key=next(iter(keys)), file=file)
    others = [problem for problem in problems if not _unknown_key(problem)]
    return in_order([told.beside(*(problem.span for problem in unknown[:_PLACES])), *others])


def libraries_among_pages(
    documents: Iterable[Document], files: Iterable[str], folder: str, read: Collection[str]
) -> Iterator[Problem]:
    """Yield the .bib files in the folder of the pages that are not of the library, and that no page offers.

    `files` are relative to `folder`, which is relative to the project's root, as are those that are `read`.
    """
    offered = {
        posixpath.normpath(posixpath.join(posixpath.dirname(document.source), unquote(urlsplit(link.target).path)))
        for document in documents
        for link in document.links
    }
    for file in files:
        path = posixpath.join(folder, file)
        if file.endswith(_SUFFIX) and path not in read and file not in offered:
            yield MISNAMED_FILE.at(Span(path), "among-pages", file=posixpath.basename(file))


def _is_of_macros(path: Path) -> bool:
    """Return whether a file without entries has something else that a library may have in a file of its own."""
    try:
        return _MACROS.search(path.read_bytes()) is not None
    except OSError:
        return False


def _is_lost_file(problem: Problem) -> bool:
    misnamed = problem.code == MISNAMED_FILE.code and dict(problem.arguments).get("suffix") == _SUFFIX
    return misnamed or (problem.code == UNREADABLE_FILE.code and problem.span.file.endswith(_SUFFIX))


def _unknown_key(problem: Problem) -> str:
    """Return the key that a problem says no entry has; empty if it says something else."""
    of_a_source = problem.code == BAD_SOURCE_ROW.code and problem.variant in ("key", "near")
    return str(dict(problem.arguments).get("key", "")) if of_a_source or problem.code in _UNKNOWN_KEYS else ""
