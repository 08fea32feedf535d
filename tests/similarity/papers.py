"""Libraries of a few made-up papers, as BibTeX."""

from __future__ import annotations


def entry(key: str, title: str = "", **fields: str) -> str:
    """One entry."""
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in {"title": title or key, **fields}.items())
    return f"@online{{{key},\n{lines}}}\n"
