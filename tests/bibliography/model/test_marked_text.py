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
        ((Marked("math", (r"$\no<$",)),), r"$\no<$", r'<code class="pa-math-source">$\no&lt;$</code>'),
    ],
)  # fmt: skip
def test_a_text_is_plain_or_html(nodes: tuple[Node, ...], text: str, html: str) -> None:
    marked = MarkedText(nodes, "")
    assert marked.text == str(marked) == plain(nodes) == text
    assert marked.html == html
    assert bool(marked) == bool(nodes)


@pytest.mark.parametrize("mark", [mark for mark in get_args(Mark) if mark != "math"])
def test_every_mark_keeps_its_text(mark: Mark) -> None:
    marked = MarkedText(("a", Marked(mark, ("b",)), "c"), "")
    assert marked.text == "abc"
    assert re.sub("<[^>]*>", "", marked.html) == "abc"


def test_formulas_are_mathematics_on_pages_and_unicode_elsewhere() -> None:
    text = MarkedText(("Graphs in ", Marked("em", (Marked("math", (r"$\mathcal{O}(n^2)$",)), " time"))), "")
    assert text.text == r"Graphs in $\mathcal{O}(n^2)$ time"
    assert text.readable == "Graphs in 𝒪(n²) time"
    assert text.formulas == (r"$\mathcal{O}(n^2)$",)
    assert text.html.startswith('Graphs in <em><math class="pa-math"><semantics><mrow><mi>𝒪</mi>')
    assert text.html.endswith(r"\mathcal{O}(n^2)</annotation></semantics></math> time</em>")


@pytest.mark.parametrize(
    ("nodes", "readable", "searchable"),
    [
        (("H", Marked("sub", ("2",)), "O"), "H₂O", "H2O"),
        (("10", Marked("sup", ("−5",))), "10⁻⁵", "10−5"),
        ((Marked("em", ("Na", Marked("sup", ("+",)))),), "Na⁺", "Na+"),
        # no letters for these: what is raised in an ordinal says nothing else where it is not
        (("1", Marked("sup", ("st",))), "1st", "1st"),
        (("x", Marked("sub", ("in",))), "xin", "xin"),
        (("10", Marked("sup", ("5b",))), "105b", "105b"),
        (("x", Marked("math", ("$_2$",))), "x₂", "x₂"),
    ],
)
def test_figures_that_stand_high_or_low_stay_so_without_markup(
    nodes: tuple[Node, ...], readable: str, searchable: str
) -> None:
    marked = MarkedText(nodes, "")
    assert (marked.readable, marked.searchable) == (readable, searchable)
