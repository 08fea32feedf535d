"""Zensical by itself, without our command: it runs no plugin, and only what it loads of ours can say so."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from paperatlas.texts.commands.zensical import WITHOUT_PLUGIN
from tests.conftest import write_files

SITE = {"docs/index.md": "# Home\n\nAs [@a] shows.\n", "bib/a.bib": "@misc{a, title = {A title}, year = {1843}}\n"}
CONFIGURATION = "site_name: X\ntheme: {name: material, font: false}\nplugins: [search, paperatlas]\n"


def build(root: Path, *flags: str) -> str:
    command = (sys.executable, "-m", "zensical", "build", *flags)
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    return done.stdout + done.stderr


@pytest.mark.parametrize(
    ("more", "warned", "linked"),
    [
        # What the guide says: nothing of ours is loaded, so nothing can be said.
        ("", False, False),
        ("markdown_extensions: [attr_list, paperatlas.citations]\n", True, True),
    ],
    ids=["plugin", "extension"],
)
def test_what_is_lost_is_said_by_what_is_loaded(more: str, warned: bool, linked: bool, tmp_path: Path) -> None:
    write_files(tmp_path, {**SITE, "mkdocs.yml": CONFIGURATION + more})
    assert (WITHOUT_PLUGIN in build(tmp_path)) == warned
    assert not (tmp_path / "site/papers").exists()
    assert ("[@a]" not in (tmp_path / "site/index.html").read_text(encoding="utf-8")) == linked


def test_pages_of_the_cache_say_nothing_until_it_is_cleaned(tmp_path: Path) -> None:
    """What the guide says: Zensical converts no page that has not changed, so that nothing of ours is run."""
    write_files(tmp_path, {**SITE, "mkdocs.yml": CONFIGURATION + "markdown_extensions: [paperatlas.citations]\n"})
    assert [WITHOUT_PLUGIN in build(tmp_path, *flags) for flags in ((), (), ("--clean",))] == [True, False, True]
