"""What follows a cited key: the place in the work, and further words (Pandoc's manual, "Locators")."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

_TERMS: Mapping[str, str] = {
    "book": "book bk. bks.",
    "chapter": "chapter chapters chap. chaps. ch.",
    "column": "column columns col. cols.",
    "figure": "figure figures fig. figs.",
    "folio": "folio folios fol. fols.",
    "issue": "number numbers no. nos.",
    "line": "line lines l. ll.",
    "note": "note notes n. nn.",
    "opus": "opus opp. op.",
    "page": "page pages pp. p.",
    "paragraph": "paragraph paragraphs paras. para. ¶¶ ¶",
    "part": "part parts pts. pt.",
    "section": "section sections secs. sec. §§ §",
    "sub-verbo": "s.vv. s.v.",
    "table": "table tables tab. tabs.",
    "theorem": "theorem theorems thm. thms.",
    "verse": "verse verses vv. v.",
    "volume": "volume volumes vols. vol.",
}
"""CSL's labels and the words for each; `table` and `theorem` are CSL 1.0.2's, not Pandoc's."""

_CHINESE: Mapping[str, str] = {
    "页": "page", "頁": "page", "章": "chapter", "节": "section", "節": "section", "卷": "volume",
    "段": "paragraph", "行": "line", "栏": "column", "部分": "part",
}  # fmt: skip

_LABEL_OF = {word: label for label, words in _TERMS.items() for word in words.split()}
_WORDS = "|".join(re.escape(word) for word in sorted(_LABEL_OF, key=len, reverse=True))
_NUMBER = r"[^\s,;{}]*\d[^\s,;{}]*"
_NUMBERS = r"{0}(?:\s*[-–—]\s*{0}|\s*,\s*{0}|\s+(?:and|&|和)\s+{0})*"
_ANY = rf"(?:{_NUMBER}|[ivxlcdmIVXLCDM]+(?:[-–][ivxlcdmIVXLCDM]+)?(?=[\s,;]|$))"
_LABELLED = re.compile(rf"(?P<word>{_WORDS})(?:(?<=[.§¶])\s*|\s+)(?P<value>{_NUMBERS.format(_ANY)})")
_BARE = re.compile(_NUMBERS.format(_NUMBER))
_COUNTED = "[\\d一二三四五六七八九十百、,–—-]+"
_IN_CHINESE = re.compile(rf"第\s*(?P<value>{_COUNTED}(?:\s+{_COUNTED})*)\s*(?P<word>{'|'.join(_CHINESE)})")
_TRAILING = ".,:"


class Locator(NamedTuple):
    """A place in a work: CSL's label for its kind, empty where braces name none; its numbers, and both as written."""

    label: str
    value: str
    written: str


def read_locator(text: str) -> tuple[Locator | None, str]:
    """Return the locator at the beginning of what follows a key, and the rest as written: `, and more`.

    Braces hold together what is no number, `{ii, A, D-Z}`; an empty pair says that there is no locator.
    """
    written, text = text.rstrip(), text.strip().removeprefix(",").strip()
    if text.startswith("{") and "}" in text:
        inside, _, rest = text[1:].partition("}")
        if not inside.strip():
            comma = "," if written.lstrip().startswith(",") and not rest.startswith(",") else ""
            return None, comma + rest
        word, _, value = inside.strip().partition(" ")
        label = _LABEL_OF.get(word.lower())
        locator = Locator(label, value.strip(), inside.strip()) if label and value else None
        return locator or Locator("", inside.strip(), inside.strip()), rest
    if match := _IN_CHINESE.match(text):
        locator = Locator(_CHINESE[match["word"]], match["value"], match[0])
        return locator, text[match.end() :]
    if match := _LABELLED.match(text):
        value = match["value"].rstrip(_TRAILING)
        end = match.start("value") + len(value)
        return Locator(_LABEL_OF[match["word"]], value, text[:end]), text[end:]
    if match := _BARE.match(text):
        value = match[0].rstrip(_TRAILING)
        return Locator("page", value, value), text[len(value) :]
    return None, written
