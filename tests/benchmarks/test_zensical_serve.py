"""Our part of a save ends when the staged page has what was saved."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.bench_zensical_serve import StagedPage
from benchmarks.builds.processes import BenchError


@pytest.mark.parametrize("text", ["a word", "nothing"])
def test_the_staged_page_is_looked_at_from_the_save_on(text: str, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("before")
    staged = StagedPage(page, "word")
    staged.save(lambda: page.write_text(text))
    if "word" in text:
        assert 0 < staged.seconds() < 10
    else:
        with pytest.raises(BenchError, match=r"'word' is not in .*page\.md"):
            staged.seconds()
