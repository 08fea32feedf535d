r"""LaTeX that a reference manager took for plain text and escaped: `Gazta{\textbackslash}{\textasciitilde}naga`.

Zotero does so where somebody pasted BibTeX into its fields, with formulas and accents alike. Only what was LaTeX for
certain is read: a formula between dollar signs with a command in it, an accent on a letter, an argument in italics or
the like, and the names of letters and signs. Mendeley writes `$\backslash$`. All other backslashes are meant.
"""

from __future__ import annotations

import re

_BACKSLASH = r"(?:\$\\backslash\$|\{\\textbackslash(?:\{\})?\}|\\textbackslash(?:\{\}|\s+|(?![A-Za-z])))"
_OPEN = r"(?:\{\\\{\}|\{\\textbraceleft(?:\{\})?\}|\\textbraceleft(?:\{\}|\s+)|\\\{)"
_CLOSE = r"(?:\{\\\}\}|\{\\textbraceright(?:\{\})?\}|\\textbraceright(?:\{\}|\s+)|\\\})"
_TILDE = r"(?:\{\\textasciitilde(?:\{\})?\}|\\textasciitilde(?:\{\}|\s+)|\\~\{\}|~)"
_HAT = r"(?:\{\\textasciicircum(?:\{\})?\}|\\textasciicircum(?:\{\}|\s+)|\\\^\{\}|\^)"
_LETTER = rf"(?:[^\W\d_]|{_BACKSLASH}[ij](?![A-Za-z]))"
_ACCENTED = rf"(?:{_OPEN}{_LETTER}{_CLOSE}|{_LETTER})"
_DOLLAR = r"(?:\{\\\$\}|\\\$)"
_STYLE = re.compile(
    rf"{_BACKSLASH}(?P<name>emph|text(?:it|bf|sc|tt|rm|superscript|subscript)){_OPEN}(?P<inside>[^{{}}\\$]*){_CLOSE}"
)
_WORD = rf"{_BACKSLASH}(?:\{{\{{)?[A-Za-z]"
_FORMULA = re.compile(rf"{_DOLLAR}(?P<inside>(?:(?!{_DOLLAR}).)*?{_WORD}(?:(?!{_DOLLAR}).)*){_DOLLAR}")
_ACCENT = re.compile(rf"{_BACKSLASH}(?:(?:[\'`\"=.]|{_TILDE}|{_HAT}){_ACCENTED}|[cvuHkrbdt]{_OPEN}{_LETTER}{_CLOSE})")
_SIGN = re.compile(
    rf"{_OPEN}{_BACKSLASH}(?P<held>[ij]|ss|ae|AE|oe|OE|aa|AA|o|O|l|L){_CLOSE}"
    rf"|{_BACKSLASH}(?P<free>textquotesingle|textquoteright|textendash|textemdash)(?:{_OPEN}{_CLOSE})?\s?"
)
_ESCAPED = re.compile(
    rf"(?P<backslash>{_BACKSLASH})|(?P<open>{_OPEN})|(?P<close>{_CLOSE})|(?P<tilde>{_TILDE})|(?P<hat>{_HAT})"
    r"|\\(?P<sign>[_&%#])"
)
_MEANT = {"backslash": "\\", "open": "{", "close": "}", "tilde": "~", "hat": "^"}
_KEEPS_CASE = re.compile(r"\{\{([^{}]*)\}\}")
"""Braces that a reference manager put around a word with capitals, also within a formula."""


def escaped_once(text: str) -> str:
    r"""Return a LaTeX text in which nothing is escaped a second time: `Gazta\~naga`, `$\sim$70`."""
    if r"\textbackslash" not in text and r"$\backslash$" not in text:
        return text
    text = _STYLE.sub(lambda match: f"\\{match['name']}{{{match['inside']}}}", text)
    text = _FORMULA.sub(lambda match: f"${_undone(_bare(match['inside']))}$", text)
    text = _ACCENT.sub(lambda match: f"{{{_undone(match[0])}}}", text)
    return _SIGN.sub(lambda match: f"{{\\{match['held'] or match['free']}}}", text)


def _undone(text: str) -> str:
    return _ESCAPED.sub(lambda match: match["sign"] or _MEANT[match.lastgroup or ""], text)


def _bare(formula: str) -> str:
    """Return a formula without these braces; a blank, which means nothing there, parts a word from a command."""
    return _KEEPS_CASE.sub(lambda match: f" {match[1]}", formula)
