"""Whose entry an author's abstract is shown at; fetched ones are read as they were written, now and before."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from paperatlas.bibliography import parse_library
from paperatlas.upkeep.abstracts.abstracts import AuthorsAbstract, abstracts_of, add_abstracts, load_abstracts

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


GLASS = AuthorsAbstract(("Glass flows.", "Second."), "Flows of Glass", "arXiv", date(2026, 11, 23))
STILL = AuthorsAbstract((), "Stille", "Crossref", date(2026, 11, 22))
WRITTEN = {
    "title": "Flows of Glass",
    "source": "arXiv",
    "fetched": "2026-11-23",
    "paragraphs": ["Glass flows.", "Second."],
}


def test_what_is_added_is_read_beside_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "abstracts.json"
    add_abstracts(path, {"arxiv:2001.00001": GLASS})
    add_abstracts(path, {"doi:10.1000/图": STILL})
    assert load_abstracts(path) == {"arxiv:2001.00001": GLASS, "doi:10.1000/图": STILL}


def test_what_was_written_before_is_read(tmp_path: Path) -> None:
    path = tmp_path / "abstracts.json"
    path.write_text(json.dumps({"version": 1, "abstracts": {"arxiv:1": WRITTEN}}), encoding="utf-8")
    assert load_abstracts(path) == {"arxiv:1": GLASS}


@pytest.mark.parametrize(
    "change", [{"source": "Myself"}, {"fetched": "today"}, {"paragraphs": "x"}, {"paragraphs": [3]}, {"title": None}]
)
def test_a_damaged_abstract_is_left_out_alone(tmp_path: Path, change: dict[str, object]) -> None:
    path = tmp_path / "abstracts.json"
    abstracts = {"arxiv:1": WRITTEN | change, "arxiv:2": WRITTEN}
    path.write_text(json.dumps({"version": 1, "abstracts": abstracts}), encoding="utf-8")
    assert load_abstracts(path) == {"arxiv:2": GLASS}
