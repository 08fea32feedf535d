"""Rounds of cold builds."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.builds.cold import measure_round
from benchmarks.builds.comparison import Measured
from benchmarks.builds.processes import BenchError
from benchmarks.builds.sides import HUGO, MKDOCS, ONE_PROCESS, SPHINX, Side


def sides(folder: Path, **fails: str) -> list[Side]:
    """Programs of which some fail."""
    names = (MKDOCS, SPHINX, HUGO, ONE_PROCESS)
    return [Side(name, folder, ("false" if name in fails.values() else "true",), 0) for name in names]


def test_another_program_that_fails_is_left_out_and_the_others_are_measured(tmp_path: Path) -> None:
    measured = Measured()
    said: list[str] = []
    assert measure_round(0, 5, sides(tmp_path), measured, said.append) == sides(tmp_path)
    left = measure_round(1, 5, sides(tmp_path, fails=HUGO), measured, said.append)
    assert [side.name for side in left] == [MKDOCS, SPHINX, ONE_PROCESS]
    assert {name: len(measured.get(5, name)) for name in (MKDOCS, SPHINX, HUGO, ONE_PROCESS)} == {
        MKDOCS: 2,
        SPHINX: 2,
        HUGO: 0,
        ONE_PROCESS: 2,
    }
    assert any(text.startswith("Hugo is left out with 5 papers: `false` failed") for text in said)


def test_without_mkdocs_there_is_nothing_to_compare(tmp_path: Path) -> None:
    with pytest.raises(BenchError, match="failed"):
        measure_round(0, 5, sides(tmp_path, fails=MKDOCS), Measured(), lambda _: None)
