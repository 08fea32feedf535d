"""Every field in an entry of every type, as people fill them: on its page and in every format, whatever the type asks for.

BibLaTeX's manual (2.1.1, 2.2.2) says which fields a type has; CNKI gives theses a journal, ACM gives papers of proceedings
one, Mendeley gives everything an institution. Nothing of that is left out in silence.
"""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from paperatlas.atlas import Paper
from paperatlas.bibliography.model.published import PUBLISHED
from paperatlas.formats.bibtex.writer import bibtex
from paperatlas.formats.csl.writer import csl_text
from paperatlas.formats.ris.writer import ris_record
from paperatlas.pages import messages_for
from paperatlas.pages.citations.cite_as import cite_as
from paperatlas.pages.paper import paper_page
from paperatlas.text.word_lists import words_in
from tests.conftest import make_site, read_folder, write_files

TYPES = words_in(
    "article book booklet collection conference dataset inbook incollection inproceedings manual mastersthesis misc"
    " online patent periodical phdthesis proceedings report software techreport thesis unpublished video"
)
TEXTS = words_in(
    "address addendum annotation booktitle collaboration eventtitle fjournal howpublished institution journal"
    " journaltitle library location maintitle medium nameaddon note organization origlocation origpublisher origtitle"
    " publisher reprinttitle school series titleaddon type venue"
)
NUMBERS = words_in(
    "articleno chapter edition eid isan isbn ismn isrn issn issue iswc mrnumber number pagetotal pages part pmcid pmid"
    " reportnumber version volume volumes zblnumber"
)
NAMES = words_in(
    "afterword annotator bookauthor commentator director editor editora editorb editorc foreword holder introduction"
    " translator"
)
DATES = ("eventdate", "origdate")
FIELDS = (*TEXTS, *NUMBERS, *NAMES, *DATES)

ALIASES = {"address", "journal", "school"}
"""Other names of fields that are there: both cannot stand in one entry."""

NOT_IN_CLASSIC = words_in("annotation articleno collaboration fjournal isan ismn isrn iswc library medium reportnumber")
"""What no bibliography prints is not in the entry to copy; the export has it."""

ABOUT_THE_ENTRY = words_in(
    "abstract abstractorigin acmid authortype bibcode biburl bibsource bookpagination change codelicense codetype coden"
    " crossref day editoratype editorbtype editorctype editortype endday endmonth endyear entryset entrysubtype"
    " evidence gender hal_id hal_version ids indexsorttitle indextitle inspire issue_date keywords label langid"
    " langidopts language lccn mark mrclass mrreviewer numpages oclc options origlanguage pagination presort"
    " related relatedoptions relatedstring relatedtype results shortauthor shortbooktitle shorteditor shorthand"
    " shorthandintro shortjournal shortseries shorttitle sortkey sortname sortshorthand sorttitle sortyear xdata xref"
    " zbl zbmath"
)
"""What is published of an entry and says how it is read, sorted, cited or reviewed."""

TESTED_ELSEWHERE = words_in(
    "adsurl arxiv arxivid author blog booksubtitle booktitleaddon code date doi eprint eprintclass eprinttype"
    " eventtitleaddon github html issuesubtitle issuetitle issuetitleaddon journalsubtitle journaltitleaddon"
    " mainsubtitle maintitleaddon month pdf poster pubstate slides subtitle title urldate url urlraw video website year"
)
"""Dates, links and identifiers; and subtitles, which stand with their titles."""


def value_of(name: str) -> str:
    """A value that nothing else in the entry has."""
    number = 7100 + sorted(FIELDS).index(name)
    if name in DATES:
        return str(number - 5000)
    return str(number) if name in NUMBERS else f"Zz{number}"


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Paper, str]]:
    """By key: every paper of the table with the text of its page, but for what it is cited with."""
    entries = []
    for kind in TYPES:
        entries += [f"@{kind}{{{kind}-{name}, {name} = {{{value_of(name)}}}" for name in FIELDS]
        together = ", ".join(f"{name} = {{{value_of(name)}}}" for name in FIELDS if name not in ALIASES)
        entries.append(f"@{kind}{{{kind}-all, {together}")
    root = tmp_path_factory.mktemp("every-field")
    write_files(root, {"bib/a.bib": "\n".join(f"{entry}, author = {{Roe, A.}}, title = {{T}}}}" for entry in entries)})
    atlas = read_folder(root, publish_fields=("annotation",)).atlas
    site = make_site(atlas, messages_for("en"))
    found = {}
    for key, paper in atlas.papers.items():
        page = BeautifulSoup(paper_page(site, paper).body.html, "html.parser")
        for element in page.select(".pa-cite-as, script"):
            element.decompose()
        found[key] = (paper, page.get_text(" "))
    return found


def lacking(paper: Paper, page: str, names: list[str]) -> dict[str, list[str]]:
    """The fields that a form of a paper does not have, by the form."""
    forms = {
        "page": page,
        "csl": csl_text(paper.entry),
        "ris": ris_record(paper.entry),
        "bibtex": "".join(bibtex([paper.entry])),
        "classic": cite_as(paper).bibtex,
    }
    return {
        form: missing
        for form, text in forms.items()
        if (missing := [name for name in names if value_of(name) not in text
                        and not (form == "classic" and name in NOT_IN_CLASSIC)])
    }  # fmt: skip


@pytest.mark.parametrize("kind", TYPES)
def test_a_field_alone(papers: dict[str, tuple[Paper, str]], kind: str) -> None:
    faults = {name: lacking(*papers[f"{kind}-{name}"], [name]) for name in FIELDS}
    assert {name: forms for name, forms in faults.items() if forms} == {}


@pytest.mark.parametrize("kind", TYPES)
def test_all_fields_together(papers: dict[str, tuple[Paper, str]], kind: str) -> None:
    names = [name for name in FIELDS if name not in ALIASES]
    assert lacking(*papers[f"{kind}-all"], names) == {}


def test_no_published_field_is_forgotten() -> None:
    assert PUBLISHED - {*FIELDS, *ABOUT_THE_ENTRY, *TESTED_ELSEWHERE} == set()
