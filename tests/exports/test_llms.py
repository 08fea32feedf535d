"""`llms.txt`, held against the form that llmstxt.org describes."""

from __future__ import annotations

import re

import pytest

from paperatlas.atlas import Atlas
from paperatlas.exports.llms import llms_txt
from paperatlas.exports.site import SiteInfo
from tests.conftest import ReadFiles

ITEM = re.compile(r"- \[(?P<title>(?:[^\[\]\\]|\\.)+)\]\((?P<link>[^()\s]+)\)(?:: (?P<about>.+))?")

SITES = [
    SiteInfo("Flows", "en", "https://example.org/atlas", "", "What flows."),
    SiteInfo("流", "zh", "https://example.org/atlas/", "zh/"),
    SiteInfo("[Odd]\n# name", "fr", "", "", "> two\nlines"),
]


def sections(text: str) -> dict[str, list[re.Match[str]]]:
    """The lists of links by their headings; fails where the text is not of the form."""
    head, *rest = re.split(r"^## (.+)\n\n", text, flags=re.MULTILINE)
    title, summary, *paragraphs = head.strip().split("\n\n")
    assert re.fullmatch(r"# \S.*", title)
    assert re.fullmatch(r"> \S.*", summary)
    assert paragraphs
    assert not any(paragraph.startswith(("#", "-")) for paragraph in paragraphs)
    found = {}
    for heading, items in zip(rest[::2], rest[1::2], strict=True):
        matches = [ITEM.fullmatch(line) for line in items.strip().split("\n")]
        assert all(matches)
        found[heading] = [match for match in matches if match]
    return found


@pytest.mark.parametrize("site", SITES)
def test_form(site: SiteInfo, atlas: Atlas) -> None:
    found = sections(llms_txt(atlas, site))
    assert list(found)[-1] == "Optional"
    assert all(match["link"].startswith(site.url or "") for items in found.values() for match in items)


def test_content(atlas: Atlas) -> None:
    text = llms_txt(atlas, SITES[0])
    assert text.startswith(
        "# Flows\n\n> What flows.\n\nPapers: 4. Directions: 2. Stated relations between papers: 2.\n"
    )
    found, base = sections(text), "https://example.org/atlas/"
    assert [match.group() for match in found["Directions"]] == [
        f"- [Flows]({base}directions/flows/): Invertible maps between distributions; maturing; papers: 3.",
        f"- [Graphs & trees]({base}directions/graphs/): early; papers: 1.",
    ]
    assert [match["link"].removeprefix(base) for match in found["Data"]] == [
        "atlas.json",
        "atlas.schema.json",
        "library.bib",
        "library.ris",
        "library.csl.json",
        "feed.xml",
    ]


@pytest.mark.parametrize(
    ("site", "links"),
    [
        (SITES[1], ["https://example.org/atlas/zh/atlas.json", "https://example.org/atlas/atlas.schema.json"]),
        (SiteInfo("x"), ["atlas.json", "atlas.schema.json"]),
        (SiteInfo("x", "en", "", "en/"), ["atlas.json", "../atlas.schema.json"]),
    ],
)
def test_what_is_there_once_for_all_languages(site: SiteInfo, links: list[str], atlas: Atlas) -> None:
    found = sections(llms_txt(atlas, site))
    assert [match["link"] for match in found["数据" if site.language == "zh" else "Data"]][:2] == links


def test_without_directions(read_files: ReadFiles) -> None:
    atlas = read_files({"bib/a.bib": "@misc{a, title = {A}}"}).atlas
    assert list(sections(llms_txt(atlas, SiteInfo("x")))) == ["Data", "Optional"]


def test_names_that_are_no_markdown_and_no_address(read_files: ReadFiles) -> None:
    note = '---\ntitle: "[a](b) *c*"\nsummary: |\n  two\n  lines.\n---\n'
    atlas = read_files({"bib/a.bib": "@misc{a, title = {A}}", "docs/directions/流 (1).md": note}).atlas
    (match,) = sections(llms_txt(atlas, SiteInfo("x")))["Directions"]
    assert match["title"] == r"\[a\](b) \*c\*"
    assert match["link"] == "directions/%E6%B5%81%20%281%29/"
    assert match["about"] == "two lines; papers: 0."
