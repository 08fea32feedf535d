"""Links in the HTML of generated pages, as Zensical wants them: relative to the page's source rather than to the page.

It takes every relative `href` and `src` that it finds in a page for one, and puts `../` before it where the page has a
folder of its own.
"""

from __future__ import annotations

import posixpath
import re

_LINK = re.compile(r"""(?P<before>\s(?:href|src)=)(?P<quote>["'])(?P<url>[^"'#][^"']*)(?P=quote)""")
_ABSOLUTE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|/")


def relative_to_source(html: str, source: str, *, directory_urls: bool) -> str:
    """Return the HTML of the page that is made from `source`, its links relative to that."""
    stem = posixpath.splitext(posixpath.basename(source))[0]
    if not directory_urls or stem in ("index", "README"):
        return html

    def link(match: re.Match[str]) -> str:
        return f"{match['before']}{match['quote']}{_from_source(match['url'], stem)}{match['quote']}"

    return _LINK.sub(link, html)


def _from_source(url: str, stem: str) -> str:
    """Return a link from a page in the folder `stem` as a link from beside that folder."""
    if _ABSOLUTE.match(url):
        return url
    if url.startswith("../"):
        return url[3:] or "./"
    return f"{stem}/{url.removeprefix('./')}" if url != "." else f"{stem}/"
