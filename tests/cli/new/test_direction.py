"""`paperatlas new direction`: what is written in which language, and that nothing is overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run

SITE = {"mkdocs.yml": "site_name: A site\nplugins:\n  - paperatlas\n", "docs/index.md": "# Home\n"}
LANGUAGES = """\
site_name: A site
nav: [index.md, directions/a.md]
plugins:
  - paperatlas
  - i18n:
      docs_structure: %s
      languages:
        - {locale: zh, name: 中文, default: true}
        - {locale: en, name: English}
"""
TWO = {"mkdocs.yml": LANGUAGES % "suffix", "docs/index.md": "# Home\n"}
FOLDERS = {"mkdocs.yml": LANGUAGES % "folder", "docs/zh/index.md": "# Home\n"}

WRITTEN = [
    (SITE, ["flows"], {"docs/directions/flows.md": "title: Flows\n"}),
    (SITE, ["graph-networks"], {"docs/directions/graph-networks.md": "title: Graph networks\n"}),
    (SITE, ["x", "--title", "Flows: a view"], {"docs/directions/x.md": "title: 'Flows: a view'\n"}),
    (
        TWO,
        ["x", "--title", "X", "--title-zh", "流模型"],
        {"docs/directions/x.md": "title: 流模型\n", "docs/directions/x.en.md": "title: X\n"},
    ),
    (FOLDERS, ["x"], {"docs/zh/directions/x.md": "title: X\n", "docs/en/directions/x.md": "title: X\n"}),
    (
        SITE | {"mkdocs.yml": "docs_dir: pages\nplugins:\n  - paperatlas: {directions: notes}\n", "pages/a.md": ""},
        ["x"],
        {"pages/notes/x.md": "title: X\n"},
    ),
]


@pytest.mark.parametrize(("files", "arguments", "written"), WRITTEN)
def test_direction(
    files: dict[str, str], arguments: list[str], written: dict[str, str], run: Run, tmp_path: Path
) -> None:
    ran = run(files, "new", "direction", *arguments)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[: len(written)] == list(written)
    for name, text in written.items():
        assert text in (tmp_path / name).read_text(encoding="utf-8")
    there = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.md")}
    assert there == {name for name in (*files, *written) if name.endswith(".md")}


def test_what_to_do_next(run: Run) -> None:
    assert "nav" not in run(SITE, "new", "direction", "x").out
    assert "Add the line `- directions/y.md` to `nav` in mkdocs.yml" in run(TWO, "new", "direction", "y").out


@pytest.mark.parametrize("host", ["mkdocs", "properdocs"])
def test_the_program_that_shows_it_is_that_of_the_configuration(host: str, run: Run) -> None:
    files = {f"{host}.yml": SITE["mkdocs.yml"], "docs/index.md": SITE["docs/index.md"]}
    assert f"`{host} serve` shows the page" in run(files, "new", "direction", "x").out


def test_the_next_free_order(run: Run, tmp_path: Path) -> None:
    notes = {"docs/directions/a.md": "---\ntitle: A\norder: 4.5\n---\n", "docs/directions/b.md": "---\ntitle: B\n---\n"}
    run(SITE | notes, "new", "direction", "x")
    assert "\norder: 5 #" in (tmp_path / "docs/directions/x.md").read_text(encoding="utf-8")


def test_hints_are_in_the_language_of_the_note(run: Run, tmp_path: Path) -> None:
    run(TWO, "new", "direction", "x")
    assert "## 这是什么" in (tmp_path / "docs/directions/x.md").read_text(encoding="utf-8")
    assert "## What it is" in (tmp_path / "docs/directions/x.en.md").read_text(encoding="utf-8")


REFUSED = [
    (SITE, ["Flows"], "is not a valid slug"),
    (SITE, ["../x"], "is not a valid slug"),
    (SITE, ["index"], "is not a valid slug"),
    (SITE, ["readme"], "is not a valid slug"),
    (SITE, ["x", "--title-zh", "流"], "its languages are en"),
    (SITE | {"docs/directions/x.md": "# X\n"}, ["x"], "'x' already has a note: docs/directions/x.md"),
    (TWO | {"docs/directions/x.en.md": "# X\n"}, ["x"], "already has a note: docs/directions/x.en.md"),
    (TWO | {"docs/directions/x.zh.md": "# X\n"}, ["x"], "already has a note: docs/directions/x.zh.md"),
    ({}, ["x"], "there is no mkdocs.yml in this folder or above it"),
    ({"mkdocs.yml": "site_name: X\n"}, ["x"], "no plugin `paperatlas`"),
]


@pytest.mark.parametrize(("files", "arguments", "message"), REFUSED)
def test_refused(files: dict[str, str], arguments: list[str], message: str, run: Run, tmp_path: Path) -> None:
    ran = run(files, "new", "direction", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err
    assert {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()} == set(files)
