"""Names as services give them, most of them as they are displayed, in their parts."""

from __future__ import annotations

import re
from collections.abc import Iterable

from paperatlas.bibliography import Name, NameList
from paperatlas.bibliography.model.name import parse_name
from paperatlas.formats.plain_text import tidy
from paperatlas.formats.records.record import Author

OTHERS = Author("others")
"""Those whom a source does not name; last in a list."""

_SUFFIX = re.compile(r",?\s+(Jr\.?|Sr\.?|II|III|IV)\s*\Z")
_GROUP = re.compile(
    r"\b(?:Association|Authors?|Center|Centre|Collaborations?|Committee|Community|Consortia|Consortium|Contributors|"
    r"Council|Foundation|Group|Inc|Initiative|Institute|Investigators|Laboratory|Labs?|Network|Organi[sz]ation|"
    r"Partnership|Program(?:me)?|Project|Research|Society|Task Force|Team|University|Working Group|"
    r"协作组|团队|课题组)\b\.?(?:\s*\(.*\))?\Z|\A(?:The|Team)\s|\A(?:Deep|Open)\s?(?:AI|Mind)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s*\([^()]*\)\Z")
_LATER = re.compile(r"\A(?:et\.?\s*al\.?|and others|others|\(?\d+ additional authors.*)\Z", re.IGNORECASE)
_SHOUTED = re.compile(r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’-]{2,}(?:[ -][A-ZÀ-ÖØ-Þ'’-]{2,})*")


def displayed(name: str) -> Author | None:
    """Return a name as it is displayed (`Laurens van der Maaten`) in its parts; None if it is none (`:`).

    Particles are told by their small letters, groups by what they call themselves. That the last word is the family
    name is a guess where neither says more.
    """
    text = tidy(name).strip(",;:* ")
    if not any(character.isalpha() for character in text):
        return None
    if _LATER.fullmatch(text):
        return OTHERS
    suffix = _SUFFIX.search(text)
    if suffix and " " in text[: suffix.start()].strip():
        text = text[: suffix.start()]
    if " " not in text.replace(",", " ") or _GROUP.search(text):
        return Author(text)
    text = _ASIDE.sub("", text)
    return of_name(parse_name(text.replace("{", "").replace("}", "")).name, suffix[1] if suffix else "")


def displayed_names(names: Iterable[str]) -> tuple[Author, ...]:
    """Return those of some names, as they are displayed, that are any."""
    return tuple(author for name in names if (author := displayed(name)))


def parts(family: str, given: str, suffix: str = "") -> Author | None:
    """Return a name that the source gives in parts; None if it gives nothing."""
    family, given, suffix = (tidy(part).strip(",; ") for part in (family, given, suffix))
    if not family:
        return Author(given) if given else None
    if _LATER.fullmatch(family) and not given:
        return OTHERS
    return Author(_calm(family), given if not _SHOUTED.fullmatch(given) else _calm(given), suffix)


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
    family = f"{name.prefix} {name.family}".strip()
    return Author(family, name.given, name.suffix or suffix) if family else Author(name.given)


def _calm(part: str) -> str:
    """Return a part of a name that is set in capitals, as it would be written; short ones may be initials."""
    if not _SHOUTED.fullmatch(part):
        return part
    return re.sub(r"[^\W\d_]+", lambda match: match[0][0] + match[0][1:].lower(), part)
