"""Where something was seen, as a link."""

from __future__ import annotations

from html import escape
from urllib.parse import urlsplit


def source_link(source: str) -> str:
    """Return a source as HTML: a link with its host where it is an address, else its name."""
    try:
        parts = urlsplit(source)
        host = parts.hostname if parts.scheme in ("http", "https") else None
    except ValueError:
        host = None
    return f'<a href="{escape(source)}">{escape(host)}</a>' if host else escape(source)
