"""Pages that are staged for Zensical again, once what they are made from has changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from paperatlas.build.configuration import read_configuration
from paperatlas.hosts.zensical.staging import stage_site
from tests.atlas.test_assemble import entry
from tests.conftest import write_files

CONFIGURATION = "site_name: A\nplugins:\n  - paperatlas:\n      pages: [papers]\n"


@pytest.mark.parametrize(("option", "count"), [("citation_style: numeric", 1), ("references: none", 0)])
def test_another_way_to_cite_is_seen_by_the_next_build(tmp_path: Path, option: str, count: int) -> None:
    write_files(tmp_path, {"mkdocs.yml": CONFIGURATION, "bib/a.bib": entry("a"), "docs/note.md": "# N\n\nSee [@a].\n"})

    def staged() -> str:
        configuration = read_configuration(tmp_path / "mkdocs.yml")
        assert configuration is not None
        stage_site(configuration, tmp_path / "stage")
        (page,) = (tmp_path / "stage").rglob("note.md")
        return page.read_text(encoding="utf-8")

    before = staged()
    assert before.count("pa-references") == 1
    (tmp_path / "mkdocs.yml").write_text(CONFIGURATION + f"      {option}\n", encoding="utf-8")
    after = staged()
    assert after != before
    assert after.count("pa-references") == count
