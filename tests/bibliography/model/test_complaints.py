"""From an offset in a text to a place in a file."""

from __future__ import annotations

import pytest

from paperatlas.bibliography import rules
from paperatlas.bibliography.model.complaints import SourceBlock, complaint
from paperatlas.diagnostics.problem import Edit, Span

TEXT = "@misc{a,\n  note = {é深},\n\n}"
BLOCK = SourceBlock("a.bib", TEXT, 10, 5)
"""A block that begins in the middle of a line."""


@pytest.mark.parametrize(
    ("offset", "position"),
    [(0, (0, 5)), (7, (0, 12)), (8, (0, 13)), (9, (1, 1)), (TEXT.index("深"), (1, 12)), (TEXT.rindex("}"), (3, 1)), (len(TEXT), (3, 2))],
)  # fmt: skip
def test_a_character_has_a_line_and_a_column(offset: int, position: tuple[int, int]) -> None:
    assert BLOCK.position(offset) == position
    assert BLOCK.span(offset) == Span("a.bib", 10 + position[0], position[1])


@pytest.mark.parametrize("text", ["", "a", "\n", "\n\n\n", TEXT, TEXT * 3])
def test_many_characters_are_found_as_one_is(text: str) -> None:
    block = SourceBlock("a.bib", text, 3, 7)
    pairs = [(first, min(first + apart, len(text))) for first in range(len(text) + 1) for apart in (0, 1, 9)]
    sparse = [(first, first + 5) for first in range(1, len(text) - 5, 13)]
    for some in (pairs[::3], pairs[1::3], sparse, []):
        assert block.positions(some) == [block.position(first) + block.position(second) for first, second in some]


@pytest.mark.parametrize(
    ("offset", "length", "span"),
    [
        (0, 5, Span("a.bib", 10, 5, 10, 10)),
        (11, 4, Span("a.bib", 11, 3, 11, 7)),
        (5, 6, Span("a.bib", 10, 10, 11, 3)),
        (11, 0, Span("a.bib", 11, 3)),
    ],
)
def test_a_span_ends_where_its_text_does(offset: int, length: int, span: Span) -> None:
    assert BLOCK.span(offset, length) == span


def test_complaints_become_problems() -> None:
    first = complaint(rules.EMPTY_NAME, 2, "parts", 4, name="x")
    second = complaint(rules.MISSING_COMMA, 9, name="a", following="b")
    second = second._replace(edit=(8, "", ","), related=(Span("b.bib", 1, 1),))
    one, other = BLOCK.problems([first, second], 2)
    assert (one.code, one.variant, one.arguments) == ("NAM001", "parts", (("name", "x"),))
    assert one.span == Span("a.bib", 10, 9, 10, 13)
    assert (one.related, one.edit) == ((), None)
    assert (other.code, other.span) == ("SYN003", Span("a.bib", 11, 3))
    assert other.related == (Span("b.bib", 1, 1),)
    assert other.edit == Edit(Span("a.bib", 11, 2, 11, 2), ",", "")
    assert BLOCK.problems([]) == []
