"""One entry -> one paper: its names, venue, links and keywords as the site shows them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from paperatlas.atlas.keyword_marks import KeywordMark
from paperatlas.atlas.method_name import MethodNames, method_name, names_in_library
from paperatlas.atlas.paper_model import Link, Paper, Placement
from paperatlas.atlas.roles import cited_by
from paperatlas.atlas.rules import MISTYPED_MARK, UNKNOWN_DIRECTION, UNKNOWN_GROUP
from paperatlas.atlas.venue import paper_venue
from paperatlas.bibliography import Entry, ListItem, MarkedText
from paperatlas.bibliography.model.container import container_title, repeats_subtitle
from paperatlas.bibliography.model.entry_links import entry_links
from paperatlas.bibliography.model.page_ranges import pages_with_dashes
from paperatlas.diagnostics.problem import Problem
from paperatlas.notes import DirectionNote
from paperatlas.text.slips import near_miss
from paperatlas.text.suggestions import nearest

_SEMICOLON = re.compile(r"[;；]")
"""What CNKI and many people put between keywords that are no directions, where BibLaTeX has commas."""
_TELLING_MARK = 5
"""How long a mark is at least of which another keyword can be a slip: short words differ by a letter from many."""


class PaperReader:
    """Reads papers, and remembers each as long as what it was read from is the same."""

    def __init__(self) -> None:
        self._groups: Mapping[str, tuple[Sequence[str], bool]] = {}
        self._marks: Sequence[KeywordMark] = ()
        self._methods: MethodNames = "auto"
        self._read: dict[str, tuple[Paper, list[Problem]]] = {}

    def read(
        self,
        entries: Mapping[str, Entry],
        slugs: Mapping[str, str],
        directions: Mapping[str, DirectionNote],
        marks: Sequence[KeywordMark] = (),
        methods: MethodNames = "auto",
    ) -> tuple[dict[str, Paper], list[Problem]]:
        """Read all papers of a library, by key: `slugs` are those of their pages, `marks` and `methods` the site's."""
        groups = {
            slug: ([group.slug for group in note.groups], note.document.front_matter.unusable)
            for slug, note in directions.items()
        }
        methods = names_in_library(entries.values(), methods)
        earlier = self._read if (groups, marks, methods) == (self._groups, self._marks, self._methods) else {}
        read: dict[str, tuple[Paper, list[Problem]]] = {}
        for key, entry in entries.items():
            known = earlier.get(key)
            if known is None or known[0].entry is not entry or known[0].slug != slugs[key]:
                known = read_paper(entry, slugs[key], directions, marks, methods)
            read[key] = known
        self._groups, self._marks, self._methods, self._read = groups, marks, methods, read
        return (
            {key: paper for key, (paper, _) in read.items()},
            [problem for _, problems in read.values() for problem in problems],
        )


def read_paper(
    entry: Entry,
    slug: str,
    directions: Mapping[str, DirectionNote],
    marks: Sequence[KeywordMark] = (),
    methods: MethodNames = "auto",
) -> tuple[Paper, list[Problem]]:
    """Read `entry` into the paper at `slug`, placed among `directions` (by slug), with those of the `marks` it has.

    `methods` tells which short titles are names of methods.
    """
    placements, keywords, problems = _placements(entry, directions)
    problems += _mistyped_marks(entry, marks)
    venue = paper_venue(entry)
    role, names = cited_by(entry)
    paper = Paper(
        entry=entry,
        slug=slug,
        method=method_name(entry, methods),
        title=_title(entry),
        authors=names,
        role=role,
        year=entry.date.year if entry.date else None,
        venue=venue.name,
        publication=_publication(entry, venue.name),
        links=tuple(_links(entry)),
        placements=tuple(placements),
        keywords=tuple(keyword for keyword in keywords if all(keyword != mark.keyword for mark in marks)),
        venue_kind=venue.kind,
        marks=tuple(mark for mark in marks if mark.keyword in keywords),
    )
    return paper, problems


def _title(entry: Entry) -> MarkedText:
    """Return the title with its subtitle; the citation key where there is none."""
    title, subtitle = entry.text("title"), entry.text("subtitle")
    if title is None or subtitle is None or repeats_subtitle(title.text, subtitle.text):
        return title or subtitle or MarkedText.of(entry.key)
    between = " " if title.text.endswith(("?", "!", ":", "？", "！", "：")) else ": "
    return MarkedText((*title.nodes, between, *subtitle.nodes), f"{title.bibtex}{between}{subtitle.bibtex}")


def _publication(entry: Entry, venue: str) -> str:
    """Return where the paper appeared in full: `Title, series 139, 8162–8171`."""
    container = container_title(entry)
    if not container:
        return f"arXiv:{entry.arxiv}" if entry.arxiv else venue
    parts = [container.text]
    series, volume, number, issue = map(entry.plain, ("series", "volume", "number", "issue"))
    number = number or issue
    place = f"{volume}({number})" if volume and number else volume or number
    if numbered := " ".join(part for part in (series, place) if part):
        parts.append(numbered)
    if pages := pages_with_dashes(entry.plain("pages")):
        parts.append(pages)
    return ", ".join(parts)


def _links(entry: Entry) -> Iterator[Link]:
    """Yield the paper's links, its own page first. What is no web address is left out: reading it has reported it."""
    for link in entry_links(entry):
        official = link.kind != "code" or (entry.verbatim("codetype") or "").strip() != "unofficial"
        yield Link(link.kind, link.url, official)


def _placements(
    entry: Entry, directions: Mapping[str, DirectionNote]
) -> tuple[list[Placement], list[str], list[Problem]]:
    """Read `keywords`: placements, the keywords that are none, and keywords that name nothing."""
    placements: list[Placement] = []
    keywords: list[str] = []
    problems: list[Problem] = []
    for item in entry.list("keywords"):
        slug, slash, group = (part.strip() for part in item.value.partition("/"))
        note = directions.get(slug)
        if note is None:
            parts = [part.strip() for part in _SEMICOLON.split(item.value) if part.strip()]
            keywords += [item.value] if slash or not directions.keys().isdisjoint(parts) else parts
            if slash and directions:
                near = nearest(slug, directions)
                problems.append(UNKNOWN_DIRECTION.at(item.span, direction=slug, near=near))
            continue
        groups = [each.slug for each in note.groups]
        if group and group not in groups:
            if not note.document.front_matter.unusable:  # which is told once, where its groups stand
                problems.append(_unknown_group(item, slug, group, groups))
            group = ""
        if (placement := Placement(slug, group)) not in placements:
            placements.append(placement)
    return placements, keywords, problems


def _mistyped_marks(entry: Entry, marks: Sequence[KeywordMark]) -> Iterator[Problem]:
    """Yield the keywords that are one slip away from one that marks papers."""
    known = [mark.keyword for mark in marks if len(mark.keyword) >= _TELLING_MARK]
    for item in entry.list("keywords") if known else ():
        if item.value not in known and (mark := near_miss(item.value, known)):
            yield MISTYPED_MARK.at(item.span, keyword=item.value, mark=mark)


def _unknown_group(item: ListItem, direction: str, group: str, groups: list[str]) -> Problem:
    """Return the problem of a keyword whose direction has other groups, or which is several in one."""
    if len(parts := [part.strip() for part in re.split("[;；，、]", item.value)]) > 1:
        named = {"direction": direction, "group": group, "keywords": ", ".join(parts)}
        return UNKNOWN_GROUP.at(item.span, "separator", **named)
    arguments = {"direction": direction, "group": group, "known": ", ".join(groups) or "none"}
    return UNKNOWN_GROUP.at(item.span, **arguments, near=nearest(group, groups))
