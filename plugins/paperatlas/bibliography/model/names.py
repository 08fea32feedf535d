"""Lists of names: split as BibTeX splits them, before any LaTeX in them is decoded."""

from __future__ import annotations

import re
from typing import NamedTuple

from paperatlas.bibliography import rules
from paperatlas.bibliography.latex.spacing import collapse
from paperatlas.bibliography.model.complaints import Complaint, complaint
from paperatlas.bibliography.model.name import Name, NameList, cut, is_extended, is_han, is_option, parse_name

_AND = re.compile(r"\s+and(?=\s|$)|^and(?=\s|$)", re.IGNORECASE)
_ODD_ANDS = ("{", " And", " AND", "And ", "AND ", " and and ")
"""What makes cutting at `and` more than that: braces, capitals, one `and` after another."""
_ET_AL = re.compile(r"^\s*\{?et\.?\s+al\.?\}?$|^\s*\{?u\.\s?a\.\}?$|^\s*等$|,?\s+et\.?\s+al\.?$", re.IGNORECASE)
_ET_AL_ENDS = frozenset(".lL}等")
_SEMICOLON = re.compile(r"\s*[;；]\s*|\s+\\?&\s+")
_COMMA = re.compile(r"\s*[,，、]\s*")
_FAMILY_INITIALS = re.compile(r"[^\W\d_]{2}.* [A-Z]{1,3}")
_INITIALS = re.compile(r"(?:[^\W\d_a-z]{1,3}|(?:[^\W\d_]\.[\s~-]?)+)")


_NOBODY = Name()


class ReadNames(NamedTuple):
    """What a name field was read as, and what is wrong with it; offsets count from the value's start."""

    names: NameList
    complaints: tuple[Complaint, ...] = ()


def read_names(raw: str) -> ReadNames:
    """Return the names in a field's value."""
    text = collapse(raw)
    if not text:
        return ReadNames(NameList())
    complaints: list[Complaint] = []
    parts = _split_at_and(text)
    if len(parts) == 1:
        parts = _wrongly_separated(text, complaints) or parts
    others = parts[-1].strip().lower() == "others"
    if others:
        parts.pop()
    elif parts[-1][-1:] in _ET_AL_ENDS and (tail := _ET_AL.search(parts[-1])) is not None:
        others = True
        et_al = tail[0].strip(" ,")
        parts[-1:] = [parts[-1][: tail.start()]] if tail.start() else []
        offset = max(0, raw.rfind(et_al))
        noted = complaint(rules.ET_AL, offset, "", len(et_al), text=et_al)
        # As a name of its own it is replaced; behind another, a comma or a missing `and` is for a person to mend.
        alone = bool(parts) and not tail.start()
        complaints.append(noted._replace(edit=(offset, et_al, "others")) if alone else noted)
    names: list[Name] = []
    for part in parts:
        if "=" in part and is_option(part):
            continue
        parsed = parse_name(part.strip())
        if parsed.complaints:
            offset = max(0, raw.find(part.strip().split(" ", 1)[0]))
            complaints += [each._replace(offset=offset + each.offset) for each in parsed.complaints]
        if parsed.name != _NOBODY:
            names.append(parsed.name)
        elif not parsed.complaints:
            complaints.append(Complaint(rules.EMPTY_NAME, 0))
    return ReadNames(NameList(tuple(names), others), tuple(complaints))


def _split_at_and(text: str) -> list[str]:
    """Return the text cut at each `and` outside braces, in any case."""
    plain = not any(sign in text for sign in _ODD_ANDS)
    return text.split(" and ") if plain and text[:4] != "and " and text[-4:] != " and" else cut(text, _AND)


def _wrongly_separated(text: str, complaints: list[Complaint]) -> list[str] | None:
    """Return the names of a list that has no `and`, if something else clearly separates them."""
    if not any(sign in text for sign in ",;&，；、") or is_extended(text):
        return None
    parts = [part for part in cut(text, _SEMICOLON) if part.strip()]
    if len(parts) > 1:
        complaints.append(complaint(rules.WRONG_SEPARATOR, 0, separator=";" if ";" in text else "&"))
        return parts
    names = _by_commas([part.strip() for part in cut(text, _COMMA)])
    if names is not None:
        complaints.append(Complaint(rules.COMMA_SEPARATED, 0))
    return names


def _by_commas(parts: list[str]) -> list[str] | None:
    """Return the names in a list cut at commas, if it is clear that commas separate names and not parts of one name.

    Clear are `Smith, J., Doe, K.` (every second part is initials), `Smith J, Doe K, Roe R`, three or more parts
    that each have several words, and Chinese names.
    """
    if len(parts) > 1 and all(is_han(part) and len(part) > 1 for part in parts):
        return parts
    if len(parts) < 3 or not all(parts):
        return None
    if len(parts) % 2 == 0 and all(_INITIALS.fullmatch(part) for part in parts[1::2]):
        return [f"{family}, {given}" for family, given in zip(parts[::2], parts[1::2], strict=True)]
    if all(_FAMILY_INITIALS.fullmatch(part) for part in parts):
        return [", ".join(part.rsplit(" ", 1)) for part in parts]
    return parts if all(" " in part for part in parts) else None
