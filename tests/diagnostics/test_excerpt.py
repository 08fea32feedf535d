"""Lines and the marks below them, as tables: what is marked is what stands above the carets."""

from __future__ import annotations

from pathlib import Path

import pytest

from paperatlas.bibliography.reader.source import decode_bytes
from paperatlas.diagnostics.excerpt import Sources, excerpt, printable, span
from paperatlas.diagnostics.problem import Problem, Rule, Span

RULE = Rule("TST001", "test", "error", "", "", message="{text}")


def problem(column: int, message: str = "Something.") -> Problem:
    return RULE.at(Span("a.bib", 1, column), text=message)


SPANS = [
    # the line, the text at which the problem begins, the message, what is marked
    ("  title = {One},", "title", "", "title"),
    ("  title = {One two},", "One", "", "One two"),
    ("  title = {One {T}wo},", "One", "", "One {T}wo"),
    ('  title = "One {"} two",', "One", "", 'One {"} two'),
    ("  title = {One", "One", "", "One"),
    ("  title = {},", "}", "", "}"),
    ("  journal = jmlr,", "jmlr", "", "jmlr"),
    ("@article{ddpm,", "@", "", "@article{ddpm"),
    ("@article {ddpm, x", "@", "", "@article {ddpm"),
    ("@", "@", "", "@"),
    ("  extends = {ddpm, ddim},", "ddpm", "No entry has the key 'ddpm'.", "ddpm"),
    ("  extends = {ddpm, ddim},", "ddim", "No entry has the key “ddim”.", "ddim"),
    ("  url = {https//a b},", "https", "“https//a b” is no web address.", "https//a b"),
    ("  title = {x \\foo{y}},", "\\foo", "", "\\foo"),
    ("  a = {,},", ",}", "", ",}"[:1]),
    ("see [@dppm].", "dppm", "No entry has the key 'dppm'.", "dppm"),
]


@pytest.mark.parametrize(("line", "begins", "message", "marked"), SPANS)
def test_span(line: str, begins: str, message: str, marked: str) -> None:
    start, end = span(line, problem(line.index(begins) + 1, message))
    assert line[start:end] == marked


def test_a_column_behind_the_line() -> None:
    assert span("abc", problem(9)) == (3, 4)
    shown = excerpt("abc", problem(9), 80)
    assert (shown.text, shown.mark, shown.length) == ("abc", 3, 1)


def test_no_column_marks_the_beginning() -> None:
    assert span("abc def", problem(0)) == (0, 3)


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
    shown = excerpt(line, problem(line.index(marked) + 1, f"'{marked}'"), 80)
    assert (shown.mark, shown.length) == (mark, length)


@pytest.mark.parametrize("filler", ["x", "长"])
@pytest.mark.parametrize("width", [40, 60, 110])
@pytest.mark.parametrize("before", [0, 10, 50, 500])
@pytest.mark.parametrize("after", [0, 10, 500])
def test_long_lines_are_cut_around_the_mark(filler: str, width: int, before: int, after: int) -> None:
    line = f"{filler * before}{{HERE}}{filler * after}"
    shown = excerpt(line, problem(before + 2), width)
    cells = "".join(character * (1 + ("\u2e80" <= character <= "\u9fff")) for character in shown.text)
    assert len(cells) <= width
    assert cells[shown.mark : shown.mark + shown.length] == "HERE"


def test_a_long_mark_is_cut() -> None:
    shown = excerpt("a = {" + "x" * 500 + "}", problem(6), 60)
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
