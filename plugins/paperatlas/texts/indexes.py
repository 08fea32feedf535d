"""The words of the indexes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class IndexTexts:
    """The texts of one language. A row's `description` is made of its label and the words for its papers."""

    label: str
    people: str
    people_intro: str
    people_hint: str
    venues: str
    venues_intro: str
    years: str
    years_intro: str
    initials: str
    initial: Callable[[str], str]
    """The title of the page of one letter."""
    most_papers: str
    without_author: str
    without_venue: str
    without_year: str
    description: Callable[[str, str], str]


INDEXES_EN = IndexTexts(
    label="Lists",
    people="People",
    people_intro="Everyone named as an author, by family name. Names stand as the library writes them: the same string "
    "is one row, and nothing is merged beyond that.",
    people_hint="The name as the library writes it. Another spelling is another row, and namesakes share one.",
    venues="Venues",
    venues_intro="Every conference, journal and archive in which a paper of the library appeared.",
    years="Years",
    years_intro="Every year in which a paper of the library appeared, newest first.",
    initials="Initials",
    initial=lambda letter: f"People: {letter}",
    most_papers="With the most papers",
    without_author="Without a named author",
    without_venue="Without a venue",
    without_year="Without a date",
    description=lambda label, papers: f"{label}: {papers} in this atlas.",
)

INDEXES_ZH = IndexTexts(
    label="索引",
    people="作者",
    people_intro="文献库中的全部作者，按姓氏排列，中文姓氏按拼音排列。姓名依文献库的写法：写法完全相同的才合为一行，此外不作合并。",
    people_hint="姓名依文献库的写法：写法不同则分列，同名者未加区分。",
    venues="会议与期刊",
    venues_intro="文献库中的论文所发表的全部会议、期刊与预印本库。",
    years="年份",
    years_intro="文献库中的论文发表的年份，从新到旧。",
    initials="首字母",
    initial=lambda letter: f"作者：{letter}",
    most_papers="论文最多的作者",
    without_author="未署名",
    without_venue="未注明会议或期刊",
    without_year="未注明日期",
    description=lambda label, papers: f"{label}：本图谱中有 {papers}。",
)
