"""Problems for people, line by line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from paperatlas.atlas.rules import UNKNOWN_TARGET
from paperatlas.bibliography.reader.source import decode_bytes
from paperatlas.diagnostics.excerpt import Sources
from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.diagnostics.report_text import Style, summary, text_report
from tests.diagnostics.examples import ALL, ERROR, INFO, TWICE, WARNING


@pytest.fixture
def sources(tmp_path: Path) -> Sources:
    (tmp_path / "bib").mkdir()
    (tmp_path / "bib/流.bib").write_text("@misc{x,\n  title = {中},\n  中文中 = {dppm},\n}\n", encoding="utf-8")
    (tmp_path / "bib/a b,c:d%.bib").write_text("\n", encoding="utf-8")
    return Sources(tmp_path, decode_bytes)


def test_text(sources: Sources) -> None:
    report = "".join(text_report([ERROR], sources, Style()))
    place = ERROR.span
    assert report == (
        f"{place}: REL001 error: No entry has the key 'dppm'.\n"
        "  |\n"
        "3 |   中文中 = {dppm},\n"
        f"  | {' ' * 12}^^^^\n"
        "  = hint: Did you mean 'ddpm'?\n\n"
    )


def test_text_with_a_related_place(sources: Sources) -> None:
    far = Span("bib/b.bib", 120, 1)
    report = "".join(text_report([TWICE.beside(*TWICE.related, far)], sources, Style()))
    assert report == (
        "bib/流.bib:3:3: SYN010 warning: The entry has the field 'title' twice; the first one is used.\n"
        "    |\n"
        "  3 |   中文中 = {dppm},\n"
        f"    |   {'^' * 16}\n"
        "   ::: bib/流.bib:2:3\n"
        "  2 |   title = {中},\n"
        "    |   ----- the first one\n"
        "   ::: bib/b.bib:120:1: the first one\n"
        "    = hint: Remove one of them.\n\n"
    )


@pytest.mark.parametrize("width", [40, 41, 60])
def test_lines_fit_the_width(width: int, tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_text("\n" * 119 + "x" * 500, encoding="utf-8")
    problem = UNKNOWN_TARGET.at(Span("a.bib", 120, 200, 120, 204), key="k", near="")
    report = "".join(text_report([problem], Sources(tmp_path, decode_bytes), Style(width=width)))
    lines = [line for line in report.splitlines() if "|" in line]
    assert max(map(len, lines)) == width


def test_text_without_a_line_to_show(sources: Sources) -> None:
    assert "".join(text_report([INFO, WARNING], sources, Style())) == (
        "bib: DIR004 info: 'glow' is in no direction.\n"
        " = hint: Add `keywords = {direction/group}` to the entry.\n\n"
        "bib/a b,c:d%.bib:1:1: FLD001 warning: '100%␊' seems to be a mistyped 'a: b,c'.\n"
        "  = hint: Write 'a: b,c'.\n\n"
    )


@pytest.mark.parametrize("line", ["", "   ", "\t"])
def test_no_blank_line_is_shown(line: str, tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_text(f"one\n{line}\n", encoding="utf-8")
    problem = UNKNOWN_TARGET.at(Span("a.bib", 2, 1), key="k", near="")
    assert "|" not in "".join(text_report([problem], Sources(tmp_path, decode_bytes), Style()))


def test_colours_change_nothing_else(sources: Sources) -> None:
    plain = "".join(text_report(ALL, sources, Style()))
    coloured = "".join(text_report(ALL, sources, Style(colour=True)))
    assert "\x1b[1;31m" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == plain


SUMMARIES = [
    ([], "No problem found in 3 entries.\n"),
    ([ERROR], "Found 1 error in 3 entries.\n"),
    ([ERROR, ERROR, WARNING, INFO], "Found 2 errors, 1 warning, 1 remark in 3 entries.\n"),
]


@pytest.mark.parametrize(("problems", "line"), SUMMARIES)
def test_summary(problems: list[Problem], line: str) -> None:
    assert summary(problems, "3 entries", Style()) == line
