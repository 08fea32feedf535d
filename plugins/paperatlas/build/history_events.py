"""What was added to a library or given another status, read from the same log as the days of the last changes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_FIELD = re.compile(r"\+\s*(?P<name>[a-z][\w-]*)\s*=\s*[{\"](?P<keys>[^\s{}\",]+(?:\s*,\s*[^\s{}\",]+)*)\s*,?\s*[}\"]")
"""An added line that may state relations: a field whose value is words with commas between them."""
_NO_RELATIONS = frozenset(
    {"code", "date", "doi", "eprint", "eprinttype", "keywords", "langid", "pages", "url", "volume", "year"}
)
"""Fields of nearly every entry that have such values and are no relations."""
_STATUS = re.compile(r"(?P<sign>[+-])status:[ \t]*(?P<status>[a-z]+)[ \t]*(?:#.*)?")


@dataclass(frozen=True, slots=True)
class Verdict:
    """A status that a note got on a day; `before` is the one it had, empty if it had none."""

    day: str
    before: str
    status: str


@dataclass(frozen=True, slots=True)
class Events:
    """The days on which entries were added, by key, and fields that may be relations, by `source field target`.

    A thing that was taken away and added again counts from the first day. `verdicts` are by file, the latest first.
    """

    entries: Mapping[str, str] = field(default_factory=dict)
    relations: Mapping[str, str] = field(default_factory=dict)
    verdicts: Mapping[str, tuple[Verdict, ...]] = field(default_factory=dict)


@dataclass(slots=True)
class EventsReader:
    """Collects events from the changed lines of a log, the latest commit first."""

    _entries: dict[str, str] = field(default_factory=dict)
    _relations: dict[str, str] = field(default_factory=dict)
    _statuses: dict[tuple[str, int], dict[str, str]] = field(default_factory=dict)
    _days: dict[int, str] = field(default_factory=dict)

    def read_entry_line(self, day: str, key: str, line: str, *, begins: bool) -> None:
        """Note what a changed line of an entry adds; `begins` tells whether it is the first one."""
        if not key or not line.startswith("+"):
            return
        if begins:
            _earlier(self._entries, key, day)
        elif (stated := _FIELD.match(line)) and stated["name"] not in _NO_RELATIONS:
            for target in stated["keys"].split(","):
                _earlier(self._relations, f"{key} {stated['name']} {target.strip()}", day)

    def read_note_line(self, day: str, commit: int, file: str, line: str) -> None:
        """Note the status that a changed line of a note has or had."""
        if status := _STATUS.fullmatch(line):
            self._statuses.setdefault((file, commit), {})[status["sign"]] = status["status"]
            self._days[commit] = day

    def events(self) -> Events:
        """Return what was found."""
        verdicts: dict[str, list[Verdict]] = {}
        for (file, commit), signs in self._statuses.items():
            before, status = signs.get("-", ""), signs.get("+", "")
            if status and status != before:
                verdicts.setdefault(file, []).append(Verdict(self._days[commit], before, status))
        found = {
            file: tuple(sorted(each, key=lambda verdict: verdict.day, reverse=True)) for file, each in verdicts.items()
        }
        return Events(self._entries, self._relations, found)


def _earlier(days: dict[str, str], name: str, day: str) -> None:
    days[name] = min(day, days.get(name, day))
