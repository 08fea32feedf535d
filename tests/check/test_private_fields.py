"""What stays behind is said once for each file, with the names of the fields."""

from __future__ import annotations

from paperatlas.check.private_fields import unpublished_fields
from tests.check.conftest import ReadText

LIBRARY = """\
@misc{a, title = {A}, owner = {jane}, annote = {X}}
@misc{b, title = {B}, owner = {jane}}
@misc{c, title = {C}, owner = {jane}, url = {file:///home/jane/a.pdf}}
@misc{d, title = {D}, owner = {jane}, uses = {a}, titel = {X}}
"""


def test_all_names_with_the_first_places(library_of: ReadText) -> None:
    problems = list(unpublished_fields(library_of(LIBRARY)))
    assert [(problem.message, problem.line, [span.line for span in problem.related]) for problem in problems] == [
        ("2 fields are not published: 'owner' (4), 'annote' (1).", 1, [1]),
    ]
    (problem,) = unpublished_fields(library_of(LIBRARY), ["annote"])
    assert problem.message == "A field is not published: 'owner' (4)."


def test_what_a_site_publishes_is_no_problem(library_of: ReadText) -> None:
    assert [problem.line for problem in unpublished_fields(library_of(LIBRARY), ["owner", "annote"])] == []
