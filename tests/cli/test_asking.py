"""Answers as they come in."""

from __future__ import annotations

import time

import pytest

from paperatlas.cli.asking import collect_answers
from paperatlas.formats.records.record import SourceError


def test_answers_are_saved_from_time_to_time_and_at_the_end() -> None:
    saved: list[int] = []
    shown: list[int] = []
    items = [(str(number), number) for number in range(120)]
    found, failures = collect_answers(
        items, lambda now: saved.append(len(now)), lambda number, _: shown.append(number), time.monotonic() + 60
    )
    assert (len(found), failures, saved, shown[-1]) == (120, [], [50, 100, 120], 120)


def test_what_went_wrong_is_told_once_and_nothing_is_saved_without_an_answer() -> None:
    saved: list[int] = []
    items: list[tuple[str, int] | SourceError] = [SourceError("broken"), SourceError("broken"), SourceError("busy")]
    found, failures = collect_answers(items, lambda now: saved.append(len(now)), lambda *_: None, time.monotonic() + 60)
    assert (found, failures, saved) == ({}, ["broken", "busy"], [])


def test_the_time_is_limited() -> None:
    found, failures = collect_answers([("a", 1), ("b", 2)], lambda _: None, lambda *_: None, time.monotonic() - 1)
    assert (found, failures) == ({"a": 1}, ["the time limit is reached"])


def test_what_came_before_an_interruption_is_saved() -> None:
    saved: list[dict[str, int]] = []

    def show(number: int, _: int) -> None:
        if number == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        collect_answers([("a", 1), ("b", 2)], lambda now: saved.append(dict(now)), show, time.monotonic() + 60)
    assert saved == [{"a": 1, "b": 2}]
