"""What became of the directions and the other hand-written pages, in every language."""

from __future__ import annotations

import json
from collections.abc import Iterable

from paperatlas.atlas import Address, Direction
from paperatlas.atlas.addresses import page_address
from paperatlas.changes.model import ChangedItem, FieldChange, Items, Version, different, first_atlas, items_between
from paperatlas.notes import Document


def direction_changes(before: Version, after: Version) -> Items:
    """Return what became of the directions: of the front matter and the text of their notes."""

    def item(direction: Direction) -> ChangedItem:
        papers = len(direction.papers)
        remarks = (direction.status or "", f"{papers} {'paper' if papers == 1 else 'papers'}", direction.summary)
        return ChangedItem(
            (direction.slug,), direction.title, direction.address, tuple(part for part in remarks if part)
        )

    def fields(old: Direction, new: Direction) -> tuple[FieldChange, ...]:
        ours, theirs = _versions_of(old, before), _versions_of(new, after)
        found = [*_note_fields(ours.pop(""), theirs.pop(""), "")]
        for language in dict.fromkeys([*theirs, *ours]):
            document, former = theirs.get(language), ours.get(language)
            if document and former:
                found += _note_fields(former, document, f" ({language})")
            elif document or former:
                there, gone = ("there", None) if document else (None, "there")
                found.append(FieldChange(f"translation ({language})", gone, there))
        return tuple(found)

    return items_between(first_atlas(before).directions, first_atlas(after).directions, item, fields)


def _versions_of(direction: Direction, version: Version) -> dict[str, Document]:
    """Return a direction's note by language: first that of the first language, its name empty."""
    found = {"": first_atlas(version).documents_by_source[direction.source]}
    for language, atlas in list(version.atlases.items())[1:]:
        other = atlas.directions.get(direction.slug)
        if other and other.language == language:
            found[language] = atlas.documents_by_source[other.source]
    return found


def _note_fields(old: Document, new: Document, suffix: str) -> Iterable[FieldChange]:
    """Yield the front matter and the text of a note, compared."""
    ours, theirs = ({str(name): _text(value) for name, value in one.front_matter.values.items()} for one in (old, new))
    yield from (
        FieldChange(f"{change.name}{suffix}", change.before, change.after) for change in different(ours, theirs)
    )
    if old.body.text.strip() != new.body.text.strip():
        yield FieldChange(f"text{suffix}", None, None)


def _text(value: object) -> str:
    """Return a value of the front matter as text."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)


def page_changes(before: Version, after: Version) -> Items:
    """Return the hand-written pages that are no notes of directions, in every language."""

    def fields(old: ChangedItem, new: ChangedItem) -> tuple[FieldChange, ...]:
        same = before.texts.get(old.identity[0]) == after.texts.get(new.identity[0])
        return () if same else (FieldChange("text", None, None),)

    return items_between(_hand_written(before), _hand_written(after), lambda item: item, fields)


def _hand_written(version: Version) -> dict[str, ChangedItem]:
    pages: dict[str, ChangedItem] = {}
    for language, atlas in version.atlases.items():
        notes = {direction.source for direction in atlas.directions.values()}
        folder = "" if language == next(iter(version.atlases)) else f"{language}/"
        for document in atlas.documents:
            if document.source not in notes and (file := document.front_matter.span().file) not in pages:
                address = Address(folder + page_address(document.source))
                pages[file] = ChangedItem((file,), document.title or file, address)
    return pages
