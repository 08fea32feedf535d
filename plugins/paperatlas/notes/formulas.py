r"""The formulas of a Markdown text, between one or two dollar signs; `\(` and `\[` are brackets in Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from paperatlas.bibliography.model.complaints import SourceBlock
from paperatlas.diagnostics.problem import Problem
from paperatlas.notes.citations.masking import blank_code, formula_spans
from paperatlas.notes.rules import UNREADABLE_FORMULA
from paperatlas.text.mathematics import Formula, read_formula

_ESCAPED = re.compile(r"\\[$]")
_QUOTED = re.compile(r"\n[ \t]*>[ \t]?")
_ALONE_AFTER = re.compile(r"[ \t]*(?:\n|\Z)")
_INDENT = 100
"""How many characters before a formula tell whether it begins its line: lists and quotations are not deeper."""
_SHOWN = 60
"""How many characters of a formula a problem shows: more than most have."""


@dataclass(frozen=True, slots=True)
class FormulaSpan:
    """A formula of a text: from `start` to `end`, its LaTeX, and whether it stands on lines of its own."""

    start: int
    end: int
    tex: str
    display: bool

    def read(self) -> Formula:
        """Return it read."""
        return read_formula(self.tex, display=self.display)


def may_have_formulas(text: str) -> bool:
    """Return whether a text has a sign of formulas at all."""
    return "$" in text


def find_formulas(text: str) -> tuple[FormulaSpan, ...]:
    """Return the formulas of a Markdown text in order; prices, code and escaped signs are none."""
    if not may_have_formulas(text):
        return ()
    return tuple(_span(text, start, end) for start, end in formula_spans(text) if text[start] == "$")


def _span(text: str, start: int, end: int) -> FormulaSpan:
    source = text[start:end]
    before = text[max(text.rfind("\n", 0, start) + 1, start - _INDENT) : start]
    display = source.startswith("$$") and not before.strip(" \t>") and _ALONE_AFTER.match(text, end) is not None
    # The signs of a quotation around it are none of the formula's.
    if ">" in before:
        source = _QUOTED.sub("\n", source)
    return FormulaSpan(start, end, source.strip("$").strip(), display)


def replace_formulas(text: str, write: Callable[[FormulaSpan], str]) -> str:
    """Return a Markdown text with what `write` returns in the place of each formula."""
    parts: list[str] = []
    position = 0
    for span in find_formulas(text):
        parts += text[position : span.start], write(span)
        position = span.end
    return "".join([*parts, text[position:]])


def dollars_unescaped(text: str) -> str:
    """Return a Markdown text whose escaped dollar signs, which Python-Markdown does not know, are dollar signs."""
    if "\\$" not in text:
        return text
    without_code = blank_code(text)
    return _ESCAPED.sub(lambda match: "&#36;" if without_code[match.start()] == "\\" else match[0], text)


def unreadable_formulas(body: str, text: str, file: str) -> Iterator[Problem]:
    """NOT011: formulas in the body of a page, whose file has the whole `text`, that cannot be read."""
    formulas = find_formulas(body)
    block, offset = SourceBlock(file, text, 1, 1), len(text.rstrip("\n")) - len(body)
    for span in formulas:
        if flaw := span.read().flaw:
            variant = "" if flaw == "?" else "command"
            place = block.span(offset + span.start).covering(body[span.start : span.end].split("\n", maxsplit=1)[0])
            yield UNREADABLE_FORMULA.at(place, variant, source=span.tex[:_SHOWN], command=flaw)


def readable_formulas(text: str) -> str:
    """Return a text with its formulas in Unicode, for places that have no markup."""
    return replace_formulas(text, lambda span: span.read().text)
