"""Papers by person, venue and year: the rows of the indexes, and which of them have a page of their own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType
from typing import Any

from paperatlas.atlas.addresses import PEOPLE, VENUES, YEARS, Address, index_address, name_slugs
from paperatlas.atlas.index_parts import MOST_ROWS, MOST_VENUES, Headings, headings, part_addresses
from paperatlas.atlas.model import Atlas
from paperatlas.atlas.paper_model import Paper
from paperatlas.bibliography import Name
from paperatlas.text.collation import OTHER, Key, collation_key, initial

_FULL_STOP = re.compile(r"\.(?=[\s\w]|\Z)")
_NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Row:
    """What some papers have in common: a name as written, a venue, a year.

    `papers` are newest first. `address` is that of its page, else of its place in the index.
    """

    label: str
    slug: str
    letter: str
    papers: tuple[Paper, ...]
    address: Address
    has_page: bool
    name: Name | None = None


@dataclass(frozen=True, slots=True)
class IndexPart:
    """A page of an index that is too long for one: its rows, or the parts that it is divided into itself."""

    label: str
    address: Address
    rows: tuple[Row, ...]
    parts: tuple[IndexPart, ...] = ()


@dataclass(frozen=True)
class Index:
    """All rows in order; `rest` has the papers that are in none. An index with `parts` has its rows on their pages.

    `spellings` are the other names of rows, each with the row's label.
    """

    address: Address
    rows: tuple[Row, ...]
    rest: tuple[Paper, ...]
    parts: tuple[IndexPart, ...] = ()
    spellings: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def addresses(self) -> Mapping[str, Address]:
        """Return where the rows are, by what they are called."""
        found = {row.label: row.address for row in self.rows}
        return found | {name: found[label] for name, label in self.spellings.items()}

    @cached_property
    def by_letter(self) -> Mapping[str, tuple[Row, ...]]:
        """Return the rows under each letter, in order."""
        found: dict[str, list[Row]] = {}
        for row in self.rows:
            found.setdefault(row.letter, []).append(row)
        return {letter: tuple(rows) for letter, rows in found.items()}


@dataclass(frozen=True, slots=True)
class Indexes:
    """The three indexes of an atlas."""

    people: Index
    venues: Index
    years: Index


def make_indexes(atlas: Atlas, threshold: int, most_rows: int = MOST_ROWS, most_venues: int = MOST_VENUES) -> Indexes:
    """Return the indexes; a row of at least `threshold` papers has a page of its own.

    People stand on one page if they are `most_rows` at most, else on a page for each letter; likewise venues.

    A person is a name as it is displayed: the same string is the same row, and nothing else is. So is a venue, but for
    the full stops of its abbreviations, which ISO 4 has and many journals leave out.
    """
    papers = sorted(atlas.papers.values(), key=lambda paper: (-(paper.year or 0), collation_key(paper.name)))
    names = {name.display: name for paper in papers for name in paper.authors.names}
    venues = _with_full_stops({paper.venue for paper in papers if paper.venue})
    return Indexes(
        people=_index(
            PEOPLE,
            papers,
            lambda paper: dict.fromkeys(name.display for name in paper.authors.names),
            lambda label: names[label].sort_key,
            threshold,
            {label: name.filed_under for label, name in names.items()},
            names,
            most_rows,
        ),
        venues=replace(
            _index(
                VENUES,
                papers,
                lambda paper: [venues.get(paper.venue, paper.venue)] if paper.venue else [],
                collation_key,
                threshold,
                {venue: venue for paper in papers if (venue := venues.get(paper.venue, paper.venue))},
                most_rows=most_venues,
            ),
            spellings=venues,
        ),
        years=_index(YEARS, papers, _year_names, _latest_first, threshold),
    )


def with_papers(indexes: Indexes, before: Atlas, atlas: Atlas) -> Indexes | None:
    """Return the indexes of one atlas with the papers of a later one; None if another row may be theirs by now."""
    if [*before.papers] != [*atlas.papers]:
        return None
    changed = {key: paper for key, paper in atlas.papers.items() if paper is not before.papers[key]}
    if any(_filed_by(paper) != _filed_by(before.papers[key]) for key, paper in changed.items()):
        return None
    if not changed:
        return indexes

    def papers(found: tuple[Paper, ...]) -> tuple[Paper, ...]:
        return tuple([changed.get(paper.key, paper) for paper in found])

    def row(found: Row) -> Row:
        return (
            found
            if changed.keys().isdisjoint([each.key for each in found.papers])
            else replace(found, papers=papers(found.papers))
        )

    def part(found: IndexPart) -> IndexPart:
        return replace(found, rows=tuple(map(row, found.rows)), parts=tuple(map(part, found.parts)))

    def index(found: Index) -> Index:
        rows, parts = tuple(map(row, found.rows)), tuple(map(part, found.parts))
        return Index(found.address, rows, papers(found.rest), parts, found.spellings)

    return Indexes(index(indexes.people), index(indexes.venues), index(indexes.years))


def _with_full_stops(venues: Iterable[str]) -> dict[str, str]:
    """Return the names of venues that another has with more full stops behind its words: `Intensive Care Med.`."""
    alike: dict[str, list[str]] = {}
    for venue in venues:
        alike.setdefault(" ".join(_FULL_STOP.sub(" ", venue).split()), []).append(venue)
    several = (sorted(names, key=lambda name: (-name.count("."), name)) for names in alike.values() if len(names) > 1)
    return {name: label for label, *others in several for name in others}


def _filed_by(paper: Paper) -> tuple[object, ...]:
    """Return what decides where a paper stands in the indexes."""
    return paper.name, paper.authors, paper.venue, paper.year, paper.year_name


def row_anchor(slug: str) -> str:
    """Return the id of a row in its index."""
    return f"row-{slug}"


def _index(
    address: Address,
    papers: Iterable[Paper],
    labels_of: Callable[[Paper], Iterable[str]],
    key: Callable[[str], Key],
    threshold: int,
    filed_under: Mapping[str, str] = _NOTHING,
    names: Mapping[str, Name] = _NOTHING,
    most_rows: int = MOST_ROWS,
) -> Index:
    """Return one index; only one whose rows are `filed_under` something can be divided."""
    found: dict[str, list[Paper]] = {}
    rest = []
    for paper in papers:
        labels = list(labels_of(paper))
        for label in labels:
            found.setdefault(label, []).append(paper)
        if not labels:
            rest.append(paper)
    slugs = name_slugs(sorted(found))
    under = headings(filed_under, most_rows)
    parts = part_addresses(address, under.values())
    rows = []
    for label in sorted(found, key=key):
        slug = slugs[label]
        has_page = len(found[label]) >= threshold
        page = parts.get(under.get(label, ()), address)
        own = index_address(address, slug) if has_page else Address(f"{page}#{row_anchor(slug)}")
        letter = initial(filed_under.get(label, label))
        rows.append(Row(label, slug, letter, tuple(found[label]), own, has_page, names.get(label)))
    return Index(address, tuple(rows), tuple(rest), _parts(rows, under, parts))


def _parts(
    rows: Sequence[Row], under: Mapping[str, Headings], addresses: Mapping[Headings, Address], above: Headings = ()
) -> tuple[IndexPart, ...]:
    """Return the rows below some headings by the next one; nothing if there is none."""
    found: dict[Headings, list[Row]] = {}
    for row in rows:
        own = under.get(row.label, ())
        if len(own) > len(above):
            found.setdefault(own[: len(above) + 1], []).append(row)
    return tuple(
        IndexPart(heading[-1], addresses[heading], tuple(members), _parts(members, under, addresses, heading))
        for heading, members in found.items()
    )


def _year_names(paper: Paper) -> list[str]:
    return [paper.year_name] if paper.year_name else []


def _latest_first(year: str) -> Key:
    number, _, before = year.partition(" ")  # `44 BC`
    return 0, OTHER, int(number) if before else -int(number), year, b""
