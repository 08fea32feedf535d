"""Notes in two languages."""

from __future__ import annotations

import pytest

from tests.check.editorial.conftest import Found

ROWS = [
    ("[@a]", "[@a]", []),
    ("[@a; @b]", "[@b]。[@a]", []),
    ("@work [@a]", "[@a]", []),
    ("[@a] [@b] [@b]", "[@a]", ["docs/directions/d.md:4:8 The note cites 'b', and its version in"]),
    ("[@a]", "[@b]", ["docs/directions/d.md:4:3 The note cites 'a'", "docs/directions/d.zh.md:4:3 The note cites 'b'"]),
]


@pytest.mark.parametrize(("english", "chinese", "said"), ROWS)
def test_citations(english: str, chinese: str, said: list[str], found: Found) -> None:
    head = "---\ntitle: D\n---\n"
    pages = {"docs/directions/d.md": head + english, "docs/directions/d.zh.md": head + chinese}
    bib = "@misc{a}\n@misc{b}\n"
    problems = dict.fromkeys(found("{same_citations: true}", bib, pages))
    assert [code for code, _ in problems] == ["EDI012"] * len(said)
    assert all(text.startswith(words) for (_, text), words in zip(problems, said, strict=True))
    assert found("{}", bib, pages) == []
