"""Names of people in running text: only what can be nothing else."""

from __future__ import annotations

import re

from paperatlas.formats.person import OTHERS, displayed_names
from paperatlas.formats.records.record import Author
from paperatlas.text.word_lists import words_in

_LETTER = r"[^\W\d_]"
_CAPITAL = r"[A-Z\u00c0-\u00de\u0100-\u024f]"
_WORD = rf"{_CAPITAL}(?:{_LETTER}|['’.-])*"
_PARTICLE = r"(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|el|al|bin|ibn|ter|ten|y|zu|zur)"
_NAME = re.compile(rf"(?:{_WORD}|{_CAPITAL}\.)(?:(?:[ -]|(?<=\.))(?:{_WORD}|{_PARTICLE}|{_CAPITAL}\.)){{1,5}}")
_FAMILY = re.compile(rf"(?:{_PARTICLE} ){{0,2}}{_WORD}")
"""A family name alone, as lists write the first of several: `Roe et al.`."""
_FAMILY_FIRST = re.compile(
    rf"(?P<family>{_FAMILY.pattern}), (?P<given>{_CAPITAL}[^,]*?)(?P<rest>(?:, [^,]+)*,? (?:and|&) [^,]+|, et\.? al\.?)"
)
_CJK_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}")
_SEPARATOR = re.compile(r"\s*(?:[,;，；、]\s*(?:and\s+|&\s*)?|\s+and\s+|\s*&\s*)\s*")
_MARKERS = re.compile(r"[*†‡§¶#∗⋆✉\u00b9\u00b2\u00b3\u2070-\u2079]+|\(.*?\)|(?<=[a-z])\d+")
_OTHERS = re.compile(
    r"[,;]?\s*(?:\bet\.?\s?al\b\.?|\band others\b|(?:…|\.\.\.)(?:[,;]\s*(?:and\s|&\s)?[^,;]+)?"
    r"|(?<=[\u4e00-\u9fff])\s*等人?)\s*$",
    re.IGNORECASE,
)
"""Words for those who are not named at the end of a list, also before its last name: `Roe, Doe, ..., Poe`."""
_NO_NAMES = words_in(
    "a an the for with of in on to from via by using learning network networks model models university institute"
    " research lab labs"
    " google facebook meta microsoft conference workshop journal"
    " towards toward self human shapes pose scene scenes image images videos object objects dataset datasets training"
    " language vision visual graphs neural analysis survey benchmark efficient unified semantic dynamic dynamics"
)
_TITLE_WORD = re.compile(
    r"(?:tion|tions|ness|based|aware|driven|guided|supervised|ization|ology|ical|izing|ized|ability)$", re.IGNORECASE
)
"""How words end that titles have and hardly any name: `Scene Decomposition and Depth Estimation` are no two people."""


def people_in(text: str, *, at_least: int = 2) -> tuple[Author, ...]:
    """Return the names a text consists of, in their order; none if it says more, or names fewer than `at_least`."""
    cleaned = _MARKERS.sub("", text).strip().strip(".").removeprefix("by ").removeprefix("By ").strip(" _*-—–:")
    with_others = _OTHERS.sub("", cleaned)
    names = [part for part in _SEPARATOR.split(with_others.strip(" .,;")) if part]
    if len(names) + (with_others != cleaned) < at_least:
        return ()
    if with_others != cleaned and len(names) == 1 and _FAMILY.fullmatch(names[0]):
        return Author(names[0]), OTHERS
    if not all(map(is_name, names)):
        return ()
    found = displayed_names(names)
    return (*found, OTHERS) if found and with_others != cleaned else found


def family_name_first(text: str) -> tuple[Author, ...]:
    """Return the names of a list as the MLA's style has it: `Roe, Jane, and John Doe`, `Roe, Jane, et al.`."""
    match = _FAMILY_FIRST.fullmatch(text.strip())
    return people_in(f"{match['given']} {match['family']}{match['rest']}") if match else ()


def _is_of_titles(word: str) -> bool:
    """Return whether titles have a word and names have not; a lone capital is an initial: `Jain A`."""
    return (word.lower() in _NO_NAMES and not (len(word) == 1 and word.isupper())) or bool(_TITLE_WORD.search(word))


def is_name(text: str) -> bool:
    """Return whether a text can be one person's name."""
    if _CJK_NAME.fullmatch(text):
        return True
    words = text.replace("-", " ").split()
    return _NAME.fullmatch(text) is not None and len(words) <= 6 and not any(_is_of_titles(word) for word in words)
