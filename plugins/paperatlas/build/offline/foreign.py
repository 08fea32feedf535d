"""What a page loads from another host."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from urllib.parse import urlsplit

from paperatlas.build.offline.rules import FROM_ANOTHER_HOST
from paperatlas.diagnostics.problem import Problem
from paperatlas.notes import Document
from paperatlas.notes.citations.masking import blank_code

_LOADED = re.compile(
    r"""<(?:img|script|iframe|video|audio|source|embed|track|object|input)\b[^>]*?\s(?:src|data|poster)=["']?([^"'\s>]+)"""
    r"""|<link\b(?=[^>]*\srel=["']?stylesheet)[^>]*?\shref=["']?([^"'\s>]+)""",
    re.IGNORECASE,
)
_PICTURE = re.compile(r"(?<!\\)!\[[^\[\]]*\]\(\s*<?(?P<url>[^\s()<>]+)")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_SIGN = "\ue000"
"""A character of private use, which no page has."""
_MERMAID = re.compile(r"""<(?:pre|div)\b[^>]*\sclass=["'][^"']*\bmermaid\b""", re.IGNORECASE)


def is_foreign(url: str) -> bool:
    """Return whether a browser asks another host for what a page loads from `url`."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return False
    return bool(parts.netloc) and parts.scheme.lower() in ("", "http", "https")


def foreign_files(html: str) -> Iterator[str]:
    """Yield the address of each file that a page loads from another host, once."""
    loaded = (unescape(src or href) for src, href in _LOADED.findall(html))
    yield from dict.fromkeys(url for url in loaded if is_foreign(url))


def foreign_in_markdown(text: str) -> Iterator[tuple[int, str]]:
    """Yield where a Markdown text has a picture of another host, or HTML that loads something from one, and from where.

    Offsets are in characters.
    """
    if "://" not in text:
        return
    # HTML is code to what blanks code: with another sign for `<` it is text, whose comments are blanked before.
    visible = _COMMENT.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    shown = blank_code(visible.replace("<", _SIGN)).replace(_SIGN, "<")
    for match in _PICTURE.finditer(shown):
        if is_foreign(match["url"]):
            yield match.start("url"), match["url"]
    for match in _LOADED.finditer(shown):
        group = 1 if match[1] else 2
        if is_foreign(unescape(match[group])):
            yield match.start(group), match[group]


def foreign_in_pages(documents: Iterable[Document]) -> Iterator[Problem]:
    """OFF001: what pages show or load from other hosts, without building them."""
    for document in documents:
        for offset, url in foreign_in_markdown(document.body.text):
            yield FROM_ANOTHER_HOST.at(document.span_in_body(offset, url), url=unescape(url))


def needs_mermaid(html: str, scripts: Iterable[str]) -> bool:
    """Return whether a page has a diagram that a theme draws with a script of another host.

    It does not if one of the site's own `scripts` is the program that draws it.
    """
    return bool(_MERMAID.search(html)) and not any("mermaid" in script for script in scripts)
