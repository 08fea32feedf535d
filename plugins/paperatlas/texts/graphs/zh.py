"""The words of graphs and their tools in Chinese."""

from __future__ import annotations

from paperatlas.texts.graphs.definition import GraphTexts, GraphToolTexts

GRAPH_ZH = GraphTexts(
    title="相关方法",
    summary=lambda papers, relations: f"论文 {papers} 篇，其间关系 {relations} 条。",
    canvas="关系图，可滚动",
    relations="关系",
    groups="分组",
    reading="箭头由论文指向它所依据的工作：A → B 读作“A 扩展 B”“A 使用 B”。",
    isolated="尚无写明的关系",
    edge=lambda source, relation, target: f"{source} {relation} {target}",
    links=lambda count: f"关系 {count} 条",
    between="不同方向之间的关系",
    separator="，",
)


GRAPH_TOOLS_ZH = GraphToolTexts(
    tools="关系图工具",
    find="在图中查找",
    no_match="没有符合的论文",
    matches="符合的论文：{count}",
    years="年份",
    year_from="起始年份",
    year_to="截止年份",
    group="分组",
    all_groups="全部分组",
    region="方向",
    all_regions="全部方向",
    shown="显示 {shown} / {total} 篇",
    clear="清除",
    zoom_in="放大",
    zoom_out="缩小",
    zoom_reset="原始大小",
    full="全屏",
    leave_full="退出全屏",
    copy_link="复制当前视图的链接",
    citations=lambda count: f"引用（{count}）",
    cites=lambda citing, cited: f"{citing} 引用 {cited}",
    copied="链接已复制",
    not_copied="链接在地址栏中",
    keys="方向键：切换论文 · Enter：打开 · Esc：离开 · + − 0：缩放",
    skip="跳过关系图",
    swipe="左右滑动查看全图",
    open_paper="论文页",
    column_source="论文",
    column_relation="关系",
    column_target="对象",
    column_evidence="依据",
)
