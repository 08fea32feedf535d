"""`paperatlas new`: what is written, that it is valid as it is, and that nothing is overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest

from paperatlas.cli.new.note import new_note
from paperatlas.cli.new.site import FILES
from paperatlas.notes import read_direction, read_document
from paperatlas.texts.languages import messages_for
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


def test_the_next_free_order(run: Run, tmp_path: Path) -> None:
    notes = {"docs/directions/a.md": "---\ntitle: A\norder: 4.5\n---\n", "docs/directions/b.md": "---\ntitle: B\n---\n"}
    run(SITE | notes, "new", "direction", "x")
    assert "\norder: 5 #" in (tmp_path / "docs/directions/x.md").read_text(encoding="utf-8")


def test_hints_are_in_the_language_of_the_note(run: Run, tmp_path: Path) -> None:
    run(TWO, "new", "direction", "x")
    assert "## 这是什么" in (tmp_path / "docs/directions/x.md").read_text(encoding="utf-8")
    assert "## What it is" in (tmp_path / "docs/directions/x.en.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["en", "zh", "zh-Hans", "fr"])
def test_a_note_is_valid_as_it_is(language: str) -> None:
    document, problems = read_document(
        new_note("x", "A: [b] # c", 3, messages_for(language).new_note), "x.md", "directions/x.md"
    )
    note, more = read_direction(document)
    assert [*problems, *more] == []
    assert (note.slug, note.title, note.order, note.groups, note.related) == ("x", "A: [b] # c", 3, (), ())
    assert document.mentions == ()


REFUSED = [
    (SITE, ["direction", "Flows"], "no slug"),
    (SITE, ["direction", "../x"], "no slug"),
    (SITE, ["direction", "index"], "no slug"),
    (SITE, ["direction", "readme"], "no slug"),
    (SITE, ["direction", "x", "--title-zh", "流"], "no such language, but en"),
    (SITE | {"docs/directions/x.md": "# X\n"}, ["direction", "x"], "a note of 'x' already: docs/directions/x.md"),
    (TWO | {"docs/directions/x.en.md": "# X\n"}, ["direction", "x"], "already: docs/directions/x.en.md"),
    (TWO | {"docs/directions/x.zh.md": "# X\n"}, ["direction", "x"], "already: docs/directions/x.zh.md"),
    ({}, ["direction", "x"], "there is no mkdocs.yml here or in a folder above"),
    ({"mkdocs.yml": "site_name: X\n"}, ["direction", "x"], "no plugin `paperatlas`"),
    ({"a.txt": ""}, ["site"], "'.' is not empty: there is 'a.txt' in it"),
    ({"a.txt": ""}, ["site", "a.txt"], "not a directory"),
    ({"a.txt": ""}, ["site", "a.txt/b"], "not a directory"),
    ({}, [], "WHAT"),
]


@pytest.mark.parametrize(("files", "arguments", "message"), REFUSED)
def test_refused(files: dict[str, str], arguments: list[str], message: str, run: Run, tmp_path: Path) -> None:
    ran = run(files, "new", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err
    assert {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()} == set(files)


@pytest.mark.parametrize("folder", [".", "my field", "a/b"])
def test_site(folder: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / folder / ".git").mkdir(parents=True)
    ran = run({}, "new", "site", folder)
    assert (ran.code, ran.err) == (0, "")
    assert "pip install paperatlas mkdocs-material\n" in ran.out
    assert ("cd 'my field'" in ran.out) is (folder == "my field")
    there = {path.relative_to(tmp_path / folder).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert there == set(FILES)
    assert run({}, "check", folder=folder).out == "No problem found in 3 entries and 1 page.\n"
    assert run({}, "fmt", "--check", folder=folder).code == 0


def test_its_first_direction_has_its_papers(run: Run) -> None:
    run({}, "new", "site")
    run({}, "new", "direction", "diffusion")
    assert run({}, "check").out == "No problem found in 3 entries and 2 pages.\n"
