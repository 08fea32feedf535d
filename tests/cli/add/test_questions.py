"""`paperatlas add` at a terminal, where it can ask."""

from __future__ import annotations

import pytest

from paperatlas.cli.add import command
from paperatlas.cli.add import questions as add_questions
from tests.cli.add.example_site import OLD, PREPRINT, library
from tests.cli.conftest import Add


def at_a_terminal(monkeypatch: pytest.MonkeyPatch, *said: str) -> list[str]:
    """Have somebody sit there who says these lines; the questions."""
    lines = iter(said)
    questions: list[str] = []

    def answer(question: str) -> str:
        questions.append(question)
        line = next(lines, None)
        if line is None:
            raise EOFError
        return line

    monkeypatch.setattr("builtins.input", answer)
    for module in (command, add_questions):
        monkeypatch.setattr(module, "at_a_terminal", lambda: True)
    return questions


@pytest.mark.parametrize(
    ("said", "keywords"),
    [
        (["2", "y"], "looms/cards"),
        (["looms/belts, 1", "Yes"], "looms/belts, looms"),
        (["9", "loms", "1", "y"], "looms"),
        (["0", "y"], ""),
        (["none", "y"], ""),
    ],
)
def test_a_person_is_asked_where_it_belongs_and_whether(
    add: Add, monkeypatch: pytest.MonkeyPatch, said: list[str], keywords: str
) -> None:
    questions = at_a_terminal(monkeypatch, *said)
    ran = add(PREPRINT, "2103.14030")
    assert (ran.code, len(questions)) == (0, len(said))
    assert "   2    looms/cards                    Cards" in ran.out
    added = library().removeprefix(OLD)
    assert (f"  keywords     = {{{keywords}}},\n" in added) if keywords else ("keywords" not in added)


@pytest.mark.parametrize("said", [["2", "n"], ["2", ""], ["2"], [""], []])
def test_without_a_yes_nothing_is_written(add: Add, monkeypatch: pytest.MonkeyPatch, said: list[str]) -> None:
    at_a_terminal(monkeypatch, *said)
    ran = add(PREPRINT, "2103.14030")
    assert (ran.code, library()) == (1, OLD)
    assert "not added" in ran.err


def test_yes_is_asked_nothing(add: Add, monkeypatch: pytest.MonkeyPatch) -> None:
    questions = at_a_terminal(monkeypatch)
    assert add(PREPRINT, "2103.14030", "--direction", "looms", "--yes").code == 0
    assert questions == []
