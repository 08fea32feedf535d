"""Whatever a text holds, in Markdown it reads as itself, and as nothing else."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from paperatlas.changes.markdown import code, inline, link

GITHUB = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])

ATTACKS = [
    "a](https://example.org/) [b",
    "![x](https://example.org/x.png)",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "`code` ``more`` ```",
    "*a* **b** _c_ __d__ ~~e~~",
    "| a | b |",
    "# heading",
    "- item\n- item",
    "1. item",
    "> quote",
    "---",
    "===",
    "a\n\n    code",
    "[^1] [x]: https://example.org/",
    "&lt;b&gt; &amp; &#64;",
    "<!-- hidden",
    "back\\slash \\` \\[",
    "$\\href{javascript:x}{y}$ costs $5",
    "tail\\",
]
TOLD = ["@someone", "see @org/team", "#1", "GH-1", "org/name#1", "https://example.org/", "www.example.org", ":joy:"]
ALIVE = re.compile(r"@\w|#\d|\bGH-\d|://|www\.|:\w+:", re.IGNORECASE)


def shown(markdown: str) -> BeautifulSoup:
    """A list item as GitHub would show it."""
    return BeautifulSoup(GITHUB.render(f"- {markdown}"), "html.parser")


def as_text(page: BeautifulSoup) -> str:
    return page.get_text().strip("\n").replace("\u200b", "")


@pytest.mark.parametrize("text", ATTACKS + TOLD)
def test_reads_as_itself(text: str) -> None:
    page = shown(inline(text))
    assert as_text(page) == " ".join(text.split())
    assert {tag.name for tag in page.find_all()} <= {"ul", "li", "span"}


@pytest.mark.parametrize("text", TOLD)
def test_tells_nobody(text: str) -> None:
    assert ALIVE.search(text)
    assert not ALIVE.search(shown(inline(text)).get_text())


@given(st.text(alphabet=st.one_of(st.sampled_from("[]()<>`*_#@!|$&\\-+.:/w1 \n"), st.characters()), max_size=60))
def test_any_text(text: str) -> None:
    page = shown(f"x {inline(text)} y")
    assert {tag.name for tag in page.find_all()} <= {"ul", "li", "span"}
    assert not ALIVE.search(page.get_text())


def test_controls_that_reverse_a_text_are_gone() -> None:
    assert inline("a\u202eb\x07c\ud800d\ufeffe\u2028f") == "abcde f"


@pytest.mark.parametrize("text", [*ATTACKS, *TOLD])
def test_code_is_code(text: str) -> None:
    page = shown(code(text))
    assert {tag.name for tag in page.find_all()} == {"ul", "li", "code"}
    assert as_text(page) == " ".join(text.replace("`", "'").split())


def test_long_texts_are_cut() -> None:
    assert inline("word " * 100, longest=10) == "word word…"


def test_link() -> None:
    (found,) = shown(link("a](b) <i>", "https://example.org/a/")).find_all("a")
    assert (found["href"], found.get_text()) == ("https://example.org/a/", "a](b) <i>")
    assert link("a", "") == "a"
