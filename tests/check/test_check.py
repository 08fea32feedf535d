"""A library as a whole."""

from __future__ import annotations

import random
import time

import pytest

from paperatlas.atlas import RelationType
from paperatlas.check import RULES, check
from tests.check.conftest import ReadText
from tests.check.test_duplicates import paper


@pytest.mark.slow
def test_a_large_library_takes_no_time_for_its_square(library_of: ReadText) -> None:
    """What would compare each entry with each other takes a hundred times as long for ten times the entries."""
    words = [f"{first}{second}ing" for first in "abcdefghij" for second in ("train", "model", "sampl", "learn")]
    chance = random.Random(0)
    entries = [
        paper(f"k{number}", f"author = {{Wang, A.}}, title = {{{' '.join(chance.choices(words, k=7))}}}, year = 2020")
        for number in range(4000)
    ]

    def seconds(count: int) -> float:
        library = library_of("".join(entries[:count]))
        start = time.process_time()
        check(library)
        return time.process_time() - start

    seconds(100)
    assert seconds(4000) < 40 * max(seconds(400), 0.01)


def test_every_check_is_made(library_of: ReadText) -> None:
    text = """
    @artcle{odd, title = {X}}
    @article{bare, title = {A Long Enough Title of a Work}, author = {Ho, J.}, year = 2020, related = {gone}}
    @misc{Bare, title = {A Long Enough Title of a Work}, author = {Ho, J.}, year = 2020, auhtor = {X}}
    @misc{m1, title = {One}, shorttitle = {M}}
    @misc{m2, title = {Two}, shorttitle = {M}}
    """
    families = {problem.code[:3] for problem in check(library_of(text))}
    assert families == {"TYP", "REQ", "REF", "KEY", "DUP", "FLD", "MET"}
    assert {problem.code for problem in check(library_of(text))} <= {rule.code for rule in RULES}
    assert check(library_of("")) == []


def test_a_relation_of_the_site_is_no_slip_of_a_field(library_of: ReadText) -> None:
    library = library_of("@misc{a, title = {A}, extend = {b}}\n@misc{b, title = {B}}")
    assert [problem.code for problem in check(library)] == ["FLD001"]
    assert check(library, [RelationType("extend", {}, {})]) == []
