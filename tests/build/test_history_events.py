"""What was added or given another status, as the log of git has it."""

from __future__ import annotations

import pytest

from paperatlas.build.history import changes_in
from paperatlas.build.history_events import Events, Verdict

BIB, NOTE = "lib/a.bib", "docs/d.md"


def events(*commits: tuple[str, str, list[str]]) -> Events:
    """Read a log of commits, the latest first: each has a day, a file, and changed lines."""
    log: list[str] = []
    for day, path, lines in commits:
        log += [f"\x01{day}", "", f"diff --git a/{path} b/{path}", f"--- a/{path}", f"+++ b/{path}", *lines]
    return changes_in(log, "2026-12-31").events


def test_entries_count_from_their_first_day() -> None:
    found = events(
        ("2026-03-01", BIB, ["@@ -1 +1 @@", "+@misc{a,", "+  title = {A},"]),  # back again
        ("2026-02-01", BIB, ["@@ -1 +1 @@", "-@misc{a,"]),
        ("2026-01-01", BIB, ["@@ -0,0 +1 @@", "+@misc{a,", "+}", "+", "+@online{b,"]),
    )
    assert found.entries == {"a": "2026-01-01", "b": "2026-01-01"}


RELATIONS = [
    ("+  extends      = {b, c},", {"a extends b", "a extends c"}),
    ("+  refutes = {b}", {"a refutes b"}),
    ('+  uses = "b",', {"a uses b"}),
    ("-  extends = {b},", set()),
    ("+  title = {A title},", set()),
    ("+  date = {2020},", set()),
    ("+  evidence = {[b] Why.},", set()),
]


@pytest.mark.parametrize(("line", "relations"), RELATIONS)
def test_relations(line: str, relations: set[str]) -> None:
    found = events(("2026-01-01", BIB, ["@@ -3 +3 @@ @misc{a,", line]))
    assert set(found.relations) == relations


VERDICTS = [
    (["-status: rising", "+status: hot"], [Verdict("2026-01-01", "rising", "hot")]),
    (["+status: hot  # at last"], [Verdict("2026-01-01", "", "hot")]),
    (["-status: hot", "+status: hot "], []),
    (["-status: hot"], []),
    (["-  status: hot", "+  status: early"], []),  # a judgement of somebody else
]


@pytest.mark.parametrize(("lines", "verdicts"), VERDICTS)
def test_verdicts(lines: list[str], verdicts: list[Verdict]) -> None:
    assert list(events(("2026-01-01", NOTE, ["@@ -4 +4 @@", *lines])).verdicts.get(NOTE, ())) == verdicts


def test_the_latest_verdict_is_first() -> None:
    earlier = ("2026-01-01", NOTE, ["@@ -4 +4 @@", "+status: rising"])
    later = ("2026-02-01", NOTE, ["@@ -4 +4 @@", "-status: rising", "+status: hot"])
    days = [verdict.day for verdict in events(later, earlier).verdicts[NOTE]]
    assert days == ["2026-02-01", "2026-01-01"]
