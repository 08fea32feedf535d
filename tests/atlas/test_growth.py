"""An atlas is made in time that grows with its papers, and with what is said of others that are not there."""

from __future__ import annotations

from importlib import import_module

import pytest

from paperatlas.atlas import assemble
from paperatlas.atlas.assemble import Tables
from paperatlas.bibliography import parse_library
from paperatlas.citations.reader import read_citation_table
from tests.growth import is_linear


def test_rows_of_papers_that_are_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    def make(size: int) -> None:
        numbers = range(size)
        library, _ = parse_library("".join(f"@misc{{k{number}, title={{T}}}}\n" for number in numbers).encode(), "a")
        rows = "".join(f"q{number}\tk{number}\tOpenAlex\n" for number in numbers)
        citations, _ = read_citation_table(f"citing\tcited\tsource\n{rows}", "a.tsv")
        _, problems = assemble(library, (), (), tables=Tables(citations=citations))
        assert sum(problem.code == "CBP005" for problem in problems) == size

    # What looks for a key that is alike looks at a few only, and has its own test.
    monkeypatch.setattr(import_module("paperatlas.atlas.assemble"), "nearest", lambda *_: "")
    assert is_linear(make, 1000)


@pytest.mark.parametrize("target", ["2001.{}", "Called {} Otherwise", "10.1000/{}"])
def test_relations_to_papers_that_are_not_there(monkeypatch: pytest.MonkeyPatch, target: str) -> None:
    def make(size: int) -> None:
        uses = (f"@misc{{k{n}, title = {{Title {n}}}, uses = {{{target.format(10000 + n)}}}}}\n" for n in range(size))
        library, _ = parse_library("".join(uses).encode(), "a")
        _, problems = assemble(library, (), ())
        assert sum(problem.code == "REL001" for problem in problems) == size

    monkeypatch.setattr(import_module("paperatlas.atlas.relations"), "nearest", lambda *_: "")
    assert is_linear(make, 250)
