"""How far long work is, on the last line of a terminal."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

_Item = TypeVar("_Item")

_EVERY = 0.2
"""Seconds between two texts: what a person can read."""


@contextmanager
def progress_line() -> Iterator[Callable[[str], None]]:
    """Give a function that puts a text in the place of the last one, which is gone at the end.

    It does nothing where no person looks on.
    """
    is_seen = sys.stderr.isatty()

    def show(text: str) -> None:
        if is_seen:
            width = shutil.get_terminal_size((80, 24)).columns - 1
            sys.stderr.write(f"\r\x1b[K{text[:width]}")
            sys.stderr.flush()

    try:
        yield show
    finally:
        show("")


def with_progress(items: Sequence[_Item], what: str, processes: int = 1) -> Iterator[_Item]:
    """Yield items, and say how many of them are done and how long the others will take if they are like these.

    So many `processes` are at work, each on as many items.
    """
    start = told = time.monotonic()
    with progress_line() as show:
        for done, item in enumerate(items):
            now = time.monotonic()
            if now >= told + _EVERY:
                told = now
                left = (now - start) / done * (len(items) - done) if done else 0
                show(f"{done * processes:,} of {len(items) * processes:,} {what}, {left:.0f} s left")
            yield item
