"""The note of a research direction: what its front matter says of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Literal, get_args

from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.notes.body import read_body
from paperatlas.notes.citations.find import CitationCluster
from paperatlas.notes.citations.replace import replace_citations
from paperatlas.notes.document import Document
from paperatlas.notes.front_matter import FrontMatter
from paperatlas.notes.rules import BAD_GROUP, MISSING_TITLE, STRAY_NOTE, UNKNOWN_FIELD, UNKNOWN_STATUS, WRONG_TYPE
from paperatlas.text.suggestions import nearest

Status = Literal["early", "rising", "hot", "maturing"]
STATUSES: tuple[Status, ...] = get_args(Status)

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""What names a direction or a group in addresses and keywords."""

Column = Literal["first_public", "venue", "change", "builds_on", "code"]
COLUMNS: tuple[Column, ...] = get_args(Column)
"""What a table that compares methods can say of each, in its usual order."""

GROUP_FIELDS = ("slug", "title", "summary", "columns")
"""What the front matter may say of a group."""

NO_DIRECTIONS = frozenset({"index", "README"})
"""The names of files beside the notes that are no directions."""


@dataclass(frozen=True, slots=True)
class GroupNote:
    """A heading inside a direction; papers join it by `keywords = {direction/group}`.

    `columns` are those of the table that compares its papers, in their order; without any it has all.
    """

    slug: str
    title: str
    summary: str
    columns: tuple[Column, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class DirectionNote:
    """A direction as its note describes it.

    `order` sorts the directions on the home page, unnumbered ones last; `related` names other
    directions by their slugs, and `aliases` former slugs of this one, each with its place.
    """

    slug: str
    title: str
    summary: str
    status: Status | None
    order: float
    groups: tuple[GroupNote, ...]
    related: tuple[tuple[str, Span], ...]
    aliases: tuple[tuple[str, Span], ...]
    document: Document

    @property
    def span(self) -> Span:
        """Return the head of the note."""
        return self.document.front_matter.span()


def read_direction(document: Document) -> tuple[DirectionNote, list[Problem]]:
    """Read the direction that `document` describes; its slug is the file's name."""
    matter = document.front_matter
    problems: list[Problem] = []
    slug = PurePosixPath(document.source).stem
    title = document.title
    if "@" in title:
        # A direction is named in many places, where a citation of its note says nothing.
        title = replace_citations(title, read_body(title).clusters, _without_brackets).strip()
    if not title:
        title = slug
        problems.append(MISSING_TITLE.at(matter.span(), slug=slug))
    note = DirectionNote(
        slug=slug,
        title=title,
        summary=_value(matter, ("summary",), str, "", problems),
        status=_status(matter, problems),
        order=_value(matter, ("order",), (int, float), float("inf"), problems),
        groups=_groups(matter, problems),
        related=_names(matter, "related", problems),
        aliases=_names(matter, "aliases", problems),
        document=document,
    )
    return note, problems


def stray_note(document: Document, folder: str) -> Problem | None:
    """Return the problem of a page that seems to be meant as a direction, for which it would have to be in `folder`.

    Its groups tell that, and a status that no theme has.
    """
    matter = document.front_matter
    groups = matter.values.get("groups")
    if isinstance(groups, list) and any(isinstance(group, dict) and "slug" in group for group in groups):
        field = "groups"
    elif matter.values.get("status") in STATUSES:
        field = "status"
    else:
        return None
    return STRAY_NOTE.at(matter.span(field), field=field, folder=folder)


def _names(matter: FrontMatter, field: str, problems: list[Problem]) -> tuple[tuple[str, Span], ...]:
    """Return the names that a field of the front matter lists, each with its place."""
    return tuple(
        (name, matter.span(field, index))
        for index, name in enumerate(_value(matter, (field,), list, [], problems))
        if _is(name, str, matter.span(field, index), field, problems)
    )


def _without_brackets(cluster: CitationCluster) -> str | None:
    return None if cluster.narrative else ""


def _status(matter: FrontMatter, problems: list[Problem]) -> Status | None:
    value = matter.values.get("status")
    if value is None or value in STATUSES:
        return value
    arguments = {"status": str(value), "known": ", ".join(STATUSES)}
    near = nearest(str(value), STATUSES)
    problems.append(UNKNOWN_STATUS.at(matter.span("status"), **arguments, near=near))
    return None


def _groups(matter: FrontMatter, problems: list[Problem]) -> tuple[GroupNote, ...]:
    groups: dict[str, GroupNote] = {}
    for index, value in enumerate(_value(matter, ("groups",), list, [], problems)):
        span = matter.span("groups", index)
        if not _is(value, dict, span, "a group", problems):
            continue
        slug = value.get("slug")
        if not isinstance(slug, str) or not SLUG.fullmatch(slug):
            problems.append(BAD_GROUP.at(span, "" if slug else "none", slug=str(slug)))
            continue
        if slug in groups:
            problems.append(BAD_GROUP.at(span, "taken", slug=slug).beside(groups[slug].span))
            continue
        problems += [
            _unknown_field(name, matter.span("groups", index, name)) for name in value if name not in GROUP_FIELDS
        ]
        groups[slug] = GroupNote(
            slug=slug,
            title=_value(matter, ("groups", index, "title"), str, slug, problems),
            summary=_value(matter, ("groups", index, "summary"), str, "", problems),
            columns=_columns(matter, index, problems),
            span=span,
        )
    return tuple(groups.values())


def _columns(matter: FrontMatter, group: int, problems: list[Problem]) -> tuple[Column, ...]:
    """Return the columns that a group of the front matter lists, each once."""
    path = ("groups", group, "columns")
    columns: dict[Column, None] = {}
    for index, name in enumerate(_value(matter, path, list, [], problems)):
        if name in COLUMNS:
            columns[name] = None
        else:
            near = nearest(str(name), COLUMNS)
            span = matter.span(*path, index)
            problems.append(UNKNOWN_FIELD.at(span, "column", name=str(name), known=", ".join(COLUMNS), near=near))
    return tuple(columns)


def _unknown_field(name: object, span: Span) -> Problem:
    near = nearest(str(name), GROUP_FIELDS)
    return UNKNOWN_FIELD.at(span, name=str(name), known=", ".join(GROUP_FIELDS), near=near)


def _value(
    matter: FrontMatter,
    path: Sequence[str | int],
    kind: type | tuple[type, ...],
    default: Any,  # noqa: ANN401 - a YAML value
    problems: list[Problem],
) -> Any:  # noqa: ANN401
    """Return the front-matter value at `path` if it is of `kind`; else `default`, and a problem unless absent."""
    value: Any = matter.values
    for step in path:
        value = value.get(step) if isinstance(value, dict) else value[step]
    if value is None:
        return default
    name = str(path[-1])
    return value if _is(value, kind, matter.span(*path), name, problems) else default


def _is(value: object, kind: type | tuple[type, ...], span: Span, name: str, problems: list[Problem]) -> bool:
    """Return whether `value` is of `kind`; if not, that is a problem."""
    if isinstance(value, kind) and not isinstance(value, bool):
        return True
    kinds = kind if isinstance(kind, tuple) else (kind,)
    variants = {str: "", int: "number", list: "list", dict: "mapping", float: "number"}
    problems.append(WRONG_TYPE.at(span, variants[kinds[0]], name=name, value=repr(value)))
    return False
