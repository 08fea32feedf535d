"""Known problems: what makes a problem another one, and the file that lists them."""

from __future__ import annotations

import pytest

from paperatlas.atlas.rules import UNKNOWN_CITATION
from paperatlas.check.rules import MISSING_FIELD, SAME_DOI, UNPUBLISHED_FIELD
from paperatlas.diagnostics.baseline import NO_BASELINE, BaselineError, baseline_of, baseline_text, read_baseline
from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.diagnostics.subject import Subject

Found = tuple[Problem, Subject]


def missing(line: int, key: str, fields: str) -> Found:
    return MISSING_FIELD.at(Span("a.bib", line, 1), key=key, fields=fields, near=""), Subject(key)


def same_doi(line: int, key: str, value: str) -> Found:
    return SAME_DOI.at(Span("a.bib", line, 9), key=key, other="x"), Subject(key, "doi", value)


def unpublished(line: int, name: str, count: int) -> Found:
    return UNPUBLISHED_FIELD.at(Span("a.bib", line, 9), name=name, count=count), Subject(f"e{line}", name, str(line))


def cited(line: int, file: str, key: str) -> Found:
    return UNKNOWN_CITATION.at(Span(file, line, 9), key=key, near=""), Subject()


MISSING, DOI, OWNER, CITED = (
    missing(3, "a", "date"),
    same_doi(3, "a", "10.1"),
    unpublished(3, "owner", 4),
    cited(3, "p", "x"),
)

COMPARED = [
    # known, found, the lines of what is new, what is no longer there
    ([MISSING], [missing(90, "a", "date")], [], []),
    ([MISSING], [missing(3, "b", "date")], [3], ["REQ001 of 'a'"]),
    ([MISSING], [missing(3, "a", "title")], [3], ["REQ001 of 'a'"]),
    ([MISSING], [], [], ["REQ001 of 'a'"]),
    ([MISSING], [missing(3, "a", "date"), missing(9, "a", "date")], [9], []),
    ([DOI], [same_doi(90, "a", "10.1")], [], []),
    ([DOI], [same_doi(3, "a", "10.2")], [3], ["DUP001 of 'a'"]),
    # a problem of many entries: of fewer it is the same, of more another
    ([OWNER], [unpublished(8, "owner", 4)], [], []),
    ([OWNER], [unpublished(8, "owner", 2)], [], ["FLD002"]),
    ([OWNER], [unpublished(8, "owner", 5)], [8], ["FLD002"]),
    # outside entries
    ([CITED], [cited(90, "p", "x")], [], []),
    ([CITED], [cited(3, "p", "y"), cited(4, "q", "x")], [3, 4], ["CIT001 of p"]),
]


@pytest.mark.parametrize(("known", "found", "new", "gone"), COMPARED)
def test_what_is_new_and_what_is_gone(known: list[Found], found: list[Found], new: list[int], gone: list[str]) -> None:
    baseline = read_baseline(baseline_text(baseline_of(dict(known), dict(known).__getitem__)))
    problems, left = baseline.split([problem for problem, _ in found], dict(found).__getitem__)
    assert [problem.line for problem in problems] == new
    assert [str(each) for each in left] == gone


def test_the_file_has_a_line_for_each_problem() -> None:
    subjects = dict([MISSING, OWNER])
    lines = baseline_text(baseline_of(subjects, subjects.__getitem__)).splitlines()
    assert lines[0] == '{"version": 1, "problems": ['
    assert [line.split(",")[0] for line in lines[1:]] == ['{"code": "FLD002"', '{"code": "REQ001"', "]}"]
    assert '"entry": "a"' in lines[2]
    assert lines[1].endswith('"count": 4},')


UNUSABLE = [
    ("", "it is not what"),
    ("[]", "it is not what"),
    ('{"version": 1}', "it is not what"),
    ('{"version": 1, "problems": [1]}', "it is not what"),
    ('{"version": 1, "problems": [{"code": 1}]}', "it is not what"),
    ('{"version": 1, "problems": [{"code": "A", "count": "many"}]}', "it is not what"),
    ('{"version": 2, "problems": []}', "its version is 2"),
]


@pytest.mark.parametrize(("text", "reason"), UNUSABLE)
def test_unusable_files(text: str, reason: str) -> None:
    with pytest.raises(BaselineError, match=reason):
        read_baseline(text)


def test_without_a_baseline_nobody_asks_what_problems_are_in() -> None:
    def subject_of(_: Problem) -> Subject:
        raise AssertionError

    problems = [problem for problem, _ in (MISSING, DOI)]
    assert NO_BASELINE.split(problems, subject_of) == (problems, {})
