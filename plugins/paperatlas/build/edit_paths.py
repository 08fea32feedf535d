"""Where a generated page is edited: at the line of the library that it is made from.

Hosts join the address of the repository, that of the docs folder in it (`edit/main/docs/` on GitHub,
`-/edit/main/docs/` on GitLab) and a path below that. It is an edit address rather than one to view: the editors of both
go to the line that `#L12` names, and lead a reader who may not edit to a copy of his own.
"""

from __future__ import annotations

import os.path
from functools import lru_cache
from pathlib import Path, PurePath

from paperatlas.diagnostics.problem import Span


def edit_path(span: Span | None, root: Path, docs: str | Path) -> str | None:
    """Return the path of `span`, whose file is relative to `root`, from the docs folder; None if there is no file."""
    if span is None:
        return None
    path = _relative(str(root), span.file, str(docs))
    return f"{path}#L{span.line}" if span.line else path


# Thousands of papers stand in a few files.
@lru_cache(maxsize=1 << 10)
def _relative(root: str, file: str, docs: str) -> str:
    return PurePath(os.path.relpath(Path(root, file), docs)).as_posix()
