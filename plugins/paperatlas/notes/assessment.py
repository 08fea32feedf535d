"""How far a direction has come, as somebody judged it at some time: `status`, `now` and `then` of a note."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, get_args

from paperatlas.diagnostics.problem import Problem
from paperatlas.notes.front_matter import FrontMatter
from paperatlas.notes.rules import UNKNOWN_STATUS, WRONG_TYPE
from paperatlas.notes.values import read_value, unknown_fields
from paperatlas.text.suggestions import nearest

Status = Literal["early", "rising", "hot", "maturing"]
STATUSES: tuple[Status, ...] = get_args(Status)

MONTH = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])")
ANCHOR = re.compile(r"#?[^\s#]+")
"""The id of a heading; the `#` may be left out, because YAML takes ` #` for the beginning of a comment."""

NOW_FIELDS = ("as_of", "by", "reason", "see")
"""What `now` may say of the status of the note."""
THEN_FIELDS = ("status", *NOW_FIELDS)
"""What `then` may say: it has a status of its own."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """A dated judgement of how far a direction has come.

    `as_of` is a month, `2026-11`. `by` says whose judgement it is, and is empty for that of the note's authors. `see`
    is the id of the heading in the note below which the judgement is argued; empty if nobody says.
    """

    status: Status
    as_of: str
    by: str
    reason: str
    see: str


def read_status(matter: FrontMatter, problems: list[Problem]) -> Status | None:
    """Return the status of the note."""
    return _known_status(matter, ("status",), matter.values.get("status"), problems)


def read_now(matter: FrontMatter, status: Status | None, problems: list[Problem]) -> Assessment | None:
    """Return since when the note's `status` holds, and why."""
    values = read_value(matter, ("now",), dict, None, problems)
    if values is None:
        return None
    if matter.values.get("status") is None:
        problems.append(_without_status(matter, "now"))
    return _assessment(matter, "now", status, NOW_FIELDS, problems)


def read_then(matter: FrontMatter, problems: list[Problem]) -> Assessment | None:
    """Return the earlier judgement that the note sets beside that of now."""
    values = read_value(matter, ("then",), dict, None, problems)
    if values is None:
        return None
    if values.get("status") is None:
        problems.append(_without_status(matter, "then"))
    status = _known_status(matter, ("then", "status"), values.get("status"), problems)
    return _assessment(matter, "then", status, THEN_FIELDS, problems)


def _known_status(matter: FrontMatter, path: tuple[str, ...], value: object, problems: list[Problem]) -> Status | None:
    for status in STATUSES:
        if value == status:
            return status
    if value is not None:
        near = nearest(str(value), STATUSES)
        known = ", ".join(STATUSES)
        problems.append(UNKNOWN_STATUS.at(matter.span(*path), status=str(value), known=known, near=near))
    return None


def _without_status(matter: FrontMatter, name: str) -> Problem:
    return UNKNOWN_STATUS.at(matter.span(name), "none", name=name, known=", ".join(STATUSES))


def _assessment(
    matter: FrontMatter, name: str, status: Status | None, fields: tuple[str, ...], problems: list[Problem]
) -> Assessment | None:
    """Return the judgement that the mapping `name` states; none without a status or a month."""
    problems += unknown_fields(matter, (name,), matter.values[name], fields, f"`{name}`")
    as_of = _text(matter, name, "as_of", MONTH, problems)
    if matter.values[name].get("as_of") is None:
        problems.append(WRONG_TYPE.at(matter.span(name), "month", name="as_of", value="missing"))
    see = _text(matter, name, "see", ANCHOR, problems).removeprefix("#")
    by = read_value(matter, (name, "by"), str, "", problems)
    reason = read_value(matter, (name, "reason"), str, "", problems)
    return Assessment(status, as_of, by, reason, see) if status and as_of else None


def _text(matter: FrontMatter, name: str, field: str, form: re.Pattern[str], problems: list[Problem]) -> str:
    """Return a text of the given form; empty if it is absent or, which is a problem, has another form."""
    value = matter.values[name].get(field)
    if value is None or (isinstance(value, str) and form.fullmatch(value)):
        return value or ""
    variant = "month" if form is MONTH else "anchor"
    problems.append(WRONG_TYPE.at(matter.span(name, field), variant, name=field, value=repr(str(value))))
    return ""
