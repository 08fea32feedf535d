"""What became of papers, relations and problems between two versions of a site."""

from __future__ import annotations

import pytest

from tests.changes.versions import BASE, GLOW, NICE, Between, told

CASES = [
    # the library, papers, relations
    (BASE["bib/a.bib"], {}, {}),
    (GLOW.replace(", ", ",\n   ") + "\n\n" + NICE.replace("title", "TITLE"), {}, {}),
    (NICE + "\n" + GLOW, {}, {}),
    (GLOW, {"removed": ["nice"]}, {}),
    (GLOW + NICE + "@misc{new, title = {New}}", {"added": ["new"]}, {}),
    (GLOW.replace("2018", "2019") + NICE, {"changed": ["glow: date"]}, {}),
    (GLOW.replace("@misc", "@online") + NICE, {"changed": ["glow: entry type"]}, {}),
    (GLOW.replace("title", "code = {https://example.org/x}, title") + NICE, {"changed": ["glow: code"]}, {}),
    (GLOW.replace("{glow,", "{kingma2018,") + NICE, {"changed": ["kingma2018: citation key"]}, {}),
    (
        GLOW.replace("title", "extends = {nice}, title") + NICE,
        {"changed": ["glow: extends"]},
        {"added": ["glow extends nice"]},
    ),
]


@pytest.mark.parametrize(("library", "papers", "relations"), CASES)
def test_papers_and_relations(library: str, papers: object, relations: object, between: Between) -> None:
    changes = between(BASE, BASE | {"bib/a.bib": library})
    assert told(changes.papers) == papers
    assert told(changes.relations) == relations
    assert told(changes.directions) == told(changes.pages) == {}


def test_evidence_and_renamed_ends(between: Between) -> None:
    old = GLOW.replace("title", "extends = {nice}, evidence = {[nice] One.}, title") + NICE
    changes = between(BASE | {"bib/a.bib": old}, BASE | {"bib/a.bib": old.replace("One", "Two")})
    assert told(changes.relations) == {"changed": ["glow extends nice: evidence (en)"]}
    renamed = (
        old.replace("{nice,", "{dinh,").replace("extends = {nice}", "extends = {dinh}").replace("[nice]", "[dinh]")
    )
    changes = between(BASE | {"bib/a.bib": old}, BASE | {"bib/a.bib": renamed})
    assert told(changes.relations) == {}
    assert told(changes.papers) == {"changed": ["glow: extends, evidence", "dinh: citation key"]}


def test_problems_are_the_same_wherever_they_stand(between: Between) -> None:
    wrong = "@misc{a, title = {A}, doi = {nonsense}, keywords = {flows}}\n"
    old = BASE | {"bib/a.bib": GLOW + "\n" + wrong}
    moved = BASE | {"bib/a.bib": "\n\n" + wrong + GLOW}
    assert not between(old, moved)
    worse = BASE | {"bib/a.bib": GLOW + "\n" + wrong + wrong.replace("{a,", "{b,")}
    changes = between(old, worse)
    assert "IDN001" in [problem.code for problem in changes.new_problems]
    back = between(worse, old)
    assert back.fixed_problems == changes.new_problems
    assert back.new_problems == ()
    assert back.remaining == changes.remaining
