"""Title case and quotation marks in citeproc-py as CSL 1.0.2 has them ("Text-case", "Quotes")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_STOP_WORDS = frozenset({
    "a", "an", "and", "as", "at", "but", "by", "down", "for", "from", "in", "into", "nor", "of", "on", "onto", "or",
    "over", "so", "the", "till", "to", "up", "via", "with", "yet",
})  # fmt: skip
"""CSL 1.0.2, "Text-case"."""
_PIECE = re.compile(r"(<[^<>]*>)")
_FIXED = re.compile(r"<(/?)(?:sup|sub|span)\b")
"""Elements whose text keeps its case."""
_WORD = re.compile(r"[^\W_](?:[^\s\-–—/:<>]*[^\W_])?")
_BEGINS_AGAIN = re.compile(r"[:?!.][”’\"')\]]*\s+[“‘\"'(\[]*\Z")
"""What a word stands behind that begins a title or a part of it."""


_MARKS = re.compile("[“”]")


def mend_case(model: Any, string: Any) -> None:  # noqa: ANN401 - modules without types
    """Write title case word by word, also within compounds, and marks within quotation marks as inner ones."""
    case, quote = model.TextCased.case, model.Quoted.quote

    def cased(self: Any, text: Any, language: str | None = None) -> Any:  # noqa: ANN401
        if self.get("text-case") != "title" or language != "en":
            return case(self, text, language)
        parts = text if isinstance(text, string.MixedString) else [text]
        return string.String(title_case([(str(part), isinstance(part, string.NoCase)) for part in parts]))

    def quoted(self: Any, text: Any) -> Any:  # noqa: ANN401
        in_quotes = self.get("quotes", "false").lower() == "true"
        if not in_quotes and self.get("variable") is None:
            return text
        inner = "inner-" if in_quotes else ""
        ends = (("“", "open"), ("”", "close"))
        marks = {mark: str(self.get_single_term(name=f"{end}-{inner}quote")) for mark, end in ends}
        written = _MARKS.sub(lambda match: marks[match[0]], str(text))
        return quote(self, text if written == str(text) else string.String(written))

    model.TextCased.case = cased
    model.Quoted.quote = quoted


def title_case(parts: list[tuple[str, bool]]) -> str:
    """Return the parts of a title, each with whether it keeps its case, with its words in capitals but for stop words.

    Only words in lower case are changed. A stop word is written so where it is the first or the last, or begins anew.
    """
    pieces = [*_pieces(parts)]
    last = max((place for place, (text, fixed) in enumerate(pieces) if not fixed and _WORD.search(text)), default=-1)
    written = ""
    for place, (text, fixed) in enumerate(pieces):
        written += text if fixed else _words_raised(text, written, is_last=place == last)
    return written


def _words_raised(text: str, before: str, *, is_last: bool) -> str:
    words = [*_WORD.finditer(text)]
    raised, end = "", 0
    for word in words:
        raised += text[end : word.start()]
        end = word.end()
        behind = _PIECE.sub("", before + raised)
        first = not _WORD.search(behind) or _BEGINS_AGAIN.search(behind) is not None
        ends = is_last and word is words[-1]
        sign = len(word[0]) == 1 and behind.endswith("-")  # `07-x`
        small = sign or (word[0] in _STOP_WORDS and not first and not ends)
        raised += word[0] if small or not word[0].islower() else word[0][0].upper() + word[0][1:]
    return raised + text[end:]


def _pieces(parts: list[tuple[str, bool]]) -> Iterator[tuple[str, bool]]:
    """Yield texts and elements in turn, with whether they are left as they are."""
    depth = 0
    for part, fixed in parts:
        for piece in _PIECE.split(part):
            if (element := _FIXED.match(piece)) is not None:
                depth += -1 if element[1] else 1
            yield piece, fixed or depth > 0 or piece.startswith("<")
