"""Names as services give them, most of them as they are displayed, in their parts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from paperatlas.bibliography import Name, NameList
from paperatlas.bibliography.model.name_forms import (
    all_initials_last,
    initials_last,
    is_others,
    is_suffix,
    split_suffix,
    without_marks,
)
from paperatlas.bibliography.model.names import read_names
from paperatlas.bibliography.model.parse_name import parse_name
from paperatlas.formats.plain_text import without_latex
from paperatlas.formats.records.record import Author

OTHERS = Author("others")
"""Those whom a source does not name; last in a list."""

_GROUP = re.compile(
    r"\b(?:Association|Authors?|Center|Centre|Collaborations?|Committee|Community|Consortia|Consortium|Contributors|"
    r"Council|Foundation|Group|Inc|Initiative|Institute|Investigators|Laboratory|Labs?|Network|Organi[sz]ation|"
    r"Partnership|Program(?:me)?|Project|Research|Society|Task Force|Team|University|Working Group|"
    r"协作组|团队|课题组)\b\.?(?:\s*\(.*\))?\Z|\s&\s|\A(?:The|Team)\s|\A(?:Deep|Open)\s?(?:AI|Mind)\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"(?:U\.?\s?S\.?\s+|National\s+|Federal\s+)?(?:Academy|Agency|Association|Board|Bureau|Cent(?:er|re)s?|College|Commission|"
    r"Committee|Council|Department|Directorate|Division|Faculty|Institutes?|Ministry|Office|School|University)\s+(?:of|for|on)\s",
    re.IGNORECASE,
)
"""How institutions begin in whose names a comma is none of a person: `Department of Health, Education, and Welfare`."""
_AND = re.compile(r"\s(?:and|&)\s")
_ASIDE = re.compile(r"\s*\([^()]*\)\Z")
_DROPPING = re.compile(r"(?:(?:van|von|vom|zu|zum|zur|und|de|du|des|del|della|di|da|dos|der|den|ter|ten|d['’]))+")
"""Particles that programs with two parts for a name put behind the given names: `Ludwig van`."""
_SHOUTED = re.compile(r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’-]{2,}(?:[ -][A-ZÀ-ÖØ-Þ'’-]{2,})*")


def displayed(name: str) -> Author | None:
    """Return a name as it is displayed (`Laurens van der Maaten`) in its parts; None if it is none (`:`).

    Particles are told by their small letters, groups by what they call themselves. That the last word is the family
    name is a guess where neither says more.
    """
    text = without_marks(without_latex(name)).strip(",;:* ")
    if _ASIDE.fullmatch(text):  # `(The DES Collaboration)`
        text = text.strip("() ")
    if not any(character.isalpha() for character in text):
        return None
    if is_others(text):
        return OTHERS
    text, suffix = split_suffix(text) if " " in split_suffix(text)[0] else (text, "")
    if " " not in text.replace(",", " ") or _GROUP.search(text):
        return Author(text)
    text = _ASIDE.sub("", text)
    return of_name(parse_name(text.replace("{", "").replace("}", "")).name, suffix)


def displayed_names(names: Iterable[str]) -> tuple[Author, ...]:
    """Return those of some names, as they are displayed, that are any; `Kovar N` in parts if all are written so."""
    texts = [text for name in names if (text := without_latex(name))]
    initials = all_initials_last([text for text in texts if not is_others(text)])
    if initials is None:
        return tuple(author for text in texts if (author := displayed(text)))
    others = (OTHERS,) if len(initials) < len(texts) else ()
    return (*(Author(*name) for name in initials), *others)


def parts(family: str, given: str, suffix: str = "", dropping: str = "") -> Author | None:
    """Return a name that the source gives in parts; None if it gives nothing.

    A suffix or particle in a part that is not for it (`Robert M., Sr.`, `Ludwig van`) is taken out.
    """
    family, given, suffix, dropping = (
        without_marks(without_latex(part)).strip(",; ") for part in (family, given, suffix, dropping)
    )
    if not family:
        return Author(given) if given else None
    if is_others(family) and not given:
        return OTHERS
    if given and not suffix:
        given, suffix = split_suffix(given)
    if given and not suffix:
        family, suffix = split_suffix(family)
    words = given.split()
    first = len(words)
    while first > 1 and _DROPPING.fullmatch(words[first - 1]):
        first -= 1
    if not dropping and first < len(words):
        given, dropping = " ".join(words[:first]), " ".join(words[first:])
    # Capitals behind a family name that has small letters are initials: `van Maris, AJA`.
    return Author(_calm(family), _calm(given) if _SHOUTED.fullmatch(family) else given, suffix, dropping)


def in_one_text(text: str) -> Author | None:
    """Return a name that the source gives as one text: `Family, Given, Suffix`, `Kovar N`, `Catia Barr`, a group."""
    if text.startswith("{") and text.endswith("}") and "{" not in text[1:-1]:
        return Author(without_latex(text[1:-1]))
    name = without_latex(text)
    if _OFFICE.match(name):
        return Author(name.rstrip(","))
    whole, _, last = name.rpartition(",")
    if is_suffix(last.strip()) and "," not in whole:  # `Sullivan MP, Jr`
        found = in_one_text(whole)
        return replace(found, suffix=last.strip()) if found and found.given else displayed(name)
    if "," in name:
        return parts(*(part.strip() for part in (*name.split(","), "", "")[:3]))
    initials = initials_last(name)
    return displayed(name) if initials is None else Author(*initials)


def all_in_one_text(text: str) -> tuple[Author | None, ...]:
    """Return the names that a source gives as one text, which is one name, or several: `Roe, J. and Doe, K.`.

    They are several only if each has parts of its own and is no group; what else has an `and` in it is one group.
    """
    name = without_latex(text)
    joined = _AND.search(name) is not None
    if not (joined or "," in name) or _OFFICE.match(name) or text.startswith("{"):
        return (in_one_text(text),)
    read = read_names(name).names
    people = [each for each in read.names if each.given and each.family and not _GROUP.search(each.display)]
    if len(people) == len(read.names) > 1:
        return of_names(read)
    return (Author(name) if joined else in_one_text(text),)


def named(found: Iterable[Author | None]) -> tuple[Author, ...]:
    """Return the names that are any. `others` means those who are not named only where it ends the list."""
    names = [name for name in found if name]
    return (*(name for name in names[:-1] if name != OTHERS), *names[-1:])


def of_names(names: NameList) -> tuple[Author, ...]:
    """Return what the reader of .bib files made of a list of names."""
    return (*map(of_name, names.names), *([OTHERS] if names.others else []))


def of_name(name: Name, suffix: str = "") -> Author:
    """Return what the reader of .bib files made of a name."""
    if name.literal and not name.given:
        return Author(name.literal)
    if name.useprefix is False and name.family:
        return Author(name.family, name.given, name.suffix or suffix, name.prefix)
    family = name.full_family
    return Author(family, name.given, name.suffix or suffix) if family else Author(name.given)


def _calm(part: str) -> str:
    """Return a part of a name that is set in capitals, as it would be written; short ones may be initials."""
    if not _SHOUTED.fullmatch(part):
        return part
    return re.sub(r"[^\W\d_]+", lambda match: match[0][0] + match[0][1:].lower(), part)
