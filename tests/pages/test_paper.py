"""The page of a paper."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from paperatlas.pages import Page, Site, messages_for
from paperatlas.pages.paper import paper_description, paper_page, paper_title
from tests.conftest import ReadFiles, make_site


def site_of(read_files: ReadFiles, text: str, language: str = "en") -> Site:
    return make_site(read_files({"bib/a.bib": text}).atlas, messages_for(language))


def ids(page: Page) -> list[str]:
    return [heading.id for heading in page.body.headings]


@pytest.mark.parametrize(
    ("fields", "title"),
    [
        ("title = {T}", "T"),
        ("title = {A Flow}, shorttitle = {NICE}", "NICE: A Flow"),
        ("title = {{NICE}: A Flow}, shorttitle = {NICE}", "NICE: A Flow"),
        ("title = {On {NICE}}, shorttitle = {NICE}", "NICE: On NICE"),
        ("", "k"),
    ],
)
def test_a_title_begins_with_the_method(read_files: ReadFiles, fields: str, title: str) -> None:
    site = site_of(read_files, f"@misc{{k, {fields}}}")
    assert paper_title(site.atlas.papers["k"]) == paper_page(site, site.atlas.papers["k"]).title == title


@pytest.mark.parametrize(
    ("abstract", "description"),
    [
        (r"A \emph{short} one \& no more.", "A short one & no more."),
        ("word " * 60, "word " * 39 + "word…"),
        ("a" * 300, "a" * 200 + "…"),
        ("扩" * 199 + "，散散", "扩" * 199 + "…"),
        ("扩" * 200, "扩" * 200),
        ("Flow " + "扩" * 300, "Flow " + "扩" * 195 + "…"),
        ("", "Title"),
    ],
)
def test_a_description_is_cut_between_words(read_files: ReadFiles, abstract: str, description: str) -> None:
    site = site_of(read_files, f"@misc{{k, title = {{Title}}, abstract = {{{abstract}}}}}")
    assert paper_description(site, site.atlas.papers["k"]) == description


@pytest.mark.parametrize(("language", "description"), [("en", "E"), ("zh", "Z")])
def test_a_description_is_in_the_language_of_the_site(read_files: ReadFiles, language: str, description: str) -> None:
    site = site_of(read_files, "@misc{k, title = {T}, abstract = {E}, abstract_zh = {Z}}", language)
    assert paper_description(site, site.atlas.papers["k"]) == description


@pytest.mark.parametrize(
    ("key", "sections"),
    [
        ("nice", ["abstract", "relations", "mentions", "details", "cite"]),
        ("bound", ["relations", "details", "cite"]),
        ("loose", ["details", "cite"]),
    ],
)
def test_only_sections_that_have_something_are_there(site: Site, key: str, sections: list[str]) -> None:
    page = paper_page(site, site.atlas.papers[key])
    assert ids(page) == sections
    soup = BeautifulSoup(page.body.html, "html.parser")
    assert [str(heading["id"]) for heading in soup.select("h2[id]")] == sections
    assert (page.key, page.address) == (key, f"papers/{key}/")
    assert page.source == site.atlas.papers[key].entry.span


GROUPED = {
    "bib/a.bib": """
@misc{first, title = {First}, date = {2001}, keywords = {flows/exact}}
@misc{middle, title = {Middle}, date = {2002}, keywords = {flows/exact}, extends = {first}, uses = {first}}
@misc{last, title = {Last}, date = {2003}, keywords = {flows/exact}, extends = {middle},
  eprint = {2010.11929}, eprinttype = {arxiv}, journaltitle = {J}, code = {https://github.com/a/b}}
@misc{loose, title = {Loose}, date = {2002}, keywords = {flows}, extends = {middle}}
""",
    "docs/directions/flows.md": "---\ntitle: Flows\ngroups:\n  - slug: exact\n    title: Exact ones\n---\n",
}


@pytest.mark.parametrize(
    ("key", "before", "after"),
    [("first", None, "Middle"), ("middle", "First", "Last"), ("last", "Middle", None), ("loose", None, None)],
)
def test_the_papers_before_and_after_in_the_group(
    read_files: ReadFiles, key: str, before: str | None, after: str | None
) -> None:
    site = make_site(read_files(GROUPED).atlas, messages_for("en"))
    soup = BeautifulSoup(paper_page(site, site.atlas.papers[key]).body.html, "html.parser")
    signs = {"←": before, "→": after}
    found = {
        row.span.get_text(): row.a.get_text() for row in soup.select(".pa-in-group p:has(a)") if row.span and row.a
    }
    assert found == {sign: name for sign, name in signs.items() if name}


def test_relations_are_grouped_by_type_with_year_venue_and_code(read_files: ReadFiles) -> None:
    site = make_site(read_files(GROUPED).atlas, messages_for("en"))
    soup = BeautifulSoup(paper_page(site, site.atlas.papers["middle"]).body.html, "html.parser")
    groups = [
        (
            "".join(head.get_text(strip=True) for head in group.select("th")),
            [cell.get_text(" ", strip=True) for cell in group.select("td:first-child")],
        )
        for group in soup.select(".pa-relation-table tbody")
    ]
    assert groups == [
        ("extends", ["First 2001"]),
        ("uses", ["First 2001"]),
        ("extended by", ["Loose 2002", "Last J 2003 Code"]),
    ]


def test_first_public_and_published(read_files: ReadFiles) -> None:
    site = make_site(read_files(GROUPED).atlas, messages_for("en"))
    soup = BeautifulSoup(paper_page(site, site.atlas.papers["last"]).body.html, "html.parser")
    assert [row.get_text(" ", strip=True) for row in soup.select(".pa-dates > div")] == [
        "First public arXiv 2020-10",
        "Published J 2003",
    ]


def test_markup_in_a_field_is_text(read_files: ReadFiles) -> None:
    evil = "<script>x</script>"
    fields = ", ".join(
        f"{name} = {{{evil}}}" for name in ("title", "author", "abstract", "note", "annotation", "keywords")
    )
    site = site_of(read_files, f"@misc{{k, {fields}}}")
    assert "<script>x" not in paper_page(site, site.atlas.papers["k"]).body.html
