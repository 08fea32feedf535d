"""Sites are compared as they come from the code of a revision; none is built here."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from compare_sites import (
    ATLAS,
    REPOSITORY,
    Built,
    CompareError,
    check_out,
    copy_content,
    logged_warnings,
    report,
    site_names,
)

in_a_clone = pytest.mark.skipif(not (REPOSITORY / ".git").exists(), reason="compares revisions of a git repository")


def built(folder: Path, files: dict[str, str], warnings: list[str], problems: list[dict[str, Any]]) -> Built:
    (folder / "site").mkdir(parents=True)
    for name, text in files.items():
        (folder / "site" / name).write_text(text, encoding="utf-8")
    (folder / "warnings.json").write_text(json.dumps(warnings), encoding="utf-8")
    (folder / "problems.json").write_text(json.dumps(problems), encoding="utf-8")
    return Built(folder)


def test_equal_sites_are_one_line(tmp_path: Path) -> None:
    sides = [built(tmp_path / name, {"a.html": "<p>"}, ["WARNING -  w"], []) for name in ("base", "head")]
    assert list(report(sides[0], sides[1], "old", "new", 20)) == ["1 files compared, all are equal"]


def test_files_problems_and_warnings_are_reported_apart(tmp_path: Path) -> None:
    said = {"code": "KEY001", "file": "a.bib", "line": 3, "message": "Twice."}
    before = built(
        tmp_path / "base", {"a.html": "<p>1", "b.html": "<p>1", "c.html": "<p>1", "gone": ""}, ["a", "b"], [said]
    )
    after = built(
        tmp_path / "head", {"a.html": "<p>2", "b.html": "<p>2", "c.html": "<p>2"}, ["a"], [said | {"message": "2."}]
    )
    assert "\n".join(report(before, after, "old", "new", 20)).splitlines() == [
        "3 files compared, 3 differ",
        "  only in old: gone",
        "  3 places in 3 files: a.html:1, b.html:1, …",
        "    - <p>1",
        "    + <p>2",
        "  problems of `paperatlas check`: 1 difference",
        "  KEY001 a.bib:3",
        "    - message: Twice.",
        "    + message: 2.",
        "  warnings of the build: 1 difference",
        "  warning:1",
        "    - b",
    ]


def test_a_long_report_is_cut_and_counts_the_rest(tmp_path: Path) -> None:
    texts = [{f"{number}.txt": f"{side} {number}" for number in range(5)} for side in ("a", "b")]
    texts[1] |= {f"new{number}": "" for number in range(4)}
    sides = [built(tmp_path / str(number), files, [], []) for number, files in enumerate(texts)]
    lines = list(report(sides[0], sides[1], "old", "new", 2))
    assert lines[3] == "  … 2 more files are only in new; --most shows more"
    assert "  … " not in lines[-1]  # the five files differ in one and the same way


@pytest.mark.parametrize(
    ("log", "warnings"),
    [
        ("INFO    -  Building\nWARNING -  One\n  and more\nINFO    -  Done\n", ["WARNING -  One\n  and more"]),
        ("Loading model\nERROR   -  Two\nWARNING -  Three\n", ["ERROR   -  Two", "WARNING -  Three"]),
        ("", []),
    ],
)
def test_the_warnings_of_a_log(log: str, warnings: list[str]) -> None:
    assert logged_warnings(log) == warnings


def test_the_sites_that_are_compared() -> None:
    assert site_names() == ["bare", "bilingual", "messy", ATLAS]


@in_a_clone
def test_a_checkout_is_what_mkdocs_would_load(tmp_path: Path) -> None:
    side = check_out(None, tmp_path / "head")  # raises if the plugin came from elsewhere
    assert side.name == "the working tree"
    assert (side.checkout / "templates" / "paper.html.jinja").is_file()
    assert not (side.checkout / ".git").exists()


@in_a_clone
def test_an_unknown_revision(tmp_path: Path) -> None:
    with pytest.raises(CompareError, match="git knows no revision no-such-revision"):
        check_out("no-such-revision", tmp_path / "base")


def test_what_was_built_beside_the_sources_is_not_copied(tmp_path: Path) -> None:
    for name in ("mkdocs.yml", "docs/index.md", ".cache/paperatlas/old", "site/index.html"):
        (tmp_path / "from" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "from" / name).touch()
    copy_content(tmp_path / "from", tmp_path / "to", ())
    copied = {path.relative_to(tmp_path / "to").as_posix() for path in tmp_path.glob("to/**/*") if path.is_file()}
    assert copied == {"mkdocs.yml", "docs/index.md"}
