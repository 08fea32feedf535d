"""What the page of a paper shows of its entry besides title, people, venue and year."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from paperatlas.pages import messages_for
from paperatlas.pages.paper import paper_page
from tests.conftest import ReadFiles, make_site

COMMON = {"Citation key", "Published", "Year", "arXiv", "DOI"}

RECORDS = [
    # an entry, where it is said to have appeared, what its record shows besides
    (
        "@thesis{a, type = {硕士学位论文}, institution = {曲阜师范大学}, journaltitle = {医药卫生科技;信息科技}}",
        "曲阜师范大学",
        {"Type": "硕士学位论文", "Listed in": "医药卫生科技;信息科技"},
    ),
    (
        "@phdthesis{a, school = {MIT}, address = {Cambridge}}",
        "MIT",
        {"Type": "PhD thesis", "Place": "Cambridge"},
    ),
    (
        "@techreport{a, institution = {Univ. of Brescia}, number = {RT 2005-08-47}, type = {Technical Report}}",
        "Univ. of Brescia",
        {"Type": "Technical Report", "Number": "RT 2005-08-47"},
    ),
    ("@patent{a, number = {EU-29702195U}}", "", {"Number": "EU-29702195U"}),
    (
        (
            "@book{a, publisher = {Clarendon}, location = {Oxford}, edition = {2}, series = {Texts}, number = {7},"
            " isbn = {978-3-16-148410-0}, origdate = {1871}, titleaddon = {A Reader}}"
        ),
        "Clarendon",
        {
            "Title note": "A Reader",
            "Place": "Oxford",
            "Series": "Texts",
            "Number": "7",
            "Edition": "2",
            "ISBN": "978-3-16-148410-0",
            "First published": "1871",
        },
    ),
    # proceedings whose title stands twice in their entry
    ("@proceedings{a, booktitle = {T}}", "", {}),
    # what appeared in two works, and a book with its subtitle
    (
        "@inproceedings{a, booktitle = {B}, booksubtitle = {C}, journaltitle = {J}, date = {2011-05-03}}",
        "B",
        {"Date": "2011-05-03", "Listed in": "J", "Book": "B: C"},
    ),
    ("@article{a, journaltitle = {J}, date = {2010-21}, pubstate = {inpress}}", "J", {"Status": "in press"}),
    (
        "@book{a, foreword = {Roe, Ann and others}, eprint = {1/2}, eprinttype = {hdl}}",
        "",
        {"Foreword by": "Ann Roe, et al.", "E-print": "Handle 1/2"},
    ),
    # the number of a preprint is said once, also where nothing calls it that
    ("@article{a, journal = {CoRR}, volume = {abs/1610.06300}}", "arXiv:1610.06300", {}),
    # what stands in the publication already
    ("@article{a, journal = {J}, volume = {3}, number = {4}, publisher = {P}}", "J, 3(4)", {"Publisher": "P"}),
    (
        "@misc{a, number = {arXiv:2001.00001}, publisher = {arXiv}, eprint = {2001.00001}, archiveprefix = {arXiv}}",
        "arXiv:2001.00001",
        {},
    ),
]


@pytest.mark.parametrize(("entry", "publication", "record"), RECORDS)
def test_records(read_files: ReadFiles, entry: str, publication: str, record: dict[str, str]) -> None:
    atlas = read_files({"bib/a.bib": entry[:-1] + ", title = {T}}"}).atlas
    paper = atlas.papers["a"]
    assert paper.publication == publication
    page = BeautifulSoup(paper_page(make_site(atlas, messages_for("en")), paper).body.html, "html.parser")
    rows = {
        row.dt.get_text(): row.dd.get_text() for row in page.select("#details ~ .pa-record > div") if row.dt and row.dd
    }
    assert {label: value for label, value in rows.items() if label not in COMMON} == record


TITLES = [
    ("title = {Maps}", "Maps"),
    (r"title = {Maps}, subtitle = {A \emph{short} history}", "Maps: A short history"),
    ("title = {Why Maps?}, subtitle = {A history}", "Why Maps? A history"),
    ("title = {为何？}, subtitle = {历史}", "为何？ 历史"),
    ("subtitle = {A history}", "A history"),
]


@pytest.mark.parametrize(("fields", "title"), TITLES)
def test_a_title_has_its_subtitle(read_files: ReadFiles, fields: str, title: str) -> None:
    assert read_files({"bib/a.bib": f"@book{{a, {fields}}}"}).atlas.papers["a"].title.text == title


GENRES = [
    ("@thesis{a, type = {phdthesis}, title = {T}}", "PhD thesis", "博士学位论文"),
    ("@mastersthesis{a, title = {T}}", "Master’s thesis", "硕士学位论文"),
    ("@techreport{a, title = {T}}", "Technical report", "技术报告"),
    ("@thesis{a, type = {Habilitation}, title = {T}}", "Habilitation", "Habilitation"),
]


@pytest.mark.parametrize(("entry", "english", "chinese"), GENRES)
def test_kinds_in_the_language_of_the_page(read_files: ReadFiles, entry: str, english: str, chinese: str) -> None:
    atlas = read_files({"bib/a.bib": entry}).atlas
    for language, kind in (("en", english), ("zh", chinese)):
        html = paper_page(make_site(atlas, messages_for(language)), atlas.papers["a"]).body.html
        assert f"<dd>{kind}</dd>" in html
