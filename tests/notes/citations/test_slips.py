"""Citations as LaTeX or habit has them, which are text in Pandoc's syntax."""

from __future__ import annotations

import pytest

from paperatlas.notes import read_document

SLIPS = [
    (r"See \cite{a}.", [("NOT014", 5, {"text": r"\cite{a}", "written": "[@a]"})]),
    (r"\citep[p. 3]{a, b,}", [("NOT014", 1, {"text": r"\citep[p. 3]{a, b,}", "written": "[@a; @b]"})]),
    (r"`\cite{a}` and \cited.", []),
    # Sphinx' role (sphinxcontrib-bibtex) and MyST's
    (":cite:`a,b`", [("NOT014", 1, {"text": ":cite:`a,b`", "written": "[@a; @b]"})]),
    ("See {cite:p}`a`.", [("NOT014", 5, {"text": "{cite:p}`a`", "written": "[@a]"})]),
    ("`` {cite}`a` `` and {class}`a` and\n\n    :cite:`a`\n", []),
    # mdBook's and Org's
    ("{{#cite a}}", [("NOT014", 1, {"text": "{{#cite a}}", "written": "[@a]"})]),
    ("[cite/t:@a;@b]", [("NOT014", 1, {"text": "[cite/t:@a;@b]", "written": "[@a; @b]"})]),
    ("[cited: @a] and `{{#cite a}}`", []),
    ("[@a, @b]", [("NOT015", 3, {"key": "b", "first": "a"})]),
    ("[@a, @{b.c}]", [("NOT015", 3, {"key": "b.c", "first": "a"})]),
    ("See [it [@a]](https://e.org).", [("NOT016", 9, {"text": "[@a]"})]),
    ("See [it [see @a; @b, p. 3], all](x.md).", [("NOT016", 9, {"text": "[see @a; @b, p. 3]"})]),
    ("[@name](https://e.org), ![a [@a]](a.png), `[b [@a]](c)`, [@a] (b) and [it](https://e.org) [@a]", []),
    ("[@a; @b] by me@example.org", []),
]


@pytest.mark.parametrize(("text", "told"), SLIPS)
def test_slips(text: str, told: list[tuple[str, int, dict[str, str]]]) -> None:
    _, problems = read_document(f"# Page\n\n{text}\n", "docs/a.md", "a.md", "")
    assert [(problem.code, problem.column, dict(problem.arguments)) for problem in problems] == told
