"""What a page reads of its site is noted, whoever asks and in whatever way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from paperatlas.build.catalogue import ALL_RULES
from paperatlas.pages import Page, Site, plan_pages
from paperatlas.pages.reads import ABSENT, Read, read_again, recorded

ASKED: dict[str, tuple[Callable[[Site], object], set[Read]]] = {
    "a key": (lambda site: site.atlas.papers["nice"], {("atlas.papers", "nice")}),
    "a key twice": (lambda site: [site.related.get("nice"), site.related.get("nice")], {("related", "nice")}),
    "a key that is not there": (lambda site: "x" in site.authors_abstracts, {("authors_abstracts", "x")}),
    "no text as a key": (lambda site: None in site.atlas.mentions, {("atlas.mentions", None)}),
    "every key": (lambda site: list(site.atlas.papers), {("atlas.papers", None)}),
    "every value": (lambda site: list(site.atlas.papers.values()), {("atlas.papers", None)}),
    "every pair": (lambda site: list(site.atlas.papers.items()), {("atlas.papers", None)}),
    "how many": (lambda site: len(site.atlas.backlinks), {("atlas.backlinks", None)}),
    "no mapping": (lambda site: site.atlas.relations, {("atlas.relations", None)}),
    "a part of a part": (
        lambda site: site.indexes.years.addresses.get("2014"),
        {("indexes.years.addresses", "2014")},
    ),
    "two things": (
        lambda site: [site.indexes.people.rows, site.atlas.directions.get("flows")],
        {("indexes.people.rows", None), ("atlas.directions", "flows")},
    ),
}


@pytest.mark.parametrize(("ask", "noted"), ASKED.values(), ids=ASKED.keys())
def test_what_is_noted(ask: Callable[[Site], object], noted: set[Read], site: Site) -> None:
    again, reads = recorded(site)
    for _ in range(2):  # what was asked before is noted as well
        found, read = reads.during(lambda: ask(again))
        assert found == ask(site)
        assert {*read} == noted
        assert len(read) == len(noted)


def test_what_was_read_is_found_again(site: Site) -> None:
    assert read_again(site, ("atlas.papers", "nice")) is site.atlas.papers["nice"]
    assert read_again(site, ("atlas.papers", "none")) is ABSENT
    assert read_again(site, ("indexes.years.rows", None)) is site.indexes.years.rows
    with pytest.raises(AttributeError):
        read_again(site, ("atlas.no_such_part", None))


def shown(page: Page) -> tuple[Page, list[str]]:
    return replace(page, files=()), [file.text for file in page.files]


def test_each_page_notes_its_own(site: Site) -> None:
    again, reads = recorded(site)
    made = {str(page.address): reads.during(page.make) for page in plan_pages(again, ALL_RULES)}
    plain = {str(page.address): shown(page.make()) for page in plan_pages(site, ALL_RULES)}
    assert {address: shown(page) for address, (page, _) in made.items()} == plain
    paper = {part for part, key in made["papers/realnvp/"][1] if key is None}
    assert not paper, "the page of a paper follows from single papers"
    assert ("atlas.papers", "nice") in made["papers/realnvp/"][1]
    assert ("atlas.papers", "realnvp") not in made["papers/loose/"][1]
    assert ("atlas.papers", None) in made["map/"][1]
    assert ("atlas.papers", None) not in made["papers/"][1], "each page of a long list follows from its own rows"
