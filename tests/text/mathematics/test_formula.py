"""Formulas: what they look like, how they read as text, and what is none."""

from __future__ import annotations

import re
import subprocess
import sys
from html.parser import HTMLParser

import pytest

from paperatlas.text.mathematics import read_formula

READ = [
    (r"\ell_1", "<msub><mi>ℓ</mi><mn>1</mn></msub>", "ℓ₁"),
    (r"\mathcal{O}(n^2)", "<mi>𝒪</mi>", "𝒪(n²)"),
    (r"x_{t-1}", "<msub><mi>x</mi><mrow><mi>t</mi><mo>−</mo><mn>1</mn></mrow></msub>", "xₜ₋₁"),
    (r"20^\circ", "<msup>", "20°"),
    (r"H^{-1}", "<msup>", "H⁻¹"),
    (r"\nabla_\theta L", "<mo>∇</mo><mi>θ</mi>", "∇_θL"),
    (r"x \sim p", "<mo>∼</mo>", "x ∼ p"),
    (r"-x + y", "<mo>−</mo>", "−x + y"),
    (r"\frac{a+b}{2}", "<mfrac>", "(a + b)/2"),
    (r"\sqrt{d}", "<msqrt>", "√d"),
    (r"\sqrt[3]{x}", "<mroot>", "³√x"),
    (r"\hat{\theta}", '<mover accent="true">', "θ\u0302"),
    (r"\log p", '<mi>log</mi><mspace width="0.1667em"></mspace><mi>p</mi>', "log p"),
    (r"O(n\log n)", "<mi>log</mi>", "O(n log n)"),
    (r"\log(p)", "<mi>log</mi><mo", "log(p)"),
    (r"\operatorname{softmax}(x)", "<mi>softmax</mi>", "softmax(x)"),
    (r"\arg\min_x f", "arg", "arg minₓ f"),
    (r"\mathrm{d}x", '<mi mathvariant="normal">d</mi><mi>x</mi>', "dx"),
    (r"\mathrm{KL}", '<mi mathvariant="normal">K</mi><mi mathvariant="normal">L</mi>', "KL"),
    (r"\mathbb{1}", "<mn>𝟙</mn>", "𝟙"),
    (r"\boldsymbol{\theta}", "<mi>𝜽</mi>", "𝜽"),
    (r"\mathscr{L}", "<mi>ℒ</mi>", "ℒ"),
    (r"a < b", "<mo>&lt;</mo>", "a < b"),
    (r"\text{if } x", "<mtext>", "if x"),
    (r"\begin{aligned} a &= b \\ c &= d \end{aligned}", '<mtd class="pa-math-right">', "a = b; c = d"),
    (r"\hspace{1000em}x", "<mspace></mspace>", "x"),
]


@pytest.mark.parametrize(("tex", "part", "text"), READ)
def test_a_formula_is_mathml_and_text(tex: str, part: str, text: str) -> None:
    formula = read_formula(tex)
    assert (formula.flaw, formula.text) == ("", text)
    assert part in formula.html


def test_a_formula_on_its_own_line_has_limits_below() -> None:
    assert "<munderover><mo>∑</mo>" in read_formula(r"\sum_{i=1}^n x_i", display=True).html
    assert "<msubsup><mo>∑</mo>" in read_formula(r"\sum_{i=1}^n x_i").html
    assert [' display="block"' in read_formula("x", display=display).html for display in (True, False)] == [True, False]


FLAWED = [
    (r"\frac{1}", "?"),
    ("x^", "?"),
    (r"\left( x", "?"),
    ("", "?"),
    ("x" * 5000, "?"),
    ("{" * 60 + "}" * 60, "?"),
    (r"\unheardof{x}", r"\unheardof"),
    ("a & b", "&"),
    # What could run, lead elsewhere, or fill the memory.
    (r"\href{javascript:alert(1)}{x}", r"\href"),
    (r"\class{md-dialog}{x}", r"\class"),
    (r"\style{position:fixed}{x}", r"\style"),
    (r"\def\a{\b\b}\def\b{\c\c}\a", r"\def"),
    (r"\newcommand{\x}{y}\x", r"\newcommand"),
]


@pytest.mark.parametrize(("tex", "flaw"), FLAWED)
def test_what_cannot_be_read_is_shown_as_written(tex: str, flaw: str) -> None:
    formula = read_formula(tex)
    assert (formula.flaw, formula.text) == (flaw, f"${tex}$")
    assert re.fullmatch(r'<code class="pa-math-source">\$[^<>]*\$</code>', formula.html)


@pytest.mark.parametrize(
    "tex",
    [
        r"\text{<script>alert(1)</script>}",
        r'\color{red" onload="alert(1)}{x}',
        r"\mathrm{</annotation><img src=x onerror=alert(1)>}",
        r"\operatorname{<b>}",
        "&lt;b&gt;",
        "<!-- -->",
    ],
)
def test_no_formula_becomes_html_of_another_kind(tex: str) -> None:
    seen: set[str] = set()

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            seen.add(tag)
            assert not any(name.startswith("on") or name in ("href", "style") for name, _ in attrs)

    Reader().feed(read_formula(tex).html)
    assert not seen & {"script", "img", "b"}
    assert seen <= {"code"} or "math" in seen


def test_a_site_without_formulas_does_not_load_the_converter() -> None:
    code = "import sys, paperatlas.pages, paperatlas.notes.formulas; print('latex2mathml' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
