"""Where pages were before."""

from __future__ import annotations

import pytest

from tests.atlas.test_assemble import entry
from tests.conftest import ReadFiles

NOTE = "---\ntitle: Flows\naliases: [{}]\n---\n# Flows\n"


def test_further_keys_and_former_names(read_files: ReadFiles) -> None:
    files = {
        "bib/a.bib": entry("new", ids="old, DBLP:conf/x, 旧的", keywords="flows") + entry("other", keywords="flows"),
        "docs/directions/flows.md": NOTE.format("flow-models, 流"),
    }
    project = read_files(files)
    assert project.problems == ()
    found: dict[str, str] = {redirect.former: redirect.address for redirect in project.atlas.redirects}
    hashed = {former for former in found if former.startswith("papers/") and former != "papers/old/"}
    assert found.keys() - hashed == {"papers/old/", "directions/flow-models/", "directions/流/"}
    # As an entry with that key had it.
    paper = read_files({"bib/a.bib": entry("DBLP:conf/x") + entry("旧的"), "docs/directions/flows.md": ""})
    assert {each.address for each in paper.atlas.papers.values()} == hashed
    assert found["papers/old/"] == "papers/new/"
    assert found["directions/流/"] == "directions/flows/"


# library, aliases of the direction `flows`; the code's place, and words of the message and of the other place
TAKEN = [
    (entry("a", ids="b") + entry("b"), "", "bib/a.bib:5:10", "'b' is the key of another entry", "bib/a.bib:7"),
    (
        entry("a", ids="x") + entry("b", ids="c, x"),
        "",
        "bib/a.bib:11:13",
        "former name of something else",
        "bib/a.bib:5",
    ),
    (entry("a", ids="B") + entry("b"), "", "", "", ""),
    (entry("a"), "about", "docs/directions/flows.md:3:11", "another direction or page", "docs/directions/about.md"),
    (entry("a", ids="a"), "flows", "", "", ""),
    (entry("a"), '"../../up"', "docs/directions/flows.md:3:11", "cannot have been the name", ""),
    (entry("a"), '".."', "docs/directions/flows.md:3:11", "cannot have been the name", ""),
    (entry("a"), '""', "docs/directions/flows.md:3:11", "cannot have been the name", ""),
    (entry("a", ids="x, x"), "y, y", "", "", ""),
    (entry("a", ids="x y"), "", "bib/a.bib:5:10", "'x y' was no citation key: it has a blank.", "`x, y`"),
]


@pytest.mark.parametrize(("library", "aliases", "place", "message", "other"), TAKEN)
def test_a_name_that_something_else_has(
    read_files: ReadFiles, library: str, aliases: str, place: str, message: str, other: str
) -> None:
    project = read_files(
        {
            "bib/a.bib": library,
            "docs/directions/flows.md": NOTE.format(aliases),
            "docs/directions/about.md": "---\ntitle: About\n---\n",
        }
    )
    problems = [problem for problem in project.problems if problem.code == "KEY004"]
    assert [str(problem.span) for problem in problems] == ([place] if place else [])
    assert all(message in str(problem) for problem in problems)
    assert all(other in str(related) for problem in problems for related in problem.related)
    taken = {paper.address for paper in project.atlas.papers.values()}
    assert not taken & {redirect.former for redirect in project.atlas.redirects}


def test_aliases_that_are_no_names(read_files: ReadFiles) -> None:
    project = read_files({"bib/a.bib": entry("a"), "docs/directions/flows.md": NOTE.format("1, [x], good")})
    assert [problem.code for problem in project.problems if problem.code == "NOT003"] == ["NOT003", "NOT003"]
    assert [redirect.former for redirect in project.atlas.redirects] == ["directions/good/"]


@pytest.mark.parametrize(
    "name",
    ["..", "../x", "a/b", "a?b", "a.", "a ", "CON", "nul.x", "index", "x" * 201, "深" * 67],
)
def test_aliases_that_not_every_system_has_files_of(read_files: ReadFiles, name: str) -> None:
    note = NOTE.format(f'"{name}", {"深" * 66}')
    project = read_files({"bib/a.bib": entry("a"), "docs/directions/flows.md": note})
    assert [redirect.former for redirect in project.atlas.redirects] == [f"directions/{'深' * 66}/"]
    assert [problem.variant for problem in project.problems if problem.code == "KEY004"] == ["no-name"]


def test_who_cites_a_former_key_is_told_the_new_one(read_files: ReadFiles) -> None:
    project = read_files({"bib/a.bib": entry("zhang2020", ids="smith"), "docs/index.md": "[@smith]\n"})
    [problem] = [problem for problem in project.problems if problem.code == "CIT001"]
    assert "Did you mean 'zhang2020'?" in str(problem)
