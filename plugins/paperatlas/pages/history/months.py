"""What was added, and given another status, in each month, of what the atlas has today."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from paperatlas.atlas import Paper, Relation
from paperatlas.atlas.model import Direction
from paperatlas.pages.render import ENTRY_ADDED, ENTRY_CHANGED, NOTE_VERDICTS, RELATION_ADDED, Site

_BEGINNING = 0.5
"""A day that has brought a larger part of what there is today is the beginning of the library, or a move: no news."""

MOST_MONTHS = 24
"""Two years: who was away for longer looks at the list of papers by year."""


@dataclass(frozen=True, slots=True)
class StatusChange:
    """A direction that has another status since a day."""

    day: str
    direction: Direction
    before: str
    status: str


@dataclass(frozen=True, slots=True)
class Month:
    """What a month, `2026-11`, brought; days are those on which it did.

    `begun` counts papers that came with the beginning of the library.
    """

    month: str
    papers: tuple[tuple[str, Paper], ...] = ()
    relations: tuple[tuple[str, Relation], ...] = ()
    statuses: tuple[StatusChange, ...] = ()
    changed: tuple[tuple[str, Paper], ...] = ()
    begun: int = 0


@dataclass(slots=True)
class _Found:
    papers: list[tuple[str, Paper]] = field(default_factory=list)
    relations: list[tuple[str, Relation]] = field(default_factory=list)
    statuses: list[StatusChange] = field(default_factory=list)
    changed: list[tuple[str, Paper]] = field(default_factory=list)
    begun: int = 0


def added_later(site: Site) -> dict[str, str]:
    """Return the days on which papers were added after the beginning, by key."""
    added = _added(site)
    first = _beginnings(added)
    return {key: day for key, day in added.items() if day not in first}


def _added(site: Site) -> dict[str, str]:
    return {key: day for key in site.atlas.papers if (day := site.changed.get(f"{ENTRY_ADDED}{key}"))}


def months_of(site: Site) -> list[Month]:
    """Return the last months that brought something, the latest first; none without a history."""
    papers = site.atlas.papers
    added = _added(site)
    first = _beginnings(added)
    found: dict[str, _Found] = {}
    for key, day in added.items():
        month = found.setdefault(day[:7], _Found())
        if day in first:
            month.begun += 1
        else:
            month.papers.append((day, papers[key]))
    for relation in site.atlas.relations:
        day = site.changed.get(f"{RELATION_ADDED}{relation.source} {relation.type.name} {relation.target}", "")
        # What a new paper states is news with the paper.
        if day and day not in first and day != added.get(relation.source):
            found.setdefault(day[:7], _Found()).relations.append((day, relation))
    for change in _status_changes(site):
        found.setdefault(change.day[:7], _Found()).statuses.append(change)
    changes = {key: site.changed.get(f"{ENTRY_CHANGED}{key}", "") for key in papers}
    usual = _beginnings(changes)
    for key, day in changes.items():
        if day and day not in usual and day != added.get(key):
            found.setdefault(day[:7], _Found()).changed.append((day, papers[key]))
    return [_month(name, found[name]) for name in sorted(found, reverse=True)[:MOST_MONTHS]]


def _month(name: str, found: _Found) -> Month:
    """Return a month with the latest of its days first."""
    return Month(
        name,
        tuple(sorted(found.papers, key=lambda pair: pair[0], reverse=True)),
        tuple(sorted(found.relations, key=lambda pair: pair[0], reverse=True)),
        tuple(sorted(found.statuses, key=lambda change: change.day, reverse=True)),
        tuple(sorted(found.changed, key=lambda pair: pair[0], reverse=True)),
        found.begun,
    )


def _beginnings(days: Mapping[str, str]) -> set[str]:
    """Return the days on which most of what there is today came or was changed."""
    counts = Counter(days.values())
    return {day for day, count in counts.items() if count > _BEGINNING * len(days)}


def _status_changes(site: Site) -> Iterator[StatusChange]:
    for direction in site.atlas.directions.values():
        lines = site.changed.get(f"{NOTE_VERDICTS}{direction.file}", "").splitlines()
        # Of one day the last word counts.
        for day, same in groupby(lines, key=lambda line: line.split(" ")[0]):
            _, before, status = next(same).split(" ")
            if before != "-":
                yield StatusChange(day, direction, before, status)
