"""A service is asked some questions at a time, and given up when it is broken."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from paperatlas.formats.records.record import SourceError
from paperatlas.upkeep.batches import ask_in_batches


@pytest.mark.parametrize(
    ("questions", "at_once", "asked", "failures"),
    [
        ("", 2, [], 0),
        ("abcde", 2, ["ab", "cd", "e"], 0),
        ("abXde", 1, ["a", "b", "X", "d", "e"], 1),
        # Two failures, and two after an answer.
        ("XXaXXb", 1, ["X", "X", "a", "X", "X", "b"], 4),
        ("aXXXb", 1, ["a", "X", "X", "X"], 3),
    ],
)
def test_what_is_asked(questions: str, at_once: int, asked: list[str], failures: int) -> None:
    seen: list[str] = []

    def ask(batch: Sequence[str]) -> dict[str, str]:
        seen.append("".join(batch))
        if "X" in batch:
            raise SourceError("broken")
        return {each: each.upper() for each in batch}

    items = list(ask_in_batches(questions, ask, at_once))
    assert seen == asked
    assert sum(isinstance(item, SourceError) for item in items) == failures
    answered = [item for item in items if not isinstance(item, SourceError)]
    assert all(answers == {each: each.upper() for each in batch} for batch, answers in answered)
