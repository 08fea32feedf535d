"""ProperDocs, which runs the plugin with modules of its own: the same site, the same warnings, the same server."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from site_differences import compare_folders
from tests.conftest import REPOSITORY, write_files

SITE = REPOSITORY / "tests" / "sites" / "bilingual"
CITING_NOBODY = {
    "mkdocs.yml": "site_name: Small\ntheme: {name: material, font: false, language: en}\nplugins: [paperatlas]\n",
    "docs/index.md": "# Home\n\nAs [@nobody] shows.\n",
    "bib/a.bib": "@misc{dinh, title = {NICE}, author = {Dinh, Laurent}, year = 2014}\n",
}
WITH_ITS_MODULES = """\
import sys
import properdocs.__main__
import pytest
sys.exit(pytest.main(sys.argv[1:]))
"""
"""Runs tests with the modules of ProperDocs in the place of those of MkDocs, as its command does."""


def run(*command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    settings = {"SOURCE_DATE_EPOCH": "0", "PYTHONHASHSEED": "0", "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(
        [sys.executable, *command], cwd=cwd, env=os.environ | settings, capture_output=True, text=True, check=False
    )


def test_the_site_is_the_same_but_for_its_generator(tmp_path: Path) -> None:
    """Both build in the same folder, with the same cache."""
    project = tmp_path / "project"
    shutil.copytree(SITE, project)
    for host in ("mkdocs", "properdocs"):
        done = run("-m", host, "build", "--config-file", "mkdocs.yml", "--site-dir", str(tmp_path / host), cwd=project)
        assert done.returncode == 0, done.stderr
        assert "The theme renders" not in done.stderr
    found = compare_folders(tmp_path / "mkdocs", tmp_path / "properdocs")
    assert (found.only_base, found.only_head) == ((), ())
    assert found.compared > 40
    others = [change for change in found.changes if not re.search(r'<meta name="generator"', change.added)]
    assert others == []


def test_a_warning_fails_a_strict_build_again(tmp_path: Path) -> None:
    write_files(tmp_path, CITING_NOBODY)
    for _ in range(2):
        done = run("-m", "properdocs", "build", "--strict", "--config-file", "mkdocs.yml", cwd=tmp_path)
        assert done.returncode == 1, done.stderr
        assert "nobody" in done.stderr
        assert "in strict mode!" in done.stdout + done.stderr


def test_pages_are_made_when_they_are_asked_for() -> None:
    tests = "tests/hosts/mkdocs/test_serving.py"
    named = "made_when_it_is_asked_for or the_real_server or request_that_waits"
    done = run("-c", WITH_ITS_MODULES, "-q", "-p", "no:cacheprovider", tests, "-k", named, cwd=REPOSITORY)
    assert done.returncode == 0, done.stdout
