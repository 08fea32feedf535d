"""The beginning of a text that is too long for its place."""

from __future__ import annotations


def shortened(text: str, longest: int) -> str:
    """Return the first `longest` characters of a text and a mark that there are more, cut between words if it can."""
    if len(text) <= longest:
        return text
    head = text[:longest]
    return (head.rsplit(" ", 1)[0] if " " in head[-30:] else head).rstrip(" ,;，；、") + "…"
