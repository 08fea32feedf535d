"""The formulas of Markdown: which signs of dollars are some."""

from __future__ import annotations

import pytest

from paperatlas.notes.formulas import dollars_unescaped, find_formulas, readable_formulas, unreadable_formulas

FOUND = [
    ("Let $x_1$ and $y$.", ["x_1", "y"]),
    ("$a$, ($b$) **$c$**", ["a", "b", "c"]),
    ("# Of order $n^2$", ["n^2"]),
    ("| $a$ | $b$ |", ["a", "b"]),
    ("- item $i$\n\n    more $j$", ["i", "j"]),
    ("[$t$ here](page.md)", ["t"]),
    ("In a line $$z$$ as well.", ["z"]),
    ("$$\n\\frac{a}{b}\n$$", [r"\frac{a}{b}"]),
    ("> $$\n> a\n> + b\n> $$", ["a\n+ b"]),
    # prices, and signs that are none
    ("It costs $5 and $6.", []),
    ("It costs $5, or $6 in all.", []),
    ("It costs $5 (or US$6) and CA$7.", []),
    ("It costs $5 (in US$).", []),
    ("From $100M–$200M", []),
    ("Say $HOME and $PATH", []),
    (r"An escaped \$a\$ sign", []),
    ("$ a $ with blanks", []),
    ("$a\nb$ over lines", []),
    ("$$ lost and\n\nfound $$", []),
    # code, HTML, comments
    ("`$a$` and ``$b$``", []),
    ("It costs $6, `$a$` and $b$", ["b"]),
    ("```\n$a$\n```\n\n~~~\n$$b$$\n~~~", []),
    ("Text\n\n    $a$\n", []),
    ("<!-- $a$ --> <code>$b$</code> <script>$c$</script>", []),
    (r"\[1\] and \(x\)", []),
]


@pytest.mark.parametrize(("text", "found"), FOUND)
def test_formulas_are_found(text: str, found: list[str]) -> None:
    assert [span.tex for span in find_formulas(text)] == found


@pytest.mark.parametrize(
    ("text", "display"),
    [("$$a$$", True), ("Text:\n\n  $$a$$\n\nmore", True), ("Text $$a$$ more", False), ("$a$", False)],
)
def test_a_formula_alone_on_its_lines_is_set_apart(text: str, display: bool) -> None:
    assert [span.display for span in find_formulas(text)] == [display]


def test_escaped_dollars_are_dollars_but_not_in_code() -> None:
    assert dollars_unescaped(r"\$5 and `\$6`") == r"&#36;5 and `\$6`"


def test_a_problem_says_where_the_formula_is_and_what_it_is() -> None:
    text = "---\ntitle: X\n---\n\nA $x$,\nand $\\foo{x}$ and $\\frac{1}$.\n"
    body = text[text.index("A ") :].rstrip("\n")
    problems = list(unreadable_formulas(body, text, "a.md"))
    assert [(p.code, p.line, p.column) for p in problems] == [("NOT011", 6, 5), ("NOT011", 6, 19)]
    assert problems[0].message == r"The formula '\foo{x}' cannot be read: '\foo' is not known in formulas."
    assert problems[1].message == r"The formula '\frac{1}' cannot be read."


def test_formulas_read_as_text() -> None:
    assert readable_formulas("Sparse in $\\ell_1$ for $5 or $6") == "Sparse in ℓ₁ for $5 or $6"
