"""How far a long command is."""

from __future__ import annotations

import io
import sys

import pytest

from paperatlas.text.progress import progress_line, with_progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("texts", "shown"),
    [
        ([], "\r\x1b[K"),
        (["1 of 2", "流 2"], "\r\x1b[K1 of 2\r\x1b[K流 2\r\x1b[K"),
        (["x" * 50], "\r\x1b[K" + "x" * 39 + "\r\x1b[K"),
    ],
)
def test_a_line_is_written_over_and_gone_at_the_end(
    monkeypatch: pytest.MonkeyPatch, texts: list[str], shown: str
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    with progress_line() as show:
        for text in texts:
            show(text)
    assert terminal.getvalue() == shown


def test_the_line_of_a_command_that_fails_is_gone_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted() -> None:
        with progress_line() as show:
            show("1 of 2")
            raise KeyboardInterrupt

    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert terminal.getvalue().endswith("1 of 2\r\x1b[K")


def test_nothing_is_written_where_no_person_looks_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", pipe := io.StringIO())
    with progress_line() as show:
        show("1 of 2")
    assert pipe.getvalue() == ""


@pytest.mark.parametrize(
    ("processes", "shown"),
    [
        (1, ["1 of 4 pages, 6 s left", "3 of 4 pages, 1 s left"]),
        (2, ["2 of 8 pages, 6 s left", "6 of 8 pages, 1 s left"]),
    ],
)
def test_items_are_counted_and_the_time_left_is_told(
    monkeypatch: pytest.MonkeyPatch, processes: int, shown: list[str]
) -> None:
    clock = iter([0.0, 0.0, 2.0, 2.1, 4.0])
    monkeypatch.setattr("time.monotonic", lambda: next(clock))
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    assert list(with_progress("abcd", "pages", processes)) == list("abcd")
    assert terminal.getvalue().split("\r\x1b[K") == ["", *shown, ""]
