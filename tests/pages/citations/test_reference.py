"""A reference, and the parts it is made of."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from paperatlas.atlas import Paper
from paperatlas.bibliography import Name
from paperatlas.pages import messages_for
from paperatlas.pages.citations.reference import inverted, reference_html, sentences, short_names, sort_key, year_of
from paperatlas.texts.en import EN
from paperatlas.texts.zh import ZH
from tests.conftest import ReadFiles, make_site
from tests.pages.citations.test_page import shown


def test_a_title_that_asks_takes_no_full_stop(read_files: ReadFiles) -> None:
    book = "@article{q, author = {Ada, A.}, title = {Why?}, journaltitle = {J. Flows.}, date = {2020}}"
    site = make_site(read_files({"bib/a.bib": book}).atlas, messages_for("en"))
    (item,) = shown(site, "[@q]", placement="end").select("li.pa-ref")
    assert item.get_text().split(" ↩")[0] == "Ada, A. (2020). Why? J. Flows."


def paper_of(read_files: ReadFiles, text: str) -> Paper:
    (paper,) = read_files({"bib/a.bib": text}).atlas.papers.values()
    return paper


@pytest.mark.parametrize(
    ("name", "written"),
    [
        (Name(given="Jean-Baptiste", family="Alayrac"), "Alayrac, J.-B."),
        (Name(given="Aäron", family="Oord", prefix="van den"), "van den Oord, A."),
        (Name(given="Élodie M.", family="X", suffix="Jr"), "X, É. M., Jr"),
        (Name(given="W.A.", family="Wall"), "Wall, W. A."),
        (Name(given="J.-P.L.", family="X"), "X, J.-P. L."),
        (Name(given="(?)", family="X"), "X, (?)"),
        (Name(given="Ada"), "Ada"),
        (Name(literal="何恺明", family="何", given="恺明"), "何恺明"),
    ],
)
def test_given_names_are_initials(name: Name, written: str) -> None:
    assert inverted(name) == written


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("author = {Ho, J. and {The Lab}}", ["Ho", "The Lab"]),
        ("author = {Ho, J. and others}", ["Ho", "", ""]),
        ("shorttitle = {M}", ["M"]),
        ("editor = {Ho, J.}", ["Ho"]),
    ],
)
def test_who_a_citation_names(read_files: ReadFiles, author: str, names: list[str]) -> None:
    assert short_names(paper_of(read_files, f"@book{{k, title = {{T}}, {author}}}")) == names


@pytest.mark.parametrize(
    ("fields", "reference"),
    [
        ("author = {Ho, J.}, date = {2020}", "Ho, J. (Y). <T>."),
        ("", "<T> (Y)."),
        ("author = {Ho, J.}, eprint = {2006.11239}, eprinttype = {arxiv}", "Ho, J. (Y). <T>. arXiv:2006.11239"),
        ("author = {Ho, J.}, doi = {10.1000/a<b}, url = {https://a.example}", "Ho, J. (Y). <T>. doi:10.1000/a<b"),
        ("author = {Ho, J.}, url = {https://a.example/x/}", "Ho, J. (Y). <T>. a.example/x"),
        ("author = {Ho, J. and others}", "Ho, J., et al. (Y). <T>."),
    ],
)
def test_a_reference_in_words(read_files: ReadFiles, fields: str, reference: str) -> None:
    paper = paper_of(read_files, f"@misc{{k, title = {{<T>}}, {fields}}}")
    html = reference_html(paper, EN, "a?b&c", year="Y", year_first=True)
    assert BeautifulSoup(html, "html.parser").get_text() == reference
    assert html.startswith("<a") is (not paper.authors.names)
    assert '<a class="pa-ref__title" href="a?b&amp;c">&lt;T&gt;</a>' in html


@pytest.mark.parametrize(
    ("text", "english", "chinese"),
    [
        ("@phdthesis{k, title = {T}, school = {MIT}}", "T (PhD thesis) (Y). MIT.", "T (博士学位论文) (Y). MIT."),
        ("@thesis{k, title = {T}, type = {Habilitation}}", "T (Habilitation) (Y).", "T (Habilitation) (Y)."),
        ("@techreport{k, title = {T}, number = {R&D 5}}", "T (Technical report R&D 5) (Y).", "T (技术报告 R&D 5) (Y)."),
        ("@report{k, title = {T}, type = {Memo}, number = {5}}", "T (Memo 5) (Y).", "T (Memo 5) (Y)."),
        ("@patent{k, title = {T}, number = {EU-5}}", "T (EU-5) (Y).", "T (EU-5) (Y)."),
        ("@book{k, title = {T}, number = {5}}", "T (Y).", "T (Y)."),
    ],
)
def test_theses_reports_and_patents_say_what_they_are(
    read_files: ReadFiles, text: str, english: str, chinese: str
) -> None:
    paper = paper_of(read_files, text)
    for messages, reference in ((EN, english), (ZH, chinese)):
        html = reference_html(paper, messages, "", year="Y", year_first=True)
        assert BeautifulSoup(html, "html.parser").get_text() == reference


def test_without_an_address_the_title_is_no_link_and_the_year_comes_last(read_files: ReadFiles) -> None:
    paper = paper_of(read_files, "@article{k, author = {Ho, J.}, title = {T}, journal = {J & K}, volume = {3}}")
    assert reference_html(paper, EN, "", year="2020", year_first=False) == "Ho, J. T. <em>J &amp; K</em>, 3, 2020."


def test_of_eight_authors_six_are_named(read_files: ReadFiles) -> None:
    authors = [f"{letter}, X." for letter in "ABCDEFGH"]
    for count, last in ((7, "G, X. (Y)."), (8, "F, X., 等 (Y).")):
        paper = paper_of(read_files, f"@misc{{k, title = {{T}}, author = {{{' and '.join(authors[:count])}}}}}")
        assert f"{last} T." in reference_html(paper, ZH, "", year="Y", year_first=True)


def test_parts_end_like_sentences_and_empty_ones_are_left_out() -> None:
    assert sentences(["A", "", "B?", "<em>C.</em>", "<em>D</em>", "书。"]) == "A. B? <em>C.</em> <em>D</em>. 书。"
    assert sentences([]) == ""


def test_references_are_in_order_of_author_year_and_title(read_files: ReadFiles) -> None:
    library = """
    @misc{d, title = {Cc}}
    @misc{c, author = {Ho, J.}, title = {A}}
    @misc{b, author = {ho, J.}, title = {b}, date = {2020}}
    @misc{a, author = {Ho, J.}, title = {A}, date = {2020}}
    @misc{e, author = {Abe, J.}, title = {Z}, date = {2021}}
    """
    papers = read_files({"bib/a.bib": library}).atlas.papers.values()
    assert [paper.key for paper in sorted(papers, key=sort_key)] == ["e", "d", "a", "b", "c"]
    assert [year_of(paper, EN) for paper in papers] == ["n.d.", "n.d.", "2020", "2020", "2021"]


@pytest.mark.parametrize(
    ("fields", "language", "text"),
    [
        ("editor = {Roe, Jane}", "en", "Roe, J. (Ed.) (2005). T."),
        ("editor = {Roe, Jane and Doe, J.}", "en", "Roe, J., Doe, J. (Eds.) (2005). T."),
        ("editor = {Roe, Jane}", "zh", "Roe, J.（编） (2005). T."),
        ("author = {Aristotle}, editor = {Lucas, D. W.}, translator = {Kenny, Anthony}", "en",
         "Aristotle (2005). T. Edited by D. W. Lucas. Translated by Anthony Kenny."),
        ("author = {Roe, J.}, date = {1925/1940}", "en", "Roe, J. (1925–1940). T."),
        ("author = {Roe, J.}, date = {-0043}", "en", "Roe, J. (44 BC). T."),
        ("author = {Roe, J.}, date = {1723~}", "en", "Roe, J. (c. 1723). T."),
        ("author = {Roe, J.}, date = {1723~/1725}", "zh", "Roe, J. (约 1723–1725). T."),
        ("author = {Roe, J.}, date = {-0043}", "zh", "Roe, J. (公元前 44). T."),
        ("author = {Roe, J.}, date = {in press}", "zh", "Roe, J. (印刷中). T."),
        ("author = {Roe, J.}, date = {in press}", "en", "Roe, J. (in press). T."),
        ("author = {Roe, J.}, date = {whenever}", "en", "Roe, J. (whenever). T."),
        ("author = {Roe, J.}, date = {n.d.}", "en", "Roe, J. (n.d.). T."),
        ("organization = {Org}", "en", "T (2005). Org."),
    ],
)  # fmt: skip
def test_people_and_dates_of_a_reference(read_files: ReadFiles, fields: str, language: str, text: str) -> None:
    date = "" if "date" in fields else ", date = {2005}"
    paper = paper_of(read_files, f"@book{{k, title = {{T}}, {fields}{date}}}")
    messages = messages_for(language)
    html = reference_html(paper, messages, "", year=year_of(paper, messages), year_first=True)
    assert BeautifulSoup(html, "html.parser").get_text() == text
