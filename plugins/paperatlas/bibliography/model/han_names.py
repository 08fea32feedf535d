"""Names in Chinese, Japanese and Korean, which stand in their own order: the family's name first."""

from __future__ import annotations

import re
from collections.abc import Sequence

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
_COMMON_FAMILY_NAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石"
    "金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤張劉陳楊黃趙吳孫馬羅鄭謝許韓鄧馮蕭葉蘇呂盧鍾"
    "譚陸賈鄒賀龔萬錢嚴湯"
)
"""The hundred commonest of China, which 85 of 100 people have, as simplified and as traditional characters."""
_ENDS_OF_JAPANESE_FAMILY_NAMES = frozenset("田本川山村井野原島橋藤木口崎沢谷上下中部辺子石森尾岡坂倉塚瀬浜津水池")
"""The second characters of the commonest Japanese family names, many of which begin as a Chinese one: 高橋, 林田."""


def is_han(text: str) -> bool:
    """Return whether a text can be a Chinese name, or half of one: one to four Chinese characters."""
    return _HAN_NAME.fullmatch(text) is not None


def is_family_and_given(parts: Sequence[str]) -> bool:
    """Return whether parts in Han characters are one person's, as in Japanese: `亀山, 郁夫`, not `王芳, 竺可桢`.

    A family name of two characters looks like a Chinese person's whole name; that begins with a common family name.
    """
    if len(parts) != 2 or len(parts[0]) != 2:
        return False
    family, given = parts
    if family in _COMPOUND_SURNAMES or family[0] not in _COMMON_FAMILY_NAMES:
        return True
    return family[1] in _ENDS_OF_JAPANESE_FAMILY_NAMES and given[0] not in _COMMON_FAMILY_NAMES


def is_chinese_person(text: str) -> bool:
    """Return whether a text is the name of one person in Chinese for certain: `王小明`, but not `教育部`."""
    return is_han(text) and len(text) > 1 and (text[0] in _COMMON_FAMILY_NAMES or text[:2] in _COMPOUND_SURNAMES)


def are_several_people(parts: Sequence[str]) -> bool:
    """Return whether texts with blanks between them are Chinese names, `张三 李四`, and not `山田 太郎`."""
    return len(parts) > 1 and all(map(is_chinese_person, parts)) and not is_family_and_given(parts)


def is_in_own_order(text: str) -> bool:
    """Return whether a name is written in these scripts alone."""
    return _OWN_ORDER.fullmatch(text) is not None


def name_in_own_order(written: str) -> Name:
    """Return a name in its own order: the family's name first, one character unless it is a known compound.

    A name of four characters is Japanese if it begins as few Chinese names do: `山田太郎`.
    """
    if not is_han(written):
        family, _, given = written.partition(" ")
        return Name(given, family, literal=written)
    japanese = len(written) == 4 and (
        written[1] in _ENDS_OF_JAPANESE_FAMILY_NAMES or written[0] not in _COMMON_FAMILY_NAMES
    )
    length = 2 if japanese or (written[:2] in _COMPOUND_SURNAMES and len(written) > 2) else 1
    return Name(written[length:], written[:length], literal=written)
