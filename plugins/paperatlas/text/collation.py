"""The order of names in an index, and the letter each is found under.

Latin names stand by family name, without regard to case and accents. Chinese ones stand under the first letter of
their pinyin, behind the Latin ones of that letter, as a Chinese library files them. GB 2312 lists its 3,755 common
characters by pinyin, so their codes give that order without a dictionary; surnames outside that list, or read
otherwise than the character mostly is, are named here.
"""

from __future__ import annotations

from bisect import bisect_right

from paperatlas.text.folding import fold

OTHER = "#"
"""The heading of names that begin with no letter, or with a Chinese character whose reading is not known."""

_OPENING = "'’‘‚‛\"“”„‟«»‹›「『《〈([¿¡ \u00a0"
"""Marks before the first word of a title or a name, whatever the language: „Über …“, « Été », 《…》."""

Key = tuple[int, str, int, str, bytes]
"""Script of the letter, the letter, Chinese or not, the text folded, the text for equal ones."""

_FIRST_OF_LETTER = "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝"
_LETTERS = "ABCDEFGHJKLMNOPQRSTWXYZ"
_STARTS = [character.encode("gb2312") for character in _FIRST_OF_LETTER]
_END = "座".encode("gb2312")

_SURNAMES = {
    character: letter
    for letter, characters in {
        "B": "鮑畢邊薄逄",
        "C": "岑陳程晁晟褚遲",
        "D": "鄧竇佟董丁戴刁",
        "F": "馮費范豐酆",
        "G": "龔鞏顧關廖貢",
        "H": "韓賀胡華黃侯郝",
        "J": "賈蔣簡江紀計",
        "L": "劉盧魯陸呂羅藺龍賴厲連勞樂欒",
        "M": "馬孟閔繆糜宓",
        "N": "聶寧倪",
        "O": "歐區区",
        "P": "潘龐彭裴逄",
        "Q": "錢喬秦仇邱覃戚",
        "S": "孫蘇邵單单沈施宋佘",
        "T": "湯陶譚童佟邰",
        "W": "萬衛韋吳鄔溫汪翁邬韦",
        "X": "謝許蕭項薛邢解冼郤奚",
        "Y": "楊葉閻闫嚴顏姚尹於余喻俞應殷郁袁岳尉",
        "Z": "張趙鄭鍾莊鄒査查翟詹曾諸祝臧甄",
    }.items()
    for character in characters
}


def collation_key(text: str, rest: str = "") -> Key:
    """Return what to sort a name by; `rest` tells equal ones apart (the given name of a person).

    Chinese ones are in the order of GB 18030, which begins with that of GB 2312.
    """
    text = text.lstrip(_OPENING)
    letter = initial(text)
    script = 2 if letter == OTHER else 0 if letter.isascii() else 1
    folded = f"{fold(text)}\0{fold(rest)}"
    is_han = _is_han(text[:1])
    return script, letter, int(is_han), "" if is_han else folded, (text + rest).encode("gb18030", "replace")


def initial(text: str) -> str:
    """Return the letter a text is found under, in upper case; `OTHER` if there is none."""
    text = text.lstrip(_OPENING)
    first = text[:1]
    if _is_han(first):
        return _SURNAMES.get(first) or _pinyin_initial(first)
    folded = fold(text)[:1].upper()
    return folded if folded.isalpha() else OTHER


def second_heading(text: str) -> str:
    """Return what a text is found under where its letter has too many: `Li` for a Latin name, 李 for a Chinese one.

    A text that begins with no letter is found under `OTHER` again, and one of a single letter under that.
    """
    if _is_han(text[:1]):
        return text[0]
    letters = "".join(character for character in fold(text) if character.isalpha())
    return letters[:2].capitalize() if initial(text) != OTHER else OTHER


def _is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff" or "\U00020000" <= character <= "\U0003134f"


def _pinyin_initial(character: str) -> str:
    code = character.encode("gb2312", "ignore")
    return _LETTERS[bisect_right(_STARTS, code) - 1] if _STARTS[0] <= code <= _END else OTHER
