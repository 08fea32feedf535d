"""Asking services: with the keys that there are, and their answers as they come in, kept in the cache now and then."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from paperatlas.cli.usage import UsageError
from paperatlas.formats.records.record import SourceError
from paperatlas.services.keys import ServiceKeys, service_keys
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


def keys_of_services() -> ServiceKeys:
    """Return the keys that the environment has. Raises `UsageError` for one that can be none."""
    try:
        return service_keys(os.environ)
    except SourceError as error:
        raise UsageError(str(error)) from None
