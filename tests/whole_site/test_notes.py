"""The notes of the atlas' directions: what each explains, and how."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup

from tests.conftest import REPOSITORY

NOTES = REPOSITORY / "docs" / "directions"
DIRECTIONS = sorted({path.name.split(".")[0] for path in NOTES.glob("*.md")} - {"background"})
"""Those that rise or fall; the background is shared by them."""


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_a_note_has_one_drawing_with_the_same_shapes_and_a_text_in_both_languages(direction: str) -> None:
    shapes = []
    for suffix in (".md", ".en.md"):
        text = (NOTES / f"{direction}{suffix}").read_text(encoding="utf-8")
        (figure,) = BeautifulSoup(text, "html.parser").select("figure.atlas-drawing")
        (svg,) = figure.select('svg[role="img"]')
        assert len(str(svg["aria-label"])) > 40
        assert figure.figcaption
        # A strict policy for content refuses styles, and scripts, that stand in a page.
        assert not figure.select("[style], style, script, [fill], [stroke]")
        shapes.append([(shape.name, shape.attrs) for shape in svg.find_all(["path", "circle", "rect"])])
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_a_note_says_where_its_direction_stands_and_how_to_read_it(direction: str) -> None:
    headings = {
        ".md": ("现状", "从哪里开始", ["一小时", "一天", "要复现"]),
        ".en.md": ("Where it stands", "Where to start", ["In an hour", "In a day", "To reproduce"]),
    }
    for suffix, (stands, start, goals) in headings.items():
        text = (NOTES / f"{direction}{suffix}").read_text(encoding="utf-8")
        sections = dict(re.findall(r"(?ms)^## ([^\n]+)\n(.*?)(?=^## |\Z)", text))
        assert len(re.findall(r"(?:。|\.)(?=\s|$)|。", sections[stands])) >= 3
        assert sections[stands].count("[@") >= 3
        paths = re.findall(r"(?ms)^### ([^\n]+)\n(.*?)(?=^### |\Z)", sections[start])
        assert [name for name, _ in paths] == goals
        for _, items in paths:
            steps = re.findall(r"(?m)^\d+\. (.+)$", items)
            assert len(steps) >= 2
            assert all("[@" in step and re.search("[：:]|，|, ", step) for step in steps)
