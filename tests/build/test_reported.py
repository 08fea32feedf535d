"""What a site is told: one cause is one problem, with its count and its first places."""

from __future__ import annotations

from pathlib import Path

import pytest

from paperatlas.build.configuration import read_configuration
from paperatlas.build.project import read_site
from paperatlas.build.reported import Reporting
from tests.conftest import write_files

WHO = "author = {Ho, J}, title = {Title %s}, year = 2020"
PAPERS = "".join(f"@article{{p{n}, {WHO % n}, %s}}\n" for n in ("One", "Two", "Three", "Four"))

CAUSES = [
    # a library, what is told with its places
    (PAPERS.replace("%s", "journal = jmlr"), ["MAC001 1,2,3 No @string defines the macro 'jmlr'. (4 times)"]),
    (
        PAPERS.replace("%s", "journal = {J}, crossref = {gone}"),
        ["XRF001 1,2,3 No entry has the key 'gone', which 'crossref' names. (4 times)"],
    ),
    (PAPERS.replace("%s", "journal = {J}, related = {gone}"), ["REF001 1,2,3 No entry has the key 'gone'. (4 times)"]),
    (
        PAPERS.replace("%s", "journal = {J}, keywords = {x/y}"),
        ["DIR002 1,2,3 The direction 'x' has no group 'y'. (4 times)"],
    ),
    (
        PAPERS.replace("%s", "journal = {J}"),
        ["DIR004 1,2,3 4 papers are in no direction, 'pOne' among them."],
    ),
    (
        PAPERS.replace("%s", "journal = {J}, owner = {jane}"),
        ["FLD002 1,2,3 'owner' is not published (entries that have it: 4)."],
    ),
    # each has its own
    (PAPERS.replace("%s", "keywords = {x}"), [f"REQ001 {n} The article" for n in (1, 2, 3, 4)]),
]


@pytest.mark.parametrize(("library", "told"), CAUSES)
def test_one_cause_is_one_problem(library: str, told: list[str], tmp_path: Path) -> None:
    files = {"mkdocs.yml": "plugins: [paperatlas]\n", "docs/directions/x.md": "# X\n", "bib/a.bib": library}
    write_files(tmp_path, files)
    site = read_site(read_configuration(tmp_path / "mkdocs.yml"))
    found = [
        f"{problem.code} {','.join(str(span.line) for span in (problem.span, *problem.related))} {problem.message}"
        for problem in Reporting(site).of(site.problems)
        if problem.code == told[0][:6]
    ]
    assert [line.partition(" 'p")[0] if line.startswith("REQ") else line for line in found] == told


def test_a_site_says_what_it_wants_to_be_told(tmp_path: Path) -> None:
    options = "{check: {ignore: [DIR], severity: {REQ: info}, files: {bib/old.bib: [ALL]}}}"
    files = {
        "mkdocs.yml": f"plugins:\n  - paperatlas: {options}\n",
        "docs/directions/x.md": "# X\n",
        "bib/a.bib": "@article{a, title = {A}}",
        "bib/old.bib": "@article{b, title = {B}\n title = {C}",
    }
    write_files(tmp_path, files)
    site = read_site(read_configuration(tmp_path / "mkdocs.yml"))
    found = [(problem.code, problem.severity) for problem in Reporting(site).of(site.problems)]
    assert found == [("REQ001", "info")]


SETTINGS = [
    # the settings, the entries that are told to be in no direction
    ("{}", "2 papers are in no direction, 'a' among them."),
    ("{entries: {a: [DIR]}}", "'b' is in no direction."),
    ("{files: {bib/b.bib: [DIR]}}", "'a' is in no direction."),
    ("{entries: {'?': [DIR004]}}", None),
]


@pytest.mark.parametrize(("settings", "told"), SETTINGS)
def test_settings_count_before_causes_are_put_together(settings: str, told: str | None, tmp_path: Path) -> None:
    files = {
        "mkdocs.yml": f"plugins:\n  - paperatlas: {{check: {settings}}}\n",
        "docs/directions/x.md": "# X\n",
        "bib/a.bib": "@misc{a, title = {A}}",
        "bib/b.bib": "@misc{b, title = {B}}",
    }
    write_files(tmp_path, files)
    site = read_site(read_configuration(tmp_path / "mkdocs.yml"))
    assert [problem.message for problem in Reporting(site).of(site.problems)] == ([told] if told else [])
