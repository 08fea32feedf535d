"""Where `paperatlas add` puts an entry: its keywords, and its file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.cli.add.looms import FILES, OLD, PREPRINT, SITE
from tests.cli.conftest import Add, Run


@pytest.mark.parametrize(
    ("arguments", "files_before", "file"),
    [
        (["--direction", "looms"], FILES, "bib/old.bib"),
        (["--direction", "looms"], {**FILES, "bib/a.bib": "@misc{a, title={A}, keywords={other}}"}, "bib/old.bib"),
        (["--direction", "belts"], {**FILES, "docs/directions/belts.md": "---\ntitle: Belts\n---\n"}, "bib/belts.bib"),
        (["--direction", "belts, looms"], {**FILES, "docs/directions/belts.md": "---\ntitle: Belts\n---\n"}, "bib/belts.bib"),
        (["--direction", "none"], FILES, "bib/old.bib"),
        (["--direction", "none", "--file", "bib/new.bib"], FILES, "bib/new.bib"),
        (["--direction", "looms", "--file", "bib/a.bib"], {**FILES, "bib/a.bib": "% mine\n"}, "bib/a.bib"),
        (["--file", "refs.bib"], {"refs.bib": OLD}, "refs.bib"),
        (["--file", "refs.bib"], {}, "refs.bib"),
        ([], {"mkdocs.yml": SITE, "docs/index.md": "# A\n", "bib/only.bib": OLD}, "bib/only.bib"),
        ([], {"mkdocs.yml": SITE, "docs/index.md": "# A\n"}, "bib/library.bib"),
    ],
)  # fmt: skip
def test_an_entry_finds_its_file(add: Add, arguments: list[str], files_before: Mapping[str, str], file: str) -> None:
    ran = add(PREPRINT, "2103.14030", *arguments, site=files_before)
    assert (ran.code, ran.err) == (0, "")
    text = Path(file).read_text(encoding="utf-8")
    assert "eprint       = {2103.14030}" in text
    assert text.startswith(files_before.get(file, ""))


def test_without_a_direction_among_several_files_one_is_asked_for(add: Add) -> None:
    ran = add(PREPRINT, "2103.14030", "--direction", "none", site={**FILES, "bib/a.bib": ""})
    assert ran.code == 2
    assert "say which file it goes into: --file bib/a.bib" in ran.err


def test_a_site_without_a_library_is_told_so(run: Run) -> None:
    site = {"mkdocs.yml": "site_name: X\nplugins:\n  - paperatlas:\n      bib: []\n", "docs/index.md": "# X\n"}
    new = "@misc{b, title = {New}, author = {A, B}, year = 2020}\n"
    ran = run({**site, "new.bib": new}, "add", "new.bib", "--direction", "none")
    assert (ran.code, "the site names no library" in ran.err) == (2, True)
