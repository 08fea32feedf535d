"""The note of a research direction: what its front matter says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal, get_args

from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.notes.assessment import STATUSES, Assessment, Status, read_now, read_status, read_then
from paperatlas.notes.body import read_body
from paperatlas.notes.citations.find import CitationCluster
from paperatlas.notes.citations.replace import replace_citations
from paperatlas.notes.document import Document
from paperatlas.notes.front_matter import FrontMatter
from paperatlas.notes.headings import missing_heading
from paperatlas.notes.rules import BAD_GROUP, LONG_NAME, MISSING_HEADING, MISSING_TITLE, STRAY_NOTE, UNKNOWN_FIELD
from paperatlas.notes.values import is_of_kind, read_value, unknown_fields
from paperatlas.storage.paths import LONGEST_NAME
from paperatlas.text.slips import near_miss
from paperatlas.text.suggestions import nearest

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""What names a direction or a group in addresses and keywords."""

Column = Literal["first_public", "venue", "change", "builds_on", "results", "code", "licence"]
COLUMNS: tuple[Column, ...] = get_args(Column)
"""What a table that compares methods can say of each, in its usual order."""

GROUP_FIELDS = ("slug", "title", "summary", "columns")
"""What the front matter may say of a group."""

NOTE_FIELDS = ("title", "summary", "status", "now", "then", "order", "background", "groups", "related", "aliases")
"""What the front matter of a direction may say."""

_OTHER_NAMES = {"alias": "aliases", "redirect_from": "aliases", "description": "summary"}
"""What other programs call a field."""
_SHORTEST_SLIP = 5
"""Shorter names are one letter away from too many others: `tags`, `icon` and `hide` belong to themes."""

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

    `order` sorts the directions, unnumbered ones last; `related` names other directions by their slugs, and `aliases`
    former slugs of this one, each with its place. A `background` holds what several directions share, and is not
    counted as one. `now` says since when `status` holds and why, `then` is an earlier judgement.
    """

    slug: str
    title: str
    summary: str
    status: Status | None
    now: Assessment | None
    then: Assessment | None
    order: float
    background: bool
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
        if not matter.unusable:  # which may be all that hides it
            problems.append(MISSING_TITLE.at(matter.span(), slug=slug))
    problems += _mistyped_fields(matter)
    status = read_status(matter, problems)
    note = DirectionNote(
        slug=slug,
        title=title,
        summary=read_value(matter, ("summary",), str, "", problems),
        status=status,
        now=read_now(matter, status, problems),
        then=read_then(matter, problems),
        order=read_value(matter, ("order",), (int, float), float("inf"), problems),
        background=read_value(matter, ("background",), bool, False, problems),
        groups=_groups(matter, problems),
        related=_names(matter, "related", problems),
        aliases=_names(matter, "aliases", problems),
        document=document,
    )
    problems += _missing_headings(note)
    return note, problems


def _missing_headings(note: DirectionNote) -> Iterator[Problem]:
    """Yield NOT019 for each judgement whose `see` is no heading of the note."""
    for name, assessment in (("now", note.now), ("then", note.then)):
        see = assessment.see if assessment else ""
        near = missing_heading(note.document.body.text, see) if see else None
        if near is not None:
            yield MISSING_HEADING.at(note.document.front_matter.span(name, "see"), see=see, near=near)


def _mistyped_fields(matter: FrontMatter) -> Iterator[Problem]:
    """Yield the fields that are one slip, or the case of a letter, away from one that the note lacks."""
    for name in matter.values:
        folded = str(name).casefold()
        if name in NOTE_FIELDS or len(folded) < _SHORTEST_SLIP:
            continue
        near = folded if folded in NOTE_FIELDS else _OTHER_NAMES.get(folded) or near_miss(folded, NOTE_FIELDS)
        if near and near not in matter.values:
            yield UNKNOWN_FIELD.at(matter.span(str(name)), "slip", name=str(name), near=near)


def long_name(document: Document) -> Problem | None:
    """Return the problem of a note for whose page and exports no file can be made, because its own name is too long."""
    count = len(PurePosixPath(document.source).stem.encode())
    if count <= LONGEST_NAME:
        return None
    return LONG_NAME.at(document.front_matter.span(), count=count, limit=LONGEST_NAME)


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
        for index, name in enumerate(read_value(matter, (field,), list, [], problems))
        if is_of_kind(name, str, matter.span(field, index), field, problems)
    )


def _without_brackets(cluster: CitationCluster) -> str | None:
    return None if cluster.narrative else ""


def _groups(matter: FrontMatter, problems: list[Problem]) -> tuple[GroupNote, ...]:
    groups: dict[str, GroupNote] = {}
    for index, value in enumerate(read_value(matter, ("groups",), list, [], problems)):
        span = matter.span("groups", index)
        if not is_of_kind(value, dict, span, "a group", problems):
            continue
        slug = value.get("slug")
        if not isinstance(slug, str) or not SLUG.fullmatch(slug):
            problems.append(BAD_GROUP.at(span, "" if slug else "none", slug=str(slug)))
            continue
        if slug in groups:
            problems.append(BAD_GROUP.at(span, "taken", slug=slug).beside(groups[slug].span))
            continue
        problems += unknown_fields(matter, ("groups", index), value, GROUP_FIELDS, "a group")
        groups[slug] = GroupNote(
            slug=slug,
            title=read_value(matter, ("groups", index, "title"), str, slug, problems),
            summary=read_value(matter, ("groups", index, "summary"), str, "", problems),
            columns=_columns(matter, index, problems),
            span=span,
        )
    return tuple(groups.values())


def _columns(matter: FrontMatter, group: int, problems: list[Problem]) -> tuple[Column, ...]:
    """Return the columns that a group of the front matter lists, each once."""
    path = ("groups", group, "columns")
    columns: dict[Column, None] = {}
    for index, name in enumerate(read_value(matter, path, list, [], problems)):
        if name in COLUMNS:
            columns[name] = None
        else:
            near = nearest(str(name), COLUMNS)
            span = matter.span(*path, index)
            problems.append(UNKNOWN_FIELD.at(span, "column", name=str(name), known=", ".join(COLUMNS), near=near))
    return tuple(columns)
