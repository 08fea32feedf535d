"""Reading a library touches nothing but its result."""

from __future__ import annotations

import gc

import pytest

from tests.bibliography.conftest import Read


def test_reading_leaves_the_garbage_collector_of_the_process_alone(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []
    for name in ("disable", "enable", "freeze", "unfreeze", "set_threshold"):
        monkeypatch.setattr(gc, name, lambda *_, name=name: calls.append(name))
    read("@misc{a, title = {T}}")
    assert calls == []
