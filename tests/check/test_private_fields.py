"""What stays behind is said once for each name and file."""

from __future__ import annotations

from paperatlas.check.private_fields import unpublished_fields
from tests.check.conftest import ReadText

LIBRARY = """\
@misc{a, title = {A}, owner = {jane}, annote = {X}}
@misc{b, title = {B}, owner = {jane}}
@misc{c, title = {C}, owner = {jane}, url = {file:///home/jane/a.pdf}}
@misc{d, title = {D}, owner = {jane}, uses = {a}, titel = {X}}
"""


def test_each_name_once_with_its_first_places(library_of: ReadText) -> None:
    problems = list(unpublished_fields(library_of(LIBRARY)))
    assert [(problem.message, problem.line, [span.line for span in problem.related]) for problem in problems] == [
        ("'owner' is not published (entries that have it: 4).", 1, [2, 3]),
        ("'annote' is not published (entries that have it: 1).", 1, []),
        ("'url' leads to a file on your disk and is not published (entries: 1).", 3, []),
    ]


def test_what_a_site_publishes_is_no_problem(library_of: ReadText) -> None:
    assert [problem.line for problem in unpublished_fields(library_of(LIBRARY), ["owner", "annote"])] == [3]
