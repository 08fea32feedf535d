"""The site at hand: that of the `mkdocs.yml` here or above."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from paperatlas.atlas.rules import NO_LIBRARY
from paperatlas.bibliography import Library
from paperatlas.bibliography.rules import UNREADABLE_FILE
from paperatlas.build.configuration import Configuration, find_config, read_configuration
from paperatlas.build.project import read_bib
from paperatlas.cli.usage import UsageError, libraries
from paperatlas.diagnostics.problem import Problem
from paperatlas.texts.commands import common

_UNREAD = frozenset({NO_LIBRARY.code, UNREADABLE_FILE.code})


@dataclass(frozen=True, slots=True)
class AskedLibrary:
    """The .bib files and folders a command is about, relative to `root`; `configuration` is that of their site."""

    root: Path
    bib: tuple[str, ...]
    configuration: Configuration | None = None

    def read(self) -> tuple[Library, list[Problem]]:
        """Read the files; of what is wrong with them, return what keeps some from being read."""
        library, problems = read_bib(self.root, self.bib)
        return library, [problem for problem in problems if problem.code in _UNREAD]


def configuration_at_hand(otherwise: str) -> Configuration:
    """Read the configuration of the site at hand; `otherwise` says what to do where there is none.

    Raises `BadSiteError` if it is none of a PaperAtlas site.
    """
    return read_configuration(configuration_file(otherwise))


def configuration_file(otherwise: str) -> Path:
    """Return the configuration of the site at hand, unread; `otherwise` says what to do where there is none."""
    file = find_config(Path.cwd())
    if file is None:
        raise UsageError(common.no_configuration(otherwise))
    return file


def asked_library(paths: Sequence[str], otherwise: str) -> AskedLibrary:
    """Return what `paths` name, relative to this folder, or without any the library of the site at hand."""
    if paths:
        return AskedLibrary(Path.cwd(), libraries(paths))
    configuration = configuration_at_hand(otherwise)
    return AskedLibrary(configuration.root, configuration.options.bib, configuration)
