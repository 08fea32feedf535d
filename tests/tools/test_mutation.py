"""Small faults in Python source, and which of them are drawn."""

from __future__ import annotations

from pathlib import Path

import pytest

from mutants import PACKAGE, ROOT, Place, draw, find_rooms, runs_for, table
from mutation import Mutant, mutants

FAULTS = [
    ("a < b", ["(a <= b)"]),
    ("a is not None", ["(a is None)"]),
    ("a and b", ["(a or b)", "(a)", "(b)"]),
    ("not a", ["(a)"]),
    ("a - 1", ["(a + 1)", "2"]),
    ("'é' + f'{a + 1}'", []),
    ("a if b else c", ["(a)", "(c)"]),
    ("[a for a in b if c]", ["([a for a in b])"]),
    ("f(a, b=c)", ["(f(a))", "pass"]),
    ("x = True", ["False"]),
    ("if a:\n    f()", ["(not a)", "pass"]),
    ("for a in b:\n    continue", ["break"]),
    ("raise a", ["pass"]),
    ("def f(a: int = 1) -> str:\n    '''Say.'''\n    return a", ["2", "return None"]),
    ("def f():\n    return 'x', 'some words', f'{1}'", ["''", "return None"]),
    # What is for nobody, or for the type checker.
    ("import a\nassert a < b\nx = cast('int', 1)\n__all__ = [1]\n{1: a}\nX = Literal[1]", []),
    ("x = 'é', 1", ["2"]),
]


@pytest.mark.parametrize(("source", "faults"), FAULTS)
def test_the_faults_of_a_source(source: str, faults: list[str]) -> None:
    found = mutants(source)
    assert {mutant.after for mutant in found} == set(faults)
    for mutant in found:
        compile(mutant.apply(source), "a", "exec")
        assert mutant.apply(source) != source


def test_a_fault_is_a_line_with_its_place() -> None:
    (mutant,) = mutants("x = (\n    'é' <\n    a)")
    place = Place(Path("text/a.py"), mutant)
    assert str(place) == "plugins/paperatlas/text/a.py:2: 'é' < a  ->  ('é' <= a)"
    assert str(Mutant(1, 0, 0, "a" * 99, "")) == f"{'a' * 30} … {'a' * 30}  ->  "


def test_the_same_faults_are_drawn_for_the_same_seed() -> None:
    package = ROOT / PACKAGE
    drawn = draw(package, "text", 9, 1)
    assert len(drawn) == 9 == len({(place.path, place.mutant.line) for place in drawn})
    assert drawn == draw(package, "text", 9, 1) != draw(package, "text", 9, 2)
    assert {place.room for place in drawn} == {"text"}


def test_rooms_have_tests_and_the_nearest_come_first() -> None:
    assert {"bibliography", "hosts", "text"} <= set(find_rooms(ROOT / PACKAGE))
    assert "texts" not in find_rooms(ROOT / PACKAGE)
    every = ["tests/formats", "-m", "not slow"]
    assert runs_for(Path("formats/ris/reader.py")) == [["tests/formats/ris/test_reader.py"], every]
    assert runs_for(Path("formats/ris/tables.py")) == [["tests/formats/ris"], every]
    assert runs_for(Path("formats/nowhere.py")) == [every]


def test_the_table_of_rooms() -> None:
    (mutant,) = mutants("a < b")
    first, second = Place(Path("atlas/a.py"), mutant), Place(Path("text/a.py"), mutant)
    assert table([(second, "killed"), (first, "survived"), (second, "killed")]).splitlines() == [
        "atlas            0.0%     0 of    1",
        "text           100.0%     2 of    2",
        "all             66.7%     2 of    3",
    ]
