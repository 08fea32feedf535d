"""The authors' abstracts that a site's cache holds, if `paperatlas abstracts` was there."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from paperatlas.bibliography import Library
from paperatlas.upkeep.abstracts.abstracts import AuthorsAbstract, abstracts_of
from paperatlas.upkeep.abstracts.cache import ABSTRACTS, read_abstracts


def authors_abstracts(root: Path, cache: str, library: Library) -> Mapping[str, AuthorsAbstract]:
    """By citation key; `cache` is the folder that the site's options name, relative to `root`, or empty.

    That there are none is no problem: a site is whole without them.
    """
    try:
        data = (root / cache / ABSTRACTS).read_bytes() if cache else b""
    except OSError:
        return {}
    return abstracts_of(library.entries, read_abstracts(data))
