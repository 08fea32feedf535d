"""Whose entry an author's abstract is shown at."""

from __future__ import annotations

from datetime import date

import pytest

from paperatlas.bibliography import parse_library
from paperatlas.upkeep.abstracts.abstracts import AuthorsAbstract, abstracts_of

LIBRARY = "@online{glow, title = {Flows of Glass}, eprint = {2001.00001}, eprinttype = {arxiv}}"
ABSTRACT = AuthorsAbstract(("Glass flows.",), "Flows of Glass", "arXiv", date(2026, 11, 23))


@pytest.mark.parametrize(
    ("change", "shown"),
    [("", True), ("2001.00001 2001.00009", False), ("Flows Stones", False), ("{glow {renamed", True)],
)
def test_a_changed_entry_shows_no_abstract_of_another_work(change: str, shown: bool) -> None:
    old, _, new = change.partition(" ")
    text = LIBRARY.replace(old, new) if change else LIBRARY
    library, _ = parse_library(text.encode(), "a.bib")
    assert bool(abstracts_of(library.entries, {"arxiv:2001.00001": ABSTRACT})) is shown
