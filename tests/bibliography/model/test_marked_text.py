"""Text with marks, as plain text, HTML and BibTeX."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from paperatlas.bibliography.latex.decode import decode
from paperatlas.bibliography.model.marked_text import Mark, Marked, MarkedText, Node, plain


def test_plain_text_becomes_bibtex() -> None:
    text = "100% of R&D_1 #2 {x} ~ ^ \\ $"
    marked = MarkedText.of(text)
    assert marked.text == str(marked) == text
    assert plain(decode(marked.bibtex).nodes) == text
    assert not MarkedText.of("")


B = Marked("em", ("b",))


@pytest.mark.parametrize(
    ("nodes", "text", "html"),
    [
        ((), "", ""),
        (("a < b & c",), "a < b & c", "a &lt; b &amp; c"),
        (("a ", B, " \"c'"), "a b \"c'", "a <em>b</em> &quot;c&#x27;"),
        ((Marked("strong", ("a", Marked("caps", (B,)))),), "ab", '<strong>a<span class="small-caps"><em>b</em></span></strong>'),
        ((Marked("sub", ("i",)), Marked("sup", ("é",)), Marked("code", ("<x>",))), "ié<x>", "<sub>i</sub><sup>é</sup><code>&lt;x&gt;</code>"),
        ((Marked("math", ("$a<b$",)),), "$a<b$", '<span class="math">$a&lt;b$</span>'),
    ],
)  # fmt: skip
def test_a_text_is_plain_or_html(nodes: tuple[Node, ...], text: str, html: str) -> None:
    marked = MarkedText(nodes, "")
    assert marked.text == str(marked) == plain(nodes) == text
    assert marked.html == html
    assert bool(marked) == bool(nodes)


@pytest.mark.parametrize("mark", get_args(Mark))
def test_every_mark_keeps_its_text(mark: Mark) -> None:
    marked = MarkedText(("a", Marked(mark, ("b",)), "c"), "")
    assert marked.text == "abc"
    assert re.sub("<[^>]*>", "", marked.html) == "abc"
