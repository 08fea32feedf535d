"""JSON that a terminal can show."""

from __future__ import annotations

import json

import pytest

from paperatlas.diagnostics.escaped_json import escaped_json


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Ä 中文", '"Ä 中文"'),
        ("\x1b[31m\x07", '"\\u001b[31m\\u0007"'),
        ("\x7f\x9b\u2028\u202e\ud800\ufeff", '"\\u007f\\u009b\\u2028\\u202e\\ud800\\ufeff"'),
    ],
)
def test_nothing_that_moves_a_cursor_is_written_as_it_is(value: str, written: str) -> None:
    assert escaped_json(value) == written
    assert json.loads(written) == value
