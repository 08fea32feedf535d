"""The two styles that are built in: what they make of citations that stand together."""

from __future__ import annotations

import re

import pytest

from paperatlas.atlas import Paper
from paperatlas.notes.citations.find import Citation
from paperatlas.pages import messages_for
from paperatlas.pages.citations.styles import (
    BUILT_IN,
    WORDS_BEGIN,
    WORDS_END,
    Cited,
    PageStyle,
    unknown,
    with_words,
    words,
)
from paperatlas.texts.en import EN
from paperatlas.texts.zh import ZH
from tests.atlas.test_assemble import entry
from tests.conftest import ReadFiles

LIBRARY = (
    entry("ho", author="Ho, J.", title="B", date="2020")
    + entry("ho2", author="Ho, J.", title="A", date="2020")
    + entry("ho3", author="Ho, J.", date="2021")
    + entry("tags", author="{R&D <Lab>}", date="2019")
    + "@misc{bare, author = {Xu, K.}, title = {C}}\n@misc{bare2, author = {Xu, K.}, title = {D}}\n"
)


def on_page(read_files: ReadFiles, style: str, language: str = "en") -> tuple[PageStyle, dict[str, Paper]]:
    papers = dict(read_files({"bib/a.bib": LIBRARY}).atlas.papers)
    return BUILT_IN[style].on_page(
        list(papers.values()), messages_for(language), lambda paper: paper.address, ()
    ), papers


def cited(papers: dict[str, Paper], key: str, prefix: str = "", suffix: str = "", *, alone: bool = False) -> Cited:
    return Cited(Citation(key, 0, prefix, suffix, alone), papers.get(key), lambda label: f"<a>{label}</a>")


@pytest.mark.parametrize(
    ("style", "keys", "narrative", "html"),
    [
        ("author-year", ["ho"], False, "(<a>Ho, 2020b</a>)"),
        ("author-year", ["ho2", "ho3"], False, "(<a>Ho, 2020a</a>; <a>Ho, 2021</a>)"),
        ("author-year", ["bare", "bare2"], False, "(<a>Xu, n.d.-a</a>; <a>Xu, n.d.-b</a>)"),
        ("author-year", ["tags"], True, "<a>R&amp;D &lt;Lab&gt; (2019)</a>"),
        ("author-year", ["ho3", "tags"], True, "<a>Ho</a> (2021; <a>R&amp;D &lt;Lab&gt;, 2019</a>)"),
        ("author-year", ["<gone>"], True, '(<span class="pa-unknown">@&lt;gone&gt;</span>)'),
        ("numeric", ["ho2", "ho"], False, "[<a>2</a>, <a>1</a>]"),
        ("numeric", ["tags"], True, "R&amp;D &lt;Lab&gt; [<a>4</a>]"),
        ("numeric", ["gone", "ho"], True, '[<span class="pa-unknown">@gone</span>, <a>1</a>]'),
    ],
)
def test_citations_that_stand_together(
    read_files: ReadFiles, style: str, keys: list[str], *, narrative: bool, html: str
) -> None:
    page, papers = on_page(read_files, style)
    assert page.cluster([cited(papers, key) for key in keys], narrative=narrative) == html
    assert page.problems() == []


def test_words_beside_numbers_part_them_by_a_semicolon(read_files: ReadFiles) -> None:
    page, papers = on_page(read_files, "numeric")
    html = page.cluster([cited(papers, "ho", "see", ", p. 3"), cited(papers, "ho3")], narrative=False)
    assert re.sub(f"[{WORDS_BEGIN}{WORDS_END}]", "*", html) == "[*see* <a>1</a>, *p. 3*; <a>3</a>]"


def test_an_author_who_is_named_already_is_left_out(read_files: ReadFiles) -> None:
    page, papers = on_page(read_files, "author-year", "zh")
    assert page.cluster([cited(papers, "ho3", alone=True)], narrative=False) == "（<a>2021</a>）"
    assert page.tight


@pytest.mark.parametrize(
    ("style", "order", "labels"),
    [
        ("author-year", ["ho2", "ho", "ho3", "tags", "bare", "bare2"], [""] * 6),
        ("numeric", ["ho", "ho2", "ho3", "tags", "bare", "bare2"], [f"[{number}]" for number in range(1, 7)]),
    ],
)
def test_the_order_of_references(read_files: ReadFiles, style: str, order: list[str], labels: list[str]) -> None:
    references = on_page(read_files, style)[0].references()
    assert [reference.paper.key for reference in references] == order
    assert [reference.label for reference in references] == labels
    assert ("(2020a)" in references[0].html) is (style == "author-year")


def test_the_letters_of_very_many_papers_of_a_year(read_files: ReadFiles) -> None:
    many = "".join(entry(f"k{number:02}", author="Ho, J.", title=f"T{number:02}") for number in range(28))
    papers = dict(read_files({"bib/a.bib": many}).atlas.papers)
    page = BUILT_IN["author-year"].on_page(list(papers.values()), EN, lambda _: "", ())
    found = page.cluster([cited(papers, key) for key in ("k00", "k25", "k26", "k27")], narrative=False)
    assert re.findall(r"2020(\w+)", found) == ["a", "z", "aa", "ab"]


SUFFIXES = [
    ("", "x"),
    (", p. 3", "x, p. 3"),
    (" p. 3", "x, p. 3"),
    ("{ii, A, D-Z}, with a suffix", "x, ii, A, D-Z, with a suffix"),
    (", {ii, A} and on", "x, ii, A and on"),
    ("{}, 99 years later", "x, 99 years later"),
    (", {} 99 years later", "x, 99 years later"),
    (" {} 99 years later", "x 99 years later"),
    (", pp. 33-35, 38-39 and *passim*", "x, pp. 33-35, 38-39 and *passim*"),
    (", pp. 33-35, *passim*", "x, pp. 33-35, *passim*"),
    (": test", "x: test"),
    (" and nowhere else", "x and nowhere else"),
    ("'s book", "x's book"),
]
"""What stands behind a key, and behind its citation: Pandoc's manual, sections "Citation syntax" and "Locators"."""


@pytest.mark.parametrize(("suffix", "written"), SUFFIXES)
def test_a_suffix_stands_as_its_author_wrote_it(suffix: str, written: str) -> None:
    shown = with_words(EN, Citation("k", 0, suffix=suffix), "x")
    assert re.sub(f"[{WORDS_BEGIN}{WORDS_END}]", "", shown) == written


def test_a_comma_is_set_unless_the_author_wrote_one() -> None:
    assert with_words(ZH, Citation("k", 0, suffix=", 第 3 页"), "x") == "x，" + words("第 3 页")
    assert with_words(ZH, Citation("k", 0, suffix="：见下"), "x") == "x" + words("：见下")
    assert with_words(EN, Citation("k", 0, prefix="see"), "x") == words("see") + " x"
    assert with_words(EN, Citation("k", 0), unknown(Citation("k", 0))) == '<span class="pa-unknown">@k</span>'
    assert words("") == ""
