"""What `paperatlas merge` says."""

from __future__ import annotations

from paperatlas.texts.english import counted


def merged(site: str, pages: int, parts: int) -> str:
    """Return how large the site is."""
    return f"{site}: {counted(pages, 'page')} from {counted(parts, 'part')}"
