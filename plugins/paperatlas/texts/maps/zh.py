"""The words of the maps of papers and of directions in Chinese."""

from __future__ import annotations

from paperatlas.texts.maps.definition import DirectionMapTexts, MapTexts

DIRECTION_MAP_ZH = DirectionMapTexts(
    title="各个方向，以及它们之间的联系",
    summary=lambda directions, relations: f"方向 {directions} 个，不同方向之间的关系 {relations} 条。",
    legend="每个方框是一个方向，数字是论文数；线越粗，两个方向之间的关系越多。属于多个方向的论文，其关系从它的第一个方向画起。",
    opened="所选内容",
    hint="选一个方向，即可展开；再选一个，即可读到两者之间的联系。",
    no_ties="不同方向之间没有写明的关系。",
    first="展开",
    second="另一个方向",
    nothing="–",
    until="截至年份",
    connected="相联系的方向",
    unconnected="两者之间没有写明的关系。",
    elsewhere=lambda count: f"其中 {count} 篇也属于另一方向，并画在那里。",
    inside=lambda title, count: f"{title}内部：关系 {count} 条",
    among_papers="在全部论文中查看",
    all_papers="全部论文",
    as_text=lambda pairs, relations: f"以文字列出：{pairs} 对方向，共 {relations} 条关系",
)


MAP_ZH = MapTexts(
    intro=lambda papers, relations: (
        f"{papers:,} 篇论文，{relations:,} 条写明的关系。每个点是一篇论文，点击进入论文页。"
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
    canvas="全部论文的地图",
    keys="方向键移动地图，+ 与 − 缩放。不用鼠标时，可按名称查找论文，再由它逐一前往相关论文；按 Esc 取消选中。",
    touch="点击地图后可用滚轮缩放。",
    zoom_in="放大",
    zoom_out="缩小",
    whole="全图",
    full_screen="全屏",
    leave_full_screen="退出全屏",
    view_link="当前视图的链接",
    close="取消选中",
    more="另有 {count} 篇",
    directions="方向",
    reading="颜色与形状表示方向，大小表示关系的多少；每个分组中，越早的论文越靠近中心。线表示关系，指向一篇论文时显示它的关系。属于多个方向的论文画在第一个方向里。",
    no_script="可移动、可搜索的地图需要 JavaScript。没有时，下面列出各个方向以及方向之间的关系。",
    overview="地图的概览与列表",
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
