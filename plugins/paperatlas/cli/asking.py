"""Answers of services as they come in: kept in the cache from time to time, and only so long waited for."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from paperatlas.formats.records.record import SourceError
from paperatlas.texts.commands import common

_Answer = TypeVar("_Answer")

_SAVE_EVERY = 50
"""After how many answers the cache is written."""


def collect_answers(
    items: Iterable[tuple[str, _Answer] | SourceError],
    save: Callable[[Mapping[str, _Answer]], None],
    show: Callable[[int, _Answer], None],
    until: float,
) -> tuple[dict[str, _Answer], list[str]]:
    """Return the answers by their names, and what went wrong, each once, be it that the time `until` came too soon.

    `save` puts answers into the cache, also when this is interrupted, `show` says how many there are.
    """
    found: dict[str, _Answer] = {}
    failures: dict[str, None] = {}
    saved = 0
    try:
        for item in items:
            if isinstance(item, SourceError):
                failures[str(item)] = None
            else:
                found[item[0]] = item[1]
                show(len(found), item[1])
            if len(found) >= saved + _SAVE_EVERY:
                saved = len(found)
                save(found)
            if time.monotonic() > until:
                failures[common.TIME_OVER] = None
                break
    finally:
        if found:
            save(found)
    return found, list(failures)
