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


KNOWN = "@misc{a, doi = {nonsense}}\n"
"""Two problems: no title, and no DOI."""


def test_a_baseline_leaves_what_is_new(run: Run) -> None:
    files = {"a.bib": KNOWN}
    ran = run(files, "check", "a.bib", "--baseline", "known.json", "--update-baseline")
    assert (ran.code, ran.out, ran.err) == (0, "", "known.json: 2 problems; from now on only others are reported.\n")
    told = "No problem found in 1 entry.\nThe baseline lists 2 known problems.\n"
    assert run({}, "check", "a.bib", "--baseline", "known.json").out == told
    moved = {"a.bib": f"% moved\n{KNOWN}@misc{{b, doi = {{nonsense}}, title = {{B}}}}\n"}
    ran = run(moved, "check", "a.bib", "--baseline", "known.json", "--format", "json")
    assert [(item["code"], item["line"]) for item in json.loads(ran.out)] == [("IDN001", 3)]


def test_a_baseline_says_what_is_no_longer_there(run: Run) -> None:
    run({"a.bib": KNOWN}, "check", "a.bib", "--baseline", "known.json", "--update-baseline")
    ran = run({"a.bib": GOOD}, "check", "a.bib", "--baseline", "known.json", "--format", "json")
    (stale,) = json.loads(ran.out)
    assert (stale["code"], stale["file"]) == ("CFG002", "known.json")
    assert stale["message"] == "2 of the known problems are no longer found: IDN001 of 'a', REQ001 of 'a'."
    ran = run({}, "check", "a.bib", "--baseline", "known.json", "--select", "REQ,CFG", "--format", "json")
    assert json.loads(ran.out)[0]["message"] == "One of the known problems is no longer found: REQ001 of 'a'."


def test_the_baseline_of_a_site(run: Run) -> None:
    settings = "site_name: A\nplugins:\n  - paperatlas: {check: {baseline: known.json}}\n"
    files = {"mkdocs.yml": settings, "docs/index.md": "See [@b].\n", "bib/a.bib": KNOWN}
    ran = run(files, "check", "--format", "json")
    assert [item["code"] for item in json.loads(ran.out)] == ["REQ001", "IDN001", "CIT001", "CFG001"]
    assert run({}, "check", "--update-baseline", folder="docs").code == 0
    told = "No problem found in 1 entry and 1 page.\nThe baseline lists 3 known problems.\n"
    assert run({"docs/index.md": "# Home\n\nSee [@b].\n"}, "check").out == told


USAGE = [
    (["--update-baseline"], "name the file to write: --baseline FILE"),
    (["--update-baseline", "--baseline", "x.json", "--select", "REQ"], "leave out --fix"),
]


@pytest.mark.parametrize(("arguments", "words"), USAGE)
def test_wrong_uses_of_a_baseline(arguments: list[str], words: str, run: Run) -> None:
    ran = run({"a.bib": GOOD}, "check", "a.bib", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err


def test_a_baseline_that_cannot_be_written(run: Run) -> None:
    ran = run({"a.bib": GOOD, "x": ""}, "check", "a.bib", "--update-baseline", "--baseline", "x/known.json")
    assert ran.code != 0
    assert "cannot write 'x/known.json'" in ran.err


@pytest.mark.parametrize(
    ("entry", "lenient", "strict"),
    [
        (GOOD, 0, 0),
        ("@misc{a, title = {X}, file = {x}}", 0, 0),  # a remark
        (WARNING, 0, 1),
        (ERROR, 1, 1),
    ],
)
def test_warnings_fail_where_strict(entry: str, lenient: int, strict: int, run: Run) -> None:
    assert run({"a.bib": entry}, "check", "a.bib").code == lenient
    assert run({"a.bib": entry}, "check", "--strict", "a.bib").code == strict


def test_a_configuration_that_is_no_yaml_is_reported_as_other_problems_are(run: Run) -> None:
    ran = run({"mkdocs.yml": "site_name: A: b\n", "docs/index.md": ""}, "check", "--format", "github")
    assert ran.code == 1
    assert ran.out.startswith("::error file=mkdocs.yml,line=1,endLine=1,col=13,")
