"""Citations are those between papers that are there, and are compared with what the library states."""

from __future__ import annotations

import pytest

from tests.atlas.test_assemble import entry
from tests.citations.rows import citations
from tests.conftest import ReadFiles

LIBRARY = entry("ddpm", ids="former") + entry("ddim", extends="ddpm") + entry("dpm", extends="ddpm, ddim")


def test_citations_stand_with_their_papers(read_files: ReadFiles) -> None:
    rows = citations("ddim ddpm", "dpm ddim", "dpm ddpm")
    project = read_files({"bib/a.bib": LIBRARY, "bib/citations.tsv": rows})
    assert project.problems == ()
    atlas = project.atlas
    assert {key: [each.cited for each in found] for key, found in atlas.citations_from.items()} == {
        "ddim": ["ddpm"],
        "dpm": ["ddim", "ddpm"],
    }
    assert {key: [each.citing for each in found] for key, found in atlas.citations_to.items()} == {
        "ddpm": ["ddim", "dpm"],
        "ddim": ["dpm"],
    }


def test_what_a_reviewer_has_denied_is_no_citation(read_files: ReadFiles) -> None:
    project = read_files({"bib/a.bib": LIBRARY, "bib/citations.tsv": citations("ddim ddpm -", "dpm ddim", "dpm ddpm")})
    assert [each.pair for each in project.atlas.citations] == [("dpm", "ddim"), ("dpm", "ddpm")]
    assert project.problems == ()


@pytest.mark.parametrize(
    ("row", "place", "hint"),
    [
        ("ddim ddmp", "2:6", "Did you mean 'ddpm'?"),
        ("ddimm ddpm", "2:1", "Did you mean 'ddim'?"),
        ("ddim former", "2:6", "Did you mean 'ddpm'?"),
        ("ddim zzz", "2:6", "Add the entry to the library, or remove the row: only citations within the library are listed."),
    ],
)  # fmt: skip
def test_a_citation_of_no_paper_is_left_out(read_files: ReadFiles, row: str, place: str, hint: str) -> None:
    library = entry("ddpm", ids="former") + entry("ddim")
    project = read_files({"bib/a.bib": library, "bib/citations.tsv": citations(row, "ddpm ddim")})
    (problem,) = (each for each in project.problems if each.code != "CBP009")
    assert (problem.code, str(problem.span), problem.hint) == ("CBP005", f"bib/citations.tsv:{place}", hint)
    assert [each.pair for each in project.atlas.citations] == [("ddpm", "ddim")]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((), []),
        (("ddim ddpm",), []),
        (("dpm ddpm",), ["'dpm' extends 'ddim', but is not known to cite it."]),
        (("ddpm ddim",), []),
        (("dpm ddpm https://example.org/README.md",), []),
        (("dpm ddpm https://example.org, OpenAlex",), ["'dpm' extends 'ddim', but is not known to cite it."]),
    ],
)
def test_an_extension_without_a_citation_is_worth_a_second_look(
    read_files: ReadFiles, rows: tuple[str, ...], expected: list[str]
) -> None:
    project = read_files({"bib/a.bib": LIBRARY, "bib/citations.tsv": citations(*rows)})
    assert [problem.message for problem in project.problems] == expected
    assert {(problem.code, problem.severity) for problem in project.problems} <= {("CBP011", "info")}
