"""One name: how its parts are told apart."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from paperatlas.bibliography import rules
from paperatlas.bibliography.latex.decode import decode_plain
from paperatlas.bibliography.model.braces import braces_hold_all, cut
from paperatlas.bibliography.model.complaints import Complaint, complaint
from paperatlas.bibliography.model.extended_names import is_extended, read_extended
from paperatlas.bibliography.model.group_names import COMPANY_FORMS, GROUP_WORDS, group_name, is_group
from paperatlas.bibliography.model.han_names import is_han, is_in_own_order, name_in_own_order
from paperatlas.bibliography.model.name import Name
from paperatlas.bibliography.model.name_forms import (
    initials_last,
    is_others,
    is_suffix,
    split_suffix,
    stands_for_nobody,
    without_marks,
)


class ParsedName(NamedTuple):
    """A name and what is wrong with it; offsets count from its beginning."""

    name: Name
    complaints: tuple[Complaint, ...] = ()
    stands_for_others: bool = False
    """Whether it is no name, but words for those who are not named: `et al.`."""


_BLANKS = re.compile(r"[\s~]+")
_TIE = re.compile(r"(?<!\\)~")
_BLANKS_BUT_ACCENTS = re.compile(r"(?:(?<!\\[cuvHkrbdt])\s|(?<!\\)~)+")
r"""A tie is a blank only where it is no accent: `Pi\~{n}a`. A blank that ends an accent is none: `Fran\c cois`."""
_COMMAS = re.compile(r"(?<!\\)[,，]")
_FIRST_GROUP = re.compile(r"\{[^{}]*\}")
_LETTERS = "A-Za-z\u00c0-\u024f'.-"
_SIMPLE = re.compile(
    rf"[{_LETTERS}]+, [{_LETTERS}]+(?: [{_LETTERS}]+)*|[A-Z][{_LETTERS}]*(?: [A-Z][{_LETTERS}]*)* [A-Z][{_LETTERS}]*"
)
"""The names that need no thought: `Family, Given M.` and `Given M. Family`."""
_JUNIOR = frozenset({"Jr", "Jr.", "Sr", "Sr."})
_NOT_SIMPLE = GROUP_WORDS | COMPANY_FORMS | {
    "Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV", "2nd", "3rd", "4th", "al", "al.", "Al", "Al.", "Author", "author",
}  # fmt: skip
"""Last words that need a thought: suffixes, `et al.`, groups."""
_TITLES = frozenset({"Dr", "Dr.", "Prof", "Prof.", "Professor"})
_NOT_SIMPLE_FIRST = _TITLES | {f"{word}," for word in GROUP_WORDS}
"""First words that need a thought: titles, groups."""
_DEGREES = ("Dipl.", "Ph.", "M.Sc.", "B.Sc.")
_PERSON = re.compile(
    rf"(?=[{_LETTERS}]*[a-z])[A-Z][{_LETTERS}]+(?:[ -][A-Z][{_LETTERS}]+)?"
    rf", (?:[A-Z]\.[ -]?){{0,3}}(?:[A-Z]\.|(?!(?:Inc|Ltd|LLC|Corp|Co|GmbH|AG|Jr|Sr|The|the)\b)[A-Z][a-z\u00c0-\u024f]+)"
    r"(?: (?:[A-Z]\.[ -]?)+)?"
)
"""A family name, a comma, and initials or one given name: a person in braces, but no firm (`Google, Inc.`)."""
_WORD = r"[^\W\d_a-z][^\W\d_A-Z]+(?:-[^\W\d_]+)?"
_MAY_BE_TWO = re.compile(rf"{_WORD} {_WORD}, {_WORD} {_WORD}")
_DOUBLE_FAMILY = re.compile(
    r"(?:A[bl]|Abu|Ben|Bin|D[aeiou]|De[ln]|Des|Dos|El|Ibn|L[aeo]|Las|Los|Ma?c|Saint|San|Santa|Ter?|V[ao]n|Vand?en|"
    r"Nguyen|Tran|Pham) |(?:\w+ )?[^\W\d_a-z]\w+[eaoi]z\b"
)
"""What family names of two words begin with: particles in capitals, Vietnamese names; Spanish ones end with `ez`."""
_INITIALS_ONLY = re.compile(r"(?:[^\W\d_]\.-?)+")
_HOMONYM = re.compile(r"\d{4}")
"""The number dblp puts after the name of one of several people of that name: `Wei Li 0001`."""
NOBODY = Name()
"""What is read where no name is."""


# 10,000 papers have at most some 34,000 names; at 400 bytes each, 25 MB when full.
@lru_cache(maxsize=1 << 16)
def parse_name(written: str) -> ParsedName:
    """Return one name, in any of BibTeX's forms, BibLaTeX's extended form, or in Chinese order."""
    if _SIMPLE.fullmatch(written) and _is_simple(written):
        family, comma, given = written.partition(", ")
        if not comma:
            given, _, family = written.rpartition(" ")
        return ParsedName(Name(given, family))
    if is_others(written):
        return ParsedName(NOBODY, stands_for_others=True)
    if stands_for_nobody(written):
        return ParsedName(NOBODY, (complaint(rules.EMPTY_NAME, 0, "nobody", len(written), name=written),))
    bare = without_marks(written)
    parsed = _parsed(bare)
    complaints = parsed.complaints
    if bare != written:
        marks = complaint(rules.MARK_IN_NAME, 0, "", len(written), name=decode_plain(bare), text=written[:80])
        complaints = (*complaints, marks._replace(edit=(0, written, bare) if bare else None))
    if not any(map(str.isalpha, parsed.name.display)) and parsed.name != NOBODY:
        nobody = complaint(rules.EMPTY_NAME, 0, "letters", len(written), name=decode_plain(written)[:40])
        return ParsedName(NOBODY, (*complaints, nobody))
    name = parsed.name
    if is_group(name):
        name = Name(literal=group_name(name))
        group = complaint(rules.GROUP_AS_PERSON, 0, "", len(written), name=name.literal)
        edit = (0, written, f"{{{name.literal}}}") if written.isascii() and "\\" not in written else None
        complaints = (*complaints, group._replace(edit=edit))
    return ParsedName(name, complaints)


def _is_simple(written: str) -> bool:
    """Return whether a name that looks simple is: without suffixes, titles, and signs that stand for others."""
    quoted = written[0] == "'" == written[-1]
    ends_with_initial = written[-1] == "." and "," not in written
    odd = quoted or ends_with_initial or "--" in written or "''" in written or ", Dr." in written
    if odd or written.rpartition(" ")[2] in _NOT_SIMPLE:
        return False
    return written.partition(" ")[0] not in _NOT_SIMPLE_FIRST and not ("." in written and written.startswith(_DEGREES))


def _parsed(written: str) -> ParsedName:
    """Return one name that is not of the simplest forms, and has no marks."""
    if written.startswith("{") and braces_hold_all(written):
        name = Name(literal=decode_plain(written[1:-1]))
        if "," not in name.literal or not is_person_in_braces(name.literal):
            return ParsedName(name)
        return ParsedName(name, (complaint(rules.PERSON_AS_GROUP, 0, "", len(written), name=name.literal[:80]),))
    if "=" in written and is_extended(written):
        return ParsedName(*read_extended(written))
    if "," in written or "，" in written:
        return _with_commas(written)
    if not written.isascii() and is_in_own_order(written):
        return ParsedName(name_in_own_order(written))
    return _without_commas(written)


def is_person_in_braces(name: str) -> bool:
    """Return whether the name of a group has the form of a person's: `Lovelace, Ada`, but not `Google, Inc.`."""
    return _PERSON.fullmatch(name) is not None


def _with_commas(written: str) -> ParsedName:
    """`von Last, First` and `von Last, Jr, First`; a suffix that stands elsewhere is one all the same."""
    parts = [part.strip() for part in cut(written, _COMMAS)]
    while parts and not parts[-1]:  # a comma at the end separates nothing
        parts.pop()
    if len(parts) < 2:
        return _without_commas(" ".join(parts))
    complaints: tuple[Complaint, ...] = ()
    if len(parts) > 3:
        complaints = (_too_many_commas(written, parts),)
    suffix, given = ("", parts[1]) if len(parts) == 2 else (parts[1], " ".join(part for part in parts[2:] if part))
    if not given:
        suffix, given = "", suffix
    if len(parts) == 2 and is_han(parts[0] + given):
        return ParsedName(Name(given, parts[0], literal=parts[0] + given))
    family, given, elsewhere = _misplaced_suffix(parts, given)
    if elsewhere and not given and len(_words(family)) > 1 and family[0].isupper() and not _DOUBLE_FAMILY.match(family):
        # `Martin Luther King, Jr.` is in the order of speech.
        return _without_commas(f"{family} {elsewhere}")
    if len(parts) == 2 and not elsewhere and _MAY_BE_TWO.fullmatch(written) and not _DOUBLE_FAMILY.match(written):
        complaints = (complaint(rules.MAY_BE_TWO, 0, "", len(written), name=written, family=family),)
    words = _words(family)
    length = _prefix_length(words[:-1])
    if elsewhere:
        return _with_suffix(written, given, words[length:], words[:length], elsewhere)
    return ParsedName(_decoded(given, words[length:], words[:length], suffix), complaints)


def _too_many_commas(written: str, parts: list[str]) -> Complaint:
    """Return the complaint of a name with more than two commas, with how it is written if it is one of several people.

    Parts that can be paired, `Kong, Zhifeng, Ping, Wei`, are most likely those.
    """
    pairs = [f"{family}, {given}" for family, given in zip(parts[::2], parts[1::2], strict=False)]
    people = "" if len(parts) % 2 or not all(parts) else decode_plain(" and ".join(pairs))
    variant, name = "people" if people else "", decode_plain(written)
    return complaint(rules.TOO_MANY_COMMAS, 0, variant, name=name, count=len(parts) - 1, people=people)


def _misplaced_suffix(parts: list[str], given: str) -> tuple[str, str, str]:
    """Return family and given name of a name cut at its commas without a suffix that stands in them, and the suffix."""
    family = parts[0]
    if len(parts) == 3 and is_suffix(given) and not is_suffix(parts[1]):
        return family, parts[1], given
    if len(parts) != 2:
        return family, given, ""
    if given in _JUNIOR:
        return family, "", given
    given, suffix = split_suffix(given)
    if not suffix:
        family, suffix = split_suffix(family)
    return family, given, suffix


def _without_commas(written: str) -> ParsedName:
    """`First von Last`."""
    words = _words(written)
    if len(words) > 2 and _HOMONYM.fullmatch(words[-1]):
        words = words[:-1]
    if len(words) > 1 and _INITIALS_ONLY.fullmatch(words[-1]) and (parts := initials_last(written)) is not None:
        problem = complaint(rules.INITIALS_LAST, 0, "", len(written), text=written[:80], name=parts.bibtex)
        return ParsedName(Name(parts.given, decode_plain(parts.family), "", parts.suffix), (problem,))
    # `Sammy Davis Jr.`: nobody's family is called so.
    suffix = words.pop() if len(words) > 2 and is_suffix(words[-1]) else ""
    first = next((index for index, word in enumerate(words[:-1]) if _is_lower(word)), len(words[:-1]))
    last = first + _prefix_length(words[first:-1])
    given = " ".join(words[:first])
    if suffix:
        return _with_suffix(written, given, words[last:], words[first:last], suffix)
    return ParsedName(_decoded(given, words[last:], words[first:last], ""))


def _with_suffix(written: str, given: str, family: list[str], prefix: list[str], suffix: str) -> ParsedName:
    """Return a name whose suffix stands where BibTeX takes it for a part of another."""
    mended = f"{' '.join((*prefix, *family))}, {suffix}, {given}" if given else ""
    problem = complaint(
        rules.MISPLACED_SUFFIX, 0, "", len(written), suffix=suffix, name=decode_plain(mended or written)
    )
    edit = (0, written, mended) if mended else None
    return ParsedName(_decoded(given, family, prefix, suffix), (problem._replace(edit=edit),))


def _decoded(given: str, family: list[str], prefix: list[str], suffix: str) -> Name:
    """Return the name of parts that are still LaTeX."""
    return Name(
        decode_plain(_TIE.sub(" ", given)),
        decode_plain(" ".join(family)),
        decode_plain(" ".join(prefix)) if prefix else "",
        decode_plain(suffix) if suffix else "",
    )


def _prefix_length(words: list[str]) -> int:
    """Return how many words the von part has: those in lower case that come first.

    So biber has it. BibTeX takes all up to the last word in lower case, and `Van de` of `Van de Graaff`.
    """
    return next((index for index, word in enumerate(words) if not _is_lower(word)), len(words))


def _words(text: str) -> list[str]:
    """Return the words of a name, cut at blanks and ties outside braces."""
    return [word for word in cut(text, _BLANKS_BUT_ACCENTS if "\\" in text else _BLANKS) if word]


def _is_lower(word: str) -> bool:
    r"""Return whether a word is of the von part: its first letter outside braces, or in a `{\special}`, is lower case.

    (The "von" rules of BibTeXing, section 4: a group without a backslash has no case.)
    """
    while word.startswith("{") and not word.startswith("{\\"):
        rest = _FIRST_GROUP.sub("", word, count=1)
        if rest == word:
            return False
        word = rest
    if word[:1].isalpha():
        return word[0].islower()
    letter = next((character for character in decode_plain(word) if character.isalpha()), "")
    return letter.islower()
