"""`paperatlas new` by itself: what it asks for."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Run

REFUSED = [
    ([], "WHAT"),
    (["paper"], "paper"),
    (["direction"], "SLUG"),
    (["site", "a", "b"], "unrecognized arguments: b"),
]


@pytest.mark.parametrize(("arguments", "message"), REFUSED)
def test_refused(arguments: list[str], message: str, run: Run) -> None:
    ran = run({}, "new", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err


@pytest.mark.parametrize(
    ("arguments", "lines"),
    [
        ([], ["paperatlas new site my-field", "paperatlas new direction diffusion", "exit codes:"]),
        (["site"], ["FOLDER", "paperatlas new site my-field"]),
        (["direction"], ["SLUG", "--title-zh TEXT", "paperatlas new direction diffusion"]),
    ],
)
def test_each_command_shows_how_it_is_called(arguments: list[str], lines: list[str], run: Run) -> None:
    ran = run({}, "new", *arguments, "--help")
    assert ran.code == 0
    assert [line for line in lines if line not in ran.out] == []
