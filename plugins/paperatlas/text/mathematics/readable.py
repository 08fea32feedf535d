"""A formula as plain text, for places that have no markup: titles of windows, feeds, search, names in drawings."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from xml.etree.ElementTree import Element

from paperatlas.text.mathematics.markup import begins_operand, is_function, token_text

_RELATIONS = frozenset("=≤≥<>≠≈∼≡∈∉⊂⊆→←↦∝+−·×∪∩∣≪≫:")
"""What stands between two others, with a space on either side."""
_HIGH = str.maketrans("0123456789+−-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
_LOW = str.maketrans("0123456789+−-=()aeoxhklmnpst", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜ")
_SIGNS = ("+", "−", "-")
_ACCENTS = {
    "^": "\u0302", "∼": "\u0303", "~": "\u0303", "¯": "\u0304", "―": "\u0305", "→": "\u20d7", "˙": "\u0307",
    "¨": "\u0308",
}  # fmt: skip

_DEGREE = ("∘", "°")
"""What stands high for degrees, as in `20^\\circ`."""


def script_in_letters(text: str, *, high: bool) -> str:
    """Return figures and signs that stand high or low in running text in letters that do: `10⁵`, `H₂O`, but `1st`."""
    letters = _HIGH if high else _LOW
    written = text.strip()
    known = all(ord(character) in letters for character in written)
    stands_for_itself = not known or not (written in _SIGNS or any(map(str.isdigit, written)))
    return text if stands_for_itself else written.translate(letters)


def formula_text(math: Element) -> str:
    """Return a formula as one line of text: `ℓ₁`, `𝒪(n²)`, `(a + b)/2`."""
    return " ".join(_read(math).split())


def _read(element: Element, *, in_script: bool = False) -> str:
    tag, parts = element.tag, list(element)
    if tag == "mspace":
        return " " if not in_script else ""
    if not parts:
        text = token_text(element)
        return f" {text} " if tag in ("mo", "mi") and text in _RELATIONS and not in_script else text
    reader = _READERS.get(tag)
    if reader is not None and len(parts) >= 2:
        return reader(parts, in_script)
    if tag == "msqrt":
        return f"√{_grouped(_row(parts, in_script))}"
    if tag == "mtable":
        return "; ".join(" ".join(_read(cell) for cell in row).strip() for row in parts)
    return _row(parts, in_script)


def _row(parts: Sequence[Element], in_script: bool) -> str:
    read = [_read(part, in_script=in_script) for part in parts]
    for number, (part, following) in enumerate(pairwise(parts)):
        if (is_function(part) and begins_operand(following)) or (is_function(following) and begins_operand(part)):
            read[number] += " "
    # A sign before the first operand belongs to it.
    if read and read[0].strip() in ("−", "+"):
        read[0] = read[0].strip()
    return "".join(read)


def _low(parts: Sequence[Element], in_script: bool) -> str:
    return f"{_read(parts[0], in_script=in_script)}{_script(parts[1], _LOW, '_')}"


def _high(parts: Sequence[Element], in_script: bool) -> str:
    if token_text(parts[1]).strip() in _DEGREE and not len(parts[1]):
        return f"{_read(parts[0], in_script=in_script)}°"
    return f"{_read(parts[0], in_script=in_script)}{_script(parts[1], _HIGH, '^')}"


def _both(parts: Sequence[Element], in_script: bool) -> str:
    high = _script(parts[2], _HIGH, "^") if len(parts) > 2 else ""
    return f"{_low(parts, in_script)}{high}"


def _over(parts: Sequence[Element], in_script: bool) -> str:
    accent = _ACCENTS.get(token_text(parts[1])) if not len(parts[1]) else None
    return f"{_read(parts[0], in_script=in_script)}{accent}" if accent else _high(parts, in_script)


def _fraction(parts: Sequence[Element], in_script: bool) -> str:
    return "/".join(_grouped(_read(part, in_script=in_script)) for part in parts[:2])


def _root(parts: Sequence[Element], in_script: bool) -> str:
    return f"{_script(parts[1], _HIGH, '^')}√{_grouped(_read(parts[0], in_script=in_script))}"


_READERS = {
    "msub": _low, "munder": _low, "msup": _high, "mover": _over, "msubsup": _both, "munderover": _both,
    "mfrac": _fraction, "mroot": _root,
}  # fmt: skip


def _script(element: Element, letters: dict[int, int], sign: str) -> str:
    """Return what stands high or low: in letters that do, or behind a sign."""
    text = _read(element, in_script=True).strip()
    if text in ("′", "″", "‴", "⊤", "∗", "*"):
        return text
    if text and all(ord(character) in letters for character in text):
        return text.translate(letters)
    return f"{sign}{text}" if len(text) == 1 else f"{sign}({text})"


def _grouped(text: str) -> str:
    text = text.strip()
    bare = text.replace("_", "").replace("^", "")
    return text if len(text) == 1 or bare.isalnum() or (text.startswith("(") and text.endswith(")")) else f"({text})"
