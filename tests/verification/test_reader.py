"""Reading a file of what was looked up: what stands in it, and what is wrong with which cell."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from paperatlas.verification import read_verifications
from paperatlas.verification.reader import read_verification_table
from paperatlas.verification.writer import verifications_text
from tests.verification.rows import verified

HEAD = "key\twhat\twhen\tsource\n"


@pytest.mark.parametrize(
    ("row", "subject", "findings"),
    [
        ("ddim | code", "code", {}),
        ("ddim | code:", "code", {}),
        ("ddim | code: state=archived", "code", {"state": "archived"}),
        ("ddim | code:language = C++ ;framework=PyTorch;", "code", {"language": "C++", "framework": "PyTorch"}),
        ("ddim | preprint: version=4", "preprint", {"version": "4"}),
        ("ddim | publication: state=retracted", "publication", {"state": "retracted"}),
    ],
)
def test_a_row_is_read(row: str, subject: str, findings: dict[str, str]) -> None:
    (found,), problems = read_verification_table(verified(f"{row} | 2026-02-28 | https://example.org/a"), "v.tsv")
    assert problems == []
    assert (found.name, found.findings) == (("ddim", subject), findings)
    assert found.state == findings.get("state", "")
    assert (found.when, found.source) == (date(2026, 2, 28), "https://example.org/a")
    assert (str(found.span), str(found.key_span), found.key_span.end_column) == ("v.tsv:2:1", "v.tsv:2:1", 5)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("b\tcode\t2026-11-01", "VER003 3:1-18 The row has 3 cells where the file has four columns."),
        ("b  code", "VER003 3:1-8 There is no tab in this row, where the file has four columns."),
        ("b\t\t2026-11-01\tx", "VER004 3:3-3 The cell 'what' is empty."),
        ("b\tcode\t \tx", "VER004 3:9-9 The cell 'when' is empty."),
        ("b\tcodes\t2026-11-01\tx", "VER006 3:3-8 'codes' is not known here. Did you mean 'code'?"),
        ("b\tpaper\t2026-11-01\tx", "VER006 3:3-8 'paper' is not known here. Write one of `code`, `preprint`, `publication`."),
        ("b\tcode: stats=archived\t2026-11-01\tx", "VER006 3:3-23 'stats' is not known here. Did you mean 'state'?"),
        ("b\tcode: x=1\t2026-11-01\tx", "VER006 3:3-12 'x' is not a finding of `code`. Known are: framework, language, state."),
        ("b\tcode: language\t2026-11-01\tx", "VER006 3:3-17 'language' has no value. Write `language=…`."),
        ("b\tcode: state=old\t2026-11-01\tx", "VER006 3:3-18 'old' is not a state of `code`. Write one of: archived, gone; or leave the state out."),
        ("b\tcode\t1.11.2026\tx", "VER011 3:8-17 '1.11.2026' is not a day such as 2026-11-01."),
        ("b\tcode\t20261101\tx", "VER011 3:8-16 '20261101' is not a day such as 2026-11-01."),
        ("b\tcode\t2026-02-29\tx", "VER011 3:8-18 '2026-02-29' is not a day such as 2026-11-01."),
        ("b\tcode\t2026-11-01\tjavascript:x()", "VER012 3:19-33 The source 'javascript:x()' is neither"),
        ("b\tcode\t2026-11-01\thttps//x.org", "VER012 3:19-31 The source 'https//x.org' is neither"),
        ("b\tcode\t2026-11-01\tx\u202e", "VER008 3:19-21 'x\\u202e' holds a character that cannot be seen."),
    ],
)  # fmt: skip
def test_a_row_with_a_problem_is_left_out_and_the_others_are_read(line: str, expected: str) -> None:
    found, problems = read_verification_table(f"{verified('a | code')}{line}\n{'c'}\tcode\t2026-11-01\tx\n", "v.tsv")
    assert [each.key for each in found] == ["a", "c"]
    (problem,) = problems
    place = f"{problem.line}:{problem.column}-{problem.span.end_column}"
    assert f"{problem.code} {place} {problem.message} {problem.hint}".startswith(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "VER002 The file is empty."),
        ("a\tcode\t2026-11-01\tx\n", "VER002 The first line is not `key`, `what`, `when`, `source`."),
        ("key,what,when,source\n", "VER002 The first line is not"),
    ],
)
def test_the_first_line_names_the_columns(text: str, expected: str) -> None:
    found, (problem,) = read_verification_table(text, "v.tsv")
    assert found == []
    assert f"{problem.code} {problem.message}".startswith(expected)


@pytest.mark.parametrize(
    ("rows", "places"),
    [
        (("a | code: state=gone", "a | preprint", "b | code"), []),
        (("b | code", "a | code"), ["v.tsv:3:1"]),
        (("a | preprint", "a | code"), ["v.tsv:3:1"]),
    ],
)
def test_rows_are_sorted(rows: tuple[str, ...], places: list[str]) -> None:
    found, problems = read_verification_table(verified(*rows), "v.tsv")
    assert [(problem.code, str(problem.span)) for problem in problems] == [("VER009", place) for place in places]
    assert len(found) == len(rows)


def test_files_are_read_together_and_one_that_cannot_be_costs_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text(verified("a | code", "b | code"), encoding="utf-8-sig")
    (tmp_path / "b.tsv").write_text(verified("a | code: state=gone", "a | preprint"), encoding="utf-8")
    (tmp_path / "c.tsv").write_bytes(b"key\xff")
    found, problems = read_verifications([tmp_path / name for name in ("a.tsv", "b.tsv", "c.tsv")], tmp_path)
    assert [each.name for each in found] == [("a", "code"), ("b", "code"), ("a", "preprint")]
    assert [str(problem) for problem in problems] == [
        "c.tsv: 'c.tsv' cannot be read: it is not UTF-8. Save the file as text in UTF-8. [VER001]",
        "b.tsv:2:1: When the code of 'a' was looked up stands at a.tsv:2:1 already. Keep the later one. [VER007]",
    ]


def test_what_is_written_is_read_again() -> None:
    text = verified("a | code: framework=JAX; state=archived", "a | preprint: version=2", "b | code")
    found, _ = read_verification_table(text, "v.tsv")
    assert verifications_text(reversed(found)) == text
