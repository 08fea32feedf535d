"""The days on which notes, entries and the library were last changed, as pages ask for them."""

from __future__ import annotations

from collections.abc import Mapping

from paperatlas.build.history import read_history
from paperatlas.build.project import Project
from paperatlas.pages.render import ENTRY_CHANGED, NOTE_CHANGED


def days_of_changes(project: Project) -> dict[str, str]:
    """Return the days of all files and entries; none without git."""
    history = read_history(project.root, project.cache)
    return {
        **{f"{NOTE_CHANGED}{file}": day for file, day in history.files.items()},
        **{f"{ENTRY_CHANGED}{key}": day for key, day in history.entries.items()},
    }


def library_day(project: Project, days: Mapping[str, str]) -> str:
    """Return the last of the `days` of the files that the library is read from; empty if none is known."""
    files = {entry.span.file for entry in project.library.entries}
    return max((days.get(f"{NOTE_CHANGED}{file}", "") for file in files), default="")
