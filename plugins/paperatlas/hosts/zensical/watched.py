"""The files that a served site is made from, and which of them were saved."""

from __future__ import annotations

import time
from pathlib import Path

from paperatlas.build.configuration import Configuration
from paperatlas.build.project import Project, included_files
from paperatlas.build.templates import shipped_templates
from paperatlas.build.watched import watched_paths
from paperatlas.storage.input_files import files_of

EVERY = 0.15
"""Seconds between two looks at the files: less than a person notices, and a hundredth of a processor's time."""


class WatchedFiles:
    """The files of a site as they were when they were looked at."""

    def __init__(self, configuration: Configuration) -> None:
        self._paths = _paths(configuration)
        self._states = self._now()

    def watch(self, configuration: Configuration, project: Project) -> None:
        """Watch what a site is made from by now, with what its pages include."""
        before, self._paths = self._paths, {**_paths(configuration), **dict.fromkeys(included_files(project))}
        for path in self._paths.keys() - before.keys():
            self._states |= _states(path)

    def saved(self) -> set[Path]:
        """Return the files that have changed, come or gone since this was asked."""
        before, self._states = self._states, self._now()
        return {Path(name) for name, _ in self._states.items() ^ before.items()}

    def have_changed(self) -> bool:
        """Return whether a file was saved meanwhile; that is looked at now and then only."""
        return time.monotonic() - self._looked >= EVERY and self._now() != self._states

    def _now(self) -> dict[str, tuple[int, int]]:
        self._looked = time.monotonic()
        return {name: state for path in self._paths for name, state in _states(path).items()}


def _paths(configuration: Configuration) -> dict[Path, None]:
    """Return the files and folders that a site is made from."""
    theme = configuration.values.get("theme")
    custom = str(theme.get("custom_dir") or "") if isinstance(theme, dict) else ""
    root = configuration.root
    return dict.fromkeys(
        [
            configuration.file,
            configuration.docs().path,
            *watched_paths(root, configuration.options),
            *([root / custom] if custom else []),
            shipped_templates(),
        ]
    )


def _states(path: Path) -> dict[str, tuple[int, int]]:
    """Return the size and the time of the file at a path, or of each below it."""
    return {name: (stat.st_size, stat.st_mtime_ns) for name, stat in files_of(path)}
