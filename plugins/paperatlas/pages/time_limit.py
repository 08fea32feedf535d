"""A limit to the time that a template takes, so that a loop without end in one ends with a sentence.

Only from outside can a loop be ended that has no end: a thread looks every second for templates that have taken too
long, and has the exception raised in the thread that renders.
"""

from __future__ import annotations

import ctypes
import threading
import time
from functools import lru_cache
from typing import Any

from jinja2 import Template

SECONDS = 60.0
"""How long a template may take, in CPU time of the process: a busy machine is no reason to end. The largest page of
10,000 papers takes two seconds."""


class TimeLimitError(Exception):
    """A template took too long."""

    def __str__(self) -> str:
        return f"it takes longer than {SECONDS:.0f} seconds, so it may contain an endless loop"


_lock = threading.Lock()
_deadlines: dict[int, float] = {}
"""When what a thread renders has to be ready."""


class TimeLimitedTemplate(Template):
    """A template that has to be rendered in time."""

    def render(self, *values: Any, **more: Any) -> str:  # noqa: ANN401 - as jinja2 has it
        """Return the rendered template. Raises `TimeLimitError`."""
        thread = threading.get_ident()
        with _lock:
            limits = thread not in _deadlines
            if limits:
                _deadlines[thread] = time.process_time() + SECONDS
                _watcher()
        try:
            return super().render(*values, **more)
        finally:
            if limits:
                with _lock:
                    _deadlines.pop(thread, None)


# One thread for the whole process, which costs nothing while it sleeps.
@lru_cache(maxsize=1)
def _watcher() -> tuple[threading.Thread, threading.Event]:
    stop = threading.Event()
    thread = threading.Thread(target=_watch, args=[stop], name="paperatlas-time-limit", daemon=True)
    thread.start()
    return thread, stop


def stop_watching() -> None:
    """End the thread, so that this process can be copied; the next template starts another."""
    with _lock:
        thread, stop = _watcher()
        _watcher.cache_clear()
    stop.set()
    thread.join()


def _watch(stop: threading.Event) -> None:
    while not stop.wait(min(1.0, SECONDS)):
        now = time.process_time()
        with _lock:
            # Again and again: an exception that comes up while Python collects garbage is lost.
            for thread in [thread for thread, deadline in _deadlines.items() if now > deadline]:
                ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(TimeLimitError))
