"""References and BibTeX entries to take away."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from paperatlas.pages import Site, build_pages
from paperatlas.pages.citations.cite_as import cite_as, reference
from tests.atlas.test_assemble import entry
from tests.conftest import ReadFiles


@pytest.mark.parametrize(
    ("authors", "text"),
    [
        ("Ho, Jonathan", "Ho, J. (2020)."),
        ("Kong, Zhifeng and Ping, Wei", "Kong, Z., & Ping, W. (2020)."),
        # Chinese names: commas, and 等 (GB/T 7714-2015, 8.1.2)
        ("王芳 and 竺可桢", "王芳, 竺可桢 (2020)."),
        ("王芳 and others", "王芳, 等 (2020)."),
        ("王芳 and Kong, Zhifeng", "王芳, & Kong, Z. (2020)."),
        ("Alayrac, Jean-Baptiste and Kingma, Diederik P.", "Alayrac, J.-B., & Kingma, D. P. (2020)."),
        ("van den Oord, Aäron", "van den Oord, A. (2020)."),
        ("d'Ascoli, Stéphane", "d'Ascoli, S. (2020)."),
        ("{The Flow Group} and others", "The Flow Group, et al. (2020)."),
        ("何恺明", "何恺明 (2020)."),
    ],
)
def test_authors_of_a_reference(read_files: ReadFiles, authors: str, text: str) -> None:
    paper = read_files({"bib/a.bib": entry("a", author=authors)}).atlas.papers["a"]
    shown = BeautifulSoup(reference(paper), "html.parser").get_text()
    assert shown.startswith(text)


def test_of_very_many_authors_the_last_is_named(read_files: ReadFiles) -> None:
    authors = " and ".join(f"Name{letter}, Xi" for letter in "abcdefghijklmnopqrstu")
    paper = read_files({"bib/a.bib": entry("a", author=authors)}).atlas.papers["a"]
    assert ", Names, X., … Nameu, X. (2020). " in reference(paper)


def test_references(site: Site) -> None:
    papers = site.atlas.papers
    assert reference(papers["nice"]) == (
        "Dinh, L., Krueger, D., &amp; Bengio, Y. (2014). NICE: Non-linear Independent Components Estimation. "
        'arXiv:1410.8516. <a href="https://arxiv.org/abs/1410.8516">https://arxiv.org/abs/1410.8516</a>'
    )
    assert reference(papers["bound"]) == (
        'The Flow Group, et al. (2020). What <math class="pa-math"><semantics><mrow><mi>k</mi></mrow>'
        '<annotation encoding="application/x-tex" data-search-exclude>k</annotation></semantics></math> '
        "Layers Can Express. <em>Journal of Flows</em>, 3, 1–20."
    )
    assert reference(papers["loose"]) == "A Title Without a Place (n.d.)."


def test_every_paper_can_be_copied_and_saved(site: Site) -> None:
    for paper in site.atlas.papers.values():
        (page,) = [page for page in build_pages(site) if page.address == paper.address]
        soup = BeautifulSoup(page.body.html, "html.parser")
        for button in soup.select("button[data-pa-copy]"):
            assert "hidden" in button.attrs
            assert soup.find(id=str(button["data-pa-copy"]))
        entry_shown = soup.select_one("details #cite-bibtex")
        assert entry_shown
        assert entry_shown.get_text() == cite_as(paper).bibtex
        assert entry_shown.get_text().startswith("@")
        assert [link["href"] for link in soup.select(".pa-cite-as__exports a")] == [
            f"../{paper.slug}{suffix}" for suffix in (".bib", ".ris", ".csl.json")
        ]


def test_the_entry_shown_is_what_others_put_into_their_own_file(read_files: ReadFiles) -> None:
    fields = {
        "booktitle": "Flows",
        "abstract": "x",
        "abstract_zh": "x",
        "annotation": "x",
        "annotation_zh": "x",
        "change": "x",
        "code": "https://a.example/code",
        "codetype": "unofficial",
        "crossref": "gone",
        "evidence": "[b] x",
        "extends": "b",
        "keywords": "flows",
        "langid": "english",
        "website": "https://a.example/",
    }
    paper = read_files({"bib/a.bib": entry("a", **fields) + entry("b")}).atlas.papers["a"]
    names = [line.split()[0] for line in cite_as(paper).bibtex.splitlines()[1:-1]]
    assert {"author", "title", "year", "booktitle", "langid"} == set(names)


def test_a_paper_links_to_its_rows(site: Site) -> None:
    (page,) = [page for page in build_pages(site) if page.address == "papers/nice/"]
    soup = BeautifulSoup(page.body.html, "html.parser")
    assert [link["href"] for link in soup.select(".pa-authors a")] == [
        "../../people/#row-Laurent_Dinh",
        "../../people/#row-David_Krueger",
        "../../people/#row-Yoshua_Bengio",
    ]
    assert [link["href"] for link in soup.select(".pa-published a")] == [
        "../../venues/#row-arXiv",
        "../../years/#row-2014",
    ]


# As the APA's style (7th edition, 9.10 and 10.2) has editors, translators, and works of nobody.
OF_OTHERS = [
    ("editor = {Gaonkar, Dilip Parameshwar}", "Gaonkar, D. P. (Ed.) (2001). Alternative Modernities."),
    ("editor = {Roe, Jane and Doe, John}", "Roe, J., & Doe, J. (Eds.) (2001). Alternative Modernities."),
    ("translator = {Kenny, Anthony}", "Kenny, A. (Trans.) (2001). Alternative Modernities."),
    ("author = {Aristotle}, editor = {Lucas, D. W.}, translator = {Kenny, Anthony}",
     "Aristotle (2001). Alternative Modernities (D. W. Lucas, Ed.; Anthony Kenny, Trans.)."),
    ("publisher = {Duke}", "Alternative Modernities (2001). Duke."),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "text"), OF_OTHERS)
def test_a_reference_begins_with_whoever_it_is_cited_by(read_files: ReadFiles, fields: str, text: str) -> None:
    book = f"@book{{b, {fields}, title = {{Alternative Modernities}}, date = {{2001}}}}"
    paper = read_files({"bib/a.bib": book}).atlas.papers["b"]
    assert BeautifulSoup(reference(paper), "html.parser").get_text() == text


def test_the_editors_of_a_book_stand_before_it(read_files: ReadFiles) -> None:
    part = (
        "@incollection{b, author = {Roe, J.}, title = {Part}, booktitle = {Whole}, editor = {Doe, K.}, date = {2001}}"
    )
    paper = read_files({"bib/a.bib": part}).atlas.papers["b"]
    assert BeautifulSoup(reference(paper), "html.parser").get_text() == "Roe, J. (2001). Part. In K. Doe (Ed.), Whole."
