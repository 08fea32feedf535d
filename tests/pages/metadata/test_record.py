"""The facts that every kind of metadata writes."""

from __future__ import annotations

import pytest

from paperatlas.bibliography import Name
from paperatlas.formats.csl.writer import csl_item
from paperatlas.formats.ris.writer import ris_record
from paperatlas.pages import messages_for
from paperatlas.pages.citations.reference import publication_html
from paperatlas.pages.indexes.venues import full_name
from paperatlas.pages.metadata.record import PaperFacts, facts_of, sorted_name
from tests.conftest import ReadFiles, make_site
from tests.pages.metadata.test_head import contents, head, linked_data


@pytest.mark.parametrize(
    ("kind", "container", "short"),
    [
        ("article", "Journal of Flows", "JoF"),
        ("inproceedings", "Book of Flows", "BoF"),
        ("misc", "Book of Flows", "BoF"),
    ],
)
def test_pages_and_exports_name_the_same_container(
    read_files: ReadFiles, kind: str, container: str, short: str
) -> None:
    library = (
        f"@{kind}{{a, title={{A}}, date={{2020}}, journaltitle={{Journal of Flows}}, shortjournal={{JoF}},"
        " booktitle={Book of Flows}, shortbooktitle={BoF}}\n"
    )
    site = make_site(read_files({"bib/a.bib": library}).atlas, messages_for("en"))
    paper = site.atlas.papers["a"]
    record, item = facts_of(paper), csl_item(paper.entry)
    assert (paper.venue, paper.publication, publication_html(paper)) == (short, container, f"<em>{container}</em>")
    assert [full_name(row) for row in site.indexes.venues.rows] == [container]
    assert record.container == linked_data(head(site, "a"))["isPartOf"]["name"] == container
    assert (item["container-title"], item["container-title-short"]) == (container, short)
    assert {f"T2  - {container}", f"J2  - {short}"} <= set(ris_record(paper.entry).splitlines())
    assert contents(head(site, "a"), "DC.isPartOf") == [container]


def record(read_files: ReadFiles, kind: str, fields: str) -> PaperFacts:
    return facts_of(read_files({"bib/a.bib": f"@{kind}{{k, title = {{T}}, {fields}}}"}).atlas.papers["k"])


@pytest.mark.parametrize(
    ("kind", "fields", "found"),
    [
        ("article", "", "journal"),
        ("conference", "", "conference"),
        ("phdthesis", "", "thesis"),
        ("techreport", "", "report"),
        ("inbook", "", "part"),
        ("proceedings", "", "book"),
        ("misc", "eprint = {2006.11239}, eprinttype = {arxiv}", "preprint"),
        ("article", "eprint = {2006.11239}, eprinttype = {arxiv}", "journal"),
        ("dataset", "", "other"),
        ("unheard", "", "other"),
    ],
)
def test_what_kind_of_work_it_is(read_files: ReadFiles, kind: str, fields: str, found: str) -> None:
    assert record(read_files, kind, fields).kind == found


@pytest.mark.parametrize(
    ("fields", "date"),
    [
        ("date = {2020-06-19}", "2020-06-19"),
        ("date = {2020-06}", "2020-06"),
        ("date = {2020-22}", "2020"),
        ("year = 2020, month = jun", "2020-06"),
        ("date = {0999}", "0999"),
        ("year = {in press}", ""),
        ("", ""),
    ],
)
def test_a_date_says_what_is_known_of_it(read_files: ReadFiles, fields: str, date: str) -> None:
    assert record(read_files, "misc", fields).date == date


@pytest.mark.parametrize(
    ("fields", "pages"),
    [
        ("pages = {1--20}", ("1", "20")),
        ("pages = {1 – 20}", ("1", "20")),
        ("pages = {S1-S20, 30--31}", ("S1", "S20")),
        ("pages = {7}", ("7", "")),
        ("eid = {e0123}", ("e0123", "")),
        ("", ("", "")),
    ],
)
def test_the_first_page_and_the_last(read_files: ReadFiles, fields: str, pages: tuple[str, str]) -> None:
    found = record(read_files, "article", fields)
    assert (found.first_page, found.last_page) == pages


@pytest.mark.parametrize(
    ("kind", "fields", "name", "value"),
    [
        ("article", "number = {2}", "issue", "2"),
        ("article", "number = {2}, issue = {Spring}", "issue", "Spring"),
        ("techreport", "number = {2}, issue = {Spring}", "issue", ""),
        ("techreport", "number = {TR-2}", "number", "TR-2"),
        ("phdthesis", "school = {Oslo}", "publisher", "Oslo"),
        ("book", "publisher = {P}, organization = {O}", "publisher", "P"),
        ("manual", "organization = {O}", "publisher", "O"),
        ("book", "langid = {ngerman}", "language", "de"),
        ("book", "langid = {klingon}", "language", ""),
        ("book", "volume = {III}", "volume", "III"),
    ],
)
def test_single_facts(read_files: ReadFiles, kind: str, fields: str, name: str, value: str) -> None:
    assert getattr(record(read_files, kind, fields), name) == value


@pytest.mark.parametrize(
    ("name", "written"),
    [
        (Name(given="Aäron", prefix="van den", family="Oord"), "van den Oord, Aäron"),
        (Name(given="Martin", family="King", suffix="Jr"), "King, Martin, Jr"),
        (Name(literal="何恺明", family="何", given="恺明"), "何恺明"),
        (Name(given="Ada"), "Ada"),
        (Name(family="Ada"), "Ada"),
    ],
)
def test_a_name_as_it_is_sorted(name: Name, written: str) -> None:
    assert sorted_name(name) == written
