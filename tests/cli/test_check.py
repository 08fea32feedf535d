"""`paperatlas check`: what is checked, what is reported, how it ends."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import Run

GOOD = "@misc{a, title = {X}}\n"
WARNING = "@misc{a, title = {X}, doi = {nonsense}}\n"
ERROR = "@misc{a, title = {X}\n note = {Y}}\n"
NOTE = "---\ntitle: Flows\ngroups:\n  - slug: models\n---\n# Flows\n\nSee [@glow].\n"
SITE = "site_name: A site\nplugins:\n  - paperatlas\n"

CODES = [
    ({"a.bib": GOOD}, ["a.bib"], 0, []),
    ({"a.bib": ""}, ["a.bib"], 0, []),
    ({"a.bib": WARNING}, ["a.bib"], 0, ["IDN001"]),
    ({"a.bib": ERROR}, ["a.bib"], 1, ["SYN003"]),
    ({"a.bib": ERROR}, ["a.bib", "--ignore", "SYN003"], 0, []),
    ({"a.bib": ERROR + WARNING.replace("{a,", "{b,")}, ["a.bib", "--select", "IDN"], 0, ["IDN001"]),
    ({"a.bib": GOOD, "b.bib": GOOD}, ["a.bib"], 0, []),
    ({"a.bib": GOOD, "b.bib": GOOD}, ["a.bib", "b.bib"], 1, ["KEY001", "LIB001"]),
    ({"x/a.bib": GOOD, "x/y/b.bib": WARNING.replace("{a,", "{b,")}, ["x"], 0, ["IDN001"]),
    ({"x/a.txt": ""}, ["x"], 1, ["LIB002"]),
    # without a site there are no directions to be in
    ({"a.bib": "@misc{a, title = {X}, keywords = {flows/models}}"}, ["a.bib"], 0, []),
    # a site
    ({"mkdocs.yml": SITE, "docs/index.md": "# Home\n", "bib/a.bib": GOOD}, [], 0, []),
    ({"mkdocs.yml": SITE, "docs/index.md": "See [@b].\n", "bib/a.bib": GOOD}, [], 1, ["CIT001"]),
    ({"mkdocs.yml": SITE, "docs/directions/flows.md": NOTE, "bib/a.bib": GOOD}, [], 1, ["CIT001", "DIR004"]),
    (
        {
            "mkdocs.yml": SITE,
            "docs/directions/flows.md": NOTE,
            "bib/a.bib": "@misc{glow, title = {X}, keywords = {flows/modles}}",
        },
        [],
        1,
        ["DIR002"],
    ),
    ({"mkdocs.yml": SITE, "docs/index.md": "# Home\n"}, [], 1, ["LIB002"]),
]


@pytest.mark.parametrize(("files", "arguments", "code", "codes"), CODES)
def test_codes(files: dict[str, str], arguments: list[str], code: int, codes: list[str], run: Run) -> None:
    ran = run(files, "check", *arguments, "--format", "json")
    assert sorted(item["code"] for item in json.loads(ran.out)) == codes
    assert (ran.code, ran.err) == (code, "")


def test_text_says_what_was_checked(run: Run) -> None:
    assert run({"a.bib": GOOD}, "check", "a.bib").out == "No problem found in 1 entry.\n"
    files = {"mkdocs.yml": SITE, "docs/index.md": "# Home\n", "bib/a.bib": GOOD}
    assert run(files, "check").out == "No problem found in 1 entry and 1 page.\n"


def test_text_is_the_default(run: Run) -> None:
    ran = run({"a.bib": WARNING}, "check", "a.bib")
    assert ran.out == (
        "a.bib:1:30: IDN001 warning: 'nonsense' is not a valid DOI.\n"
        "  |\n"
        "1 | @misc{a, title = {X}, doi = {nonsense}}\n"
        "  |                              ^^^^^^^^\n"
        "  = hint: A DOI looks like 10.1000/182.\n\n"
        "Found 1 warning in 1 entry.\n"
    )


@pytest.mark.parametrize("name", ["text", "json", "github", "sarif"])
def test_every_format_reports_the_same(name: str, run: Run) -> None:
    ran = run({"a.bib": ERROR + WARNING.replace("{a,", "{b,")}, "check", "a.bib", "--format", name)
    assert ran.code == 1
    assert [code for code in ("SYN003", "IDN001") if code in ran.out] == ["SYN003", "IDN001"]


def test_the_site_is_found_from_a_folder_below(run: Run) -> None:
    files = {"mkdocs.yml": SITE, "docs/index.md": "See [@b].\n", "bib/a.bib": GOOD}
    ran = run(files, "check", "--format", "json", folder="docs")
    assert [item["file"] for item in json.loads(ran.out)] == ["docs/index.md"]


def test_the_file_of_a_problem_is_relative_to_the_folder(run: Run) -> None:
    ran = run({"x/a.bib": WARNING, "y/b.txt": ""}, "check", "../x/a.bib", "--format", "json", folder="y")
    assert json.loads(ran.out)[0]["file"].endswith("../x/a.bib")


def test_no_colour_in_a_pipe(run: Run) -> None:
    assert "\x1b" not in run({"a.bib": WARNING}, "check", "a.bib").out
