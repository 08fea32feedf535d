"""Pages without the blank lines and indentation that a theme leaves between its elements: a twentieth of a site."""

from __future__ import annotations

import re

_BETWEEN_TAGS = re.compile(r">\s*\n\s*<")
_SHOWN_AS_WRITTEN = re.compile(r"<(?:pre|textarea|listing|xmp)\b", re.IGNORECASE)
_LINE_BREAK = ">\n<"


def without_blank_lines(html: str, content: str | None) -> str:
    """Return a page whose theme puts one line break where there was more between two tags around its `content`.

    Browsers show the same. A page stays as it is where its content is not found in it as it was given to the theme, or
    where the theme itself has text that is shown as it is written.
    """
    before, found, after = html.partition(content) if content else (html, "", "")
    if (content and not found) or _SHOWN_AS_WRITTEN.search(before) or _SHOWN_AS_WRITTEN.search(after):
        return html
    return f"{_BETWEEN_TAGS.sub(_LINE_BREAK, before)}{found}{_BETWEEN_TAGS.sub(_LINE_BREAK, after)}"
