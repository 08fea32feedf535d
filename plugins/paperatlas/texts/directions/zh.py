"""The words of directions: what is thought of them, and what a new note begins with in Chinese."""

from __future__ import annotations

from paperatlas.texts.directions.definition import AssessmentTexts, NoteTexts

NEW_NOTE_ZH = NoteTexts(
    summary="一句话介绍，显示在首页",
    status="发展到了哪一步：{statuses}",
    order="在各方向中的次序",
    groups="论文的分组。条目写 `keywords = {{{slug}/models}}` 归入一组，写 `keywords = {{{slug}}}` 则不分组。",
    group_title="模型",
    group_summary="一句话介绍这一组",
    related="相关方向的 slug：[one, another]",
    sections=(
        ("这是什么", "用两三段话讲给没听说过它的人。引用论文写它的键：[@key]。"),
        ("为什么值得关注", "它为什么兴起，是谁这样说的。"),
        ("方法脉络", "推动它的论文，按思路的先后排列。"),
        ("还没解决的问题", "哪些问题至今无人解决。"),
    ),
)


ASSESSMENTS_ZH = AssessmentTexts(
    month=lambda year, month: f"{year} 年 {month} 月",
    own="本图谱",
    why="看理由",
    why_of=lambda direction, month: f"看理由：{direction}，{month}",
    answer="各方向今天的状态",
    separator="、",
    bars=lambda code: (
        "柱形：本站收录的论文按发表年份的篇数，各方向同一时间轴，最高的柱一样高"
        + ("；彩色部分有代码" if code else "")
        + "。它数的是本站收录的论文，不是已发表的全部。"
    ),
)
