"""The Atom feed, read back by feedparser and held against RFC 4287."""

from __future__ import annotations

import calendar
from dataclasses import replace
from typing import Any

import feedparser
import pytest

from paperatlas.atlas import Address, Atlas
from paperatlas.atlas.addresses import CHANGES
from paperatlas.exports.feed import MOST_ENTRIES, feed
from paperatlas.exports.site import News, SiteInfo
from tests.atlas.test_assemble import entry
from tests.conftest import ReadFiles
from tests.exports.feeds import faults
from tests.formats.conftest import ODD_ENTRIES

SITE = SiteInfo("Flows & more", url="https://example.org/atlas")
SITES = [
    SITE,
    SiteInfo("地图", "zh", "https://example.org/atlas/"),
    SiteInfo("Flows", "en", "https://example.org", "en/"),
    SiteInfo("Nowhere"),
    SiteInfo("Nowhere", "pt_BR", "", "pt_BR/"),
]


def read_back(text: str) -> Any:
    parsed = feedparser.parse(text.encode())
    assert not parsed.bozo, parsed.get("bozo_exception")
    assert parsed.version == "atom10"
    return parsed


@pytest.mark.parametrize("site", SITES)
@pytest.mark.parametrize("bib", ["", ODD_ENTRIES, entry("a", date="2021-02-30", title="\x01\x1f\ufffe]]>&amp;")])
def test_feeds_are_valid(site: SiteInfo, bib: str, read_files: ReadFiles) -> None:
    text = feed(read_files({"bib/a.bib": bib}).atlas, site)
    assert faults(text) == []
    read_back(text)


def test_a_paper_is_new_on_the_day_it_was_added(atlas: Atlas) -> None:
    parsed = read_back(feed(atlas, replace(SITE, added={"loose": "2026-03-01", "nice": "2026-02-01"})))
    assert [item.id.rsplit("/", 2)[1] for item in parsed.entries] == ["loose", "nice", "bound", "realnvp"]
    assert [item.updated[:10] for item in parsed.entries[:2]] == ["2026-03-01", "2026-02-01"]
    assert parsed.entries[1].published == "2014-01-01T00:00:00Z"
    assert parsed.feed.updated == "2026-03-01T00:00:00Z"


@pytest.mark.parametrize("url", ["https://example.org/atlas", ""])
def test_news_stand_among_the_papers_by_their_day(url: str, atlas: Atlas) -> None:
    news = (
        News("2026-02-15", "status", "Flows: Hot → <Maturing>", Address("directions/flows/")),
        News("2026-01-15", "status", "Flows: Early → Hot", Address("directions/flows/")),
        News("2026-01-15", "relations", "2 new relations", CHANGES, "m2026-01", "A extends B\nC uses D"),
    )
    text = feed(atlas, replace(SITE, url=url, added={"loose": "2026-03-01", "nice": "2026-02-01"}, news=news))
    assert faults(text) == []
    items = read_back(text).entries
    assert [item.title for item in items[1:5]] == [
        "Flows: Hot → <Maturing>",
        "NICE: Non-linear Independent Components Estimation",
        "Flows: Early → Hot",
        "2 new relations",
    ]
    assert (items[4].summary, items[4].updated) == ("A extends B\nC uses D", "2026-01-15T00:00:00Z")
    assert {link.type for item in items for link in item.links} == {"text/html"}
    if url:
        assert items[4].link == "https://example.org/atlas/changes/#m2026-01"
        assert items[1].link == "https://example.org/atlas/directions/flows/"


def test_a_feed(atlas: Atlas) -> None:
    parsed = read_back(feed(atlas, SITE))
    assert parsed.feed.title == "Flows & more"
    assert parsed.feed.id == "https://example.org/atlas/feed.xml"
    assert parsed.feed.updated == "2020-01-01T00:00:00Z"
    # As it is written: feedparser takes what has no type for HTML.
    assert '<link rel="alternate" type="text/html" href="https://example.org/atlas/"/>' in feed(atlas, SITE)
    assert {link.rel: link.href for link in parsed.feed.links} == {
        "alternate": "https://example.org/atlas/",
        "self": "https://example.org/atlas/feed.xml",
    }
    assert [item.id.rsplit("/", 2)[1] for item in parsed.entries] == ["bound", "realnvp", "nice", "loose"]
    item = parsed.entries[1]
    assert item.id == "https://example.org/atlas/papers/realnvp/"
    assert item.title == "Density Estimation Using Real NVP"
    assert (item.updated, item.published) == ("2017-01-01T00:00:00Z", "2017-01-01T00:00:00Z")
    assert [author.name for author in item.authors] == ["Laurent Dinh", "Jascha Sohl-Dickstein", "Samy Bengio"]
    assert [(tag.term, tag.label) for tag in item.tags] == [("flows", "Flows"), ("graphs", "Graphs & trees")]
    assert [(link.rel, link.href) for link in item.links] == [
        ("alternate", "https://example.org/atlas/papers/realnvp/"),
        ("via", "https://doi.org/10.48550/arXiv.1605.08803"),
        ("related", "https://example.org/realnvp"),
    ]
    assert parsed.entries[2].summary == "A map of coupling layers & its exact likelihood."
    assert "published" not in parsed.entries[3]


@pytest.mark.parametrize(
    ("dates", "order"),
    [
        ({"a": "2019", "b": "2021", "c": "2020"}, "bca"),
        ({"a": "2020", "b": "2020-03-02", "c": "2020-03"}, "bca"),
        ({"c": "2020", "a": "2020", "b": "2020"}, "abc"),
        ({"a": "", "b": "1936", "c": "-0300"}, "bca"),
    ],
)
def test_the_latest_publication_comes_first(dates: dict[str, str], order: str, read_files: ReadFiles) -> None:
    bib = "".join(entry(key, date=date) for key, date in dates.items())
    parsed = read_back(feed(read_files({"bib/a.bib": bib}).atlas, SITE))
    assert "".join(item.id.rsplit("/", 2)[1] for item in parsed.entries) == order


@pytest.mark.parametrize(
    ("date", "day"),
    [("2020", "2020-01-01"), ("2020-03", "2020-03-01"), ("2020-03-04", "2020-03-04"), ("2021-02-30", "2021-02-01")],
)
def test_an_instant_is_the_first_that_is_known(date: str, day: str, read_files: ReadFiles) -> None:
    (item,) = read_back(feed(read_files({"bib/a.bib": entry("a", date=date)}).atlas, SITE)).entries
    assert item.updated == f"{day}T00:00:00Z"


def test_a_large_library_shows_its_latest(read_files: ReadFiles) -> None:
    bib = "".join(entry(f"k{number}", date=f"{1000 + number}") for number in range(MOST_ENTRIES + 10))
    parsed = read_back(feed(read_files({"bib/a.bib": bib}).atlas, SITE))
    assert len(parsed.entries) == MOST_ENTRIES
    assert parsed.entries[-1].id.endswith("/papers/k10/")


@pytest.mark.parametrize("site", SITES)
def test_nothing_comes_from_the_clock(site: SiteInfo, read_files: ReadFiles, monkeypatch: pytest.MonkeyPatch) -> None:
    project = read_files({"bib/a.bib": ODD_ENTRIES})
    first = feed(project.atlas, site)
    monkeypatch.setattr("time.time", lambda: calendar.timegm((2099, 1, 1, 0, 0, 0)))
    assert feed(project.atlas, site) == first


def test_a_site_that_does_not_know_where_it_is(atlas: Atlas) -> None:
    one, again, english = (read_back(feed(atlas, SiteInfo("Flows", "en", "", folder))) for folder in ("", "", "en/"))
    assert one.entries[0].id.startswith("urn:uuid:")
    assert [item.id for item in one.entries] == [item.id for item in again.entries]
    assert not {item.id for item in one.entries} & {item.id for item in english.entries}
    assert one.entries[0].link == "papers/bound/"
    assert one.feed.link == "./"


def test_in_another_language(atlas: Atlas) -> None:
    site = SiteInfo("Flows", "zh", "https://example.org/", "zh/")
    parsed = read_back(feed(atlas, site))
    assert parsed.entries[2].link == "https://example.org/zh/papers/nice/"
    assert 'xml:lang="zh"' in feed(atlas, site)
    assert '<summary xml:lang="en">' in feed(atlas, site)
