"""Formulas of a library that cannot be read."""

from __future__ import annotations

from paperatlas.check.formulas import unreadable_entry_formulas
from tests.check.conftest import ReadText


def test_a_formula_that_cannot_be_read_is_named_with_its_place(library_of: ReadText) -> None:
    library = library_of(
        "@misc{a,\n  title = {Of $\\ell_1$ and $x^$},\n  abstract_zh = {在 $\\bigoh{n}$ 中。},\n"
        "  file = {$\\no$},\n}\n@misc{b, title = {Again $\\bigoh{n}$, for $5 or $10}}"
    )
    found = [(problem.code, problem.line, problem.message) for problem in unreadable_entry_formulas(library)]
    assert found == [
        ("TEX008", 2, "The formula '$x^$' in the field 'title' cannot be read."),
        (
            "TEX008",
            3,
            "The formula '$\\bigoh{n}$' in the field 'abstract_zh' cannot be read: '\\bigoh' is not known in formulas.",
        ),
    ]
