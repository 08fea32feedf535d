"""Citations on a page, by style and language."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup
from markdown import markdown as to_html

from paperatlas.atlas import Address
from paperatlas.notes import read_body
from paperatlas.pages import Site, messages_for
from paperatlas.pages.citations.page import CitationOptions, ReferencePlacement, cite_page, with_names
from paperatlas.pages.citations.styles import BUILT_IN
from tests.conftest import ReadFiles, make_site

LIBRARY = r"""
@article{one, author = {Ada, Anna}, title = {First & <Best>}, date = {2020}, doi = {10.1000/1}, abstract = {Short.}}
@article{two, author = {Ada, Anna and Beta, Bo-Jo}, title = {Second}, journaltitle = {Journal}, date = {2021}}
@article{many, author = {Ada, A. and Beta, B. and Gamma, G.}, title = {Third}, date = {2019}}
@article{twin, author = {Ada, Anna}, title = {Second of that Year}, date = {2020}}
@article{han, author = {王伟}, title = {深度学习}, date = {2018}}
@misc{bare, title = {No One Wrote This}}
@article{{a b}, author = {von Delta, Dee}, title = {Odd Key}, date = {2001}}
""".replace("{{a b}", "{x:y/z")


@pytest.fixture(params=["en"])
def library(request: pytest.FixtureRequest, read_files: ReadFiles) -> Site:
    return make_site(read_files({"bib/a.bib": LIBRARY}).atlas, messages_for(request.param))


def shown(site: Site, text: str, style: str = "author-year", placement: ReferencePlacement = "none") -> BeautifulSoup:
    """The page as a browser gets it."""
    page = cite_page(site, read_body(text), Address("notes/a/"), CitationOptions(BUILT_IN[style], placement))
    return BeautifulSoup(page.filled(to_html(page.markdown, extensions=["tables", "toc"])), "html.parser")


def words(tag: BeautifulSoup) -> str:
    for store in tag.select(".pa-card-store"):
        store.extract()
    return " ".join(tag.get_text().split())


AUTHOR_YEAR = [
    ("x [@two] y", "x (Ada and Beta, 2021) y"),
    ("[@many]", "(Ada et al., 2019)"),
    ("[@one]", "(Ada, 2020)"),
    ("[@one; @twin]", "(Ada, 2020a; Ada, 2020b)"),
    ("[see @two, p. 3; -@many]", "(see Ada and Beta, 2021, p. 3; 2019)"),
    ("[@two, *passim*]", "(Ada and Beta, 2021, passim)"),
    ("[@two, {ii, A}]", "(Ada and Beta, 2021, ii, A)"),
    ("[@two, {} 99 years later]", "(Ada and Beta, 2021, 99 years later)"),
    ("@two say", "Ada and Beta (2021) say"),
    ("@two [p. 3] say", "Ada and Beta (2021, p. 3) say"),
    ("@two [p. 3; @many] say", "Ada and Beta (2021, p. 3; Ada et al., 2019) say"),
    ("-@two", "(2021)"),
    ("@han", "王伟 (2018)"),
    ("[@bare]", "(No One Wrote This, n.d.)"),
    ("@{x:y/z} and @x:y/z", "von Delta (2001) and von Delta (2001)"),
    ("[@nothing; @two]", "(@nothing; Ada and Beta, 2021)"),
    ("@property and @nothing [p. 3]", "@property and @nothing [p. 3]"),
    (r"`[@two]` and \@two", "[@two] and @two"),
    ("**[@two]**", "(Ada and Beta, 2021)"),
    ("| a |\n| --- |\n| [@two] |", "a (Ada and Beta, 2021)"),
]

# The title of each work is its key. Initials come before letters (CSL 1.0.2, primary-name-with-initials; APA 7, 8.20).
NAMESAKES = r"""
@misc{a, author = {Ho, Jonathan}, date = {2020}}
@misc{b, author = {Ho, Xi}, date = {2020}}
@misc{c, author = {Ho, Jonathan}, date = {2020}}
@misc{d, author = {Ho, Jonathan and Roe, R.}, date = {2020}}
@misc{e, author = {Ho, Xi}, date = {2021}}
@misc{f, author = {{Ho}}, date = {2020}}
@misc{g, author = {王伟}, date = {2020}}
@misc{h, author = {王, 伟}, date = {2020}}
@misc{i, author = {de Wit, Kees-Jan}, date = {2020}}
@misc{j, author = {de Wit, Anna}, date = {2020}}
@misc{k, author = {Ho, J. and Roe, R. and Doe, D.}, date = {2022}}
@misc{l, author = {Ho, X. and Poe, R. and Doe, D.}, date = {2022}}
"""


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("[@a; @b]", "(J. Ho, 2020; X. Ho, 2020)"),
        ("@a and @b", "J. Ho (2020) and X. Ho (2020)"),
        ("[@a; @c]", "(Ho, 2020a; Ho, 2020b)"),
        ("[@a; @b; @c]", "(J. Ho, 2020a; X. Ho, 2020; J. Ho, 2020b)"),
        ("[@a; @e]", "(Ho, 2020; Ho, 2021)"),
        ("[@a; @d]", "(Ho, 2020; Ho and Roe, 2020)"),
        ("[@a; @f]", "(J. Ho, 2020; Ho, 2020)"),
        ("[@i; @j]", "(K.-J. de Wit, 2020; A. de Wit, 2020)"),
        ("[@k; @l]", "(J. Ho et al., 2022; X. Ho et al., 2022)"),
        ("[-@a; @b]", "(2020; X. Ho, 2020)"),
    ],
)
def test_namesakes_have_initials_before_letters(text: str, result: str, read_files: ReadFiles) -> None:
    site = make_site(read_files({"bib/a.bib": NAMESAKES}).atlas, messages_for("en"))
    assert words(shown(site, text)) == result


NUMERIC = [
    ("[@two] [@many] [@two]", "[1] [2] [1]"),
    ("[@two; @many]", "[1, 2]"),
    ("[see @two, p. 3; @many]", "[see 1, p. 3; 2]"),
    ("@two say", "Ada and Beta [1] say"),
    ("@two [p. 3; @many] say", "Ada and Beta [1, p. 3; 2] say"),
    ("[-@two]", "[1]"),
    ("[@nothing]", "[@nothing]"),
]


@pytest.mark.parametrize(("text", "result"), AUTHOR_YEAR)
def test_author_year(library: Site, text: str, result: str) -> None:
    assert words(shown(library, text)) == result


@pytest.mark.parametrize(("text", "result"), NUMERIC)
def test_numeric(library: Site, text: str, result: str) -> None:
    assert words(shown(library, text, "numeric")) == result


@pytest.mark.parametrize("library", ["zh"], indirect=True)
@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("前 [@two] 后", "前（Ada 与 Beta，2021）后"),
        ("由 @many 提出", "由 Ada 等（2019）提出"),
        ("[@two，第 3 页]", "（Ada 与 Beta，2021，第 3 页）"),
        ("[@two, 第 3 页]", "（Ada 与 Beta，2021，第 3 页）"),
        ("[@bare]", "（No One Wrote This，无日期）"),
    ],
)
def test_in_chinese(library: Site, text: str, result: str) -> None:
    assert words(shown(library, text)) == result


def test_a_citation_is_a_link_that_can_be_led_back_to(library: Site) -> None:
    page = shown(library, "[@one] [@two] [@one]", placement="end")
    assert [(link["href"], link["id"]) for link in page.select("a.pa-cite")] == [
        ("../../papers/one/", "pa-cite-one-1"),
        ("../../papers/two/", "pa-cite-two-1"),
        ("../../papers/one/", "pa-cite-one-2"),
    ]
    back = {item["id"]: [link["href"] for link in item.select(".pa-ref__back a")] for item in page.select("li.pa-ref")}
    assert back == {"pa-ref-one": ["#pa-cite-one-1", "#pa-cite-one-2"], "pa-ref-two": ["#pa-cite-two-1"]}
    ids = [tag["id"] for tag in page.select("[id]")]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("style", "lines"),
    [
        (
            "author-year",
            ["Ada, A. (2020). First & <Best>. doi:10.1000/1 ↩", "Ada, A., Beta, B.-J. (2021). Second. Journal. ↩"],
        ),
        (
            "numeric",
            ["[1] Ada, A., Beta, B.-J. Second. Journal, 2021. ↩", "[2] Ada, A. First & <Best>. 2020. doi:10.1000/1 ↩"],
        ),
    ],
)
def test_references(library: Site, style: str, lines: list[str]) -> None:
    page = shown(library, "[@two; @one]", style, "end")
    assert [" ".join(item.get_text().split()) for item in page.select("li.pa-ref")] == lines
    assert [heading.get_text() for heading in page.select("h2")] == ["References"]


@pytest.mark.parametrize(
    ("text", "placement", "order"),
    [
        ("[@one]\n\n## Next\n\ntext", "end", ["Next", "References", "list"]),
        ("[@one]\n\n## Literature", "end", ["Literature", "list"]),
        ("[@one]\n\n<!-- paperatlas: references -->\n\n## Next", "end", ["References", "list", "Next"]),
        ("[@one]\n\n<!-- paperatlas: references -->\n\n## Next", "marker", ["References", "list", "Next"]),
        ("[@one]\n\n## Sources\n\n<!-- paperatlas: references -->\n", "end", ["Sources", "list"]),
        ("[@one]\n\nSources\n-------\n\n\\bibliography\n", "end", ["Sources", "list"]),
        ("\\bibliography\n\n## Next\n\n[@one]\n\n\\bibliography", "end", ["References", "list", "Next"]),
        ("[@one]\n\n## Next", "marker", ["Next"]),
        ("[@one]\n\n<!-- paperatlas: references -->\n\n## Next", "none", ["Next"]),
        ("## Next\n\n<!-- paperatlas: references -->", "end", ["Next"]),
        ("    \\bibliography\n\n## Next", "end", ["Next"]),
    ],
)
def test_where_references_stand(library: Site, text: str, placement: ReferencePlacement, order: list[str]) -> None:
    page = shown(library, text, placement=placement)
    assert [tag.get_text() if tag.name == "h2" else "list" for tag in page.select("h2, ol.pa-refs")] == order
    assert "\\bibliography" not in page.get_text() or page.select("pre")


def test_the_full_bibliography_has_every_paper(library: Site) -> None:
    page = shown(library, "# Papers\n\n\\full_bibliography\n", placement="marker")
    assert len(page.select("li.pa-ref")) == 7
    assert page.select("details.pa-fold") == []


def test_a_long_list_is_folded(read_files: ReadFiles) -> None:
    many = "".join(f"@misc{{k{number}, title = {{T{number}}}}}\n" for number in range(13))
    site = make_site(read_files({"bib/a.bib": many}).atlas, messages_for("en"))
    page = shown(site, "[" + "; ".join(f"@k{number}" for number in range(13)) + "]", placement="end")
    assert page.select("details.pa-fold:not([open]) > summary")[0].get_text() == "13 papers cited on this page"


def test_every_cited_paper_has_one_card(library: Site) -> None:
    page = shown(library, "[@one] [@two] [@one]")
    assert [card["data-pa-card-of"] for card in page.select(".pa-card-store[hidden] template")] == ["one", "two"]
    assert "First & <Best>" in page.select("template")[0].get_text()
    assert shown(library, "nothing cited").select("template") == []


def test_a_page_without_citations_stays_as_it_is(library: Site) -> None:
    text = "# A\n\n@property, me@example.org and `[@one]`\n"
    assert cite_page(library, read_body(text), Address(""), CitationOptions()).markdown == text


def test_marks_mean_nothing_to_markdown(library: Site) -> None:
    page = cite_page(library, read_body("[@one] *[@two]*"), Address(""), CitationOptions(placement="none"))
    assert re.sub(r"<(span|div) data-pa-cited=\"\d+\"></\1>", "·", page.markdown).split() == ["·", "*·*", "·"]
    assert page.filled('<span data-pa-cited="99"></span>') == ""


def test_names_for_the_keys_of_a_sentence(library: Site) -> None:
    assert (
        with_names(library, "As @two and @{x:y/z} say, @property.") == "As Ada and Beta and von Delta say, @property."
    )
