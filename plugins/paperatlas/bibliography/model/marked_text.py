"""Marked-up text: a value decoded from LaTeX once, which renders as plain text, HTML or BibTeX."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Literal, Union

Mark = Literal["em", "strong", "sup", "sub", "code", "caps", "math", "url"]
"""`math` comes with its dollar signs."""

Node = Union[str, "Marked"]
"""Plain text, or text with a mark."""

SAFE_SCHEMES = ("https://", "http://")
"""What a link in a text may begin with."""

_ELEMENTS: dict[Mark, tuple[str, str]] = {
    "em": ("<em>", "</em>"),
    "strong": ("<strong>", "</strong>"),
    "sup": ("<sup>", "</sup>"),
    "sub": ("<sub>", "</sub>"),
    "code": ("<code>", "</code>"),
    "caps": ('<span class="small-caps">', "</span>"),
    "math": ('<span class="math">', "</span>"),
    "url": ("", ""),
}


@dataclass(frozen=True, slots=True)
class Marked:
    """Text with one mark."""

    mark: Mark
    nodes: tuple[Node, ...]
    target: str = ""
    """Where a `url` leads."""


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text with marks. `bibtex` is its source, as it would stand between the braces of a field."""

    nodes: tuple[Node, ...]
    bibtex: str

    @classmethod
    def of(cls, text: str) -> MarkedText:
        """Return the marked text that reads as a plain one."""
        return cls((text,) if text else (), "".join(_TO_BIBTEX.get(character, character) for character in text))

    @property
    def text(self) -> str:
        """Without marks; formulas as written, between dollar signs."""
        return plain(self.nodes)

    @property
    def html(self) -> str:
        """Return the text as HTML, escaped; links are plain text, so that it can stand inside a link."""
        return _html(self.nodes, links=False)

    @property
    def linked_html(self) -> str:
        r"""Return the text as HTML, escaped, with a link where the source has `\url` or `\href`."""
        return _html(self.nodes, links=True)

    def __str__(self) -> str:
        """Return the text without marks."""
        return self.text

    def __bool__(self) -> bool:
        """Return whether there is any text."""
        return bool(self.nodes)


_TO_BIBTEX = {
    "&": "\\&", "%": "\\%", "$": "\\$", "#": "\\#", "_": "\\_", "{": "\\{", "}": "\\}",
    "~": "\\textasciitilde{}", "^": "\\textasciicircum{}", "\\": "\\textbackslash{}",
}  # fmt: skip


def plain(nodes: tuple[Node, ...]) -> str:
    """Return the text of nodes without their marks."""
    if len(nodes) == 1 and isinstance(nodes[0], str):
        return nodes[0]
    return "".join(node if isinstance(node, str) else plain(node.nodes) for node in nodes)


def _html(nodes: tuple[Node, ...], *, links: bool) -> str:
    """Return the HTML of nodes."""
    parts = []
    for node in nodes:
        if isinstance(node, str):
            parts.append(escape(node))
            continue
        opening, closing = _ELEMENTS[node.mark]
        if links and node.mark == "url" and node.target.lower().startswith(SAFE_SCHEMES):
            opening, closing = f'<a href="{escape(node.target)}">', "</a>"
        parts.append(f"{opening}{_html(node.nodes, links=links)}{closing}")
    return "".join(parts)
