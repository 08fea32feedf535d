"""What a page loads from another host."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from urllib.parse import urlsplit

_LOADED = re.compile(
    r"""<(?:img|script|iframe|video|audio|source|embed|track|object|input)\b[^>]*?\s(?:src|data|poster)=["']?([^"'\s>]+)"""
    r"""|<link\b(?=[^>]*\srel=["']?stylesheet)[^>]*?\shref=["']?([^"'\s>]+)""",
    re.IGNORECASE,
)
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


def needs_mermaid(html: str, scripts: Iterable[str]) -> bool:
    """Return whether a page has a diagram that a theme draws with a script of another host.

    It does not if one of the site's own `scripts` is the program that draws it.
    """
    return bool(_MERMAID.search(html)) and not any("mermaid" in script for script in scripts)
