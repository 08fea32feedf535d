"""Papers that extend each other in a circle are told once for each circle."""

from __future__ import annotations

import pytest

from tests.conftest import ReadFiles

CIRCLES = [
    # who extends whom, the circles that are told
    ("a>b b>c", []),
    ("a>b b>a", ["'b' extends 'a' extends 'b'"]),
    ("a>b b>c c>a", ["'c' extends 'a' extends 'b' extends 'c'"]),
    ("x>a a>b b>a", ["'b' extends 'a' extends 'b'"]),
    ("a>b b>a c>d d>c", ["'b' extends 'a' extends 'b'", "'d' extends 'c' extends 'd'"]),
    # two ways to one paper are no circle
    ("a>b a>c b>d c>d", []),
]


def library(extends: str, field: str = "extends") -> str:
    pairs = [pair.split(">") for pair in extends.split()]
    keys = dict.fromkeys(key for pair in pairs for key in pair)
    targets = {key: ", ".join(target for source, target in pairs if source == key) for key in keys}
    return "".join(f"@misc{{{key}, title = {{{key}}}, {field} = {{{targets[key]}}}}}\n" for key in keys)


@pytest.mark.parametrize(("extends", "told"), CIRCLES)
def test_circles(extends: str, told: list[str], read_files: ReadFiles) -> None:
    problems = read_files({"bib/a.bib": library(extends)}).problems
    found = [problem.message for problem in problems if problem.code == "REL008"]
    assert found == [f"Papers extend each other in a circle: {each}." for each in told]


def test_papers_may_be_compared_with_each_other(read_files: ReadFiles) -> None:
    problems = read_files({"bib/a.bib": library("a>b b>a", "compares")}).problems
    assert "REL008" not in [problem.code for problem in problems]


def test_a_long_line_is_no_depth(read_files: ReadFiles) -> None:
    chain = " ".join(f"k{number}>k{number + 1}" for number in range(2_000))
    problems = read_files({"bib/a.bib": library(f"{chain} k2000>k0")}).problems
    assert [problem.code for problem in problems if problem.code == "REL008"] == ["REL008"]
