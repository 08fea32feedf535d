"""What search finds: a record for each page, made from what is known before its HTML is."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from paperatlas.atlas import Address, Direction, Paper, href
from paperatlas.atlas.addresses import HOME, MAP, PAPERS, PROBLEMS
from paperatlas.atlas.indexes import Index
from paperatlas.diagnostics.problem import Rule
from paperatlas.pages import Site
from paperatlas.pages.direction import direction_of
from paperatlas.pages.paper import paper_title

_AUTHORS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """A page as search knows it. `address` is relative to the root of the site, and `body` is HTML.

    Results show `byline`, plain text, below the title. Headings with an id in the body are found by themselves.
    """

    address: str
    language: str
    title: str
    byline: str = ""
    body: str = ""


def generated_records(site: Site, language: str, rules: Sequence[Rule]) -> Iterator[SearchRecord]:
    """Yield the records of the generated pages of a language.

    A page that lists papers is found by its title alone, since its papers are found by themselves.
    """
    t = site.messages
    if PAPERS in site.pages:
        for paper in site.atlas.papers.values():
            yield _paper_record(site, language, paper)
        intro = t.papers_intro(bool(site.atlas.directions), site.has_code)
        yield SearchRecord(_url(site, PAPERS), language, t.papers, intro)
    if MAP in site.pages:
        yield SearchRecord(_url(site, MAP), language, t.map)
    if PROBLEMS in site.pages:
        yield SearchRecord(_url(site, PROBLEMS), language, t.rules.title, t.rules.description, _rules_body(rules))
    indexes = site.indexes
    yield from _index_records(site, language, indexes.people, t.indexes.people, t.indexes.people_intro)
    yield from _index_records(site, language, indexes.venues, t.indexes.venues, t.indexes.venues_intro)
    yield from _index_records(site, language, indexes.years, t.indexes.years, t.indexes.years_intro)


def note_body(site: Site, source: str, html: str) -> str:
    """Return the HTML of a hand-written page with what its generated parts add for search.

    Of a direction these are its summary and its groups; its papers are found by themselves.
    """
    direction = direction_of(site, source)
    return html if direction is None else html + _direction_body(direction)


def _paper_record(site: Site, language: str, paper: Paper) -> SearchRecord:
    t = site.messages
    names = [name.display for name in paper.authors.names]
    more = [t.et_al] if paper.authors.others or len(names) > _AUTHORS_SHOWN else []
    authors = " ".join([t.list_separator.join(names[:_AUTHORS_SHOWN]), *more])
    where = " ".join(str(part) for part in (paper.venue, paper.year) if part)
    texts = [
        t.list_separator.join(names),
        paper.publication,
        *(text[0].text for field in ("abstract", "annotation", "note") if (text := paper.localised(field, language))),
        t.list_separator.join([*_places(site, paper), *paper.keywords]),
    ]
    return SearchRecord(
        _url(site, paper.address),
        language,
        paper_title(paper),
        " · ".join(filter(None, (authors, where))),
        "".join(f"<p>{escape(text)}</p>" for text in texts if text),
    )


def _places(site: Site, paper: Paper) -> Iterator[str]:
    """Yield the titles of the directions and groups that a paper is in."""
    for place in paper.placements:
        direction = site.atlas.directions[place.direction]
        yield direction.title
        yield from (group.title for group in direction.groups if place.group and group.slug == place.group)


def _index_records(site: Site, language: str, index: Index, title: str, intro: str) -> Iterator[SearchRecord]:
    """Yield the records of an index and of the rows that have a page."""
    t = site.messages
    if index.address not in site.pages:
        return
    yield SearchRecord(_url(site, index.address), language, title, intro)
    for row in index.rows:
        if row.has_page:
            yield SearchRecord(_url(site, row.address), language, row.label, t.papers_count(len(row.papers)))


def _rules_body(rules: Sequence[Rule]) -> str:
    return "".join(
        f'<h2 id="{rule.code}">{rule.code} {escape(rule.name)}</h2>'
        f"<p>{escape(rule.summary)} {escape(rule.explanation)}</p>"
        for rule in rules
    )


def _direction_body(direction: Direction) -> str:
    groups = "".join(
        f'<h2 id="group-{group.slug}">{escape(group.title)}</h2><p>{escape(group.summary)}</p>'
        for group in direction.groups
        if group.slug and group.papers
    )
    return f"<p>{escape(direction.summary)}</p>{groups}"


def _url(site: Site, address: Address) -> str:
    """Return the address of a generated page from the root of the whole site."""
    path = href(HOME, address, directory_urls=site.directory_urls).removeprefix("./")
    return posixpath.join(site.folder, path)
