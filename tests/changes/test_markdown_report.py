"""Changes as Markdown: what is said of them, and in how many characters."""

from __future__ import annotations

import pytest

from paperatlas.atlas import Address
from paperatlas.changes.markdown_report import LEAST, changes_markdown
from paperatlas.changes.model import ChangedItem, Changes, FieldChange, Items
from tests.changes.versions import BASE, GLOW, NOTE, Between


def test_nothing(between: Between) -> None:
    assert changes_markdown(between(BASE, BASE)) == "## Changes to the atlas\n\nNone. No other problem.\n"


def test_markdown(between: Between) -> None:
    new = GLOW.replace("2018", "2019").replace("title", "extends = {new}, title") + (
        "@misc{new, title = {A ](x) @me <x>}, shorttitle = {New}, date = {2020}, doi = {nonsense}, keywords = {flows}}"
    )
    changes = between(BASE, BASE | {"bib/a.bib": new, "docs/directions/flows.md": NOTE.replace("early", "hot")})
    assert changes_markdown(changes, "https://example.org/a") == (
        "## Changes to the atlas\n\n"
        "| | added | changed | removed |\n"
        "| --- | ---: | ---: | ---: |\n"
        "| Papers | 1 | 1 | 1 |\n"
        "| Relations | 1 | 0 | 0 |\n"
        "| Directions | 0 | 1 | 0 |\n"
        "| Pages | 0 | 0 | 0 |\n\n"
        "**Problems:** 1 new, 0 fixed. No other problem.\n\n"
        "### New problems\n\n"
        "- [IDN001](<https://example.org/a/problems/#IDN001>) warning · bib/a\\.bib line 1 · \\'nonsense\\' is not a valid DOI\\. "
        "A DOI looks like 10\\.1000/182\\.\n\n"
        "### Papers added\n\n"
        "- [New: A \\]\\(x\\) @\u200bme &lt;x&gt;](<https://example.org/a/papers/new/>) · new · 2020 · flows\n\n"
        "### Papers changed\n\n"
        "- [Glow](<https://example.org/a/papers/glow/>)\n"
        "  - extends added: new\n"
        "  - date: 2018 → 2019\n\n"
        "### Papers removed\n\n"
        "- NICE · nice · 2014 · flows\n\n"
        "### Relations added\n\n"
        "- [Glow extends New](<https://example.org/a/papers/glow/>)\n\n"
        "### Directions changed\n\n"
        "- [Flows](<https://example.org/a/directions/flows/>)\n"
        "  - status: early → hot\n"
    )


@pytest.mark.parametrize("limit", [LEAST, 3_000, 20_000, 65_536])
def test_markdown_is_never_longer_than_it_may_be(limit: int, between: Between) -> None:
    many = "".join(f"@misc{{k{number}, title = {{{'<$@' * 90} {number}}}}}\n" for number in range(300))
    text = changes_markdown(between(BASE, BASE | {"bib/a.bib": many}), "https://example.org/", limit)
    assert len(text) <= limit
    assert "| Papers | 300 | 0 | 2 |" in text
    assert limit == LEAST or "… and 2" in text


def changed(*fields: FieldChange, remaining: int = 0) -> str:
    """What is said of a paper some of whose fields changed."""
    papers = Items(changed=(ChangedItem(("a",), "流", Address("papers/a/"), (), fields),))
    return changes_markdown(Changes(papers, Items(), Items(), Items(), (), (), remaining))


FIELDS = [
    (FieldChange("text", None, None), "text: changed"),
    (FieldChange("date", None, "2018"), "date added: 2018"),
    (FieldChange("date", "2018", None), "date removed: 2018"),
    (FieldChange("note", "", "流 <b>"), "note: ∅ → 流 &lt;b&gt;"),
    (FieldChange("note", "x", ""), "note: x → ∅"),
    (FieldChange("note", "x" * 81, "y"), "note: changed"),
    (FieldChange("note", None, "x" * 81), f"note added: {'x' * 79}…"),
    (FieldChange("a_b", "*", "@me"), "a\\_b: \\* → @\u200bme"),
]


@pytest.mark.parametrize(("field", "line"), FIELDS)
def test_a_field_is_told_at_a_glance(field: FieldChange, line: str) -> None:
    assert changed(field).splitlines()[-2:] == ["- 流", f"  - {line}"]


def test_of_many_fields_the_first_are_told() -> None:
    lines = changed(*(FieldChange(f"f{number}", None, "x") for number in range(1022))).splitlines()
    assert lines[-2:] == ["  - f19 added: x", "  - … and 1,002 more fields"]


@pytest.mark.parametrize(
    ("remaining", "text"),
    [(0, "No other problem."), (1, "1 other as before."), (1200, "1,200 others as before.")],
)
def test_the_other_problems_are_counted(remaining: int, text: str) -> None:
    assert f"**Problems:** 0 new, 0 fixed. {text}\n" in changed(remaining=remaining)
