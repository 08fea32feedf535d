"""The note of a new direction, to fill in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import yaml

from paperatlas.notes.direction import STATUSES
from paperatlas.text.language_tags import primary_language


@dataclass(frozen=True, slots=True)
class _Texts:
    """What a note to fill in says in one language."""

    summary: str
    status: str
    order: str
    groups: str
    group_title: str
    group_summary: str
    related: str
    sections: Sequence[tuple[str, str]]
    """The headings, and what belongs below each."""


_EN = _Texts(
    summary="one line on it, for the home page",
    status="how far it has come: {statuses}",
    order="where it stands among the directions",
    groups="Headings for its papers. `keywords = {{{slug}/models}}` puts an entry below one, `{{{slug}}}` below none.",
    group_title="Models",
    group_summary="One line on the group",
    related="the slugs of related directions: [one, another]",
    sections=(
        ("What it is", "Two or three paragraphs for someone who has never heard of it. Cite papers: [@key]."),
        ("Why now", "What makes people take it up, and who says so."),
        ("How it developed", "The papers that carry it, in the order of their ideas."),
        ("Open questions", "What nobody has solved yet."),
    ),
)
_ZH = _Texts(
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
_BY_LANGUAGE: Mapping[str, _Texts] = {"en": _EN, "zh": _ZH}


def new_note(slug: str, title: str, order: int, language: str) -> str:
    """The text of a note whose front matter is valid as it is, with hints in `language`, or else in English."""
    texts = _BY_LANGUAGE.get(primary_language(language), _EN)
    statuses = ", ".join(STATUSES)
    lines = [
        "---",
        yaml.safe_dump({"title": title}, allow_unicode=True, width=10_000).rstrip("\n"),
        f"summary: # {texts.summary}",
        f"status: # {texts.status.format(statuses=statuses)}",
        f"order: {order} # {texts.order}",
        f"# {texts.groups.format(slug=slug)}",
        "groups:",
        "#  - slug: models",
        f"#    title: {texts.group_title}",
        f"#    summary: {texts.group_summary}",
        f"related: # {texts.related}",
        "---",
        "",
        f"# {title}",
    ]
    for heading, hint in texts.sections:
        lines += ["", f"## {heading}", "", f"<!-- {hint} -->"]
    return "\n".join(lines) + "\n"
