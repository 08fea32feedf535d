"""What a host that serves a site watches besides the pages and the configuration."""

from __future__ import annotations

from itertools import takewhile
from pathlib import Path, PurePath

from paperatlas.build.library_files import is_pattern
from paperatlas.build.options import Options


def watched_paths(root: Path, options: Options) -> list[Path]:
    """Return the files and folders that the options of a site name, whether they are there or not."""
    patterns = map(_without_pattern, (*options.bib, *options.results, *options.citations, *options.verified))
    named = (*patterns, options.templates, options.citation_style, options.check.baseline)
    return [root / path for path in named if path]


def _without_pattern(name: str) -> str:
    """Return what is watched for an option: of a pattern, the folder that all it fits is in."""
    parts = list(takewhile(lambda part: not is_pattern(part), PurePath(name).parts))
    return name if len(parts) == len(PurePath(name).parts) else str(PurePath(*parts))
