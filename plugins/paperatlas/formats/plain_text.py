"""The texts of services as plain Unicode: without LaTeX, HTML, MathML and what is not to be seen."""

from __future__ import annotations

import re
import unicodedata
from html import unescape

from paperatlas.bibliography.latex.decode import decode, decode_plain
from paperatlas.bibliography.model.marked_text import Node
from paperatlas.bibliography.model.page_ranges import page_range
from paperatlas.formats.markup import Markup, scripted
from paperatlas.text.word_lists import words_in

_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
"""Control characters, soft hyphens, zero-width spaces, marks of direction and of byte order, halves of characters."""
_SPACE = re.compile(r"\s+")
_HYPHENS = str.maketrans({"\u2010": "-", "\u2011": "-"})
_ESCAPED_MARKUP = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#\d+|#x[0-9a-f]+);", re.IGNORECASE)
_SCRIPT = re.compile(r"([_^])\s*(?:\{([^{}]*)\}|(\\[A-Za-z]+|[^\s\\{}]))")
_MONEY = re.compile(r"\d[\d.,]*[kKmMbB]?\s+[^\W\d_]{2,}.*|\d[\d.,]*[kKmMbB]?\s*")
"""What stands between two dollar signs that are dollars: `$10 and $20`."""
_MATH_LETTERS = re.compile("[\U0001d400-\U0001d7ff\u210a-\u2112\u211b\u212c\u2130\u2131\u2133]")
_PAGE = r"(?:[A-Za-z]{0,12}\d[\w.:]{0,40}|(?<!\w)[ivxlcdm]+\b)"
_PAGES = re.compile(rf"({_PAGE})\s*(?:-{{1,3}}|[\u2010-\u2015\u2212])\s*({_PAGE})")
_NO_END = re.compile(r"(?<=[\w)])\s*[-\u2010-\u2015]+\s*(\+?)\Z")
_PERIOD = re.compile(r"(?<=[^\W_]{3})(?<!etc)(?<!Inc)\.\Z|(?<=[)\]”’])\.\Z")
SMALL_WORDS = words_in(
    "a an and as at but by de for from in into nor of on onto or over per the to under upon via vs with without"
)
"""Words that have no capital within a title."""
_LATEX = re.compile(
    r"\\[A-Za-z'\"`^~=.&%$#_{}]|\$[^$]+\$(?!\d)|\{[^\W\d_][^\W_]+\}|\{[^\W\d_]\}(?=[^\W\d_])|(?<=[^\W\d_])\{[^\W\d_]\}"
)
"""A macro, an escaped sign, a formula, or letters in braces, which keep their case in BibTeX. As in Pandoc, a dollar
before a digit closes no formula: `from $5 to $10`."""
_LETTERS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def tidy(text: str) -> str:
    """Return a text in composed characters, with single spaces, plain hyphens, and nothing that cannot be seen."""
    text = _UNSEEN.sub("", text).translate(_HYPHENS)
    return _SPACE.sub(" ", unicodedata.normalize("NFC", text)).strip()


def from_latex(text: str) -> str:
    r"""Return the plain text that LaTeX stands for: `M\"uller`, `$\ell_1$` -> `Müller`, `ℓ₁`."""
    return tidy("".join(_plain(node) for node in decode(text.replace("\n", " ")).nodes))


def without_latex(text: str) -> str:
    """Return a text that is plain but for the LaTeX that may have been left in it, as by JabRef or Mendeley."""
    return from_latex(text) if _LATEX.search(text) else tidy(text)


def from_html(text: str, *, latex: bool = False) -> str:
    """Return the plain text that HTML, JATS and MathML stand for, with LaTeX within it, or `latex` throughout."""
    # Some publishers escape what is escaped already: `&amp;lt;i&amp;gt;`.
    for _ in range(2):
        if not _ESCAPED_MARKUP.search(text):
            break
        text = unescape(text)
    plain = tidy(Markup.text_of(text, decode_plain))
    return from_latex(plain) if latex else without_latex(plain)


def title(text: str) -> str:
    """Return a title, plain already, without a full stop at its end and not in capitals all through."""
    text = _PERIOD.sub("", text)
    return recased(text) if in_capitals(text) else text


def in_capitals(text: str) -> bool:
    """Return whether a text is set in capitals: several words, with hardly a small letter."""
    words = [word for word in _LETTERS.findall(text) if len(word) > 1 and word.upper() != word.lower()]
    shouted = sum(word.isupper() for word in words)
    return len(words) >= 3 and shouted >= 0.8 * len(words)


def recased(text: str) -> str:
    """Return a title in capitals as it would be set otherwise. Names and acronyms in it cannot be told any more."""

    def word(match: re.Match[str]) -> str:
        found, first = match[0], match.start() == 0 or text[: match.start()].rstrip()[-1:] in (":", "?", "!", ".")
        lower = found.lower()
        if not first and lower in SMALL_WORDS:
            return lower
        return found if len(found) == 1 or not found.isupper() else lower[0].upper() + lower[1:]

    return _LETTERS.sub(word, text)


def pages(text: str) -> str:
    """Page numbers, with an en dash in each range; `13-+` goes on elsewhere, and `13-` has no end.

    Numbers may have hyphens of their own: `S1-12–S1-20`.
    """
    text = tidy(text)
    first, last = page_range(text)
    if last and "-" in first + last and "," not in text and ";" not in text:
        return f"{first}–{last}"
    return _PAGES.sub("\\1–\\2", _NO_END.sub(r"\1", text))


def _plain(node: Node) -> str:
    """Return a node of decoded text; a formula as near to how it looks as plain text comes."""
    if isinstance(node, str):
        return node
    if node.mark in ("sub", "sup"):
        return scripted("".join(map(_plain, node.nodes)), node.mark)
    inner = "".join(_plain(each) for each in node.nodes)
    if node.mark != "math":
        return inner
    formula = inner.strip("$")
    return inner if _MONEY.fullmatch(formula) else _formula(formula)


def _formula(latex: str) -> str:
    """Return a formula as text: subscripts and superscripts as characters where Unicode has them."""

    def script(match: re.Match[str]) -> str:
        return scripted(
            decode_plain(match[2] if match[2] is not None else match[3]), "sub" if match[1] == "_" else "sup"
        )

    text = decode_plain(_SCRIPT.sub(script, latex)).replace("{", "").replace("}", "")
    return _MATH_LETTERS.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
