"""Questions for a service, some at a time, and when to stop asking it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from paperatlas.formats.records.record import SourceError

_Question = TypeVar("_Question")
_Answer = TypeVar("_Answer")

_IN_VAIN = 3
"""After how many failures in a row a service is asked for nothing more."""


def ask_in_batches(
    questions: Sequence[_Question], ask: Callable[[Sequence[_Question]], Mapping[str, _Answer]], at_once: int
) -> Iterator[tuple[Sequence[_Question], Mapping[str, _Answer]] | SourceError]:
    """Yield each batch of `at_once` questions with its answers, or what went wrong; a broken service is given up."""
    failures = 0
    for start in range(0, len(questions), at_once):
        batch = questions[start : start + at_once]
        try:
            answers = ask(batch)
        except SourceError as error:
            yield error
            failures += 1
            if failures == _IN_VAIN:
                return
            continue
        failures = 0
        yield batch, answers
