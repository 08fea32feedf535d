"""The words of a large map, and of graphs that leave something out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MapTexts:
    """The texts of one language. `shown` has places for {papers}, {all_papers}, {relations} and {all_relations}."""

    intro: Callable[[int, int], str]
    search: str
    search_hint: str
    no_match: str
    place: str
    everywhere: str
    every_relation: str
    relation: str
    from_year: str
    to_year: str
    shown: str
    canvas: str
    keys: str
    touch: str
    zoom_in: str
    zoom_out: str
    whole: str
    full_screen: str
    leave_full_screen: str
    view_link: str
    close: str
    more: str
    directions: str
    reading: str
    no_script: str
    overview: str
    overview_title: str
    overview_summary: Callable[[int, int], str]
    tie: Callable[[str, str, int], str]
    ties_left_out: Callable[[int], str]
    nearest: str
    further: Callable[[int], str]
    as_text: str
    all_papers: str
    graph_part: Callable[[int, int, int, int], str]


def _of(count: int, singular: str) -> str:
    return f"{count:,} {singular if count == 1 else singular + 's'}"


MAP_EN = MapTexts(
    intro=lambda papers, relations: (
        f"{_of(papers, 'paper')} and {_of(relations, 'stated relation')}. Every point is a paper and leads to it."
    ),
    search="Find a paper",
    search_hint="Method or title",
    no_match="No paper matches.",
    place="Direction or group",
    everywhere="All directions",
    every_relation="All relations",
    relation="Relation",
    from_year="From year",
    to_year="to",
    shown="{papers} of {all_papers} papers, {relations} of {all_relations} relations",
    canvas="Map of all papers",
    keys="Arrow keys move the map, + and − change its scale. To reach a paper without a pointer, find it by name; "
    "from there its related papers can be followed. Escape lets go of it.",
    touch="A click on the map lets the wheel change its scale.",
    zoom_in="Zoom in",
    zoom_out="Zoom out",
    whole="Whole map",
    full_screen="Full screen",
    leave_full_screen="Leave full screen",
    view_link="Link to this view",
    close="Let go of this paper",
    more="and {count} more",
    directions="Directions",
    reading="Colour and shape tell the direction, size the number of relations. In each group the oldest papers are in "
    "the middle. A line is a relation; those of a paper show when it is pointed at.",
    no_script="The map that can be moved and searched needs JavaScript. Without it, here are the directions and what "
    "runs between them.",
    overview="The map as an overview and a list",
    overview_title="Directions and the relations between them",
    overview_summary=lambda directions, relations: (
        f"{_of(directions, 'direction')}; {_of(relations, 'relation')} between papers of different ones."
    ),
    tie=lambda first, second, count: f"{first} – {second}: {_of(count, 'relation')}",
    ties_left_out=lambda count: (
        f"Each direction has lines to the three it has most relations with; {_of(count, 'further pair')} of directions "
        "with relations has none."
        if count == 1
        else f"Each direction has lines to the three it has most relations with; {_of(count, 'further pair')} of "
        "directions with relations have none."
    ),
    nearest="Most relations with",
    further=lambda count: f"and {count} more",
    as_text="Each relation stands as text on the page of its direction and of its papers.",
    all_papers="All papers as a table",
    graph_part=lambda papers, all_papers, relations, all_relations: (
        f"Drawn are {papers:,} of {_of(all_papers, 'paper')}, around those with the most relations, and {relations:,} "
        f"of {_of(all_relations, 'relation')}. The list below has every relation."
    ),
)

MAP_ZH = MapTexts(
    intro=lambda papers, relations: (
        f"{papers:,} 篇论文，{relations:,} 条已陈述的关系。每个点是一篇论文，点击进入论文页。"
    ),
    search="查找论文",
    search_hint="方法或标题",
    no_match="没有符合条件的论文。",
    place="方向或分组",
    everywhere="全部方向",
    every_relation="全部关系",
    relation="关系",
    from_year="起始年份",
    to_year="截止年份",
    shown="显示 {papers} / {all_papers} 篇论文，{relations} / {all_relations} 条关系",
    canvas="全部论文的图谱",
    keys="方向键移动图谱，+ 与 − 缩放。不用鼠标时，可按名称查找论文，再由它逐一前往相关论文；按 Esc 取消选中。",
    touch="点击图谱后可用滚轮缩放。",
    zoom_in="放大",
    zoom_out="缩小",
    whole="全图",
    full_screen="全屏",
    leave_full_screen="退出全屏",
    view_link="当前视图的链接",
    close="取消选中",
    more="另有 {count} 篇",
    directions="方向",
    reading="颜色与形状表示方向，大小表示关系的多少；每个分组中，越早的论文越靠近中心。线表示关系，指向一篇论文时显示它的关系。",
    no_script="可移动、可搜索的图谱需要 JavaScript。没有时，下面列出各个方向以及方向之间的关系。",
    overview="图谱的概览与列表",
    overview_title="方向以及方向之间的关系",
    overview_summary=lambda directions, relations: f"方向 {directions} 个，不同方向的论文之间有关系 {relations:,} 条。",
    tie=lambda first, second, count: f"{first} – {second}：关系 {count:,} 条",
    ties_left_out=lambda count: f"每个方向只画出关系最多的三个方向；另有 {count:,} 对方向之间有关系而未画线。",
    nearest="关系最多的方向",
    further=lambda count: f"另有 {count} 个",
    as_text="每条关系都以文字列在所属方向的页面和论文页上。",
    all_papers="以表格列出全部论文",
    graph_part=lambda papers, all_papers, relations, all_relations: (
        f"图中围绕关系最多的论文画出 {papers:,} 篇（共 {all_papers:,} 篇）"
        f"和 {relations:,} 条关系（共 {all_relations:,} 条）；下面的列表包含全部关系。"
    ),
)
