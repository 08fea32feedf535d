"""Citations by CSL styles through Pandoc: what it makes of a page as a whole, and what of a page is ours."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from markdown import markdown as to_html

from paperatlas.atlas import Address
from paperatlas.build.citations import read_style
from paperatlas.notes import read_body
from paperatlas.pages import Site, messages_for
from paperatlas.pages.citations.page import CitationOptions, cite_page
from paperatlas.pages.citations.pandoc import PageQuestion, PandocError, PandocStyle
from tests.conftest import ReadFiles, make_site
from tests.pages.citations.test_csl import BAD_STYLES, HERE, LIBRARY, words

MORE = """
@inproceedings{three, author = {Ada, Anna}, title = {Third}, booktitle = {Proceedings}, date = {2020}}
@book{cite, author = {Quote, Q. and Roe, R. and Sun, S. and Tan, T.}, title = {Four <i>Big</i> & small}, date = {2019}}
"""
SMALL = (HERE / "small.csl").read_text(encoding="utf-8")
STYLES = {
    "author": SMALL.replace(
        "<citation>", '<citation collapse="year" disambiguate-add-year-suffix="true" et-al-min="3" et-al-use-first="1">'
    ).replace("<bibliography>", '<bibliography subsequent-author-substitute="———" subsequent-author-substitute-rule="complete-all">'),
    "number": """\
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text" default-locale="en-US">
  <info><title>N</title><id>n</id><category citation-format="numeric"/><updated>2026-01-01T00:00:00Z</updated></info>
  <citation collapse="citation-number"><sort><key variable="citation-number"/></sort>
    <layout prefix="[" suffix="]" delimiter=", "><text variable="citation-number"/><text variable="locator" prefix=":"/></layout>
  </citation>
  <bibliography second-field-align="flush">
    <layout suffix="."><text variable="citation-number" suffix="."/><text variable="title" prefix=" "/></layout>
  </bibliography>
</style>
""",
}  # fmt: skip


@pytest.fixture(scope="module")
def styles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of our own styles, one with a name that is not ASCII."""
    folder = tmp_path_factory.mktemp("样式")
    for name, text in STYLES.items():
        (folder / f"{name}.csl").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def library(read_files: ReadFiles) -> Site:
    return make_site(read_files({"bib/a.bib": LIBRARY + MORE}).atlas, messages_for("en"))


def shown(site: Site, text: str, style: Path) -> BeautifulSoup:
    """The page as a browser gets it, without its cards."""
    read, problems = read_style(style.name, style.parent, "pandoc")
    assert (type(read), problems) == (PandocStyle, [])
    page = cite_page(site, read_body(text), Address("a/"), CitationOptions(read, cards=False))
    assert page.problems == ()
    return BeautifulSoup(page.filled(to_html(page.markdown)), "html.parser")


CITATIONS = [
    # style, text, words
    ("author", "[@two]", "(Ada & Beta 2021)"),
    ("author", "[see @two, pp. 30-35, *passim*; @one]", "(see Ada & Beta 2021: 30–35, passim; Ada 2020)"),
    ("author", "[@two{ii, A, D-Z}, with more]", "(Ada & Beta 2021: ii, A, D–Z, with more)"),
    ("author", "[@two{}, 99 years]", "(Ada & Beta 2021, 99 years)"),
    ("author", "[-@two, p. 3]", "(2021: 3)"),
    ("author", "@two [p. 3; @one] say", "Ada & Beta (2021: 3) (Ada 2020) say"),
    ("author", "[@one; @three; @two]", "(Ada 2020a, 2020b; Ada & Beta 2021)"),
    ("author", "[@cite] and [@han]", "(Quote et al. 2019) and (王伟 2018)"),
    ("author", "[@bare]", "(No One no year)"),
    ("author", "[@two; @nothing] [@nothing]", "(Ada & Beta 2021) @nothing (@nothing)"),
    ("author", "[@two, p. 3 & `x` <b>]", "(Ada & Beta 2021: 3 & x )"),
    ("number", "[@one; @two; @three] [@two; @one]", "[1–3] [1, 2]"),
    ("number", "@cite [p. 12] says [@two]", "Quote et al. [1:12] says [2]"),
]  # fmt: skip


@pytest.mark.parametrize(("style", "text", "result"), CITATIONS)
def test_citations(library: Site, styles: Path, style: str, text: str, result: str) -> None:
    page = shown(library, text, styles / f"{style}.csl")
    assert words(page.p.get_text() if page.p else "") == result


def test_links_lead_to_the_papers(library: Site, styles: Path) -> None:
    page = shown(library, "[@one; @three; @two; @cite]", styles / "number.csl")
    links = [(link.get_text(), link["href"]) for link in page.select("a.pa-cite")]
    assert links == [("1", "../papers/one/"), ("4", "../papers/cite/")]
    page = shown(library, "@two [p. 3; @one]", styles / "author.csl")
    assert [link["href"] for link in page.select("a.pa-cite")] == ["../papers/two/", "../papers/one/"]


def test_references(library: Site, styles: Path) -> None:
    page = shown(library, "[@two, p. 3; @one; @three; @bare; @cite]", styles / "author.csl")
    assert [words(item.get_text()).removesuffix(" ↩") for item in page.select("li.pa-ref")] == [
        "Ada. GAN First. 2020a.",
        "———. Third. 2020b.",
        "Ada & Beta. Second & More. 2021. https://a.example/?x=1&y=2.",
        "No One. no year.",
        "Quote, Roe, Sun, & Tan. Four Big & small. 2019.",
    ]
    assert [link.get_text() for link in page.select("a.pa-ref__title")][::4] == ["GAN First", "Four Big & small"]
    assert [link["href"] for link in page.select("a.pa-ref__link")] == ["https://a.example/?x=1&y=2"]
    page = shown(library, "[@two] [@one]", styles / "number.csl")
    assert [label.get_text() for label in page.select(".pa-ref__label")] == ["1.", "2."]


def test_a_library_that_is_listed_whole_begins_with_what_is_cited(library: Site, styles: Path) -> None:
    page = shown(library, "[@cite]\n\n\\full_bibliography\n", styles / "number.csl")
    assert [link["href"] for link in page.select("a.pa-ref__title")][:2] == ["../papers/cite/", "../papers/two/"]
    assert len(page.select("li.pa-ref")) == 6


def test_what_is_cached_of_one_engine_is_not_taken_for_another(styles: Path) -> None:
    keys = {read_style("author.csl", styles, engine)[0].key for engine in ("citeproc-py", "pandoc")}
    assert len(keys | {read_style("number.csl", styles, "pandoc")[0].key}) == 3


def test_a_page_is_one_question(library: Site, styles: Path) -> None:
    read, _ = read_style("author.csl", styles, "pandoc")
    assert isinstance(read, PandocStyle)
    asked: list[PageQuestion] = []

    def refuse(question: PageQuestion) -> None:
        asked.append(question)
        raise PandocError("it has had enough")

    style = PandocStyle(read.file, read.path, read.version, refuse)  # type: ignore[arg-type]
    page = cite_page(library, read_body("[@one] [@two; @three]"), Address("a/"), CitationOptions(style, cards=False))
    assert [[item.id for item in group] for group in asked[0].groups] == [["p0"], ["p1", "p2"]]
    assert len(asked) == 1
    assert [(problem.code, problem.file) for problem in page.problems] == [("CIT007", "author.csl")]
    assert "it has had enough" in page.problems[0].message
    assert "(Ada and Beta, 2021; Ada, 2020b)" in BeautifulSoup(page.filled(page.markdown), "html.parser").get_text()
    assert cite_page(library, read_body("mail@x.example [@no]"), Address(""), CitationOptions(style)).problems == ()


@pytest.mark.parametrize(("text", "name", "message"), BAD_STYLES)
def test_a_style_that_cannot_be_used_is_a_problem(tmp_path: Path, text: str, name: str, message: str) -> None:
    (tmp_path / "bad.csl").write_text(text, encoding="utf-8")
    _, (problem,) = read_style(name, tmp_path, "pandoc")
    assert (problem.code, problem.file) == ("CIT002", name)
    assert message in problem.message
