"""The methods of a group side by side: what each changes, what it builds on, when and where it appeared, its code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from paperatlas.atlas import Group, Link, Paper
from paperatlas.bibliography import MarkedText
from paperatlas.notes import COLUMNS, Column
from paperatlas.pages.render import Site

_MOST_NAMED = 3
"""How many methods that one builds on are named: with more, a row would be longer than the lines of what it changes."""


@dataclass(frozen=True, slots=True)
class ComparedPaper:
    """A row. `change` comes with its language; of the papers it builds on, `more` are not among `builds_on`."""

    paper: Paper
    change: tuple[MarkedText, str] | None
    builds_on: tuple[Paper, ...]
    more: int

    @property
    def code(self) -> Link | None:
        """Return where its code is."""
        return self.paper.link("code")

    def says(self, column: Column) -> bool:
        """Return whether it has anything in a column."""
        if column == "venue":
            return bool(self.paper.venue or self.paper.when)
        return bool(self.paper.first_public if column == "first_public" else getattr(self, column))


@dataclass(frozen=True, slots=True)
class MethodTable:
    """A table: its columns behind the methods' names, each with a value in some row."""

    columns: tuple[Column, ...]
    rows: tuple[ComparedPaper, ...]


def comparison(site: Site, group: Group, keys: Sequence[str]) -> MethodTable | None:
    """Return the table of those papers of a group that stand on one page; None where it would add nothing.

    That is so for a single paper, and where no entry says what its method changes or builds on: the list of papers says
    the rest. A group that names its columns always has it.
    """
    rows = tuple(_row(site, site.atlas.papers[key]) for key in keys)
    if len(rows) < 2 or not (group.columns or any(row.change or row.builds_on for row in rows)):
        return None
    columns = tuple(column for column in group.columns or COLUMNS if any(row.says(column) for row in rows))
    return MethodTable(columns, rows) if columns else None


def _row(site: Site, paper: Paper) -> ComparedPaper:
    targets = dict.fromkeys(
        relation.target for relation in site.atlas.relations_from.get(paper.key, ()) if relation.type.builds_on
    )
    named = tuple(site.atlas.papers[key] for key in list(targets)[:_MOST_NAMED])
    return ComparedPaper(
        paper=paper,
        change=paper.localised("change", site.content_language),
        builds_on=named,
        more=len(targets) - len(named),
    )
