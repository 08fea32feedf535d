"""A stage that follows what is saved: the saved pages first, the rest later, and in the end what a clean stage holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from paperatlas.build import project
from paperatlas.build.checks import check_entries
from paperatlas.build.configuration import read_configuration
from paperatlas.build.project import read_site
from paperatlas.diagnostics.problem import Problem
from paperatlas.hosts.zensical import staging
from paperatlas.hosts.zensical.staging import OutdatedError, StagedSite, read_staged, stage_site
from tests.hosts.host_sites import SITE, copy_of

Edit = Callable[[Path], None]


def more(file: str, text: str) -> Edit:
    """What appends a text to a file, which may be new."""

    def edit(root: Path) -> None:
        before = (root / file).read_text(encoding="utf-8") if (root / file).exists() else ""
        (root / file).parent.mkdir(exist_ok=True)
        (root / file).write_text(before + text, encoding="utf-8")

    edit.__name__ = file
    return edit


def instead(file: str, before: str, after: str) -> Edit:
    """What replaces a text of a file."""

    def edit(root: Path) -> None:
        text = (root / file).read_text(encoding="utf-8")
        assert before in text
        (root / file).write_text(text.replace(before, after), encoding="utf-8")

    edit.__name__ = file
    return edit


def without(file: str) -> Edit:
    """What removes a file."""

    def edit(root: Path) -> None:
        (root / file).unlink()

    edit.__name__ = file
    return edit


NEW = "\n@misc{fresh, title = {Fresh}, author = {A. Baker}, year = {2020}, keywords = {dough}, uses = {cold}}\n"
EDITS: list[tuple[str, Edit, set[str]]] = [
    ("a note", more("docs/directions/dough.en.md", "\nSee [@cold].\n"), {"directions/dough.md"}),
    ("the same again", more("docs/directions/dough.en.md", "\nAnd [@nobody].\n"), {"directions/dough.md"}),
    ("a note of the first language", more("docs/directions/ovens.md", "\n[@cold]\n"), {"directions/ovens.md"}),
    ("a new entry", more("bib/dough.bib", NEW), {"papers/fresh.md"}),
    ("an entry", instead("bib/dough.bib", "{Fresh}", "{Fresher}"), {"papers/fresh.md"}),
    ("a line before entries", instead("bib/dough.bib", "@misc{fresh", "\n\n@misc{fresh"), set()),
    ("another key", instead("bib/dough.bib", "@misc{fresh", "@misc{newer"), {"papers/newer.md"}),
    ("a new page", more("docs/more.md", "# More\n\n[@newer]\n"), {"more.md"}),
    ("settings", more("mkdocs.yml", "copyright: nobody's\n"), set()),
    ("a file of the docs", more("docs/data.csv", "1,2\n"), set()),
    ("a page that is gone", without("docs/more.md"), set()),
    ("an entry that is as it was", instead("bib/dough.bib", NEW.replace("{Fresh}", "{Fresher}").strip()
                                          .replace("fresh,", "newer,"), ""), set()),
    ("a note as it was", instead("docs/directions/dough.en.md", "\nAnd [@nobody].\n", ""), {"directions/dough.md"}),
]  # fmt: skip


class Series:
    """A site that is edited, and its stage."""

    def __init__(self, root: Path) -> None:
        self.root, self.stage = root, root / ".cache/paperatlas/zensical"
        self.staged = stage_site(read_configuration(root / "mkdocs.yml"), self.stage)

    def save(self, edit: Edit, *, at_once: bool = True) -> set[str]:
        """Edit something, and stage the pages that were saved; return which these are."""
        before, times, staged = self.files(), self.times(), self.staged
        edit(self.root)
        saved = {path for path, state in self.times().items() ^ times.items()}
        self.staged = read_staged(read_configuration(self.root / "mkdocs.yml"), self.stage, staged, when_asked=True)
        if at_once:
            self.staged.write_saved(saved, staged)
        changed = {path for path, data in self.files().items() if data != before.get(path)}
        return {path.partition("docs/")[2] for path in changed}

    def times(self) -> dict[Path, int]:
        """When each file of the site was written."""
        files = (path for path in self.root.rglob("*") if ".cache" not in path.parts and path.is_file())
        return {path: path.stat().st_mtime_ns for path in files}

    def files(self) -> dict[str, bytes]:
        """All that is staged."""
        return staged_files(self.staged, self.stage)


def staged_files(staged: StagedSite, root: Path) -> dict[str, bytes]:
    """All that is staged."""
    folders = [root / path for each in staged.folders for path in (each.docs, each.theme)]
    found = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    found += [root / each.configuration for each in staged.folders]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


def soon() -> Callable[[], bool]:
    """What says after some pages that something else was saved."""
    asked: Iterator[int] = iter(range(9))
    return lambda: next(asked, None) is None


def in_folders(root: Path) -> None:
    """Move the pages of each language into a folder of their own."""
    instead("mkdocs.yml", "docs_structure: suffix", "docs_structure: folder")(root)
    for path in [path for path in (root / "docs").rglob("*") if path.is_file()]:
        bare = path.relative_to(root / "docs").as_posix()
        moved = root / "docs" / ("en" if ".en." in bare else "zh") / bare.replace(".en.", ".")
        moved.parent.mkdir(parents=True, exist_ok=True)
        path.rename(moved)


def test_saved_pages_are_staged_at_once_and_in_the_end_the_stage_is_a_clean_one(tmp_path: Path) -> None:
    """The rest is staged later, or given up because something else is saved meanwhile; each edit follows the others."""
    series = Series(copy_of(SITE, tmp_path / "series"))
    for name, edit, first in EDITS:
        assert series.save(edit) == first, name
        if edit.__name__.startswith("bib"):
            with pytest.raises(OutdatedError):
                series.staged.write(soon())
        elif "directions" not in edit.__name__:
            series.staged.write()
    series.staged.write()
    series.save(more("docs/directions/dough.md", "\n[@cold]\n"))
    series.save(instead("docs/directions/dough.md", "\n[@cold]\n", ""), at_once=False)
    clean = copy_of(series.root, tmp_path / "site")
    series.staged.write()
    expected = stage_site(read_configuration(clean / "mkdocs.yml"), tmp_path / "stage")
    assert series.files() == staged_files(expected, tmp_path / "stage")
    assert set(series.staged.problems) == set(expected.problems)
    in_folders(clean)
    moved = stage_site(read_configuration(clean / "mkdocs.yml"), tmp_path / "folders")
    assert staged_files(moved, tmp_path / "folders") == series.files()


def test_nobody_waits_for_a_check_of_the_library_who_waits_for_a_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs = []

    def check_and_count(*arguments: Any) -> Iterator[Problem]:
        runs.append(arguments)
        return check_entries(*arguments)

    series = Series(copy_of(SITE, tmp_path / "site"))
    monkeypatch.setattr(project, "check_entries", check_and_count)
    assert series.save(more("bib/dough.bib", "@article{x, title = {X}}\n")) == {"papers/x.md"}
    assert not runs
    series.staged.write()
    assert len(runs) == 1
    assert any("journal" in problem.message for problem in series.staged.problems)


def test_a_page_that_was_saved_while_the_site_was_read_comes_with_the_next_look(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = copy_of(SITE, tmp_path / "site")
    configuration = read_configuration(root / "mkdocs.yml")

    def read_and_save(*arguments: Any, **options: Any) -> Any:
        read = read_site(*arguments, **options)
        more("docs/late.md", "# Late\n")(root)
        return read

    with monkeypatch.context() as patch:
        patch.setattr(staging, "read_site", read_and_save)
        first = stage_site(configuration, tmp_path / "stage")
    assert not list((tmp_path / "stage").rglob("late.md"))
    second = read_staged(configuration, first.stage.root, first)
    second.write()
    assert list((tmp_path / "stage").rglob("late.md"))
