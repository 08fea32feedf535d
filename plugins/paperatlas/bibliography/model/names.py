"""Lists of names: split as BibTeX splits them, before any LaTeX in them is decoded."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from paperatlas.bibliography import rules
from paperatlas.bibliography.latex.spacing import collapse
from paperatlas.bibliography.model.braces import cut
from paperatlas.bibliography.model.complaints import Complaint, complaint
from paperatlas.bibliography.model.extended_names import is_option, useprefix_in
from paperatlas.bibliography.model.group_names import joined_groups, may_be_part_of_group
from paperatlas.bibliography.model.name import Name, NameList
from paperatlas.bibliography.model.name_forms import (
    all_initials_last,
    is_others,
    others_at_end,
)
from paperatlas.bibliography.model.name_separators import by_commas, by_foreign_ands, by_signs, may_be_several
from paperatlas.bibliography.model.parse_name import NOBODY, is_person_in_braces, parse_name

_AND = re.compile(r"\s+and(?=\s|$)|^and(?=\s|$)", re.IGNORECASE)
_FOR_GROUP = re.compile(r",?\s+(?P<word>for|on behalf of)\s+(?P<group>(?:the|The)\s+[^{}]+)\Z")
"""What stands between people and the group for which they write, on title pages of large experiments."""
_SEMICOLON = re.compile("[;；]")
_ENTITY = re.compile(r"&#?\w+;")
"""A character as HTML writes it, whose semicolon separates nothing."""
_FOREIGN_ANDS = (" und ", " et ", " och ", " og ", " и ", " with ", " y ", " e ")


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
    parts = _members(text, raw, complaints)
    others = _take_others(parts, raw, complaints)
    parts = _with_groups(parts, raw, complaints)
    # What is left of the value is mended as a whole, where it stands in one line.
    start = raw.find(text) if text in raw and not others else -1
    parts = _separated(parts, text, start, complaints, clear=others)
    parts = _joined(parts, raw, complaints)
    names: list[Name] = []
    useprefix: bool | None = None
    offset = 0
    for number, each in enumerate(parts, 1):
        part = each.strip()
        if "=" in part and is_option(part):
            useprefix = useprefix_in(part) if useprefix is None else useprefix
            continue
        parsed = parse_name(part)
        if parsed.stands_for_others:
            others = True
            if part != "others" or number < len(parts):
                complaints.append(_instead_of_others(part, raw))
            continue
        if parsed.complaints:
            found = raw.find(part, offset)
            offset = found if found >= 0 else max(0, raw.find(part.split(" ", 1)[0]))
            complaints += [_placed(each, offset, exact=found >= 0) for each in parsed.complaints]
        name = parsed.name
        if name.family or name != NOBODY:
            names.append(name)
        elif not parsed.complaints:
            complaints.append(Complaint(rules.EMPTY_NAME, 0))
    if others and not names and not complaints:
        complaints.append(complaint(rules.EMPTY_NAME, 0, "nobody", len(raw), name=text))
    listed = NameList(tuple(names), others and bool(names))
    return ReadNames(listed if useprefix is None else with_useprefix(listed, useprefix), tuple(complaints))


def _joined(parts: list[str], raw: str, complaints: list[Complaint]) -> list[str]:
    """Return the names of a list in which groups that have an `and` in their name are one, in braces."""
    if len(parts) < 2 or not any(map(may_be_part_of_group, parts)):
        return parts
    found: list[str] = []
    for name, is_joined in joined_groups(parts):
        if is_joined:
            offset = raw.find(name)
            problem = complaint(rules.GROUP_AS_PERSON, max(0, offset), "and", len(name), name=name[:80])
            edit = (offset, name, f"{{{name}}}") if offset >= 0 else None
            complaints.append(problem._replace(edit=edit))
        found.append(f"{{{name}}}" if is_joined else name)
    return found


def with_useprefix(names: NameList, useprefix: bool) -> NameList:
    """Return names with BibLaTeX's option for those with a prefix that do not set it themselves."""
    return NameList(
        tuple(
            replace(name, useprefix=useprefix) if name.prefix and name.useprefix is None else name
            for name in names.names
        ),
        names.others,
    )


def _placed(complaint: Complaint, offset: int, *, exact: bool) -> Complaint:
    """Return a complaint about a name, whose place in the value is known; its edit only where that is exact."""
    edit = complaint.edit
    moved = (edit[0] + offset, *edit[1:]) if edit is not None and exact else None
    return complaint._replace(offset=offset + complaint.offset, length=complaint.length if exact else 0, edit=moved)


def _take_others(parts: list[str], raw: str, complaints: list[Complaint]) -> bool:
    """Return whether the last part ends with words for those who are not named, which are taken off."""
    last = parts[-1]
    tail = others_at_end(last) if last.strip().lower() != "others" else None
    if tail is None or not tail.start():
        return False
    parts[-1] = last[: tail.start()]
    words = tail[0].strip(" ,;")
    complaints.append(complaint(rules.ET_AL, max(0, raw.rfind(words)), "", len(words), text=words))
    return True


def _with_groups(parts: list[str], raw: str, complaints: list[Complaint]) -> list[str]:
    """Return the members of a list, of which the last may be written for a group: `Doe, B. for the X Collaboration`."""
    match = _FOR_GROUP.search(parts[-1]) if " for " in parts[-1] or " behalf " in parts[-1] else None
    if match is None or not match.start():
        return parts
    complaints.append(complaint(rules.WRONG_SEPARATOR, max(0, raw.find(match["word"])), separator=match["word"]))
    return [*parts[:-1], parts[-1][: match.start()], f"{{{match['group']}}}"]


def _instead_of_others(part: str, raw: str) -> Complaint:
    """Return the problem of a name that is none: replaced where others are named, which `others` needs."""
    offset = max(0, raw.rfind(part))
    problem = complaint(rules.ET_AL, offset, "", len(part), text=part)
    return problem._replace(edit=(offset, part, "others")) if part not in (raw.strip(), "others") else problem


def _separated(parts: list[str], text: str, start: int, complaints: list[Complaint], *, clear: bool) -> list[str]:
    """Return the names of a list: those that something else than `and` separates, and those with initials last.

    It is `clear` that it is a list where others are not named: `Roe A et al`.

    The problem has an edit where the value `text` stands at `start` of the source, and there is no doubt.
    """
    by_semicolons = by_signs(parts[0], complaints) if len(parts) == 1 else _by_semicolons(parts, text, complaints)
    found = by_semicolons or parts
    listed = False
    may_be = [may_be_several(part) for part in found]
    if True in may_be:
        # Behind an ampersand stands the last of a list whose others have commas between them.
        fewest = 2 if by_semicolons and ";" not in text else 3
        only = sum("," in part for part in found) == 1
        several = [
            (part, by_commas(part, fewest, only=only) if may else None) for part, may in zip(found, may_be, strict=True)
        ]
        listed = any(names for _, names in several)
        found = [name for part, names in several for name in names or [part]]
    leader = next((name for name in found if not _is_in_braces(name)), "")
    end = leader[-1:]
    if listed or ((end == "." or end.isupper()) and "," not in leader):
        clear = clear or listed or by_semicolons is not None
        people = [name for name in found if not is_others(name) and not _is_in_braces(name)]
        initials = all_initials_last(people, clear=clear)
        if initials is not None:
            read = dict(zip(people, initials, strict=True))
            found = [read[name].bibtex if name in read else name if _is_in_braces(name) else "others" for name in found]
            if not clear:
                problem = complaint(rules.INITIALS_LAST, 0, "", 0, text=text[:80], name=" and ".join(found)[:80])
                complaints.append(_mended(problem, start, text, found))
    if listed:
        complaints.append(_mended(Complaint(rules.COMMA_SEPARATED, 0), start, text, found))
    return found


def _is_in_braces(name: str) -> bool:
    """Return whether a name is that of a group, which has no initials: `{SOFA working group}`."""
    return name.startswith("{") and name.endswith("}")


def _mended(problem: Complaint, start: int, text: str, names: list[str]) -> Complaint:
    """Return a problem of a whole list with its edit, if the list stands at `start`."""
    return problem if start < 0 else problem._replace(edit=(start, text, " and ".join(map(str.strip, names))))


def list_members(text: str) -> list[str]:
    """Return the text cut at each `and` outside braces, in any case.

    What makes that more than a cut is braces, capitals, and one `and` after another.
    """
    # A loop over the signs takes five times as long.
    odd = "{" in text or " And" in text or " AND" in text or "And " in text or "AND " in text or " and and " in text
    if not odd and text[:4] != "and " and text[-4:] != " and":
        return text.split(" and ")
    return [part.strip() for part in cut(text, _AND)]


def _members(text: str, raw: str, complaints: list[Complaint]) -> list[str]:
    """Return the members of a list, also of one in braces as a whole or with another language's word for `and`."""
    if ".and " in text:
        text = text.replace(".and ", ". and ")
        complaints.append(complaint(rules.WRONG_SEPARATOR, max(0, raw.find(".and ")) + 1, "and", 3))
    parts = list_members(text)
    if len(parts) == 1 and text[0] == "{" and " and " in text:
        parts = _in_braces(text, raw, complaints)
    if any(word in text for word in _FOREIGN_ANDS):
        parts = by_foreign_ands(parts, complaints)
    return parts


def _by_semicolons(parts: list[str], text: str, complaints: list[Complaint]) -> list[str] | None:
    """Return the names of a list that has semicolons besides `and`; None if it has none."""
    if not _SEMICOLON.search(text) or _ENTITY.search(text):
        return None
    return [name for part in parts for name in (_SEMICOLON.search(part) and by_signs(part, complaints)) or [part]]


def _in_braces(text: str, raw: str, complaints: list[Complaint]) -> list[str]:
    """Return the people of a list that stands in braces as a whole, `{Roe, Jane and Poe, Max}`; else the text."""
    people = text[1:-1].split(" and ")
    if not (text.endswith("}") and all(map(is_person_in_braces, people))):
        return [text]
    problem = complaint(rules.PERSON_AS_GROUP, 0, "list", len(text), name=text[1:-1][:80])
    complaints.append(problem._replace(edit=(0, text, text[1:-1])) if raw == text else problem)
    return people
