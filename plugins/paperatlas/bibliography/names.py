"""Lists of names: split as BibTeX splits them, before any LaTeX in them is decoded."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from paperatlas.bibliography import rules
from paperatlas.bibliography.latex import collapse, decode_plain
from paperatlas.bibliography.recover import Complaint


@dataclass(frozen=True, slots=True)
class Name:
    """A name as written: not yet a person.

    `literal` is set for what has no parts (an organisation) and for Chinese, Japanese and Korean names
    written in their own order; it is then what is displayed.
    """

    given: str = ""
    family: str = ""
    prefix: str = ""
    suffix: str = ""
    literal: str = ""

    @property
    def display(self) -> str:
        """`Given von Family, Jr`, or the literal name."""
        if self.literal:
            return self.literal
        name = " ".join(part for part in (self.given, self.prefix, self.family) if part)
        return f"{name}, {self.suffix}" if self.suffix else name

    @property
    def label(self) -> str:
        """What a short citation calls it: `von Family`, or the literal name of an organisation."""
        if not self.family:
            return self.literal or self.given
        return f"{self.prefix} {self.family}" if self.prefix else self.family

    @property
    def sort_key(self) -> tuple[str, str, str, str]:
        """Family, given, suffix, prefix, without case: BibLaTeX's order with `useprefix=false`."""
        family = self.family or self.literal
        return (family.casefold(), self.given.casefold(), self.suffix.casefold(), self.prefix.casefold())

    def __str__(self) -> str:
        """The displayed name."""
        return self.display


@dataclass(frozen=True, slots=True)
class NameList:
    """The names of a field, in order; `others` where the list ends with `and others`."""

    names: tuple[Name, ...] = ()
    others: bool = False

    def __bool__(self) -> bool:
        """Whether anyone is named."""
        return bool(self.names)


class ReadNames(NamedTuple):
    """What a name field was read as, and what is wrong with it; offsets count from the value's start."""

    names: NameList
    complaints: tuple[Complaint, ...] = ()


_AND = re.compile(r"\s+and(?=\s)", re.IGNORECASE)
_EDGE_AND = re.compile(r"(?:^|\s)and(?:\s|$)", re.IGNORECASE)
_ET_AL = re.compile(r"\{?et\.?\s+al\.?\}?|\{?u\.\s?a\.\}?|等", re.IGNORECASE)
_ET_AL_TAIL = re.compile(r",?\s+et\.?\s+al\.?$", re.IGNORECASE)
_INITIALS = re.compile(r"(?:[A-Z]{1,2}\.?[\s-]*)+|(?:\\?[^\W\d_]\.[\s~-]*)+")
_BRACES = re.compile(r"\\.|[{}]", re.DOTALL)
_EXTENDED = re.compile(r"\s*(\"?)\s*([a-z]+(?:-i)?)\s*=")
_HAN = r"\u2e80-\u2fd5\u3005\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
_CJK = re.compile(rf"[{_HAN}\u3040-\u30ff\uac00-\ud7af\u00b7\u30fb\s]+")
_HAN_ONLY = re.compile(rf"[{_HAN}]{{2,4}}")
_COMPOUND_SURNAMES = frozenset(
    "欧阳 歐陽 太史 端木 上官 司马 司馬 东方 東方 独孤 獨孤 南宫 南宮 万俟 夏侯 诸葛 諸葛 尉迟 尉遲 公羊 赫连 赫連 澹台 皇甫 宗政"
    " 濮阳 濮陽 公冶 太叔 申屠 公孙 公孫 慕容 仲孙 仲孫 钟离 鍾離 长孙 長孫 宇文 司徒 鲜于 鮮于 司空 令狐 呼延 闻人 聞人 轩辕 軒轅".split()
)
_NAME_PARTS = frozenset({"given", "family", "prefix", "suffix", "given-i", "family-i", "prefix-i", "suffix-i", "useprefix", "id", "hash", "sortingnamekeytemplatename", "nametemplates", "literal"})


@lru_cache(maxsize=1 << 14)
def read_names(raw: str) -> ReadNames:
    """The names in a field's value."""
    text = collapse(raw)
    complaints: list[Complaint] = []
    names: list[Name] = []
    others = False
    parts = _split_and(text)
    if len(parts) == 1:
        parts = _wrongly_separated(text, complaints) or parts
    for index, part in enumerate(parts):
        written = part.strip()
        if not written:
            if text:
                complaints.append(Complaint(rules.EMPTY_NAME, 0, "A name in this list is empty.", "Remove one “and”."))
        elif written.lower() == "others" and index == len(parts) - 1:
            others = True
        elif _ET_AL.fullmatch(written):
            others = True
            complaints.append(_et_al(written))
        elif index == len(parts) - 1 and (tail := _ET_AL_TAIL.search(written)) is not None:
            others = True
            complaints.append(_et_al(tail[0].strip(" ,")))
            names.append(parse_name(written[: tail.start()], complaints))
        else:
            names.append(parse_name(written, complaints))
    return ReadNames(NameList(tuple(names), others), tuple(complaints))


def _et_al(written: str) -> Complaint:
    """The complaint about "et al." as a name."""
    return Complaint(rules.ET_AL, 0, f"“{written}” is written as a name.", "Write “and others”.")


def _split_and(text: str) -> list[str]:
    """The text cut at each `and` outside braces."""
    if "{" not in text:
        if " and " not in text and not _EDGE_AND.search(text):
            return [text]
        return re.split(r"\s+and(?=\s|$)|^and(?=\s)", text, flags=re.IGNORECASE)
    return _cut(text, re.compile(r"\s+and(?=\s|$)|^and(?=\s)", re.IGNORECASE))


def _cut(text: str, pattern: re.Pattern[str]) -> list[str]:
    """The text cut wherever the pattern matches outside braces."""
    spans = _depths(text)
    parts = []
    start = 0
    for match in pattern.finditer(text):
        if spans.at(match.start()) == 0:
            parts.append(text[start : match.start()])
            start = match.end()
    parts.append(text[start:])
    return parts


class _depths:  # noqa: N801 — reads as the function it is
    """How deep in braces an offset of a text stands; offsets are asked for in rising order."""

    def __init__(self, text: str) -> None:
        self._marks = _BRACES.finditer(text)
        self._next = next(self._marks, None)
        self._depth = 0

    def at(self, offset: int) -> int:
        """The depth at an offset."""
        while self._next is not None and self._next.start() < offset:
            self._depth = max(0, self._depth + {"{": 1, "}": -1}.get(self._next[0], 0))
            self._next = next(self._marks, None)
        return self._depth


def _wrongly_separated(text: str, complaints: list[Complaint]) -> list[str] | None:
    """The names of a list that has no `and`, if something else clearly separates them."""
    if "," not in text and ";" not in text and "&" not in text:
        return None
    if _EXTENDED.match(text):
        return None
    semicolons = _cut(text, re.compile(r"\s*;\s*|\s+\\?&\s+"))
    if len(semicolons) > 1:
        sign = ";" if ";" in text else "&"
        complaints.append(
            Complaint(rules.WRONG_SEPARATOR, 0, f"The names are separated by “{sign}”.", "Separate them by “and”.")
        )
        return [part for part in semicolons if part.strip()]
    commas = [part.strip() for part in _cut(text, re.compile(r"\s*[,，、]\s*"))]
    parts = _by_commas(commas)
    if parts is not None:
        complaints.append(
            Complaint(rules.COMMA_SEPARATED, 0, "The names look as if commas separated them.", "Separate them by “and”.")
        )
    return parts


def _by_commas(parts: list[str]) -> list[str] | None:
    """The names in a list cut at commas, if it is clear that commas separate names and not parts of one name."""
    if len(parts) < 3 or not all(parts):
        return None
    if len(parts) % 2 == 0 and all(_INITIALS.fullmatch(part) for part in parts[1::2]):
        return [f"{family}, {given}" for family, given in zip(parts[::2], parts[1::2], strict=True)]
    if all(" " in part for part in parts) or all(_HAN_ONLY.fullmatch(part) for part in parts):
        return parts
    return None


def parse_name(written: str, complaints: list[Complaint] | None = None) -> Name:
    """One name, in any of BibTeX's forms, BibLaTeX's extended form, or in Chinese order."""
    complaints = [] if complaints is None else complaints
    if written.startswith("{") and _braced_whole(written):
        return Name(literal=decode_plain(written[1:-1]))
    if "=" in written and (match := _EXTENDED.match(written)) is not None and match[2] in _NAME_PARTS:
        return _extended(written, complaints)
    if "," in written or "，" in written:
        return _with_commas(written, complaints)
    if not written.isascii() and _CJK.fullmatch(written):
        return _chinese(written)
    return _without_commas(_words(written))


def _braced_whole(text: str) -> bool:
    """Whether one pair of braces holds all of the text, and is no special character like `{\\'E}`."""
    if not text.endswith("}"):
        return False
    depth = 0
    for match in _BRACES.finditer(text):
        depth += {"{": 1, "}": -1}.get(match[0], 0)
        if depth == 0:
            return match.end() == len(text)
    return False


def _with_commas(written: str, complaints: list[Complaint]) -> Name:
    """`von Last, First` and `von Last, Jr, First`."""
    parts = [part.strip() for part in _cut(written, re.compile("[,，]"))]
    if len(parts) == 1:
        return _without_commas(_words(written))
    if len(parts) > 3:
        message = f"The name “{decode_plain(written)}” has {len(parts) - 1} commas."
        complaints.append(Complaint(rules.TOO_MANY_COMMAS, 0, message, "Write “von Last, Jr, First”."))
    family_words = _words(parts[0])
    suffix = parts[1] if len(parts) > 2 else ""
    given = " ".join(part for part in (parts[2:] if len(parts) > 2 else parts[1:]) if part)
    if not given and suffix:
        given, suffix = suffix, ""
    prefix_length = _prefix_length(family_words[:-1])
    name = Name(
        decode_plain(given),
        decode_plain(" ".join(family_words[prefix_length:])),
        decode_plain(" ".join(family_words[:prefix_length])),
        decode_plain(suffix),
    )
    if not suffix and name.given and _HAN_ONLY.fullmatch(name.family + name.given):
        return Name(name.given, name.family, literal=name.family + name.given)
    return name


def _without_commas(words: list[str]) -> Name:
    """`First von Last`."""
    first = next((index for index, word in enumerate(words[:-1]) if _is_lower(word)), None)
    if first is None:
        return Name(decode_plain(" ".join(words[:-1])), decode_plain(words[-1]) if words else "")
    prefix_length = _prefix_length(words[first:-1])
    last = first + prefix_length
    return Name(
        decode_plain(" ".join(words[:first])),
        decode_plain(" ".join(words[last:])),
        decode_plain(" ".join(words[first:last])),
    )


def _prefix_length(words: list[str]) -> int:
    """How many words the von part has: up to the last one in lower case."""
    return max((index + 1 for index, word in enumerate(words) if _is_lower(word)), default=0)


def _words(text: str) -> list[str]:
    """The words of a name, cut at blanks and ties outside braces."""
    if "{" not in text:
        return text.replace("~", " ").split()
    return [word for word in _cut(text, re.compile(r"[\s~]+")) if word]


def _is_lower(word: str) -> bool:
    """Whether a word is of the von part: its first letter outside braces, or in a `{\\special}`, is lower case.

    (BibTeXing, section 4, and the "von" rules of Tame the BeaST, 11.2.)
    """
    first = word[0]
    if first.isalpha():
        return first.islower()
    if first == "{" and not word.startswith("{\\"):
        rest = re.sub(r"^\{[^{}]*\}", "", word)
        return bool(rest) and rest != word and rest[0].isalpha() and rest[0].islower()
    letter = next((character for character in decode_plain(word) if character.isalpha()), "")
    return letter.islower()


def _extended(written: str, complaints: list[Complaint]) -> Name:
    """BibLaTeX's extended form: `given=Hans, family=Harman, prefix=von`."""
    values: dict[str, str] = {}
    for part in _cut(written, re.compile(",")):
        part_name, _, value = part.strip().strip('"').partition("=")
        part_name = part_name.strip().lower()
        if part_name in _NAME_PARTS:
            value = value.strip()
            values[part_name] = decode_plain(value[1:-1] if value.startswith('"') and value.endswith('"') else value)
        elif part_name:
            message = f"BibLaTeX knows no name part “{part_name}”."
            complaints.append(Complaint(rules.UNKNOWN_NAME_PART, 0, message, "Use given, family, prefix or suffix."))
    return Name(values.get("given", ""), values.get("family", ""), values.get("prefix", ""), values.get("suffix", ""))


def _chinese(written: str) -> Name:
    """A name in its own order: the family's name first, one character unless it is a known compound."""
    if not _HAN_ONLY.fullmatch(written):
        parts = written.split()
        return Name(" ".join(parts[1:]), parts[0], literal=written) if len(parts) > 1 else Name(family=written, literal=written)
    length = 2 if written[:2] in _COMPOUND_SURNAMES and len(written) > 2 else 1
    return Name(written[length:], written[:length], literal=written)
