"""Names in Chinese, Japanese and Korean, which stand in their own order: the family's name first."""

from __future__ import annotations

import re

from paperatlas.bibliography.model.name import Name

_HAN = "\u2e80-\u2fd5\u3005\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
_OWN_ORDER = re.compile(rf"[{_HAN}\u3040-\u30ff\uac00-\ud7af\u00b7\u30fb\s]+")
_HAN_NAME = re.compile(rf"[{_HAN}]{{1,4}}")
_COMPOUND_SURNAMES = frozenset({
    "欧阳", "歐陽", "太史", "端木", "上官", "司马", "司馬", "东方", "東方", "独孤", "獨孤", "南宫", "南宮",
    "万俟", "夏侯", "诸葛", "諸葛", "尉迟", "尉遲", "公羊", "赫连", "赫連", "澹台", "皇甫", "宗政", "濮阳",
    "濮陽", "公冶", "太叔", "申屠", "公孙", "公孫", "慕容", "仲孙", "仲孫", "钟离", "鍾離", "长孙", "長孫",
    "宇文", "司徒", "鲜于", "鮮于", "司空", "令狐", "呼延", "闻人", "聞人", "轩辕", "軒轅",
})  # fmt: skip
"""Chinese surnames of two characters; all others have one."""


def is_han(text: str) -> bool:
    """Return whether a text can be a Chinese name, or half of one: one to four Chinese characters."""
    return _HAN_NAME.fullmatch(text) is not None


def is_in_own_order(text: str) -> bool:
    """Return whether a name is written in these scripts alone."""
    return _OWN_ORDER.fullmatch(text) is not None


def name_in_own_order(written: str) -> Name:
    """Return a name in its own order: the family's name first, one character unless it is a known compound."""
    if not is_han(written):
        family, _, given = written.partition(" ")
        return Name(given, family, literal=written)
    length = 2 if written[:2] in _COMPOUND_SURNAMES and len(written) > 2 else 1
    return Name(written[length:], written[:length], literal=written)
