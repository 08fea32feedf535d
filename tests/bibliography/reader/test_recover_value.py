"""Values of damaged entries: where each was meant to end, and what is said about it."""

from __future__ import annotations

import pytest

from paperatlas.bibliography.reader.recover_value import BARE_TEXT, ValueReader, short, skip_space
from paperatlas.bibliography.reader.split import BRACED, MACRO, NUMBER, QUOTED

# text, the pieces of the value it begins with, where reading stopped, problems as code:offset:length
VALUES = [
    # sound
    ("{a {b}},", [(BRACED, "a {b}")], 7, []),
    ("{},", [(BRACED, "")], 2, []),
    ('"a {"} b"', [(QUOTED, 'a {"} b')], 9, []),
    ("2020,", [(NUMBER, "2020")], 4, []),
    ("jan,", [(MACRO, "jan")], 3, []),
    ("jan # { x} # 5,", [(MACRO, "jan"), (BRACED, " x"), (NUMBER, "5")], 14, []),
    ("{a \\} b}", [(BRACED, "a \\} b")], 8, []),
    # words without braces
    ("One Two,", [(BARE_TEXT, "One Two")], 7, ["SYN013:0:7"]),
    ("2020a\n", [(BARE_TEXT, "2020a")], 6, ["SYN013:0:5"]),
    ("深度 学习}", [(BARE_TEXT, "深度 学习")], 5, ["SYN013:0:5"]),
    # nothing
    ("", [], 0, ["SYN012:0:0"]),
    (",", [], 0, ["SYN012:0:0"]),
    ("}", [], 0, ["SYN012:0:0"]),
    # what is not closed ends before the next line that looks like a field
    ("{a\n  year = {2}\n", [(BRACED, "a")], 5, ["SYN004:0:1", "SYN003:5:4"]),
    ("{a {b},\n  year = 2,\n", [(BRACED, "a {b}")], 6, ["SYN004:0:1"]),
    ('"a\n  b = {c}\n', [(QUOTED, "a")], 5, ["SYN006:0:1", "SYN003:5:1"]),
    ('"a}\n', [(QUOTED, "a")], 2, ["SYN006:0:1"]),
    # quotation marks in quotation marks
    ('"He said "hi" x",', [(QUOTED, 'He said "hi" x')], 16, ["SYN006:9:1"]),
    # a comma is missing
    ("{a} b = {c}", [(BRACED, "a")], 4, ["SYN003:4:1"]),
    ("{a} 注 = {c}", [(BRACED, "a")], 4, ["SYN003:4:1"]),
    ("a b = 1", [(MACRO, "a")], 2, ["SYN003:2:1"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "pieces", "stopped", "codes"), VALUES)
def test_a_value_ends_where_it_was_meant_to(
    text: str, pieces: list[tuple[str, str]], stopped: int, codes: list[str]
) -> None:
    reader = ValueReader(text)
    found = reader.value("note")
    assert [(piece.kind, text[piece.start : piece.end]) for piece in found] == pieces
    assert [f"{each.rule.code}:{each.offset}:{each.length}" for each in reader.complaints] == codes
    assert reader.at == stopped


@pytest.mark.parametrize(
    ("text", "edit"),
    [
        ("{a} b = {c}", (3, "", ",")),
        ('"a"\n  b = {c}', (3, "", ",")),
        ("a # {b} c = 1", (7, "", ",")),
        ("{a b = {c}", None),
        ("One Two b = {c}", None),
        ("{a} b = {c", None),
    ],
)
def test_a_comma_is_added_only_where_no_brace_can_be_missing(text: str, edit: tuple[int, str, str] | None) -> None:
    reader = ValueReader(text)
    reader.value("note")
    assert next((each.edit for each in reader.complaints if each.edit), None) == edit


@pytest.mark.parametrize(
    ("text", "closer", "kind", "content"),
    [
        ("2020)", ")", NUMBER, "2020"),
        ("jan)", ")", MACRO, "jan"),
        ("a b)", ")", BARE_TEXT, "a b"),
        ("a b)", "}", BARE_TEXT, "a b)"),
    ],
)
def test_the_parenthesis_that_closes_the_entry_is_not_of_the_value(
    text: str, closer: str, kind: str, content: str
) -> None:
    reader = ValueReader(text)
    reader.closer = closer
    (piece,) = reader.value("note")
    assert (piece.kind, text[piece.start : piece.end]) == (kind, content)


@pytest.mark.parametrize(
    ("text", "missing"), [("{a}", 0), ("{{a}", 1), ("{a}}", -1), ("{a \\} b}", 0), ("{a \\{ b}", 0), ("", 0)]
)
def test_missing_braces_are_counted(text: str, missing: int) -> None:
    assert ValueReader(text).missing == missing


@pytest.mark.parametrize(
    ("text", "start", "end"), [(" \n\ta", 0, 3), ("a", 0, 0), ("a \u3000b", 1, 3), ("a  ", 1, 3), ("", 0, 0)]
)
def test_white_space_is_skipped(text: str, start: int, end: int) -> None:
    assert skip_space(text, start) == end


@pytest.mark.parametrize(
    ("text", "beginning"),
    [("", ""), (" a\n  b ", "a b"), ("x" * 40, "x" * 40), ("x" * 41, "x" * 39 + "…"), ("深" * 99, "深" * 39 + "…")],
)
def test_a_long_text_is_cut_for_a_message(text: str, beginning: str) -> None:
    assert short(text) == beginning
