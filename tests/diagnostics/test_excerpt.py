"""Lines and the marks below them, as tables: what is marked is what stands above the carets."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from paperatlas.bibliography.reader.source import decode_bytes
from paperatlas.diagnostics.excerpt import Sources, end_in, excerpt, printable
from paperatlas.diagnostics.problem import Rule, Span

RULE = Rule("TST001", "test", "error", "", "")


ENDS = [
    # the line, what begins there, as far as it goes
    ("  title = {One},", "title", "title"),
    ("  title = {One two},", "One", "One two"),
    ("  title = {One {T}wo},", "One", "One {T}wo"),
    ("  title = {{One} two}, note = {x}", "{One}", "{One} two"),
    ('  title = "One {"} two",', "One", 'One {"} two'),
    ("  title = {One", "One", "One"),
    ('  title = "One  ', "One", "One"),
    ("  title = {},", "}", "}"),
    ('  title = "",', '",', '"'),
    ("  journal = jmlr,", "jmlr", "jmlr"),
    ("@article{ddpm,", "@", "@article{ddpm"),
    ("@article {ddpm, x", "@", "@article {ddpm"),
    ("@", "@", "@"),
    ("  extends = {ddpm, ddim},", "ddim", "ddim"),
    ("  title = {x \\foo{y}},", "\\foo", "\\foo"),
    ("  a = {,},", ",}", ","),
    ("see [@dppm].", "dppm", "dppm]."),
]


@pytest.mark.parametrize(("line", "begins", "whole"), ENDS)
def test_where_what_begins_there_ends(line: str, begins: str, whole: str) -> None:
    start = line.index(begins)
    assert line[start : end_in(line, start)] == whole


def test_a_column_behind_the_line() -> None:
    assert end_in("abc", 3) == 4
    shown = excerpt("abc", Span("a.bib", 1, 9), 80)
    assert (shown.text, shown.mark, shown.length) == ("abc", 3, 1)


MARKS = [
    # the span, the mark below "extends = {ddpm, ddim},"
    (Span("a.bib", 1), "^^^^^^^"),
    (Span("a.bib", 1, 12), "           ^^^^^^^^^^"),
    (Span("a.bib", 1, 12, 1, 16), "           ^^^^"),
    (Span("a.bib", 1, 18, 1, 22), "                 ^^^^"),
    (Span("a.bib", 1, 18, 1, 18), "                 ^"),
    (Span("a.bib", 1, 18, 3, 2), "                 ^^^^^^"),
    (Span("a.bib", 1, 18, 1, 99), "                 ^^^^^^"),
]


@pytest.mark.parametrize(("span", "mark"), MARKS)
def test_marks(span: Span, mark: str) -> None:
    shown = excerpt("extends = {ddpm, ddim},", span, 80)
    assert " " * shown.mark + "^" * shown.length == mark


CELLS = [
    # the line, the marked text, cells before it, its cells
    ("title = {One},", "One", 9, 3),
    ("标题 = {深度学习},", "深度学习", 8, 8),
    ("author = {张三 and Müller},", "Müller", 19, 6),
    ("author = {Mu\u0308ller},", "Mu\u0308ller", 10, 6),
    ("\ttitle = {One},", "One", 13, 3),
    ("ab\ttitle = {One},", "One", 13, 3),
    ("\u3000title = {One},", "One", 11, 3),
    ("ｆｕｌｌ = {One},", "One", 12, 3),
    ("한국 = {One},", "One", 8, 3),
    ("a\x1b[31m = {One},", "One", 10, 3),
    ("a\u202e = {One},", "One", 6, 3),
    ("a\u00a0 = {One},", "One", 6, 3),
]


@pytest.mark.parametrize(("line", "marked", "mark", "length"), CELLS)
def test_marks_stand_below_what_they_mark(line: str, marked: str, mark: int, length: int) -> None:
    column = line.index(marked) + 1
    shown = excerpt(line, Span("a.bib", 1, column, 1, column + len(marked)), 80)
    assert (shown.mark, shown.length) == (mark, length)


@pytest.mark.parametrize("filler", ["x", "长"])
@pytest.mark.parametrize("width", [40, 60, 110])
@pytest.mark.parametrize("before", [0, 10, 50, 500])
@pytest.mark.parametrize("after", [0, 10, 500])
def test_long_lines_are_cut_around_the_mark(filler: str, width: int, before: int, after: int) -> None:
    line = f"{filler * before}{{HERE}}{filler * after}"
    shown = excerpt(line, Span("a.bib", 1, before + 2), width)
    cells = "".join(character * (1 + ("\u2e80" <= character <= "\u9fff")) for character in shown.text)
    assert len(cells) <= width
    assert cells[shown.mark : shown.mark + shown.length] == "HERE"


def test_a_line_that_fits_is_shown_whole_wherever_its_mark_is() -> None:
    line = "title = {" + "x" * 40 + "}, y = {HERE}"
    assert excerpt(line, Span("a.bib", 1, line.index("HERE") + 1), 80).text == line


def test_a_long_mark_is_cut() -> None:
    shown = excerpt("a = {" + "x" * 500 + "}", Span("a.bib", 1, 6), 60)
    assert len(shown.text) <= 60
    assert shown.mark + shown.length <= 60


@pytest.mark.parametrize(
    ("text", "shown"),
    [("plain", "plain"), ("中文", "中文"), ("a\x1b[31mb", "a␛[31mb"), ("a\nb", "a␊b"), ("a\u202eb", "a\ufffdb")],
)
def test_nothing_reaches_the_terminal_that_would_move_it(text: str, shown: str) -> None:
    assert printable(text) == shown


LINES = [
    (b"one\ntwo\n", ["one", "two", ""]),
    (b"one\r\ntwo", ["one", "two"]),
    (b"one\rtwo", ["one", "two"]),
    ("\ufeffeins\nzwei".encode(), ["eins", "zwei"]),
    ("eins\nzwö".encode("utf-16"), ["eins", "zwö"]),
    ("eins\nzwö".encode("latin-1"), ["eins", "zwö"]),
    (b"", [""]),
]


@pytest.mark.parametrize(("data", "lines"), LINES)
def test_lines_are_read_as_the_library_is(data: bytes, lines: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_bytes(data)
    sources = Sources(tmp_path, decode_bytes)
    assert [sources.line("a.bib", number + 1) for number in range(len(lines))] == lines
    assert sources.line("a.bib", len(lines) + 1) is None
    assert sources.line("a.bib", 0) is None


def test_what_cannot_be_read_has_no_lines(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    sources = Sources(tmp_path, decode_bytes)
    assert [sources.line(file, 1) for file in ("missing.bib", "folder", "a\x00b")] == [None, None, None]


def test_ends_come_from_the_text(tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_text("@misc{ddpm,\n  title = {One two},\n}\n", encoding="utf-8")
    sources = Sources(tmp_path, decode_bytes)
    found = {
        Span("a.bib", 2, 12): Span("a.bib", 2, 12, 2, 19),
        Span("a.bib", 2, 3, 2, 4): Span("a.bib", 2, 3, 2, 4),
        Span("a.bib", 2): Span("a.bib", 2),
        Span("a.bib", 9, 1): Span("a.bib", 9, 1),
        Span("b.bib", 1, 1): Span("b.bib", 1, 1),
        Span("a.bib"): Span("a.bib"),
    }
    for span, whole in found.items():
        problem = sources.with_ends(RULE.at(span).beside(span))
        assert (problem.span, problem.related) == (whole, (whole,))


def test_a_thousand_problems_in_one_long_line_take_no_time() -> None:
    """A line of 200 kB once took a minute: each problem measured all of it."""
    line = "@misc{a, title = {One}}" * 9_000
    begun = time.process_time()
    for column in range(1, len(line), len(line) // 1_000):
        excerpt(line, Span("a.bib", 1, column), 110)
    assert time.process_time() - begun < 2
