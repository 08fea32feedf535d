"""The words of the graph of related methods: in the drawing, in its tools, in its table."""

from __future__ import annotations

from dataclasses import dataclass

from paperatlas.graph.svg.model import GraphTexts


@dataclass(frozen=True, slots=True)
class GraphToolTexts:
    """The texts of one language. The script fills in {shown}, {total} and {count}."""

    tools: str
    """Names the row of tools to those who do not see it."""
    find: str
    no_match: str
    matches: str
    years: str
    year_from: str
    year_to: str
    group: str
    all_groups: str
    region: str
    all_regions: str
    shown: str
    clear: str
    zoom_in: str
    zoom_out: str
    zoom_reset: str
    full: str
    leave_full: str
    copy_link: str
    copied: str
    not_copied: str
    keys: str
    swipe: str
    open_paper: str
    column_source: str
    column_relation: str
    column_target: str
    column_evidence: str


GRAPH_EN = GraphTexts()

GRAPH_ZH = GraphTexts(
    title="相关方法",
    summary="方法 {nodes} 个，其间关系 {edges} 条。",
    canvas="相关方法图，可滚动",
    relations="关系",
    groups="分组",
    reading="箭头指向被依据的工作：A → B 读作“A 扩展 B”“A 使用 B”。",
    isolated="尚无已陈述的关系",
    edge="{source} {relation} {target}",
    links="关系 {count} 条",
    between="不同方向之间的关系",
    separator="，",
)

GRAPH_TOOLS_EN = GraphToolTexts(
    tools="Tools of the graph",
    find="Find a method",
    no_match="No method matches",
    matches="Matches: {count}",
    years="Years",
    year_from="From year",
    year_to="To year",
    group="Group",
    all_groups="All groups",
    region="Direction",
    all_regions="All directions",
    shown="{shown} of {total} methods",
    clear="Clear",
    zoom_in="Zoom in",
    zoom_out="Zoom out",
    zoom_reset="Original size",
    full="Full screen",
    leave_full="Leave full screen",
    copy_link="Copy a link to this view",
    copied="Link copied",
    not_copied="The link is in the address bar",
    keys="Arrow keys: next method · Enter: open · Esc: leave · + − 0: size",
    swipe="Swipe sideways to see the rest",
    open_paper="Page of the paper",
    column_source="Method",
    column_relation="Relation",
    column_target="To",
    column_evidence="Why",
)

GRAPH_TOOLS_ZH = GraphToolTexts(
    tools="关系图工具",
    find="查找方法",
    no_match="没有符合的方法",
    matches="符合的方法：{count}",
    years="年份",
    year_from="起始年份",
    year_to="截止年份",
    group="分组",
    all_groups="全部分组",
    region="方向",
    all_regions="全部方向",
    shown="显示 {shown} / {total} 个方法",
    clear="清除",
    zoom_in="放大",
    zoom_out="缩小",
    zoom_reset="原始大小",
    full="全屏",
    leave_full="退出全屏",
    copy_link="复制当前视图的链接",
    copied="链接已复制",
    not_copied="链接在地址栏中",
    keys="方向键：切换方法 · Enter：打开 · Esc：离开 · + − 0：缩放",
    swipe="左右滑动查看全图",
    open_paper="论文页",
    column_source="方法",
    column_relation="关系",
    column_target="对象",
    column_evidence="依据",
)
