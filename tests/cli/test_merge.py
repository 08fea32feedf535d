"""`paperatlas merge`: parts become a site, or a sentence."""

from __future__ import annotations

from pathlib import Path

from tests.build.site_parts.test_merge import part
from tests.cli.conftest import Run


def test_the_parts_are_merged(run: Run, tmp_path: Path) -> None:
    part(tmp_path, 1), part(tmp_path, 2)
    ran = run({}, "merge", "site", "2 of 2", "1 of 2")
    assert (ran.code, ran.out, ran.err) == (0, "site: 4 pages from 2 parts\n", "")
    assert (tmp_path / "site" / "d.html").exists()


def test_what_is_no_part_is_told(run: Run) -> None:
    ran = run({"docs/index.md": "# Home\n"}, "merge", "site", "docs")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == (
        "paperatlas: 'docs' is not a complete part of a site: it has no valid paperatlas-part.json; "
        "build it to the end with the option `part`\n"
    )


def test_a_site_that_is_there_is_left_alone(run: Run, tmp_path: Path) -> None:
    part(tmp_path, 1), part(tmp_path, 2)
    ran = run({"site/mine": ""}, "merge", "site", "1 of 2", "2 of 2")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "paperatlas: 'site' already exists and is not empty; remove it, or name another folder\n"
