"""Marked-up text: a value decoded from LaTeX once, which renders as plain text, HTML or BibTeX."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import Literal, Union

from paperatlas.text.mathematics import Formula, read_formula
from paperatlas.text.mathematics.readable import script_in_letters

Mark = Literal["em", "strong", "sup", "sub", "code", "caps", "math"]
"""`math` comes with its dollar signs."""

Node = Union[str, "Marked"]
"""Plain text, or text with a mark."""

HTML_OF_MARKS: dict[str, tuple[str, str]] = {
    "em": ("<em>", "</em>"),
    "strong": ("<strong>", "</strong>"),
    "sup": ("<sup>", "</sup>"),
    "sub": ("<sub>", "</sub>"),
    "code": ("<code>", "</code>"),
    "caps": ('<span class="small-caps">', "</span>"),
}


@dataclass(frozen=True, slots=True)
class Marked:
    """Text with one mark."""

    mark: Mark
    nodes: tuple[Node, ...]


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
    def readable(self) -> str:
        """Return the text without marks, formulas in Unicode: for places that have no markup but are for people."""
        return readable_text(self.nodes)

    @property
    def searchable(self) -> str:
        """Return the readable text, but what stands high or low as people type it: `H2O`."""
        return self.text if _is_plain(self.nodes) else render_nodes(self.nodes, {}, str, _formula_text)

    @property
    def formulas(self) -> tuple[str, ...]:
        """Return its formulas as written, between dollar signs."""
        return () if _is_plain(self.nodes) else tuple(_formulas(self.nodes))

    @property
    def html(self) -> str:
        """Return the text as HTML, escaped; links are plain text, so that it can stand inside a link."""
        return render_nodes(self.nodes, HTML_OF_MARKS, escape, lambda source: formula_of(source).html)

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


def formula_of(source: str) -> Formula:
    """Return a formula that is written between one or two dollar signs; two do not set it apart in running text."""
    return read_formula(source.strip("$"))


def _is_plain(nodes: tuple[Node, ...]) -> bool:
    return not nodes or (len(nodes) == 1 and isinstance(nodes[0], str))


def _formulas(nodes: tuple[Node, ...]) -> Iterator[str]:
    for node in nodes:
        if not isinstance(node, str):
            yield from (plain(node.nodes),) if node.mark == "math" else _formulas(node.nodes)


def readable_text(nodes: tuple[Node, ...]) -> str:
    """Return nodes as text without marks, with formulas, and figures that stand high or low, in Unicode."""
    return plain(nodes) if _is_plain(nodes) else "".join(map(_readable, nodes))


def _readable(node: Node) -> str:
    if isinstance(node, str):
        return node
    if node.mark == "math":
        return _formula_text(plain(node.nodes))
    text = readable_text(node.nodes)
    return script_in_letters(text, high=node.mark == "sup") if node.mark in ("sup", "sub") else text


def _formula_text(source: str) -> str:
    return formula_of(source).text


def render_nodes(
    nodes: tuple[Node, ...],
    elements: Mapping[str, tuple[str, str]],
    text: Callable[[str], str],
    formula: Callable[[str], str] | None = None,
) -> str:
    """Return nodes as markup: `elements` has the beginning and end of each mark, `text` writes what stands between.

    `formula` writes those, from their source; without it they are marks as others are.
    """
    parts = []
    for node in nodes:
        if isinstance(node, str):
            parts.append(text(node))
        elif formula is not None and node.mark == "math":
            parts.append(formula(plain(node.nodes)))
        else:
            opening, closing = elements.get(node.mark, ("", ""))
            parts.append(f"{opening}{render_nodes(node.nodes, elements, text, formula)}{closing}")
    return "".join(parts)
