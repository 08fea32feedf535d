"""Results are those of papers that are there."""

from __future__ import annotations

import pytest

from tests.atlas.test_assemble import entry
from tests.conftest import ReadFiles
from tests.results.tables import row, table


def test_results_stand_with_their_papers(read_files: ReadFiles) -> None:
    files = {
        "bib/a.bib": entry("ddpm") + entry("ddim"),
        "bib/results/one.csv": table(row(), row(key="ddim", value="4.16")),
        "bib/results/more/two.csv": table(row(metric="IS", value="9.46")),
    }
    project = read_files(files)
    assert project.problems == ()
    assert {key: [each.value for each in rows] for key, rows in project.atlas.results.items()} == {
        "ddpm": ["9.46", "3.17"],
        "ddim": ["4.16"],
    }


@pytest.mark.parametrize(("key", "hint"), [("ddmp", "Did you mean 'ddpm'?"), ("former", "Did you mean 'ddpm'?")])
def test_a_result_of_no_paper_is_left_out(read_files: ReadFiles, key: str, hint: str) -> None:
    library = entry("ddpm", ids="former") + "@set{both, entryset={ddpm}}"
    project = read_files({"bib/a.bib": library, "bib/results/a.csv": table(row(key=key), row())})
    (problem,) = project.problems
    assert (problem.code, str(problem.span), problem.hint) == ("RES006", "bib/results/a.csv:2:1", hint)
    assert [len(rows) for rows in project.atlas.results.values()] == [1]
