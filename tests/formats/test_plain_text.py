from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperatlas.formats import plain_text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"$\ell_1$-norm and M\"uller's \'etude", "ℓ₁-norm and Müller's étude"),
        (r"In $O(n^{2})$ on $\mathbb{R}^n$", "In O(n²) on ℝⁿ"),
        (r"$x_{\theta}$, $x_{min}$, $L_\infty$, $10^{-3}$", "x_θ, xmin, L_∞, 10⁻³"),
        (r"H$_2$O and $\beta$-VAE", "H₂O and β-VAE"),
        ("The $100 Question", "The $100 Question"),
        ("From $10 to $200 and more", "From $10 to $200 and more"),
        (r"50\% R\&D -- ``quoted''", "50% R&D – “quoted”"),
        (r"\textit{In vivo} {CRISPR}", "In vivo CRISPR"),
        ("Broken\n  over lines", "Broken over lines"),
    ],
)
def test_latex_becomes_text(written: str, read: str) -> None:
    assert plain_text.from_latex(written) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("CO<sub>2</sub> in <i>E. coli</i> &amp; co", "CO₂ in E. coli & co"),
        ("A &lt;i&gt;new&lt;/i&gt; x<sup>2</sup>", "A new x²"),
        ("AT&T and R&amp;amp;D", "AT&T and R&D"),
        ("p < 0.05 and a<b", "p < 0.05 and a<b"),
        ("A <foo> bar", "A <foo> bar"),
        ("Title<br/>two", "Title two"),
        ("A\n      <scp>B</scp> c", "A B c"),
        (
            "On <mml:math><mml:msub><mml:mi>ℓ</mml:mi><mml:mn>1</mml:mn></mml:msub></mml:math> norms",
            "On ℓ₁ norms",
        ),
        ("<math><msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup></math>", "x₁²"),
        (
            "<jats:alternatives><jats:tex-math>$x$</jats:tex-math><mml:math><mml:mi>x</mml:mi></mml:math></jats:alternatives>",
            "x",
        ),
        ('<inline-formula><tex-math notation="LaTeX">$\\ell_{1}$</tex-math></inline-formula> regular', "ℓ₁ regular"),
        ("<i>never closed", "never closed"),
        ("</i>never opened", "never opened"),
        ("$\\ell_1$ plain", "ℓ₁ plain"),
        ("From $5 to $10 ~ here", "From $5 to $10 ~ here"),
        ("$x_1$ ~ $y$", "x₁ y"),
    ],
)
def test_markup_becomes_text(written: str, read: str) -> None:
    assert plain_text.from_html(written) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("DEEP LEARNING FOR THE WIN: A SURVEY", "Deep Learning for the Win: A Survey"),
        ("DINOV3", "DINOV3"),
        ("BERT: GPT", "BERT: GPT"),
        ("A Survey of GANs.", "A Survey of GANs"),
        ("Cells, Tissues, etc.", "Cells, Tissues, etc."),
        ("Why?", "Why?"),
        ("深度学习：综述与展望", "深度学习：综述与展望"),
    ],
)
def test_a_title_is_not_shouted_and_has_no_full_stop(written: str, read: str) -> None:
    assert plain_text.title(written) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("123-145", "123–145"),
        ("S1 – S9", "S1–S9"),
        ("e12345", "e12345"),
        ("1--9, 12-15", "1–9, 12–15"),
        ("S1-12–S1-20", "S1-12–S1-20"),
        ("1-1--1-20", "1-1–1-20"),
        ("A-12", "A-12"),
        ("ix-xii", "ix–xii"),
        ("", ""),
    ],
)
def test_ranges_of_pages_have_an_en_dash(written: str, read: str) -> None:
    assert plain_text.pages(written) == read


def test_what_cannot_be_seen_goes_and_accents_are_composed() -> None:
    assert (
        plain_text.tidy("\ufeffe\u0301tude \u200bsoft\u00adhyphen non\u2011breaking\u00a0space\x00\u202e")
        == "étude softhyphen non-breaking space"
    )


@given(st.text(st.sampled_from("abc<>/&;$\\{}_^'\"` \nißé#x0") | st.characters(codec="utf-8"), max_size=60))
def test_no_text_is_too_odd(text: str) -> None:
    for read in (plain_text.from_html, plain_text.from_latex, plain_text.tidy, plain_text.title, plain_text.pages):
        result = read(text)
        assert isinstance(result, str)
        result.encode()
