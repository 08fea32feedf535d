"""MathML of a formula, from the tree that the converter makes.

The converter's own text is not escaped and may hold any attribute, so that the tree is written here: elements and
attributes of MathML Core alone, and what Core has instead of `mathvariant` and `columnalign`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape, unescape
from xml.etree.ElementTree import Element

_ELEMENTS = frozenset({
    "mrow", "mi", "mn", "mo", "mtext", "mspace", "msub", "msup", "msubsup", "munder", "mover", "munderover", "mfrac",
    "msqrt", "mroot", "mtable", "mtr", "mtd", "mstyle", "mpadded", "mphantom", "mmultiscripts", "mprescripts", "none",
})  # fmt: skip
_TOKENS = frozenset({"mi", "mn", "mo", "mtext"})
_ATTRIBUTES = {
    **dict.fromkeys(("stretchy", "fence", "separator", "largeop", "movablelimits"), "true|false"),
    **dict.fromkeys(("accent", "displaystyle"), "true|false"),
    **dict.fromkeys(("width", "height", "depth", "lspace", "rspace", "minsize", "maxsize", "linethickness"),
                    r"-?\d{1,2}(?:\.\d{1,4})?(?:em|ex|px|pt|%)?"),
    "form": "prefix|infix|postfix",
    "scriptlevel": r"[+-]?\d",
}  # fmt: skip
_SAFE = {name: re.compile(pattern) for name, pattern in _ATTRIBUTES.items()}
_ALIGNED = {"left": "pa-math-left", "right": "pa-math-right"}
_SPACES = {"negativethinmathspace": "-0.1667em", "thinmathspace": "0.1667em", "mediummathspace": "0.2222em"}
_UPRIGHT = re.compile(r"&#x000(?:4[1-9A-F]|5[0-9A]|6[1-9A-F]|7[0-9A]);")
"""A letter as the converter writes that of `\\mathrm`; others it writes as themselves."""
_OPERATORS = {"~": "∼", ":": ":", "|": "|"}
"""What it takes for a name and is a relation."""
_WITH_LIMITS = {"∑", "∏", "⋃", "⋂", "max", "min", "sup", "inf", "lim", "arg max", "arg min"}
_PARTS = {"mfrac": 2, "mroot": 2, "msub": 2, "msup": 2, "munder": 2, "mover": 2, "msubsup": 3, "munderover": 3}
"""How many parts an element has; the converter makes fractions without a denominator."""
_LIMITS = {"msub": "munder", "msup": "mover", "msubsup": "munderover"}
_VARIANTS = {
    "bold": (0x1D400, 0x1D41A, 0x1D7CE, 0x1D6A8, 0x1D6C2),
    "bold-italic": (0x1D468, 0x1D482, 0, 0x1D71C, 0x1D736),
    "italic": (0, 0, 0, 0, 0),
    "double-struck": (0, 0, 0x1D7D8, 0, 0),
    "script": (0x1D49C, 0x1D4B6, 0, 0, 0),
}
"""Where Unicode has the letters of a style: Latin capitals and small ones, digits, Greek capitals and small ones."""
_HOLES = {
    0x1D49D: "ℬ", 0x1D4A0: "ℰ", 0x1D4A1: "ℱ", 0x1D4A3: "ℋ", 0x1D4A4: "ℐ", 0x1D4A7: "ℒ", 0x1D4A8: "ℳ", 0x1D4AD: "ℛ",
    0x1D4BA: "ℯ", 0x1D4BC: "ℊ", 0x1D4C4: "ℴ",
}  # fmt: skip
"""Script letters that Unicode has elsewhere."""


@dataclass(frozen=True, slots=True)
class MathMarkup:
    """MathML, or the command that is none."""

    html: str
    flaw: str = ""


class _UnknownError(Exception):
    """Something that MathML has no place for; its message is the command."""


def markup(math: Element, *, display: bool) -> MathMarkup:
    """Return the content of a formula as one element of MathML."""
    try:
        return MathMarkup("".join(_written(_row(math), display)))
    except _UnknownError as error:
        return MathMarkup("", str(error))


def token_text(element: Element) -> str:
    """Return the characters of a token, those in a style of their own in Unicode's letters for it."""
    text = unescape(element.text or "")
    variant = element.get("mathvariant", "")
    if variant in _VARIANTS and element.tag != "mtext":
        text = "".join(_styled(character, variant) for character in text)
    return _OPERATORS.get(text, text)


def _row(math: Element) -> Element:
    if len(math) == 1:
        return math[0]
    row = Element("mrow")
    row.extend(list(math))
    return row


def _written(element: Element, display: bool) -> Iterator[str]:
    tag = element.tag
    if tag in _TOKENS:
        yield _token(element)
        return
    if tag not in _ELEMENTS:
        raise _UnknownError("?")
    if len(element) != _PARTS.get(tag, len(element)):
        raise _UnknownError("?")
    if display and tag in _LIMITS and len(element) and _operator(element[0]) in _WITH_LIMITS:
        tag = _LIMITS[tag]
    yield f"<{tag}{_attributes(element)}>"
    yield from _children(element, display)
    yield f"</{tag}>"


def _children(element: Element, display: bool) -> Iterator[str]:
    children = list(element)
    in_row = element.tag in ("mrow", "mtd", "mstyle", "math", "msqrt")
    for number, child in enumerate(children, 1):
        following = children[number] if number < len(children) else None
        yield from _written(child, display)
        # TeX puts a thin space between the name of a function and what it is applied to, unless that is in brackets.
        if in_row and following is not None and is_function(child) and begins_operand(following):
            yield '<mspace width="0.1667em"></mspace>'


def _token(element: Element) -> str:
    text = token_text(element)
    if text.startswith("\\") and element.tag != "mtext":
        raise _UnknownError(text)
    # Of a table that is none: the signs between its cells.
    if text == "&" and element.tag == "mi":
        raise _UnknownError("&")
    tag = element.tag
    if text in _OPERATORS.values():
        tag = "mo"
    elif tag == "mo" and text[:1].isalpha() and text.isascii():
        tag = "mi"
    upright = element.get("mathvariant") == "normal" or _UPRIGHT.fullmatch(element.text or "") is not None
    normal = ' mathvariant="normal"' if upright and tag == "mi" else ""
    return f"<{tag}{normal}{_attributes(element)}>{escape(text, quote=False)}</{tag}>"


def _attributes(element: Element) -> str:
    parts = []
    for name, value in element.attrib.items():
        written = _SPACES.get(value, value)
        if name in _SAFE and _SAFE[name].fullmatch(written):
            parts.append(f' {name}="{written}"')
        elif name == "columnalign" and value in _ALIGNED:
            parts.append(f' class="{_ALIGNED[value]}"')
    return "".join(parts)


def _operator(element: Element) -> str:
    return unescape(element.text or "").replace("\u2009", " ") if element.tag in _TOKENS else ""


def is_function(element: Element) -> bool:
    """Return whether an element is the name of a function, such as `log`, perhaps with limits."""
    base = element[0] if element.tag in (*_LIMITS, *_LIMITS.values()) and len(element) else element
    name = _operator(base).replace(" ", "")
    return base.tag in ("mi", "mo") and len(name) > 1 and name.isalpha() and name.isascii()


def begins_operand(element: Element) -> bool:
    """Return whether a function can be applied to an element as it stands, without brackets."""
    return element.tag in ("mi", "mn", "mfrac", "msqrt", "mroot", *_LIMITS) and not _operator(element).startswith("\\")


def _styled(character: str, variant: str) -> str:
    latin_capital, latin_small, digit, greek_capital, greek_small = _VARIANTS[variant]
    for first, last, start in (
        ("A", "Z", latin_capital),
        ("a", "z", latin_small),
        ("0", "9", digit),
        ("Α", "Ω", greek_capital),
        ("α", "ω", greek_small),
    ):
        if start and first <= character <= last:
            point = start + ord(character) - ord(first)
            return _HOLES.get(point, chr(point))
    return character
