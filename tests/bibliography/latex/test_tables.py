"""The fast tables agree with pylatexenc, whose work they save."""

from __future__ import annotations

import unicodedata

import pytest
from pylatexenc.latex2text import LatexNodes2Text, get_default_latex_context_db

from paperatlas.bibliography.latex import tables
from paperatlas.bibliography.latex.decode import decode
from paperatlas.bibliography.model.marked_text import plain

# Where the tables differ on purpose.
DIFFERENT = {
    "nobreakdash": "prints nothing by itself",
    "SS": "LaTeX prints two letters",
    "lq": "curly, as LaTeX prints it",
    "rq": "curly, as LaTeX prints it",
    "epsilon": "the lunate epsilon is LaTeX's \\epsilon",
    "phi": "the closed phi is LaTeX's \\phi",
    "varphi": "the open phi is LaTeX's \\varphi",
    "textmu": "the micro sign",
    "textasciicircum": "the ASCII sign",
    "textcompwordmark": "prints nothing by itself",
    "textperiodcentered": "the middle dot",
    "bullet": "the operator",
    "star": "the operator",
}


def known(name: str) -> bool:
    """Whether pylatexenc prints something for a command."""
    specification = get_default_latex_context_db().get_macro_spec(name)
    return specification is not None and bool(specification.simplify_repl)


@pytest.mark.parametrize("name", [name for name in tables.SYMBOLS if known(name) and name not in DIFFERENT])
def test_symbol(name: str) -> None:
    assert LatexNodes2Text().latex_to_text(f"\\{name}{{}}").strip() == tables.SYMBOLS[name]


@pytest.mark.parametrize("accent", tables.ACCENTS)
@pytest.mark.parametrize("letter", ["a", "e", "i", "o", "u", "c", "s", "z", "A", "O", "\\i"])
def test_accent(accent: str, letter: str) -> None:
    latex = f"\\{accent}{{{letter}}}"
    ours = plain(decode(latex).nodes)
    assert unicodedata.is_normalized("NFC", ours)
    if not known(accent) or accent in {"t", "G", "U", "f"}:
        return
    theirs = unicodedata.normalize("NFC", LatexNodes2Text().latex_to_text(latex).strip())
    if letter != "\\i":
        assert ours == theirs


def test_tables_do_not_overlap() -> None:
    names = [
        set(tables.SYMBOLS),
        {name for name in tables.ACCENTS if name.isalpha()},
        set(tables.MARK_COMMANDS),
        set(tables.SWITCHES),
        set(tables.SILENT),
        set(tables.SWALLOWED),
        set(tables.ADDRESSES),
    ]
    assert sum(map(len, names)) == len(set().union(*names))
