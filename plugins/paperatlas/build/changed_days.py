"""The days on which notes, entries and the library were last changed, as pages ask for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from paperatlas.build.history import read_history
from paperatlas.build.history_events import Verdict
from paperatlas.build.project import Project
from paperatlas.pages.render import ENTRY_ADDED, ENTRY_CHANGED, NOTE_CHANGED, NOTE_VERDICTS, RELATION_ADDED


def days_of_changes(project: Project) -> dict[str, str]:
    """Return the days of all files and entries; none without git."""
    history = read_history(project.root, project.cache)
    return {
        **{f"{NOTE_CHANGED}{file}": day for file, day in history.files.items()},
        **{f"{ENTRY_CHANGED}{key}": day for key, day in history.entries.items()},
        **{f"{ENTRY_ADDED}{key}": day for key, day in history.events.entries.items()},
        **{f"{RELATION_ADDED}{name}": day for name, day in history.events.relations.items()},
        **{f"{NOTE_VERDICTS}{file}": _lines(verdicts) for file, verdicts in history.events.verdicts.items()},
    }


def _lines(verdicts: Iterable[Verdict]) -> str:
    return "\n".join(f"{verdict.day} {verdict.before or '-'} {verdict.status}" for verdict in verdicts)


def library_day(project: Project, days: Mapping[str, str]) -> str:
    """Return the last of the `days` of the files that the library is read from; empty if none is known."""
    files = {entry.span.file for entry in project.library.entries}
    return max((days.get(f"{NOTE_CHANGED}{file}", "") for file in files), default="")
