"""The table that compares the methods of a group."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from paperatlas.pages import direction_sections, messages_for
from paperatlas.pages.comparison.table import MethodTable, comparison
from tests.conftest import ReadFiles, make_site

Cells = list[list[str]]
ALL = (
    "eprint = {2010.02502}, eprinttype = {arxiv}, date = {2021}, code = {https://example.org/c}, change = {Skips steps}"
)


def group(read_files: ReadFiles, entries: list[str], columns: str = "", language: str = "en") -> BeautifulSoup:
    """Return the direction's page of papers `k0`, `k1`, … with these fields, all in one group."""
    named = f"\n    columns: {columns}" if columns else ""
    library = "".join(
        f"@misc{{k{number}, title = {{T{number}}}, shorttitle = {{M{number}}}, keywords = {{a/g}}, {fields}}}\n"
        for number, fields in enumerate(entries)
    )
    note = f"---\ntitle: A\ngroups:\n  - slug: g\n    title: Group{named}\n---\n"
    atlas = read_files({"bib/a.bib": library, "docs/directions/a.md": note}).atlas
    site = make_site(atlas, messages_for(language))
    return BeautifulSoup(direction_sections(site, site.atlas.directions["a"]).html, "html.parser")


def cells(soup: BeautifulSoup) -> Cells:
    return [[cell.get_text().strip() for cell in row.select("th, td")] for row in soup.select(".pa-compare tr")]


@pytest.mark.parametrize(
    ("entries", "columns", "table"),
    [
        # every column, and empty cells
        (
            [ALL, "extends = {k0}"],
            "",
            [
                ["Method", "First public", "Venue", "What it changes", "Builds on", "Code"],
                ["M1", "", "", "", "M0", ""],
                ["M0", "2020-10", "arXiv 2021", "Skips steps", "", "Code"],
            ],
        ),
        # columns without any value are left out
        (["change = {One}", "change = {Two}"], "", [["Method", "What it changes"], ["M0", "One"], ["M1", "Two"]]),
        # no table: a single paper, or nothing that the list does not say
        ([ALL], "", []),
        (["date = {2020}, code = {https://example.org/a}", "date = {2021}"], "", []),
        (["compares = {k1}", "alternative = {k0}"], "", []),
        # what a group asks for, in its order
        (["date = {2020}", "date = {2021}"], "[venue]", [["Method", "Venue"], ["M0", "2020"], ["M1", "2021"]]),
        (
            [ALL, "date = {2022}"],
            "[code, venue, code]",
            [["Method", "Code", "Venue"], ["M0", "Code", "arXiv 2021"], ["M1", "", "2022"]],
        ),
        (["date = {2020}", "date = {2021}"], "[change]", []),
        # what came of it, and the licence of the code
        (
            ["results = {Twice \\emph{as} fast}, codelicense = {MIT}", ""],
            "[results, licence]",
            [["Method", "Results", "Licence"], ["M0", "Twice as fast", "MIT"], ["M1", "", ""]],
        ),
        # code of others; a paper that two relations lead to is named once
        (
            [
                "code = {https://example.org/a}, codetype = {unofficial}",
                "extends = {k0}, uses = {k0}, compares = {k2}",
                "",
            ],
            "[builds_on, code]",
            [
                ["Method", "Builds on", "Code"],
                ["M0", "", "Code (not by the authors)"],
                ["M1", "M0", ""],
                ["M2", "", ""],
            ],
        ),
    ],
)
def test_methods_of_a_group_are_compared(read_files: ReadFiles, entries: list[str], columns: str, table: Cells) -> None:
    assert cells(group(read_files, entries, columns)) == table


def test_of_many_methods_three_are_named_and_the_others_counted(read_files: ReadFiles) -> None:
    soup = group(read_files, ["", "", "", "", "extends = {k3}, uses = {k0, k1, k2}"])
    links = soup.select(".pa-compare__builds_on a")
    assert [(link.get_text(), link["href"]) for link in links] == [
        ("M3", "../../papers/k3/"),
        ("M0", "../../papers/k0/"),
        ("M1", "../../papers/k1/"),
        ("+1", "../../papers/k4/#relations"),
    ]


@pytest.mark.parametrize(("language", "shown"), [("en", "Skips steps"), ("zh", "跳步")])
def test_what_changes_is_told_in_the_reader_s_language(read_files: ReadFiles, language: str, shown: str) -> None:
    fields = "change = {Skips steps}, change_zh = {跳步}"
    (cell, other) = group(read_files, [fields, "change = {<b> \\& $x$}"], language=language).select(
        ".pa-compare__change"
    )
    assert (cell.get_text(), cell.get("lang")) == (shown, None)
    # A text that is there in English alone says so on a Chinese page.
    assert (other.get("lang"), other.find("b")) == ("en" if language == "zh" else None, None)


def test_each_page_of_a_direction_compares_its_own_papers(read_files: ReadFiles) -> None:
    files = {
        "bib/a.bib": "".join(
            f"@misc{{k{n:03}, title = {{T}}, keywords = {{a}}, change = {{C{n}}}}}\n" for n in range(201)
        ),
        "docs/directions/a.md": "---\ntitle: A\n---\n",
    }
    site = make_site(read_files(files).atlas, messages_for("en"))
    (only,) = site.atlas.directions["a"].groups
    first, rest = (comparison(site, only, keys) for keys in (only.papers[:100], only.papers[200:]))
    assert isinstance(first, MethodTable)
    assert (len(first.rows), first.columns, rest) == (100, ("change",), None)
