"""The words of search, and of pages that are not there in Chinese."""

from __future__ import annotations

from paperatlas.texts.search.definition import SearchTexts

SEARCH_ZH = SearchTexts(
    title="搜索",
    placeholder="论文、作者、方向、主题",
    hint="↑ ↓ 选择，回车打开，Esc 关闭。",
    searching="正在搜索……",
    results="搜索结果",
    one="1 个页面",
    count="{count} 个页面",
    none="没有找到“{query}”。",
    more="更多页面",
    close="关闭搜索",
    failed="无法载入搜索索引。",
    disk="搜索需要通过 HTTP 访问本站：浏览器不会从磁盘载入索引。",
    kinds={
        "direction": "方向",
        "paper": "论文",
        "person": "人物",
        "venue": "会议或期刊",
        "year": "年份",
        "page": "页面",
    },
)
