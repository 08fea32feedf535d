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


VARIANTS = {
    "物体查询": "目标查询", "跟踪查询": "轨迹查询", "类别词元": "分类词元|类别 token", "坍缩": "坍塌|塌缩", "少样本": "小样本学习|小样本生成",
    "骨干": "主干", "图像块": "图块", "海森矩阵": "黑塞矩阵|Hessian 矩阵", "噪声调度": "噪声日程|噪声计划", "隐空间": "潜在空间|潜空间",
    "稳健": "鲁棒", "标准化流": "归一化流|正则化流", "分数匹配": "得分匹配", "Langevin": "朗之万", "文生图": "文本到图像", "停止梯度": "梯度停止",
}  # fmt: skip
"""The Chinese terms of the atlas, and what else they are called elsewhere."""


def test_a_notion_has_one_chinese_term() -> None:
    texts = {path.name: path.read_text(encoding="utf-8") for path in NOTES.glob("*.md") if ".en." not in path.name}
    # Of the library the fields in Chinese alone: titles and quoted names are what their authors wrote.
    for path in (REPOSITORY / "bib").glob("*.bib"):
        entries = path.read_text(encoding="utf-8")
        texts[path.name] = "\n".join(re.findall(r"(?m)^  \w+_zh +=.*(?:\n {10}.*)*", entries))
    for term, others in VARIANTS.items():
        assert any(term in text for text in texts.values()), term
        assert [f"{place}: {match[0]}" for place, text in texts.items() for match in re.finditer(others, text)] == [], (
            term
        )
