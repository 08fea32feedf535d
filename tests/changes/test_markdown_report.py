"""Changes as Markdown: what is said of them, and in how many characters."""

from __future__ import annotations

import pytest

from paperatlas.changes.markdown_report import LEAST, changes_markdown
from tests.changes.versions import BASE, GLOW, NOTE, Between


def test_nothing(between: Between) -> None:
    assert changes_markdown(between(BASE, BASE)) == "## Changes to the atlas\n\nNone. No other problem.\n"


def test_markdown(between: Between) -> None:
    new = GLOW.replace("2018", "2019").replace("title", "extends = {new}, title") + (
        "@misc{new, title = {A ](x) @me <b>}, shorttitle = {New}, date = {2020}, doi = {nonsense}, keywords = {flows}}"
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
        "- [IDN001](<https://example.org/a/problems/#IDN001>) warning · bib/a\\.bib line 1 · “nonsense” is no DOI\\. "
        "A DOI looks like 10\\.1000/182\\.\n\n"
        "### Papers added\n\n"
        "- [New: A \\]\\(x\\) @\u200bme &lt;b&gt;](<https://example.org/a/papers/new/>) · new · 2020 · flows\n\n"
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
