"""What people put between names instead of `and`: semicolons, commas, signs, blanks, words of other languages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from paperatlas.bibliography import rules
from paperatlas.bibliography.model.braces import cut
from paperatlas.bibliography.model.complaints import complaint
from paperatlas.bibliography.model.extended_names import is_extended
from paperatlas.bibliography.model.given_names import is_given_name
from paperatlas.bibliography.model.han_names import are_several_people, is_family_and_given, is_han
from paperatlas.bibliography.model.name_forms import all_initials_last, initials_last, split_suffix

if TYPE_CHECKING:
    from paperatlas.bibliography.model.complaints import Complaint

_SIGN = re.compile(r"\s*(?:[;；|]|\\and(?![A-Za-z]))\s*|\s+(?:\\?&|[和与/+·•∙])\s+")
_SIGNS = (";", "；", "&", "和", "与", "|", " / ", " + ", "\\and", " · ", " • ", " ∙ ")
_LOOSE_SIGN = re.compile(r"\s+(?:-{1,3}|[–—])\s+|\s*\\\\\s*|(?<=[\w.])/(?=[^\W\d_a-z])")
"""Dashes, line breaks and close slashes, which part names only where each part is a whole one: `Roe, A./Doe, B.`"""
_LOOSE_SIGNS = ("\\\\", " -- ", " --- ", " – ", " — ", " - ", "/")
_COMMA = re.compile(r"\s*(?<!\\)[,，、]\s*")
_SEVERAL_IN_BRACES = re.compile(r"\{([^{};,]+,[^{};]*;[^{}]*)\}((?:\s*,[^{};,]*)?)")
_INITIALS = re.compile(r"(?:[^\W\d_a-z]{1,3}|[^\W\d_a-z]-[^\W\d_]\.?|(?:[^\W\d_]\.[\s~-]?)+)")
_INITIALS_FIRST = re.compile(r"(?:[^\W\d_a-z]\.[\s~-]?)+[^\W\d_]{2}[^\s,.]*(?:[\s~][^\W\d_]{2}[^\s,.]*)*")
_INITIAL = re.compile(r"(?:[^\W\d_a-z]\.-?)+")
_PARTICLES = (" vom", " von", " zu", " van", " de")
_FOREIGN_AND = re.compile(r"\s+(?:und|et|och|og|и|with)\s+(?=[^\W\d_a-z]|\{|\\)")
"""`and` in German, French, Swedish, Danish, Norwegian, Russian, and the `with` of title pages."""
_SOUTHERN_AND = re.compile(r"\s+[ye]\s+(?=[^\W\d_a-z]|\{|\\)")
"""`and` in Spanish, Portuguese, Italian, and a part of many a name: `Ortega y Gasset`."""


def by_foreign_ands(parts: list[str], complaints: list[Complaint]) -> list[str]:
    """Return the parts of a list, cut where another language's word for `and` stands between two whole names."""
    found: list[str] = []
    for part in parts:
        names = cut(part, _FOREIGN_AND)
        word = _FOREIGN_AND.search(part)
        if word is None:
            names = cut(part, _SOUTHERN_AND)
            word = _SOUTHERN_AND.search(part)
            certain = len(names) > 1 and _are_people(names)
        else:
            certain = all(" " in name and not name.endswith(_PARTICLES) for name in names)
        if word is not None and len(names) > 1 and certain:
            complaints.append(complaint(rules.WRONG_SEPARATOR, 0, separator=word[0].strip()))
            found += names
        else:
            found.append(part)
    return found


def _are_people(names: list[str]) -> bool:
    """Return whether what `y` parts are names of people: all `Family, Given`, or each begins with a given name."""
    return all("," in name for name in names) or all(" " in name and is_given_name(name.split()[0]) for name in names)


def by_signs(text: str, complaints: list[Complaint]) -> list[str] | None:
    """Return the names of a list that has semicolons, `&` or the like for `and`; None if it has none."""
    sign = next((sign for sign in _SIGNS if sign in text), None)
    loose = next((sign for sign in _LOOSE_SIGNS if sign in text), None)
    if sign is None and not text.isascii() and are_several_people(apart := text.split()):
        complaints.append(complaint(rules.WRONG_SEPARATOR, 0, "blanks"))
        return apart
    if (sign is None and loose is None) or is_extended(text):
        return None
    # Mendeley puts braces around what it takes for one family name: `{Roe, Jane; Doe}, John`.
    in_braces = _SEVERAL_IN_BRACES.fullmatch(text) if sign is not None else None
    bare = f"{in_braces[1]}{in_braces[2]}" if in_braces else text
    parts = [part for part in cut(bare, _SIGN) if part.strip()] if sign is not None else []
    if len(parts) < 2 and loose is not None:
        sign, parts = loose, cut(text, _LOOSE_SIGN)
        if not (all("," in part for part in parts) or all(" " in part and "," not in part for part in parts)):
            return None
    if len(parts) < 2 or sign is None:
        return None
    complaints.append(complaint(rules.WRONG_SEPARATOR, 0, separator=sign.strip()))
    return [_in_order(part) for part in parts] if any("," in part for part in parts) else parts


def _in_order(part: str) -> str:
    """Return a name as BibTeX has it, that may end with its initials: `Koenig T` beside `Doe, B`."""
    initials = initials_last(part) if "," not in part else None
    return initials.bibtex if initials else part


def may_be_several(text: str) -> bool:
    """Return whether commas can separate names in a text: of most, `Family, Given`, a glance tells that they do not."""
    family, comma, rest = text.partition(",")
    if not comma:
        return not text.isascii() and ("，" in text or "、" in text)
    return " " in family or "," in rest or "." in family or (not family.isascii() and is_han(family))


def by_commas(text: str, fewest: int, *, only: bool = True) -> list[str] | None:
    """Return the names in a text cut at commas, if it is clear that commas separate names and not parts of one name.

    Clear are `Smith, J., Doe, K.` (every second part is initials), `Smith J, Doe K`, `J. Smith, K. Doe`, `Ann Roe, Bo
    Doe` (both begin with a given name), Chinese names (but not `亀山, 郁夫`), and `fewest` parts of several words; two
    where a comma ends the text, as before the last `and` of a list. `Ann Roe, Bo Doe` is clear where it is the `only`
    member of its list with a comma: else all are `Family, Given`.
    """
    if is_extended(text):
        return None
    parts = [part.strip() for part in cut(text, _COMMA)]
    while parts and not parts[-1]:
        parts.pop()
        fewest = 2
    if len(parts) < 2 or not all(parts):
        return None
    if all(is_han(part) and len(part) > 1 for part in parts):
        return None if is_family_and_given(parts) and "," in text else parts
    if all_initials_last(parts, clear=True) or all(map(_INITIALS_FIRST.fullmatch, parts)):
        return parts
    if len(parts) < fewest:
        return parts if only and _are_two_people(*parts) else None
    if len(parts) % 2 == 0 and all(map(_INITIALS.fullmatch, parts[1::2])) and min(map(len, parts[::2])) > 1:
        return [f"{family}, {given}" for family, given in zip(parts[::2], parts[1::2], strict=True)]
    return parts if all(" " in part and not split_suffix(part)[1] for part in parts) else None


def _are_two_people(first: str, second: str = "", *more: str) -> bool:
    """Return whether two texts with a comma between them are two people, `Ann Roe, Bo Doe`, and not one.

    A family name neither begins with an initial or a given name, nor has an initial inside.
    """
    names, others = first.split(), second.split()
    if more or len(names) < 2 or len(others) < 2 or _INITIAL.fullmatch(others[-1]) or split_suffix(second)[1]:
        return False
    if names[-1].islower() or others[-1].islower():
        return False
    if any(map(_INITIAL.fullmatch, names[:-1])) and not _INITIAL.fullmatch(names[-1]):
        return True
    return (
        is_given_name(names[0])
        and not is_given_name(names[-1])
        and (is_given_name(others[0]) or _INITIAL.fullmatch(others[0]) is not None)
    )
