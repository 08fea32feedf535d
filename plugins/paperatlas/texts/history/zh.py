"""The words of what has changed in Chinese."""

from __future__ import annotations

from paperatlas.texts.history.definition import ChangesTexts

CHANGES_ZH = ChangesTexts(
    page="最近的变化",
    intro="按月列出新增或改动的论文、关系与方向状态，依据文件的修改历史。",
    since=lambda count, day: f"自上次访问（{day}）以来新增 {count} 项，已标出；只有本浏览器知道。",
    nothing_since=lambda day: f"自上次访问（{day}）以来没有新内容。",
    begun=lambda papers: f"{papers} 篇论文在建库或迁移时一并加入。",
    statuses="方向状态",
    from_to=lambda before, status: f"{before} → {status}",
    news=lambda about, change: f"{about}：{change}",
    papers=lambda count: f"新增论文 {count} 篇",
    relations=lambda count: f"已有论文之间新增关系 {count} 条",
    changed=lambda count: f"改动条目 {count} 个",
)
