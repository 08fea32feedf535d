"""The small drawing beside a paper."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from paperatlas.pages import messages_for
from paperatlas.pages.neighbourhood import WIDTH, Neighbourhood, neighbourhood
from paperatlas.pages.paper import paper_page
from tests.conftest import ReadFiles, make_site

LIBRARY = """
@misc{self, title = {Self}, date = {2020}, extends = {old, older, undated}, uses = {old}}
@misc{undated, title = {Undated}}
@misc{old, title = {Old}, date = {2015}}
@misc{older, title = {Older}, date = {2010}}
@misc{later, title = {Later}, date = {2022}, uses = {self}}
@misc{both, title = {Both}, date = {2021}, compares = {self}}
"""


def drawn(read_files: ReadFiles, library: str, key: str = "self") -> Neighbourhood | None:
    atlas = read_files({"bib/a.bib": library}).atlas
    relations = atlas.relations_from.get(key, ()), atlas.relations_to.get(key, ())
    return neighbourhood(atlas.papers[key], *relations, atlas.papers, "en")


def test_what_it_builds_on_is_above_and_what_builds_on_it_below_oldest_first(read_files: ReadFiles) -> None:
    found = drawn(read_files, LIBRARY)
    assert found
    above = [(near.label, near.relations) for near in found.neighbours if near.y < found.y]
    below = [(near.label, near.relations) for near in found.neighbours if near.y > found.y]
    assert above == [("Older", "extends"), ("Old", "extends · uses"), ("Undated", "extends")]
    assert below == [("Both", "compared in"), ("Later", "used by")]
    assert found.more == 0


def test_rows_do_not_overlap_and_stay_inside(read_files: ReadFiles) -> None:
    found = drawn(read_files, LIBRARY)
    assert found
    rows = sorted([found.y, *(near.y for near in found.neighbours)])
    assert {after - before for before, after in pairwise(rows)} == {24}
    assert rows[0] >= 12
    assert rows[-1] <= found.height - 12


def test_a_paper_on_both_sides_is_drawn_once(read_files: ReadFiles) -> None:
    text = "@misc{self, title = {S}, uses = {other}} @misc{other, title = {O}, compares = {self}}"
    found = drawn(read_files, text)
    assert found
    assert [near.label for near in found.neighbours] == ["O"]


def test_only_the_oldest_of_many_are_drawn(read_files: ReadFiles) -> None:
    many = "".join(f"@misc{{k{n}, title = {{K{n}}}, date = {{{2000 + n}}}, uses = {{self}}}}" for n in range(9))
    found = drawn(read_files, "@misc{self, title = {S}}" + many)
    assert found
    assert [near.label for near in found.neighbours] == ["K0", "K1", "K2", "K3", "K4", "K5"]
    assert found.more == 3


@pytest.mark.parametrize(
    "title", ["A Long Title of Many Words That No Column Holds at All, or Does It", "很长的题目" * 9]
)
def test_a_long_name_is_cut(read_files: ReadFiles, title: str) -> None:
    found = drawn(read_files, f"@misc{{self, title = {{S}}, uses = {{o}}}} @misc{{o, title = {{{title}}}}}")
    assert found
    label = found.neighbours[0].label
    assert label.endswith("…")
    assert title.startswith(label.removesuffix("…").rstrip())
    assert 0.5 * WIDTH < 10 * len(label) * (1.25 if "很" in label else 0.75) < WIDTH * 1.3


def test_without_relations_there_is_none(read_files: ReadFiles) -> None:
    assert drawn(read_files, "@misc{self, title = {S}}") is None


def test_its_names_are_text(read_files: ReadFiles) -> None:
    text = "@misc{self, title = {S}, uses = {o}} @misc{o, title = {<b>&\"' x}, shorttitle = {<i>}}"
    atlas = read_files({"bib/a.bib": text}).atlas
    html = paper_page(make_site(atlas, messages_for("en")), atlas.papers["self"]).body.html
    (drawing,) = re.findall(r"<svg class=\"pa-near\".*?</svg>", html, re.DOTALL)
    assert "<b>" not in drawing
    assert "<i>" not in drawing
    assert "&lt;i&gt;" in drawing
