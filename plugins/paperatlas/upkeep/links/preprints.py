"""Whether arXiv has preprints: asked a hundred at a time, as one page after another would take three seconds each."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from paperatlas.formats.records.record import SourceError
from paperatlas.services.web import Web
from paperatlas.upkeep.abstracts.fetch import AT_ONCE, arxiv_abstracts
from paperatlas.upkeep.links.check import Outcome
from paperatlas.upkeep.links.targets import Question

_FEW = 3
"""Up to how many preprints their pages are asked for at once."""


def living_preprints(web: Web, questions: Iterable[Question]) -> dict[str, Outcome]:
    """Return those of some addresses that are pages of preprints that arXiv has, with what their pages would answer.

    What is left out is no preprint, or not among what arXiv answered: its page must be asked for.
    """
    pages = f"{web.services.arxiv}/abs/"
    wanted = [question.url.removeprefix(pages) for question in questions if question.url.startswith(pages)]
    found: dict[str, Outcome] = {}
    for start in range(0, len(wanted) if len(wanted) > _FEW else 0, AT_ONCE):
        try:
            there = arxiv_abstracts(web, wanted[start : start + AT_ONCE], date.min)
        except SourceError:
            return found
        found |= {f"{pages}{name}": Outcome("alive", 200, final=f"{pages}{name}") for name in there}
    return {url: outcome for url, outcome in found.items() if url.removeprefix(pages) in wanted}
