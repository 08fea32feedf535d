"""Small faults in Python source, and which of them are drawn."""

from __future__ import annotations

from pathlib import Path

import pytest

from mutants import PACKAGE, ROOT, SLOW_IS_A_LOOP, Place, draw, files_that_name, find_rooms, run_one, runs_for, table
from mutation import Mutant, mutants
from tests.conftest import write_files

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
    ("import a\nassert a < b\nx = cast('int', 1)\n__all__ = [1]\n{1: a}\nX = Literal[1]\nx = field(repr=False)", []),
    ("x = 'é', 1", ["2"]),
    # Numbers that were chosen; not so truth, texts, tables, and numbers where they are used.
    ("A = 5\n_B, C = 1 << 20, -1.5", []),
    ("A = False", ["True"]),
    ("A = {1: 2}\nB = 'a', 1\nC = f(1)", ["3", "2", "2"]),
    ("def f(a):\n    return a > A + 1", ["(a >= A + 1)", "(A - 1)", "2", "return None"]),
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
    assert runs_for(Path("formats/ris/nothing.py")) == [["tests/formats/ris"], every]
    assert runs_for(Path("formats/nowhere.py")) == [every]


def test_the_tests_of_other_rooms_that_import_a_file_come_last() -> None:
    nearest, room, others = runs_for(Path("storage/files.py"))
    assert (nearest, room) == (["tests/storage/test_files.py"], ["tests/storage", "-m", "not slow"])
    assert "tests/hosts/zensical/test_stage.py" in others
    assert not [path for path in others if path.startswith("tests/storage/")]
    assert others[-2:] == ["-m", "not slow"]
    package = "paperatlas.storage"  # a name that no test has as a whole, this one either
    assert "tests/storage/test_files.py" in files_that_name(f"{package}.files")
    assert files_that_name(f"{package}.file") == files_that_name(f"{package}.files.py") == []


# What the tests of a file do with a fault, and without it: one fails, or they take as many seconds.
RUNS: list[tuple[str | int, str | int, str]] = [
    (1, 1, "survived"),
    ("test_a", 1, "killed"),
    ("test_a", "test_a", "survived"),
    ("test_a", "test_b", "killed"),
    (1000, 10, "killed"),
    (SLOW_IS_A_LOOP + 50, SLOW_IS_A_LOOP, "survived"),
]


@pytest.mark.parametrize(("with_fault", "without", "outcome"), RUNS)
def test_a_fault_is_found_by_what_passes_without_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, with_fault: str | int, without: str | int, outcome: str
) -> None:
    write_files(tmp_path, {f"{PACKAGE}/text/none.py": "a < b"})
    (mutant,) = mutants("a < b")
    file = tmp_path / PACKAGE / "text/none.py"
    clock = [0.0]

    def failed(tests: list[str], copy: Path, seconds: float = 1e9) -> list[str]:
        assert copy == tmp_path
        does = with_fault if file.read_text() == "(a <= b)" else without
        if isinstance(does, str):
            return [does] if tests == [does] or len(tests) > 1 else []
        clock[0] += min(does, seconds)
        return tests if does > seconds else []

    monkeypatch.setattr("mutants._failed", failed)
    monkeypatch.setattr("mutants.time.monotonic", lambda: clock[0])
    assert run_one(Place(Path("text/none.py"), mutant), tmp_path) == outcome
    assert file.read_text() == "a < b"


def test_the_table_of_rooms() -> None:
    (mutant,) = mutants("a < b")
    first, second = Place(Path("atlas/a.py"), mutant), Place(Path("text/a.py"), mutant)
    assert table([(second, "killed"), (first, "survived"), (second, "killed")]).splitlines() == [
        "atlas            0.0%     0 of    1",
        "text           100.0%     2 of    2",
        "all             66.7%     2 of    3",
    ]
