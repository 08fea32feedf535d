"""`paperatlas changes`: folders and git revisions, what is written, how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.git import git
from tests.conftest import write_files

SITE = {"mkdocs.yml": "site_name: A site\nplugins:\n  - paperatlas\n", "docs/index.md": "# Home\n"}
ONE = SITE | {"bib/a.bib": "@misc{a, title = {One}}\n"}
TWO = SITE | {"bib/a.bib": "@misc{a, title = {One}}\n@misc{b, title = {Two}}\n"}


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with two commits, tagged `one` and `two`, and the second checked out."""
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    for name, files in (("one", ONE), ("two", TWO)):
        write_files(tmp_path, files)
        git(tmp_path, "add", "--all")
        git(tmp_path, "commit", "--quiet", "--message", name)
        git(tmp_path, "tag", name)
    return tmp_path


def added(out: str) -> list[str]:
    return [paper["key"] for paper in json.loads(out)["papers"]["added"]]


REVISIONS = [
    (["one", "two"], ["b"]),
    (["HEAD~1", "HEAD"], ["b"]),
    (["HEAD^1"], ["b"]),
    (["two", "one"], []),
    (["main"], []),
]


@pytest.mark.parametrize(("arguments", "papers"), REVISIONS)
def test_revisions(arguments: list[str], papers: list[str], run: Run, repository: Path) -> None:
    ran = run({}, "changes", *arguments, "--format", "json")
    assert (ran.code, ran.err, added(ran.out)) == (0, "", papers)
    assert git(repository, "status", "--porcelain") == ""


def test_what_is_not_committed_counts(run: Run, repository: Path) -> None:
    assert repository.is_dir()
    ran = run({"bib/new.bib": "@misc{c, title = {Three}}\n"}, "changes", "one", "--format", "json")
    assert added(ran.out) == ["b", "c"]


def test_a_site_below_the_top_of_its_repository(run: Run, tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    write_files(tmp_path, {f"sites/x/{name}": text for name, text in ONE.items()})
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message", "one")
    ran = run({"sites/x/bib/a.bib": TWO["bib/a.bib"]}, "changes", "HEAD", "--format", "json", folder="sites/x/docs")
    assert added(ran.out) == ["b"]


def test_attributes_and_links_of_a_revision_do_nothing(run: Run, repository: Path) -> None:
    write_files(repository, {".gitattributes": "bib/a.bib export-ignore\n", "docs/picture.png": "x"})
    (repository / "bib" / "link.bib").symlink_to("/etc/passwd")
    git(repository, "add", "--all")
    git(repository, "commit", "--quiet", "--message", "three")
    (repository / "bib" / "link.bib").unlink()
    ran = run({}, "changes", "one", "HEAD", "--format", "json")
    assert (added(ran.out), json.loads(ran.out)["papers"]["removed"]) == (["b"], [])


def test_folders(run: Run, tmp_path: Path) -> None:
    write_files(tmp_path / "old", ONE)
    write_files(tmp_path / "new", TWO)
    assert added(run({}, "changes", "old", "new", "--format", "json").out) == ["b"]
    assert added(run({}, "changes", "../old", "--format", "json", folder="new").out) == ["b"]


def test_markdown_is_the_default(run: Run, tmp_path: Path) -> None:
    write_files(tmp_path / "old", ONE)
    write_files(tmp_path / "new", TWO)
    ran = run({}, "changes", "old", "new", "--site-url", "https://example.org/x")
    assert "- [Two](<https://example.org/x/papers/b/>) · b\n" in ran.out
    assert run({}, "changes", "old", "old").out.endswith("None. No other problem.\n")


WRONG = [
    (["changes"], "BASE"),
    (["changes", "none"], "'none' is neither a folder nor a revision"),
    (["changes", "--", "--output=x"], "'--output=x' is neither"),
    (["changes", "docs"], "'docs' does not contain a site"),
    (["changes", "one", "--site-url", "javascript:x"], "is not a valid URL"),
    (["changes", "one", "--site-url", "https://[x"], "is not a valid URL"),
    (["changes", "one", "--limit", "10"], "the minimum is 1000"),
    (["changes", "one", "--format", "text"], "text"),
]


@pytest.mark.parametrize(("arguments", "message"), WRONG)
def test_wrong_usage(arguments: list[str], message: str, run: Run, repository: Path) -> None:
    assert repository.is_dir()
    ran = run({}, *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err


def test_no_repository(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    ran = run(ONE, "changes", "main")
    assert (ran.code, "not a git repository" in ran.err) == (2, True)
    monkeypatch.setenv("PATH", "")
    ran = run(ONE, "changes", "main")
    assert (ran.code, "git cannot be run" in ran.err) == (2, True)
