"""The values that say what lies between two versions of a site, and how things that have a name are compared."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from paperatlas.atlas import Address, Atlas
from paperatlas.diagnostics.problem import Problem

_Thing = TypeVar("_Thing")
_Name = TypeVar("_Name")


@dataclass(frozen=True, slots=True)
class Version:
    """A site as it is at one time.

    `atlases` are by language, the first one first. `texts` is what the hand-written pages hold, by their file.
    """

    atlases: Mapping[str, Atlas]
    problems: tuple[Problem, ...]
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field with its value before and after; None where there was or is none, both where it is not worth quoting."""

    name: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class ChangedItem:
    """Something that was added, changed or removed.

    `identity` is the citation key of a paper, the slug of a direction, the file of a page; source, type and target of
    a relation, source and target of a citation. `address` is that of its page on the site as it is afterwards, empty if
    it has none. `remarks` say in a few words what it is, `fields` what is different.
    """

    identity: tuple[str, ...]
    name: str
    address: Address
    remarks: tuple[str, ...] = ()
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Items:
    """What became of one kind of thing."""

    added: tuple[ChangedItem, ...] = ()
    changed: tuple[ChangedItem, ...] = ()
    removed: tuple[ChangedItem, ...] = ()

    def __bool__(self) -> bool:
        """Return whether anything did."""
        return bool(self.added or self.changed or self.removed)


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that lies between two versions; `remaining` counts the problems that both have.

    `citations` are those between papers, which few libraries have.
    """

    papers: Items
    relations: Items
    directions: Items
    pages: Items
    new_problems: tuple[Problem, ...]
    fixed_problems: tuple[Problem, ...]
    remaining: int
    citations: Items = Items()

    def __bool__(self) -> bool:
        """Return whether there is any."""
        items = (self.papers, self.relations, self.directions, self.pages, self.citations)
        return any((*items, self.new_problems, self.fixed_problems))


def first_atlas(version: Version) -> Atlas:
    """Return the atlas in the first language."""
    return next(iter(version.atlases.values()))


def items_between(
    old: Mapping[_Name, _Thing],
    new: Mapping[_Name, _Thing],
    item: Callable[[_Thing], ChangedItem],
    fields: Callable[[_Thing, _Thing], tuple[FieldChange, ...]],
) -> Items:
    """Return what became of things that have a name, in the order they are in."""
    both = ((item(thing), fields(old[name], thing)) for name, thing in new.items() if name in old)
    return Items(
        added=tuple(item(thing) for name, thing in new.items() if name not in old),
        changed=tuple(ChangedItem(one.identity, one.name, one.address, (), found) for one, found in both if found),
        removed=tuple(
            ChangedItem(one.identity, one.name, Address(""), one.remarks)
            for one in (item(thing) for name, thing in old.items() if name not in new)
        ),
    )


def different(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[FieldChange, ...]:
    """Return the fields that are not the same, those of `after` first."""
    names = dict.fromkeys([*after, *before])
    pairs = ((name, before.get(name), after.get(name)) for name in names)
    return tuple(FieldChange(name, old, new) for name, old, new in pairs if old != new)
