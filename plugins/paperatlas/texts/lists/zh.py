"""The words of the lists of papers, people, venues and years in Chinese."""

from __future__ import annotations

from paperatlas.texts.lists.definition import IndexTexts, LibraryTexts, PartTexts

INDEXES_ZH = IndexTexts(
    label="索引",
    people="作者",
    people_intro="文献库中的全部作者，按姓氏排列，中文姓氏按拼音排列。姓名依文献库的写法：除缩写之间的空格外，写法完全相同的才合为一行。",
    people_hint="姓名依文献库的写法，缩写之间加空格：写法不同则分列，同名者未加区分。",
    venues="会议与期刊",
    venues_intro="文献库中的论文发表之处：期刊、会议、图书、预印本库、出版社与机构。",
    years="年份",
    years_intro="文献库中的论文发表的年份，从新到旧。",
    initials="首字母",
    initial=lambda title, letter: f"{title}：{letter}",
    most_papers="论文最多",
    venue_kinds={
        "journal": "期刊",
        "conference": "会议",
        "book": "图书",
        "archive": "预印本库",
        "university": "大学",
        "institution": "机构",
        "publisher": "出版社",
    },
    without_author="未署名",
    without_venue="未注明会议或期刊",
    without_year="未注明日期",
    description=lambda label, papers: f"{label}：本图谱中有 {papers}。",
)


LIBRARY_ZH = LibraryTexts(
    home="首页",
    newest="最新论文",
    latest=lambda when: f"按首次公开排列；本站收录的最后一篇公开于 {when}。",
    changed="最近改动",
    all_papers="全部论文",
    all_people="全部作者",
    all_venues="全部会议与期刊",
    downloads="整个文献库：",
    dated=lambda day: f"文献库更新于 {day}",
)


PARTS_ZH = PartTexts(
    label=lambda heading: f"列表分页：{heading}",
    title=lambda title, number: f"{title}（第 {number} 页）",
    previous="上一页",
    next="下一页",
    more="再显示 {count} 篇",
    not_loaded="未能载入全部论文的数据，请刷新页面后重试。",
)
