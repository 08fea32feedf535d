"""The whole path from a schedule to a pull request: the scripts of the workflow, with GitHub and the services played here."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.git import git
from tests.cli.github import GitHub, github_with
from tests.cli.update.test_command import FILES, ROWS
from tests.conftest import write_files
from tests.services.forges import github as repository
from tests.services.forges import gitlab
from tests.services.local_server import Answer

pytestmark = pytest.mark.slow  # each starts a shell, git and the command

LINKS = '#!/bin/sh\nif [ "$1" = links ]; then echo "No problem found."; exit 0; fi\n'
"""`paperatlas links` asks the web itself: it finds nothing here."""


@pytest.fixture
def github(tmp_path: Path) -> Iterator[GitHub]:
    """Make a repository with a site, and answer for the forges."""
    with github_with(tmp_path, FILES, "update.yml") as found:
        found.services.answer(
            {
                "github/repos/ada/old": repository("ada/new", topics=["pytorch"]),
                "gitlab/projects/ada%2Fnice?license=true": gitlab("ada/nice", archived=True),
            }
        )
        yield found


def look_up(github: GitHub, name: str = "first") -> tuple[Path, subprocess.CompletedProcess[str]]:
    """Run the first job."""
    clone = github.clone_with_command(name)
    program = clone / ".venv/bin/paperatlas"
    text = program.read_text(encoding="utf-8")
    program.write_text(text.replace("#!/bin/sh\n", LINKS), encoding="utf-8")
    summary = str(github.folder / "summary.md")
    return clone, github.runs("Look up", clone, GITHUB_STEP_SUMMARY=summary, PAPERATLAS_GITHUB_TOKEN="-")


def open_it(github: GitHub, clone: Path) -> subprocess.CompletedProcess[str]:
    """Run the second job in a checkout that has what the first one found."""
    return github.runs("Open it", clone, REPOSITORY="ada/looms", MAIN="main", GH_TOKEN="-")


def test_what_is_certain_becomes_a_pull_request(github: GitHub) -> None:
    first, done = look_up(github)
    assert done.returncode == 0, done.stderr
    second = github.clone("second")
    (first / "update").rename(second / "update")
    done = open_it(github, second)
    assert done.returncode == 0, done.stderr
    where = "--repo ada/looms --base main --head update/library"
    assert github.calls == [
        "auth setup-git",
        f"pr create {where} --title What has changed since entries were written --body-file update/summary.md",
        "workflow run check.yml --repo ada/looms --ref update/library",
    ]
    assert git(github.folder / "origin.git", "show", "update/library:bib/verified.tsv") == ROWS.rstrip()
    assert "ada/new" in git(github.folder / "origin.git", "show", "update/library:bib/a.bib")
    summary = (second / "update/summary.md").read_text(encoding="utf-8")
    assert "\n    bib/a.bib:11:" in summary
    assert summary == (github.folder / "summary.md").read_text(encoding="utf-8")


def test_a_service_that_fails_fails_the_run(github: GitHub) -> None:
    github.services.answer({"github/repos/ada/old": Answer(401)})
    clone, done = look_up(github)
    assert done.returncode != 0
    assert "answered with HTTP 401" in done.stderr
    assert not (clone / "update/library.patch").exists()


NEW_FILE = "diff --git a/{path} b/{path}\nnew file mode {mode}\n--- /dev/null\n+++ b/{path}\n@@ -0,0 +1 @@\n+x\n"


@pytest.mark.parametrize(
    "patch",
    [
        NEW_FILE.format(path=".github/workflows/x.yml", mode=100644),
        NEW_FILE.format(path="bib/x.bib", mode=100644),
        NEW_FILE.format(path="bib/x.tsv", mode=100644),
        NEW_FILE.format(path="bib/verified.tsv", mode=120000),
        "diff --git a/bib/a.bib b/bib/a.bib\nold mode 100644\nnew mode 100755\n",
        "",
    ],
)
def test_a_patch_of_anything_but_the_library_is_refused(patch: str, github: GitHub) -> None:
    clone = github.clone("second")
    write_files(clone, {"update/library.patch": patch, "update/summary.md": "S"})
    assert open_it(github, clone).returncode != 0
    assert not (github.folder / "calls.txt").exists()


def test_an_open_pull_request_is_left_as_it_is(github: GitHub) -> None:
    git(github.folder / "origin.git", "branch", "update/library")
    clone = github.clone("second")
    write_files(clone, {"update/library.patch": NEW_FILE.format(path="bib/verified.tsv", mode=100644)})
    assert open_it(github, clone).returncode == 0
    assert not (github.folder / "calls.txt").exists()
