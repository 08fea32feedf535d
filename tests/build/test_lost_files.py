"""A file of entries that is lost is one problem, however many keys are used that it had."""

from __future__ import annotations

from pathlib import Path

import pytest

from paperatlas.build.configuration import read_configuration
from paperatlas.build.project import read_site
from paperatlas.build.reported import Reporting
from tests.conftest import write_files

ENTRIES = "@misc{a, title = {A}}\n@misc{b, title = {B}}\n"
PAGE = "See [@a] and [@b].\n"
KEYS = "citing\tcited\tsource\na\tc\thttps://example.org/a\nb\tc\thttps://example.org/b\n"
SITE = {"mkdocs.yml": "plugins: [paperatlas]\n", "docs/index.md": PAGE, "bib/citations.tsv": KEYS}
OTHER = {"bib/c.bib": "@misc{c, title = {C}}\n"}

LOST = [
    # the file, what holds the entries, what is told
    ("bib/x.bib", ENTRIES, []),
    ("bib/x.bib", "", ["LIB004 bib/x.bib"]),
    ("bib/x.bib.txt", ENTRIES, ["LIB003 bib/x.bib.txt", "LIB004 bib/x.bib.txt"]),
    ("bib/x.BIB", ENTRIES, ["LIB003 bib/x.BIB", "LIB004 bib/x.BIB"]),
    # macros alone are what a file of macros has, and one key that is missing may be a slip
    ("bib/x.bib", "@string{x = {X}}\n", ["CBP005 bib/citations.tsv", "CBP005 bib/citations.tsv", "CIT001", "CIT001"]),
    ("bib/x.bib", ENTRIES.replace("{b,", "{bb,"), ["CBP005 bib/citations.tsv", "CIT001"]),
]
AMONG_PAGES = [
    ({"docs/x.bib": ENTRIES}, ["LIB003 docs/x.bib"]),
    ({"docs/x.bib": ENTRIES, "docs/more.md": "[All](x.bib)\n"}, []),
    ({"docs/sub/x.bib": ENTRIES, "docs/more.md": "[All](sub/x.bib)\n"}, []),
]


def told(root: Path, files: dict[str, str]) -> list[str]:
    write_files(root, SITE | OTHER | files)
    site = read_site(read_configuration(root / "mkdocs.yml"))
    problems = Reporting(site).of(site.problems)
    return [f"{problem.code} {problem.file}" for problem in problems if problem.severity != "info"]


@pytest.mark.parametrize(("file", "text", "codes"), LOST)
def test_a_lost_file(file: str, text: str, codes: list[str], tmp_path: Path) -> None:
    found = told(tmp_path, {file: text})
    assert [each if " " in code else each[:6] for each, code in zip(found, codes, strict=True)] == codes


@pytest.mark.parametrize(("files", "codes"), AMONG_PAGES)
def test_entries_among_pages(files: dict[str, str], codes: list[str], tmp_path: Path) -> None:
    assert told(tmp_path, {"bib/x.bib": ENTRIES} | files) == codes
