"""citeproc-py's HTML, made safe: it escapes some of what it is given and not the rest."""

from __future__ import annotations

import re
from html import escape, unescape

from paperatlas.bibliography.model.marked_text import HTML_OF_MARKS

# citeproc-py writes its elements in capitals where a style wants the text in capitals.
_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>i|b|u|sup|sub|span)(?P<style> style=\"font-variant: ?small-caps;?\")?>", re.IGNORECASE
)
_SMALL_CAPITALS, _ = HTML_OF_MARKS["caps"]
LINK_BEGIN = '<a class="pa-ref__link" href='
"""What the links that are made of addresses begin with."""
_ADDRESS = re.compile(r"https?://[^\s<>\"]*[^\s<>\".,;:)\]]")


def clean(html: str) -> str:
    """Return citeproc-py's HTML with nothing in it but its own few elements, every one of them closed.

    Small capitals are a class, as in titles: a site may forbid style attributes.
    """
    parts: list[str] = []
    opened: list[str] = []
    position = 0
    for match in _TAG.finditer(html):
        parts.append(_escaped(html[position : match.start()]))
        position = match.end()
        name = match["name"].lower()
        if not match["close"]:
            opened.append(name)
            parts.append(_SMALL_CAPITALS if match["style"] else match[0].lower())
        elif name in opened:
            while (last := opened.pop()) != name:
                parts.append(f"</{last}>")
            parts.append(f"</{name}>")
    parts.append(_escaped(html[position:]))
    return "".join(parts) + "".join(f"</{name}>" for name in reversed(opened))


def linked(html: str) -> str:
    """Make a link of each web address in HTML that has none."""
    return _ADDRESS.sub(rf'{LINK_BEGIN}"\g<0>">\g<0></a>', html)


def _escaped(text: str) -> str:
    return escape(unescape(text), quote=False)
