"""HTML, JATS and MathML as plain text."""

from __future__ import annotations

import pytest

from paperatlas.formats.markup import Markup, scripted


@pytest.mark.parametrize(
    ("text", "mark", "shown"),
    [
        ("2", "sub", "₂"), ("-1", "sup", "⁻¹"), ("n", "sup", "ⁿ"), ("(i+1)", "sub", "₍ᵢ₊₁₎"), ("θ", "sub", "_θ"), ("b", "sup", "^b"),
        ("2q", "sub", "_2q"), ("min", "sub", "min"), ("图像", "sup", "^图像"),
    ],
)  # fmt: skip
def test_scripts_are_unicode_where_it_has_them_for_all(text: str, mark: str, shown: str) -> None:
    assert scripted(text, mark) == shown


FRAGMENTS = [
    ("", ""),
    ("p < 0.05 &amp; &lt;i&gt;", "p < 0.05 & <i>"),
    ("A <b>bold <i>and</i></b> x", "A bold and x"),
    ("<jats:italic>E. coli</jats:italic>", "E. coli"),
    ("one<br/>two<br>three", "one two three"),
    ("CO<sub> 2 </sub> and CO<inf>2</inf>", "CO₂ and CO₂"),
    ("A<xref>1</xref><fn><p>said</p></fn> <script>x()</script>B", "A B"),
    ("A <vec t='x'> and <IMG src=y>", "A <vec t='x'> and <IMG src=y>"),
    ("<tex-math>x</tex-math>", "TEX(x)"),
    ("<alternatives><tex-math>x</tex-math><mml:mi>y</mml:mi></alternatives>", "y"),
    ("<msup><mi> x </mi><mn>2</mn></msup>", "x²"),
    ("<msubsup><mi>x</mi><mrow><mi>i</mi><mo>+</mo><mn>1</mn></mrow><mi>n</mi></msubsup>", "xᵢ₊₁ⁿ"),
    ("<msub><mi>x</mi><mn>1</mn><mn>2</mn></msub>", "x₁2"),
    ("<b>open <i>both", "open both"),
    ("<b>one <i>two</b> three", "one two three"),
    ("one</b> two</sub>", "one two"),
    ("图<sup>2</sup>", "图²"),
]


@pytest.mark.parametrize(("fragment", "text"), FRAGMENTS)
def test_the_text_of_a_fragment(fragment: str, text: str) -> None:
    assert Markup.text_of(fragment, lambda tex: f"TEX({tex})") == text


def test_what_holds_no_tag_is_left_as_it_is() -> None:
    assert Markup.text_of("AT&amp;T > R&D", str.upper) == "AT&amp;T > R&D"


def test_elements_as_deep_as_you_like_are_read() -> None:
    assert Markup.text_of("<i>" * 5000 + "x", str) == "x"
