"""The generated parts of hand-written pages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from paperatlas.atlas.addresses import page_address
from paperatlas.pages import (
    Site,
    direction_graph,
    direction_head,
    direction_sections,
    directions_overview,
    messages_for,
)
from paperatlas.pages.hand_written import GRAPH, OVERVIEWS, complete_page
from tests.conftest import ReadFiles, make_site


@pytest.mark.parametrize("source", ["index.md", "not/there.md"])
@pytest.mark.parametrize("html", ["", "<p>x</p>", "<h1>A</h1><p>é 扩散</p>"])
def test_a_page_of_its_own_stays_as_it_is(site: Site, source: str, html: str) -> None:
    found = complete_page(site, source, html)
    assert (found.html, found.end.headings) == (html, ())


@pytest.mark.parametrize("source", ["index.md", "a/b.md"])
def test_the_overview_stands_where_the_page_wants_it(site: Site, source: str) -> None:
    overview = directions_overview(site, page_address(source)).html
    assert complete_page(site, source, f"<p>1</p>{next(iter(OVERVIEWS))}<p>2</p>").html == f"<p>1</p>{overview}<p>2</p>"


ONE, TWO = '<h2 id="one">1</h2><p>x</p>', '<h2 id="two">2</h2><h3 id="three">3</h3>'


@pytest.mark.parametrize(
    ("before", "until", "after", "following"),
    [
        ("<h1>Flows</h1>", "<p>x</p><h1>y</h1>", "", ()),
        ("", "<p>no heading</p>", "", ()),
        ("", "", "", ()),
        ("<h1>Flows</h1>", ONE, TWO, ("two", "three")),
        ("<h1>Flows</h1>", ONE + "<h3>x</h3><blockquote><h2>q</h2></blockquote><!-- <h2> -->", TWO, ("two", "three")),
        ("<h1>Flows</h1>", "<div><table>x</table></div>" + ONE, "<h2>no id</h2>", ()),
        ("<h1>Flows</h1>", ONE + TWO, f"{GRAPH}<p>x</p><h2 id='four'>4</h2>{GRAPH}", ("four",)),
    ],
)
def test_a_note_has_figures_beneath_the_title_a_graph_behind_its_first_section_and_more_at_the_end(
    site: Site, before: str, until: str, after: str, following: tuple[str, ...]
) -> None:
    direction = site.atlas.directions["flows"]
    head, graph, sections = (make(site, direction) for make in (direction_head, direction_graph, direction_sections))
    found = complete_page(site, "directions/flows.md", before + until + after)
    assert found.html == before + head.html + until + graph.html + after.replace(GRAPH, "") + sections.html
    assert (found.inner, found.following, found.end.headings) == (graph.headings, following, sections.headings)


@pytest.mark.parametrize(
    ("written", "language", "foreign"),
    [
        ("zh", "en", "Chinese."),
        ("en", "zh", "以英文显示"),
        ("de", "en", "in de."),
        ("en", "en", ""),
        ("", "en", ""),
        ("zh", "zh", ""),
        ("zh", "zh-Hant", ""),
        ("zh-Hans", "zh-Hant", "以中文显示"),
        ("de", "de", ""),
        ("de", "de_AT", ""),
        ("en", "de", "in English (en)."),
        ("fr", "de", "in fr."),
    ],
)
def test_text_in_another_language_is_marked_as_such(
    read_files: ReadFiles, written: str, language: str, foreign: str
) -> None:
    front = f"---\nlanguage: {written}\n---\n" if written else ""
    atlas = read_files({"bib/a.bib": "", "docs/a.md": f"{front}# A\n"}).atlas
    messages = messages_for(language)
    html = complete_page(replace(make_site(atlas, messages), language=language), "a.md", "<h1>A</h1>x").html
    if foreign:
        assert html.startswith(f'<div lang="{written}"><h1>A</h1><div lang="{messages.language}"><p class="pa-hint')
        assert foreign in html
        assert html.endswith("</p></div>x</div>")
    else:
        assert html == "<h1>A</h1>x"


@pytest.mark.parametrize(
    ("written", "language", "start"),
    [
        ("en", "ar", '<div lang="en" dir="ltr"><h1>A</h1><div lang="en"><p'),
        ("ar", "en", '<div lang="ar" dir="rtl"><h1>A</h1><div lang="en" dir="ltr"><p'),
        ("ar", "he", '<div lang="ar"><h1>A</h1><div lang="en" dir="ltr"><p'),
        ("ar", "ar", "<h1>A</h1>x"),
    ],
)
def test_text_in_another_direction_is_marked_as_such(
    read_files: ReadFiles, written: str, language: str, start: str
) -> None:
    atlas = read_files({"bib/a.bib": "", "docs/a.md": f"---\nlanguage: {written}\n---\n# A\n"}).atlas
    site = replace(make_site(atlas, messages_for(language)), language=language)
    assert complete_page(site, "a.md", "<h1>A</h1>x").html.startswith(start)
