"""What a site asks of papers among others, and of the notes of directions."""

from __future__ import annotations

import pytest

from tests.check.editorial.conftest import NOTE, Found


def paper(key: str, year: str = "2020", more: str = "") -> str:
    """Return an entry that stands in the group `d/g`."""
    return f"@misc{{{key},\n  title = {{{key}}},\n  date = {{{year}}},\n  keywords = {{d/g}},\n{more}}}\n"


TWO = paper("a") + paper("b", "2021", "  uses = {a},\n  evidence = {[a] Why.},\n")

ROWS = [
    # what is required, the library, what is said
    ("relation: true", TWO, []),
    ("relation: true", TWO + paper("c"), ["EDI005 bib/a.bib:13:1 'c' has no relation to another paper"]),
    ("evidence: en", TWO, []),
    ("evidence: [en, zh]", TWO, ["EDI006 bib/a.bib:10:11 The relation to 'a' has no reason in 'evidence_zh'."]),
    ("groups: {g: {papers: 2}}", TWO, []),
    ("groups: {g: {papers: 3}}", TWO, ["EDI009 docs/directions/d.md:1:1 The group 'g' of the direction 'd' has 2"]),
    ("groups: {h: {papers: 1}}", TWO, ["EDI009 docs/directions/d.md:1:1 The direction 'd' has no group 'h'"]),
    ("groups: {h: {years: [2000, 2001]}}", TWO, []),
    ("groups: {g: {years: [2020, 2021]}}", TWO, []),
    ("groups: {g: {years: [2021, 2022]}}", TWO, ["EDI010 bib/a.bib:3:3 'a' is of 2020, and the group 'g' is for 2021"]),
    ("groups: {g: {years: [1, 2]}}", paper("a", ""), ["EDI010 bib/a.bib:3:3 'a' has no year, and the group 'g'"]),
    ("note: [title, groups]", "", []),
    ("note: [title, order, now]", "", ["EDI011 docs/directions/d.md:1:1 The direction 'd' has no order and now"]),
]


@pytest.mark.parametrize(("require", "bib", "said"), ROWS)
def test_papers(require: str, bib: str, said: list[str], found: Found) -> None:
    problems = [f"{code} {text}" for code, text in found(f"{{{require}}}", bib) if ".zh.md" not in text]
    assert len(problems) == len(said)
    for problem, words in zip(problems, said, strict=True):
        assert problem.startswith(words)


@pytest.mark.parametrize("value", ["", "[]", "''"])
def test_a_field_that_holds_nothing_is_missing_where_it_stands(value: str, found: Found) -> None:
    note = f"---\ntitle: D\nsummary: {value}\n---\n"
    problems = found("{note: [title, summary]}", more={"docs/directions/d.md": note, "docs/directions/d.zh.md": note})
    assert [code for code, _ in problems] == ["EDI011"] * 2
    assert problems[0][1].startswith("docs/directions/d.md:3:")


def test_front_matter_that_cannot_be_read_is_told_once(found: Found) -> None:
    broken = NOTE.replace("title", " title: x\ntitle")
    pages = {"docs/directions/d.md": broken, "docs/directions/d.zh.md": broken}
    assert found("{note: [summary], groups: {g: {papers: 9}}}", more=pages) == []
