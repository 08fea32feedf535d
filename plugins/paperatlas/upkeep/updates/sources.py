"""Where what was written into entries is to be seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from paperatlas.bibliography.model.identifiers import doi_page
from paperatlas.diagnostics.problem import Problem
from paperatlas.upkeep.updates.rules import PUBLISHED_PREPRINT, UNNAMED_CODE_LICENCE


def confirming_sources(problems: Iterable[Problem]) -> Iterator[tuple[str, str, str]]:
    """Yield the key, what is confirmed and the address for each problem whose edit adds facts to an entry."""
    for problem in problems:
        arguments = {name: str(value) for name, value in problem.arguments}
        if problem.edit is None:
            continue
        if problem.rule is UNNAMED_CODE_LICENCE:
            yield arguments["key"], "codelicense", arguments["address"]
        elif problem.rule is PUBLISHED_PREPRINT:
            yield arguments["key"], "record", doi_page(arguments["doi"])
