"""ProperDocs, which runs the plugin with modules of its own: the same warnings, the same server.

That its site is the same is in `test_same_site`.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from tests.conftest import REPOSITORY, write_files

CITING_NOBODY = {
    "mkdocs.yml": "site_name: Small\ntheme: {name: material, font: false, language: en}\nplugins: [paperatlas]\n",
    "docs/index.md": "# Home\n\nAs [@nobody] shows.\n",
    "bib/a.bib": "@misc{dinh, title = {NICE}, author = {Dinh, Laurent}, year = 2014}\n",
}
THREE_BUILDS = """\
from properdocs.__main__ import cli
for options in [], [], ["--strict"]:
    try:
        cli(["build", "--config-file", "mkdocs.yml", *options])
    except SystemExit as end:
        print("ended with", end.code or 0, flush=True)
"""
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


def test_a_warning_is_told_by_every_build_and_fails_a_strict_one(tmp_path: Path) -> None:
    write_files(tmp_path, CITING_NOBODY)
    done = run("-c", THREE_BUILDS, cwd=tmp_path)
    assert re.findall("ended with .*", done.stdout) == ["ended with 0", "ended with 0", "ended with 1"], done.stderr
    assert len(re.findall("WARNING .*nobody", done.stderr)) == 3


def test_pages_are_made_when_they_are_asked_for() -> None:
    tests = "tests/hosts/mkdocs/test_serving.py"
    named = "made_when_it_is_asked_for or the_real_server or request_that_waits"
    done = run("-c", WITH_ITS_MODULES, "-q", "-p", "no:cacheprovider", tests, "-k", named, cwd=REPOSITORY)
    assert done.returncode == 0, done.stdout
