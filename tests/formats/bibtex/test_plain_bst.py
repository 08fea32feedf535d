"""Entries to copy, as BibTeX itself makes a bibliography of them with its own `plain.bst`."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

from paperatlas.bibliography import Entry
from paperatlas.formats.bibtex.writer import classic_bibtex
from paperatlas.pages.citations.cite_as import CITED
from tests.formats.conftest import ODD_ENTRIES, ReadEntries

WARNING = re.compile(r"^Warning--(.*)$", re.MULTILINE)
NOT_OURS = ("empty ", "to sort, need ", "can't use both ")
"""What an entry itself lacks, or has and `plain.bst` has one place for: a book's author or its editor."""


@dataclass(frozen=True)
class PlainBst:
    """BibTeX, in a folder where it may write."""

    folder: Path

    def compile(self, entries: Iterable[str]) -> tuple[str, list[str]]:
        """The bibliography that cites every entry, and what BibTeX warns of; an error of BibTeX is raised."""
        (self.folder / "copied.bib").write_text("\n\n".join(entries), encoding="utf-8")
        (self.folder / "paper.aux").write_text(
            "\\citation{*}\n\\bibdata{copied}\n\\bibstyle{plain}\n", encoding="utf-8"
        )
        said = subprocess.run(["bibtex", "paper"], cwd=self.folder, capture_output=True, text=True, check=False)
        # BibTeX ends with 1 after warnings, with 2 after errors.
        if said.returncode not in (0, 1) or "---line " in said.stdout:
            raise AssertionError(said.stdout)
        return (self.folder / "paper.bbl").read_text(encoding="utf-8"), WARNING.findall(said.stdout)


@pytest.fixture
def plain_bst(tmp_path: Path) -> PlainBst:
    return PlainBst(tmp_path)


def keys(bibliography: str) -> list[str]:
    return re.findall(r"\\bibitem\{([^}]*)\}", bibliography)


def test_the_atlas_own_library(real_entries: tuple[Entry, ...], plain_bst: PlainBst) -> None:
    bibliography, warnings = plain_bst.compile(classic_bibtex(entry, CITED) for entry in real_entries)
    assert warnings == []
    assert sorted(keys(bibliography)) == sorted(entry.key for entry in real_entries)


def test_odd_entries(entries_of: ReadEntries, plain_bst: PlainBst) -> None:
    entries = entries_of(ODD_ENTRIES)
    bibliography, warnings = plain_bst.compile(classic_bibtex(entry, CITED) for entry in entries)
    assert len(keys(bibliography)) == len(entries)
    assert [warning for warning in warnings if not warning.startswith(NOT_OURS)] == []


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ("@misc{a, title = {T}, author = {A, B, C, D}}", "Too many commas"),
        ("@misc{a, title = {T}", "Illegal end of database file"),
    ],
)
def test_bibtex_complains_of_what_is_broken(plain_bst: PlainBst, broken: str, said: str) -> None:
    with pytest.raises(AssertionError, match=said):
        plain_bst.compile([broken])


def test_bibtex_warns_of_what_is_missing(plain_bst: PlainBst) -> None:
    _, warnings = plain_bst.compile(["@article{a, author = {A, B}, title = {T}, journal = {J}}"])
    assert warnings == ["empty year in a"]
