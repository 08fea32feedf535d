"""The sections of a note that is HTML."""

from __future__ import annotations

import re

_INSIDE = "blockquote|details|div|dd|li|section|table"
"""What may hold a heading that begins no section of the page."""
_TAG = re.compile(rf"<(?P<end>/?)(?:{_INSIDE})\b[^>]*>|(?P<heading><h2[\s>])|<!--.*?-->", re.DOTALL)
_ID = re.compile(r"""<h[1-6]\b[^>]*?\sid=["']([^"']+)["']""")


def second_section(html: str) -> int:
    """Return where the second section begins; the end of a note that has no more than one."""
    depth = found = 0
    for tag in _TAG.finditer(html):
        if tag["heading"]:
            found += depth == 0
            if found == 2:
                return tag.start()
        elif tag["end"] is not None:
            depth += -1 if tag["end"] else 1
    return len(html)


def heading_ids(html: str) -> tuple[str, ...]:
    """Return the ids of all headings."""
    return tuple(_ID.findall(html))
