r"""Signs that TeX takes for its own, escaped in a text once: `&`, `%`, `#`, `_`, and a dollar sign without another.

A raw `%` hides the rest of its line from TeX, and the others end its run with an error. What is escaped, in a formula
or in an argument that commands take as it is stays: `\&`, `$x_t$`, `\url{https://example.org/a_b}`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from paperatlas.bibliography.latex.decode import decode_plain
from paperatlas.bibliography.model.fields import VERBATIM
from paperatlas.bibliography.model.marked_text import MarkedText

_SIGNS = re.compile(r"[&%#_$]")
_TOKEN = re.compile(
    r"\\(?:url|path|nolinkurl|href|ref|label|cite[a-z]*|verb|includegraphics)\*?\s*(?:\[[^\]]*\])?\s*\{(?:[^{}]|\{[^{}]*\})*\}"
    r"|\\(?:begin|end)\s*\{[^{}]*\}"
    r"|\\[\(\[](?:[^\\]|\\(?![\)\]]))*\\[\)\]]"
    r"|\\ensuremath\s*\{(?:[^{}]|\{[^{}]*\})*\}"
    r"|\\.|\$\$?|[&%#_]",
    re.DOTALL,
)


def holds_text(name: str) -> bool:
    """Return whether a field of this name is printed as text, so that signs in it are escaped."""
    return name not in VERBATIM and not name.endswith("url") and "+" not in name


def escape_signs(value: str) -> str:
    """Return the source of a text with its raw signs escaped; what is escaped already stays as it is."""
    if not _SIGNS.search(value):
        return value
    escaped = "".join(_escaped(value))
    if escaped == value:
        return value
    # `&amp;` reads as `&`, and `\&amp;` would not: where escaping changes what is read, the text itself is written.
    text = decode_plain(value)
    return escaped if decode_plain(escaped) == text else MarkedText.of(text).bibtex


def _escaped(value: str) -> Iterator[str]:
    """Yield a value in pieces; a formula stays as it is, and a dollar sign that begins none is one."""
    tokens = list(_TOKEN.finditer(value))
    dollars = [token for token in tokens if token[0] in ("$", "$$")]
    lone = dollars[-1] if len(dollars) % 2 else None
    position = 0
    in_formula = False
    for token in tokens:
        sign = token[0]
        yield value[position : token.start()]
        position = token.end()
        if sign in ("$", "$$") and token is not lone:
            in_formula = not in_formula
            yield sign
        elif in_formula or len(sign) > 2 or sign[0] == "\\":
            yield sign
        else:
            yield "".join(f"\\{character}" for character in sign)
    yield value[position:]
