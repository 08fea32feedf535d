"""Lists of names: split as BibTeX splits them, before any LaTeX in them is decoded."""

from __future__ import annotations

import re
from typing import NamedTuple

from paperatlas.bibliography import rules
from paperatlas.bibliography.complaints import Complaint
from paperatlas.bibliography.name import Name, NameList, ParsedName, cut, is_extended, is_han, parse_name
from paperatlas.bibliography.spacing import collapse

_AND = re.compile(r"\s+and(?=\s|$)|^and(?=\s|$)", re.IGNORECASE)
_ET_AL = re.compile(r"\{?et\.?\s+al\.?\}?|\{?u\.\s?a\.\}?|等", re.IGNORECASE)
_ET_AL_TAIL = re.compile(r",?\s+et\.?\s+al\.?$", re.IGNORECASE)
_SEMICOLON = re.compile(r"\s*;\s*|\s+\\?&\s+")
_COMMA = re.compile(r"\s*[,，、]\s*")
_INITIALS = re.compile(r"(?:[^\W\d_a-z]{1,3}|(?:[^\W\d_]\.[\s~-]?)+)")


class ReadNames(NamedTuple):
    """What a name field was read as, and what is wrong with it; offsets count from the value's start."""

    names: NameList
    complaints: tuple[Complaint, ...] = ()


def read_names(raw: str) -> ReadNames:
    """The names in a field's value."""
    text = collapse(raw)
    if not text:
        return ReadNames(NameList())
    complaints: list[Complaint] = []
    parts = cut(text, _AND) if "and" in text.lower() else [text]
    if len(parts) == 1:
        parts = _wrongly_separated(text, complaints) or parts
    others = False
    names: list[Name] = []
    at = 0
    for index, part in enumerate(parts):
        written = part.strip()
        at = max(at, raw.find(written[:20], at))
        last = index == len(parts) - 1
        if last and written.lower() == "others":
            others = True
        elif last and (tail := _ET_AL.fullmatch(written) or _ET_AL_TAIL.search(written)) is not None:
            others = True
            said = tail[0].strip(" ,")
            complaints.append(Complaint(rules.ET_AL, at, f"“{said}” is written as a name.", "Write “and others”."))
            if tail.start():
                names.append(_parsed(written[: tail.start()], at, complaints))
        elif written:
            names.append(_parsed(written, at, complaints))
        else:
            complaints.append(Complaint(rules.EMPTY_NAME, at, "A name in this list is empty.", "Remove one “and”."))
    return ReadNames(NameList(tuple(names), others), tuple(complaints))


def _parsed(written: str, offset: int, complaints: list[Complaint]) -> Name:
    """One name; what is wrong with it goes to the complaints."""
    parsed: ParsedName = parse_name(written)
    complaints += [each._replace(offset=offset + each.offset) for each in parsed.complaints]
    return parsed.name


def _wrongly_separated(text: str, complaints: list[Complaint]) -> list[str] | None:
    """The names of a list that has no `and`, if something else clearly separates them."""
    if not any(sign in text for sign in ",;&，、") or is_extended(text):
        return None
    parts = [part for part in cut(text, _SEMICOLON) if part.strip()]
    if len(parts) > 1:
        message = f"The names are separated by “{';' if ';' in text else '&'}”."
        complaints.append(Complaint(rules.WRONG_SEPARATOR, 0, message, "Separate them by “and”."))
        return parts
    names = _by_commas([part.strip() for part in cut(text, _COMMA)])
    if names is not None:
        message = "The names look as if commas separated them."
        complaints.append(Complaint(rules.COMMA_SEPARATED, 0, message, "Separate them by “and”."))
    return names


def _by_commas(parts: list[str]) -> list[str] | None:
    """The names in a list cut at commas, if it is clear that commas separate names and not parts of one name.

    Clear are `Smith, J., Doe, K.` (every second part is initials), three or more parts that each have
    several words, and Chinese names.
    """
    if len(parts) > 1 and all(is_han(part) and len(part) > 1 for part in parts):
        return parts
    if len(parts) < 3 or not all(parts):
        return None
    if len(parts) % 2 == 0 and all(_INITIALS.fullmatch(part) for part in parts[1::2]):
        return [f"{family}, {given}" for family, given in zip(parts[::2], parts[1::2], strict=True)]
    return parts if all(" " in part for part in parts) else None
