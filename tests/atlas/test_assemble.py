"""Libraries and notes that fit together, and those that do not."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from tests.conftest import ReadFiles

NOTE = "---\ntitle: Flows\ngroups:\n- slug: models\n- slug: theory\n---\n# Flows\n"


def entry(key: str, **fields: str) -> str:
    body = {"author": "Ada Lovelace", "title": f"Title of {key}", "date": "2020"} | fields
    return f"@misc{{{key},\n" + "".join(f"  {name} = {{{value}}},\n" for name, value in body.items()) + "}\n"


def test_papers_are_placed_in_groups_by_year(read_files: ReadFiles) -> None:
    project = read_files(
        {
            "bib/a.bib": entry("new", date="2021", keywords="flows/models")
            + entry("old", date="2019", keywords="flows/models, flows/theory, graphs")
            + entry("loose", keywords="flows"),
            "docs/directions/flows.md": NOTE,
        }
    )
    direction = project.atlas.directions["flows"]
    assert [(group.slug, group.papers) for group in direction.groups] == [
        ("models", ("old", "new")),
        ("theory", ("old",)),
        ("", ("loose",)),
    ]
    assert direction.papers == ("old", "new", "loose")
    assert project.atlas.papers["old"].keywords == ("graphs",)
    assert project.problems == ()


def test_keywords_with_semicolons_are_several(read_files: ReadFiles) -> None:
    files = {"bib/a.bib": entry("a", keywords="bridges; cracks；sensors;, flows"), "docs/directions/flows.md": NOTE}
    assert read_files(files).atlas.papers["a"].keywords == ("bridges", "cracks", "sensors")


def test_directions_are_ordered(read_files: ReadFiles) -> None:
    project = read_files(
        {
            "bib/a.bib": entry("a", keywords="x"),
            "docs/directions/x.md": "---\ntitle: X\n---\n",
            "docs/directions/b.md": "---\ntitle: B\norder: 2\n---\n",
            "docs/directions/c.md": "---\ntitle: C\norder: 1.5\n---\n",
            "docs/directions/index.md": "# All\n",
        }
    )
    assert list(project.atlas.directions) == ["c", "b", "x"]


PROBLEMS = [
    ("DIR001", entry("a", keywords="flow/models"), "bib/a.bib", 5, "Did you mean 'flows'?"),
    ("DIR002", entry("a", keywords="flows/modles"), "bib/a.bib", 5, "Did you mean 'models'?"),
    ("DIR002", entry("a", keywords="flows/models；theory"), "bib/a.bib", 5, "`flows/models, theory`"),
    ("DIR004", entry("a"), "bib/a.bib", 1, "in no direction"),
    (
        "DIR004",
        entry("a", keywords="Flows: theory"),
        "bib/a.bib",
        5,
        "the keyword 'flows/theory' instead of 'Flows: theory'?",
    ),
    ("DIR004", entry("a", keywords="flows／theory，x"), "bib/a.bib", 5, "the keyword 'flows/theory' instead of"),
    ("DIR004", entry("a", keywords="models"), "bib/a.bib", 5, "the keyword 'flows/models' instead of 'models'?"),
    ("KEY001", entry("a") + entry("a"), "bib/a.bib", 6, "bib/a.bib:1"),
    ("LIB001", entry("a") + entry("a"), "bib/a.bib", 0, "1 are on the site; it contains 2"),
    ("IDN003", entry("a", code="https//github.com/a/b"), "bib/a.bib", 5, ""),
    ("IDN003", entry("a", code="https://github.com/ a/b"), "bib/a.bib", 5, ""),
    ("IDN004", entry("a", website="javascript:alert(1)"), "bib/a.bib", 5, ""),
    ("CIT001", entry("ddpm"), "docs/index.md", 3, "Did you mean 'ddpm'?"),
]


@pytest.mark.parametrize(("code", "bib", "file", "line", "words"), PROBLEMS)
def test_problems(read_files: ReadFiles, code: str, bib: str, file: str, line: int, words: str) -> None:
    project = read_files(
        {"bib/a.bib": bib, "docs/directions/flows.md": NOTE, "docs/index.md": "# Home\n\nAs in [@dppm].\n"}
    )
    found = [problem for problem in project.problems if problem.code == code]
    assert [(problem.file, problem.line) for problem in found] == [(file, line)]
    assert words in str(found[0])
    assert project.atlas.papers


def test_a_related_direction_that_is_not_there(read_files: ReadFiles) -> None:
    project = read_files(
        {
            "bib/a.bib": entry("a", keywords="flows"),
            "docs/directions/flows.md": "---\ntitle: F\nrelated: [flow, difusion]\n---\n",
            "docs/directions/diffusion.md": "---\ntitle: D\n---\n",
        }
    )
    assert [(problem.code, problem.hint) for problem in project.problems] == [
        ("DIR003", "Did you mean 'flows'?"),
        ("DIR003", "Did you mean 'diffusion'?"),
    ]
    assert project.atlas.directions["flows"].related == ()


def test_an_empty_project(read_files: ReadFiles) -> None:
    project = read_files({})
    assert [(problem.code, problem.file) for problem in project.problems] == [("LIB002", "bib")]
    assert not project.atlas.papers
    assert not project.atlas.directions


def test_a_note_that_is_no_text(read_files: ReadFiles, tmp_path: Path) -> None:
    folder = tmp_path / "docs" / "directions"
    folder.mkdir(parents=True)
    (folder / "flows.md").write_bytes(b"\xff\xfe\x00 not text")
    project = read_files({"bib/a.bib": entry("a")})
    assert [(problem.code, problem.file) for problem in project.problems] == [("NOT001", "docs/directions/flows.md")]
    assert list(project.atlas.papers) == ["a"]


def test_a_mistyped_key_is_compared_with_the_others_once(
    read_files: ReadFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def nearest(key: str, _: object) -> str:
        asked.append(key)
        return ""

    monkeypatch.setattr(import_module("paperatlas.atlas.assemble"), "nearest", nearest)
    found = read_files({"bib/a.bib": entry("a"), "docs/index.md": "[@b] [@c; @b]\n\n[@b]"})
    assert [problem.column for problem in found.problems if problem.code == "CIT001"] == [3, 8, 12, 3]
    assert asked == ["b", "c"]
