"""The headings of a Markdown text, as far as an id that names one of them can be known without a host."""

from __future__ import annotations

import re
import unicodedata

from paperatlas.notes.citations.masking import blank_code
from paperatlas.text.suggestions import nearest

_HEADING = re.compile(
    r"^[ ]{0,3}(?:#{1,6}[ \t]*(?P<hashed>[^\n]+?)[ \t]*#*|(?P<underlined>[^\s#][^\n]*)\n[ ]{0,3}(?:=+|-+))[ \t]*$",
    re.MULTILINE,
)
_ATTRIBUTES = re.compile(r"[ \t]*\{[^{}\n]*\}$")
_ID = re.compile(r"""\{[^{}\n]*?#(?P<short>[^\s{}]+)[^{}\n]*\}|\b(?:id|name)=["'](?P<long>[^"'\n]+)["']""")
_NUMBERED = re.compile(r"_[0-9]+")
"""What Python-Markdown appends to an id that is there already, and all it makes of one without Latin letters."""

_INCLUDES = ("--8<--", "{!", "{%")
"""What a host replaces by other texts, whose headings are not known here."""


def missing_heading(text: str, name: str) -> str | None:
    """Return the id of the heading that was probably meant, or empty, if no heading of a text has the id `name`.

    How a host makes an id of a heading is its own affair: here letters and digits count alone. None if there is one, or
    if the id is a mere number, or if a host puts other texts into this one.
    """
    wanted = _folded(_NUMBERED.sub("", name))
    ids = {match["short"] or match["long"] for match in _ID.finditer(text)}
    if not wanted or name in ids or any(sign in text for sign in _INCLUDES):
        return None
    headings = [
        _ATTRIBUTES.sub("", match["hashed"] or match["underlined"]) for match in _HEADING.finditer(blank_code(text))
    ]
    for heading in headings:
        plain, marked, _ = heading.partition("[")
        if wanted == _folded(heading) or (marked and wanted.startswith(_folded(plain))):
            return None
    return nearest(name, {*ids, *("-".join(heading.casefold().split()) for heading in headings)})


def _folded(text: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))
