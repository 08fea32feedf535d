"""What search finds: a record for each page, made from what is known before its HTML is."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import Literal, get_args

from paperatlas.atlas import Address, Direction, Paper, href
from paperatlas.atlas.addresses import COMPARE, HOME, MAP, PAPERS, READING
from paperatlas.atlas.indexes import Index
from paperatlas.pages import Site
from paperatlas.pages.direction import direction_of
from paperatlas.pages.paper import paper_title
from paperatlas.pages.render import title_language
from paperatlas.text.language_tags import covers

_AUTHORS_SHOWN = 3

Kind = Literal["direction", "paper", "person", "venue", "year", "page"]
"""What a page is about; a `page` is any other."""
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """A page as search knows it. `address` is relative to the root of the site, and `body` is HTML.

    Results show `byline`, plain text, below the title, which is in `title_language` if that is not the page's. Headings
    with an id in the body are found by themselves. Each of its `names` finds this page first.
    """

    address: str
    language: str
    title: str
    byline: str = ""
    body: str = ""
    kind: Kind = "page"
    names: tuple[str, ...] = ()
    title_language: str = ""

    @property
    def kind_code(self) -> str:
        """Return the number of the kind, then the language of the title if it is another: `1`, `1en`.

        A word by itself would be found on every page of it.
        """
        return f"{KINDS.index(self.kind)}{self.title_language}"

    @property
    def names_text(self) -> str:
        """Return the names in one text, which the browser's part of search divides again."""
        return " · ".join(self.names)


def generated_records(site: Site, language: str) -> Iterator[SearchRecord]:
    """Yield the records of the generated pages of a language.

    A page that lists papers is found by its title alone, since its papers are found by themselves. The rules of the
    library are for those who write it, and readers do not find them.
    """
    t = site.messages
    if PAPERS in site.pages:
        for paper in site.atlas.papers.values():
            yield _paper_record(site, language, paper)
        intro = t.papers_intro(bool(site.atlas.directions), site.has_code)
        yield SearchRecord(page_url(site, PAPERS), language, t.papers, intro)
    if MAP in site.pages:
        yield SearchRecord(page_url(site, MAP), language, t.map)
    if COMPARE in site.pages:
        yield SearchRecord(page_url(site, COMPARE), language, t.comparison.page, t.comparison.intro)
    if READING in site.pages:
        yield SearchRecord(page_url(site, READING), language, t.reading.page, t.reading.intro)
    indexes = site.indexes
    yield from _index_records(site, language, indexes.people, "person", t.indexes.people, t.indexes.people_intro)
    yield from _index_records(site, language, indexes.venues, "venue", t.indexes.venues, t.indexes.venues_intro)
    yield from _index_records(site, language, indexes.years, "year", t.indexes.years, t.indexes.years_intro)


def note_record(site: Site, language: str, source: str, address: str, title: str, html: str) -> SearchRecord:
    """Return the record of a hand-written page with what its generated parts add for search.

    Of a direction these are its summary and its groups; its papers are found by themselves, but it is the page to begin
    with for who looks for one of its methods.
    """
    direction = direction_of(site, source)
    foreign = note_language(site, source)
    if direction is None:
        return SearchRecord(address, language, title, "", html, title_language=foreign)
    names = direction_names(site, direction)
    return SearchRecord(address, language, title, "", html + _direction_body(direction), "direction", names, foreign)


def note_language(site: Site, source: str) -> str:
    """Return the language that a hand-written page is in, if it is not the site's."""
    document = site.atlas.documents_by_source.get(source)
    foreign = document is not None and document.language and not covers(document.language, site.language)
    return document.language.replace("_", "-") if document and foreign else ""


def direction_names(site: Site, direction: Direction) -> tuple[str, ...]:
    """Return what a direction is found by first: its title, its slug in words, and the methods at home in it.

    Those of a paper in several directions are at home in the first: a reader wants one page to begin with.
    """
    papers = (site.atlas.papers[key] for key in direction.papers)
    methods = (paper.method for paper in papers if paper.placements[0].direction == direction.slug)
    names = (direction.title, direction.slug.replace("-", " "), *methods)
    return tuple(dict.fromkeys(name for name in names if name))


def _paper_record(site: Site, language: str, paper: Paper) -> SearchRecord:
    t = site.messages
    names = [name.display for name in paper.authors.names]
    more = [t.et_al] if paper.authors.others or len(names) > _AUTHORS_SHOWN else []
    authors = " ".join([t.list_separator.join(names[:_AUTHORS_SHOWN]), *more])
    where = " ".join(str(part) for part in (paper.venue, paper.year) if part)
    texts = [
        t.list_separator.join(names),
        paper.publication,
        *(
            text[0].searchable
            for field in ("abstract", "annotation", "note")
            if (text := paper.localised(field, site.content_language))
        ),
        t.list_separator.join([*_places(site, paper), *paper.keywords]),
        t.list_separator.join(filter(None, (paper.key, paper.entry.doi, paper.entry.arxiv))),
    ]
    return SearchRecord(
        page_url(site, paper.address),
        language,
        paper_title(paper),
        " · ".join(filter(None, (authors, where))),
        "".join(f"<p>{escape(text)}</p>" for text in texts if text),
        "paper",
        tuple(filter(None, (paper.method, paper.title.searchable))),
        title_language(site.language, paper),
    )


def _places(site: Site, paper: Paper) -> Iterator[str]:
    """Yield the titles of the directions and groups that a paper is in."""
    for place in paper.placements:
        direction = site.atlas.directions[place.direction]
        yield direction.title
        yield from (group.title for group in direction.groups if place.group and group.slug == place.group)


def _index_records(
    site: Site, language: str, index: Index, kind: Kind, title: str, intro: str
) -> Iterator[SearchRecord]:
    """Yield the records of an index and of the rows that have a page."""
    t = site.messages
    if index.address not in site.pages:
        return
    yield SearchRecord(page_url(site, index.address), language, title, intro)
    for row in index.rows:
        if row.has_page:
            count = t.papers_count(len(row.papers))
            yield SearchRecord(page_url(site, row.address), language, row.label, count, "", kind, (row.label,))


def _direction_body(direction: Direction) -> str:
    groups = "".join(
        f'<h2 id="group-{group.slug}">{escape(group.title)}</h2><p>{escape(group.summary)}</p>'
        for group in direction.groups
        if group.slug and group.papers
    )
    return f"<p>{escape(direction.summary)}</p>{groups}"


def page_url(site: Site, address: Address) -> str:
    """Return the address of a generated page from the root of the whole site."""
    path = href(HOME, address, directory_urls=site.directory_urls).removeprefix("./")
    return posixpath.join(site.folder, path)
