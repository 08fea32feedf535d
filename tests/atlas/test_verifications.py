"""What was looked up stands with its paper."""

from __future__ import annotations

import pytest

from tests.atlas.test_assemble import entry
from tests.conftest import ReadFiles
from tests.verification.rows import verified

LIBRARY = entry("ddpm", ids="former") + entry("ddim")


def test_what_was_looked_up_stands_with_its_paper(read_files: ReadFiles) -> None:
    project = read_files(
        {"bib/a.bib": LIBRARY, "bib/verified.tsv": verified("ddim | code", "ddim | preprint", "ddpm | code")}
    )
    assert project.problems == ()
    found = {key: [row.what for row in rows] for key, rows in project.atlas.verifications.items()}
    assert found == {"ddim": ["code", "preprint"], "ddpm": ["code"]}


@pytest.mark.parametrize(("key", "hint"), [("ddmp", "Did you mean 'ddpm'?"), ("former", "Did you mean 'ddpm'?")])
def test_a_row_of_no_paper_is_left_out(read_files: ReadFiles, key: str, hint: str) -> None:
    project = read_files({"bib/a.bib": LIBRARY, "bib/verified.tsv": verified("ddim | code", f"{key} | code")})
    (problem,) = project.problems
    assert (problem.code, str(problem.span), problem.hint) == ("VER005", "bib/verified.tsv:3:1", hint)
    assert problem.span.end_column == 1 + len(key)
    assert list(project.atlas.verifications) == ["ddim"]
