"""Which problems are wanted: `--select` and `--ignore`, by code and prefix."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from paperatlas.diagnostics.families import FAMILIES
from paperatlas.diagnostics.problem import Problem, Rule

EVERYTHING = "ALL"
"""The prefix of every code."""


class UnknownCodeError(ValueError):
    """A selector that is neither a rule's code nor the beginning of one."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Codes and prefixes of codes that are wanted or not.

    The longest one that fits a code decides, so `--ignore NAM --select NAM003` wants one rule of a family;
    where the same one is both selected and ignored, it is ignored.
    """

    selected: tuple[str, ...] = ("",)
    ignored: tuple[str, ...] = ()

    def wants(self, code: str) -> bool:
        """Return whether problems of this code are wanted."""
        return _longest(self.selected, code) > _longest(self.ignored, code)

    def of(self, problems: Iterable[Problem]) -> list[Problem]:
        """Return the problems that are wanted."""
        return [problem for problem in problems if self.wants(problem.code)]


def selection(rules: Sequence[Rule], select: Sequence[str] = (), ignore: Sequence[str] = ()) -> Selection:
    """Return the selection of `rules` that comma-separated lists of codes and prefixes name; all if none is selected.

    Raises `UnknownCodeError` for what fits no rule.
    """
    return Selection(tuple(_codes(rules, select)) or ("",), tuple(_codes(rules, ignore)))


def _codes(rules: Sequence[Rule], lists: Iterable[str]) -> Iterable[str]:
    """Yield the codes and prefixes of some lists; `ALL` becomes the empty prefix."""
    for written in lists:
        for selector in re.split(r"[,\s]+", written.strip(", ")):
            code = selector.upper()
            if code == EVERYTHING:
                yield ""
            elif code and any(rule.code.startswith(code) for rule in rules):
                yield code
            else:
                raise UnknownCodeError(_unknown(rules, selector))


def _unknown(rules: Sequence[Rule], selector: str) -> str:
    known = [*FAMILIES, *(rule.code for rule in rules)]
    by_name = [rule.code for rule in rules if rule.name == selector.lower()]
    near = by_name or get_close_matches(selector.upper(), known, 1)
    hint = f"did you mean {near[0]}?" if near else f"the families are {', '.join(FAMILIES)}"
    return f"no rule has the code '{selector}', and no code begins with it; {hint}"


def _longest(prefixes: Iterable[str], code: str) -> int:
    """Return the length of the longest of some prefixes that `code` has; -1 if it has none."""
    return max((len(prefix) for prefix in prefixes if code.startswith(prefix)), default=-1)
