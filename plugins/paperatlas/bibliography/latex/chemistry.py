r"""Chemical formulas as the package mhchem writes them: `\ce{SO4^2-}` is SO₄²⁻ (its manual, chapters 2 and 3)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from paperatlas.bibliography.model.marked_text import Marked, Node

COMMANDS = frozenset({"ce", "cee", "cf", "ch"})

_ARROWS = {"<=>": "⇌", "<->": "↔", "->": "→", "<-": "←"}
_TOKEN = re.compile(
    r"(?P<arrow><=>|<->|->|<-)(?:\[[^\[\]]*\]){0,2}"
    r"|\^\s*(?:\{(?P<raised>[^{}]*)\}|(?P<charge>\d*[+-]|\d+))"
    r"|_\s*(?:\{(?P<lowered>[^{}]*)\}|(?P<low>\w+))"
    r"|(?<=[A-Za-z)\]])(?P<count>\d+(?:\.\d+)?)"
    r"|(?<=[A-Za-z)\]\d])(?P<ion>[+-])(?=\s|\Z)"
    r"|(?P<rest>[A-Za-z]+|.)",
    re.DOTALL,
)


def printed_formula(written: str) -> Iterator[Node]:
    """Yield a formula with its counts below and its charges above the line."""
    for token in _TOKEN.finditer(written):
        low = token["lowered"] or token["low"] or token["count"]
        high = token["raised"] or token["charge"] or token["ion"]
        if token["arrow"]:
            yield _ARROWS[token["arrow"]]
        elif low:
            yield Marked("sub", (low,))
        elif high:
            yield Marked("sup", (high.replace("-", "−"),))
        elif token["rest"] and token["rest"] not in "{}$":
            yield token["rest"]
