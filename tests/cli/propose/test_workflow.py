"""The whole path from an issue to a pull request: the scripts of the workflow, with GitHub and the services played here."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.add.example_site import SITE
from tests.cli.git import git
from tests.cli.github import GitHub, github_with
from tests.cli.propose.issues import body, event
from tests.conftest import write_files
from tests.services import answers
from tests.services.server import arxiv_path

pytestmark = pytest.mark.slow  # each starts a shell, git and the command

NOTE = "---\ntitle: Looms\ngroups: [{slug: cards, title: Cards}]\n---\n# Looms\n"
TITLES = {"2103.14030": "Windowed Attention", "2205.14030": "Weaving Networks", "2001.14030": "Cards Are All"}


def _entry(key: str, year: int) -> str:
    fields = f"author = {{{key.title()}, A.}},\n  title = {{A {key} of cards}},\n  date = {{{year}}}"
    return f"@misc{{{key},\n  {fields},\n  keywords = {{looms/cards}},\n}}\n"


BIB = "\n".join(_entry(key, year) for key, year in (("jacquard", 2020), ("arkwright", 2021), ("loom", 2022)))


def propose(github: GitHub, text: str, number: int) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """Run both jobs for an issue; return the checkout of the second one, and how that ended."""
    first = github.clone_with_command(f"first-{number}")
    (github.folder / "event.json").write_text(event(text, number), encoding="utf-8")
    done = github.runs("Add the paper", first, GITHUB_EVENT_PATH=str(github.folder / "event.json"))
    assert done.returncode == 0, done.stderr
    second = github.clone(f"second-{number}")
    (first / "proposal").rename(second / "proposal")
    return second, open_it(github, second, number)


def open_it(github: GitHub, clone: Path, number: int) -> subprocess.CompletedProcess[str]:
    """Run the second job in a checkout that has the proposal."""
    step = "Open it" if (clone / "proposal" / "title.txt").exists() else "Say why there is none"
    return github.runs(step, clone, ISSUE=str(number), REPOSITORY="ada/looms", MAIN="main", GH_TOKEN="-")


@pytest.fixture
def github(tmp_path: Path) -> Iterator[GitHub]:
    """Make a repository with a site, and answer for arXiv."""
    files = {"mkdocs.yml": SITE, "docs/index.md": "# Home\n", "docs/directions/looms.md": NOTE, "bib/looms.bib": BIB}
    with github_with(tmp_path, files, "propose.yml") as github:
        for identifier, title in TITLES.items():
            year = f"20{identifier[:2]}-01-01T00:00:00Z"
            github.services.answer({arxiv_path(identifier): answers.atom(f"{identifier}v1", title, published=year)})
        yield github


def test_an_issue_becomes_a_pull_request_and_two_of_them_do_not_conflict(github: GitHub) -> None:
    hostile = '$(touch pwned) `touch pwned` "; touch pwned; ${{ github.token }}'
    for number, identifier in enumerate(TITLES, 7):
        clone, done = propose(github, body(identifier, "looms/cards", hostile, hostile), number)
        assert done.returncode == 0, done.stderr
        assert list(github.folder.rglob("pwned")) == []
        title = (clone / "proposal" / "title.txt").read_text(encoding="utf-8").strip()
        branch = f"paper/issue-{number}"
        where = f"--repo ada/looms --base main --head {branch}"
        assert github.calls[-3:] == [
            "auth setup-git",
            f"pr create {where} --title {title} --body-file proposal/summary.md",
            f"workflow run check.yml --repo ada/looms --ref {branch}",
        ]
    merged = github.clone("merged")
    for number in range(7, 10):
        git(merged, "merge", "--quiet", "--no-edit", f"origin/paper/issue-{number}")
    keys = re.findall(r"^@\w+\{(.*),$", (merged / "bib/looms.bib").read_text(encoding="utf-8"), re.MULTILINE)
    new = ["lovelace2020cards", "lovelace2021windowed", "lovelace2022weaving"]
    assert keys == ["jacquard", new[0], "arkwright", new[1], "loom", new[2]]


def test_an_issue_without_a_paper_is_answered(github: GitHub) -> None:
    _, done = propose(github, "Add something by Lovelace", 3)
    assert done.returncode == 0, done.stderr
    assert github.calls == ["issue comment 3 --repo ada/looms --body-file proposal/summary.md"]


LETS_GIT_IN = ["auth setup-git"]
"""All that is said to GitHub where no pull request comes of it: a private repository tells its branches to those it knows."""

NEW_FILE = "diff --git a/{path} b/{path}\nnew file mode {mode}\n--- /dev/null\n+++ b/{path}\n@@ -0,0 +1 @@\n+x\n"
PATCHES = [
    # a patch that no proposal makes
    NEW_FILE.format(path=".github/workflows/x.yml", mode=100644),
    NEW_FILE.format(path="bib/x.bib", mode=120000),
    NEW_FILE.format(path="bib/x.bib", mode=100755),
    "diff --git a/bib/looms.bib b/bib/looms.bib\nold mode 100644\nnew mode 100755\n",
    "",
]


@pytest.mark.parametrize("patch", PATCHES)
def test_a_patch_of_anything_but_the_library_is_refused(patch: str, github: GitHub) -> None:
    clone = github.clone("second")
    write_files(clone, {"proposal/paper.patch": patch, "proposal/title.txt": "T", "proposal/summary.md": "S"})
    assert open_it(github, clone, 5).returncode != 0
    assert github.calls == LETS_GIT_IN
    assert "paper/issue-5" not in git(github.folder / "origin.git", "branch", "--list")


def test_a_branch_that_is_there_is_left_as_it_is(github: GitHub) -> None:
    git(github.folder / "origin.git", "branch", "paper/issue-7")
    _, done = propose(github, body("2103.14030", "looms/cards"), 7)
    assert done.returncode == 0, done.stderr
    assert github.calls == LETS_GIT_IN
