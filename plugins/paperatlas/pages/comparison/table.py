"""The methods of a group side by side: what each changes, what it builds on, when and where it appeared, its code."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from paperatlas.atlas import Group, Link, Paper
from paperatlas.atlas.addresses import COMPARE
from paperatlas.bibliography import MarkedText
from paperatlas.notes import COLUMNS, Column
from paperatlas.pages.render import Site
from paperatlas.pages.results.headline import headline

_MOST_NAMED = 3
"""How many methods that one builds on are named: with more, a row would be longer than the lines of what it changes."""
MOST_COMPARED = 50
"""So many papers does a link choose at most: with more, the table compares nothing, and its address is too long."""


@dataclass(frozen=True, slots=True)
class ComparedPaper:
    """A row. Texts come with their language; of the papers it builds on, `more` are not among `builds_on`.

    `venue` says where and when it appeared.
    """

    paper: Paper
    venue: str
    change: tuple[MarkedText, str] | None
    results: tuple[MarkedText, str] | None
    builds_on: tuple[Paper, ...]
    more: int

    @property
    def first_public(self) -> str:
        """Return the month in which it was public first."""
        return self.paper.first_public

    @property
    def code(self) -> Link | None:
        """Return where its code is."""
        return self.paper.link("code")

    @property
    def licence(self) -> str:
        """Return the licence of its code."""
        return self.paper.code_licence

    def says(self, column: Column) -> bool:
        """Return whether it has anything in a column."""
        return bool(getattr(self, column))


@dataclass(frozen=True, slots=True)
class MethodTable:
    """A table: its columns behind the methods' names, each with a value in some row.

    `query` is that of the page that compares its papers and others, empty if there is no such page.
    """

    columns: tuple[Column, ...]
    rows: tuple[ComparedPaper, ...]
    query: str


def comparison(site: Site, group: Group, keys: Sequence[str]) -> MethodTable | None:
    """Return the table of those papers of a group that stand on one page; None where it would add nothing.

    That is so for a single paper, and where no entry says what its method changes or builds on: the list of papers says
    the rest. A group that names its columns always has it.
    """
    rows = tuple(compared_paper(site, site.atlas.papers[key]) for key in keys)
    if len(rows) < 2 or not (group.columns or any(row.change or row.builds_on for row in rows)):
        return None
    columns = tuple(column for column in group.columns or COLUMNS if any(row.says(column) for row in rows))
    return MethodTable(columns, rows, comparison_query(site, (row.paper for row in rows))) if columns else None


def comparison_query(site: Site, papers: Iterable[Paper]) -> str:
    """Return the query of the address that compares some papers; empty on a site without that page.

    It names slugs, which need no escaping there.
    """
    if COMPARE not in site.pages:
        return ""
    return "?p=" + ",".join([paper.slug for paper in papers][:MOST_COMPARED])


def compared_paper(site: Site, paper: Paper) -> ComparedPaper:
    """Return the row of a paper."""
    targets = dict.fromkeys(
        relation.target for relation in site.atlas.relations_from.get(paper.key, ()) if relation.type.builds_on
    )
    named = tuple(site.atlas.papers[key] for key in list(targets)[:_MOST_NAMED])
    return ComparedPaper(
        paper=paper,
        venue=" ".join(filter(None, (paper.venue, paper.when_in(site.messages.year_words, site.messages.states)))),
        change=paper.localised("change", site.content_language),
        results=paper.localised("results", site.content_language) or _headline(site, paper),
        builds_on=named,
        more=len(targets) - len(named),
    )


def _headline(site: Site, paper: Paper) -> tuple[MarkedText, str] | None:
    """Return the values that stand for all published results of a paper, where its entry says nothing of them."""
    text = headline(site.atlas, paper, site.messages.results)
    return (MarkedText.of(text), site.content_language) if text else None
