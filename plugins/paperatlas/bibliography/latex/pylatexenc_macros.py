"""The one door to pylatexenc: what a single LaTeX command and its arguments say as plain text."""

from __future__ import annotations

import re
from functools import lru_cache

from pylatexenc.latex2text import LatexNodes2Text
from pylatexenc.latex2text import get_default_latex_context_db as text_database
from pylatexenc.latexwalker import get_default_latex_context_db as walker_database

from paperatlas.bibliography.latex.spacing import end_of

_GROUP = re.compile(r"\s*+(\{[^{}]*+(?:\{[^{}]*+(?:\{[^{}]*+\}[^{}]*+)*+\}[^{}]*+)*+\})")
_OPTION = re.compile(r"\s*+(\[[^\[\]{}]*+\])")
_BLANKS = re.compile(r"[ \t\n]*")
_STAR = re.compile(r"(\*)")
_BARE_PERCENT = re.compile(r"(?<!\\)%")

# Made when the first rare command is met.
_texts = lru_cache(maxsize=1)(text_database)
_walkers = lru_cache(maxsize=1)(walker_database)


def decode_with_pylatexenc(name: str, text: str, at: int) -> tuple[str, int] | None:
    """Return what the command prints whose arguments begin at `at`, and the offset after them; None if it is unknown.

    pylatexenc gets only the command itself: a whole value would cost it 2–3 ms, and it would cut the value at
    a bare `%`.
    """
    arguments = _arguments(name)
    if arguments is None:
        return None
    start = at
    parts = []
    for kind in arguments:
        match = (_GROUP if kind == "{" else _OPTION if kind == "[" else _STAR).match(text, at)
        if match is not None:
            parts.append(match[1])
            at = match.end()
        elif kind == "{":
            return None
    if at == start:
        at = end_of(_BLANKS, text, at)
    printed = _print(f"\\{name}" + "".join(parts))
    return None if printed is None else (printed, at)


# pylatexenc knows 942 commands.
@lru_cache(maxsize=1024)
def _arguments(name: str) -> str | None:
    """Return the arguments of a command, each `{`, `[` or `*`; None if pylatexenc does not know what it prints."""
    if _texts().get_macro_spec(name) is None:
        return None
    specification = _walkers().get_macro_spec(name)
    if specification is None:
        return ""
    arguments = getattr(specification.args_parser, "argspec", None)
    return arguments if isinstance(arguments, str) and set(arguments) <= set("{[*") else None


# Only what our tables lack comes here: rare commands, each with its arguments.
@lru_cache(maxsize=4096)
def _print(snippet: str) -> str | None:
    """Return a snippet as plain text; None where pylatexenc gives up."""
    try:
        printed = LatexNodes2Text(math_mode="verbatim").latex_to_text(_BARE_PERCENT.sub(r"\\%", snippet))
    except Exception:
        return None
    return " ".join(printed.split()) if isinstance(printed, str) else None
