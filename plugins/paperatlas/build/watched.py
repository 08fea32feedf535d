"""What a host that serves a site watches besides the pages and the configuration."""

from __future__ import annotations

from itertools import takewhile
from pathlib import Path, PurePath

from paperatlas.build.library_files import is_pattern
from paperatlas.build.options import Options


def watched_paths(root: Path, options: Options) -> list[Path]:
    """Return the files and folders that the options of a site name, whether they are there or not."""
    named = (*map(_without_pattern, options.bib), options.templates, options.citation_style, options.check.baseline)
    return [root / path for path in named if path]


def _without_pattern(bib: str) -> str:
    """Return what is watched of a library: of a pattern, the folder that all it fits is in."""
    parts = list(takewhile(lambda part: not is_pattern(part), PurePath(bib).parts))
    return bib if len(parts) == len(PurePath(bib).parts) else str(PurePath(*parts))
