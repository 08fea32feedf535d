"""What an entry inherits through `crossref` and `xdata`: BibLaTeX's rules (its manual, appendix B), but for one."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from paperatlas.bibliography import rules
from paperatlas.bibliography.model.fields import ADDRESS_FIELDS, TYPE_ALIASES
from paperatlas.bibliography.model.registries import REGISTRY_FIELDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from paperatlas.diagnostics.problem import Problem, Span

_NEVER = frozenset({
    "crossref", "xref", "xdata", "ids", "entryset", "entrysubtype", "execute", "label", "options", "presort",
    "related", "relatedoptions", "relatedstring", "relatedtype", "shorthand", "shorthandintro", "sortkey",
})  # fmt: skip
"""Fields that belong to one entry alone."""

_OF_THE_WORK = frozenset({
    "abstract", "annotation", "doi", "eprint", "eprintclass", "eprinttype", "file", "pdf", "urldate",
    *ADDRESS_FIELDS, *REGISTRY_FIELDS,
})  # fmt: skip
"""What identifies or describes one work. BibLaTeX gives it to those in it as well, and its styles print the DOI of
proceedings for each of their papers; here it would be a link to another work, and the abstract of another."""

_TITLE_VARIANTS = ("shorttitle", "sorttitle", "indextitle", "indexsorttitle")

_IN_BOOK = frozenset({"inbook", "bookinbook", "suppbook"})
_IN_COLLECTION = frozenset({"incollection", "inreference", "suppcollection"})


def _titles(prefix: str) -> dict[str, tuple[str, ...]]:
    """Return the parent's titles under their names in the child; an empty tuple for what is not inherited."""
    return {
        "title": (f"{prefix}title",),
        "subtitle": (f"{prefix}subtitle",),
        "titleaddon": (f"{prefix}titleaddon",),
        **dict.fromkeys(_TITLE_VARIANTS, ()),
    }


_TITLE_RULES: tuple[tuple[frozenset[str], frozenset[str], dict[str, tuple[str, ...]]], ...] = (
    (frozenset({"mvbook"}), _IN_BOOK | {"book"}, _titles("main")),
    (frozenset({"mvcollection", "mvreference"}), _IN_COLLECTION | {"collection", "reference"}, _titles("main")),
    (frozenset({"mvproceedings"}), frozenset({"proceedings", "inproceedings"}), _titles("main")),
    (frozenset({"book"}), _IN_BOOK, _titles("book")),
    (frozenset({"collection", "reference"}), _IN_COLLECTION, _titles("book")),
    (frozenset({"proceedings"}), frozenset({"inproceedings"}), _titles("book")),
    (frozenset({"periodical"}), frozenset({"article", "suppperiodical"}), _titles("journal")),
)


# Pairs of the 18 types that have rules of their own, and room for some without.
@lru_cache(maxsize=512)
def _rules_for(parent: str, child: str) -> dict[str, tuple[str, ...]]:
    """Return the parent's fields that change their name, or stay behind, on the way to the child."""
    found: dict[str, tuple[str, ...]] = dict.fromkeys(_NEVER | _OF_THE_WORK, ())
    if parent in {"mvbook", "book"} and child in _IN_BOOK:
        found["author"] = ("author", "bookauthor")
    for parents, children, names in _TITLE_RULES:
        if parent in parents and child in children:
            found.update(names)
    return found


def through_crossref(parent_type: str, child_type: str, fields: Iterable[str]) -> list[tuple[str, str]]:
    """Pairs of a parent's field and its name in the child; renamed fields come first, so that they win."""
    parent = TYPE_ALIASES.get(parent_type, parent_type)
    child = TYPE_ALIASES.get(child_type, child_type)
    special = _rules_for(parent, child)
    renamed, same = [], []
    for name in fields:
        targets = special.get(name)
        if targets is None:
            same.append((name, name))
        else:
            renamed += [(name, target) for target in targets]
    return renamed + same


def through_xdata(fields: Iterable[str]) -> list[tuple[str, str]]:
    """Pairs of a parent's field and its name in the child: all fields as they are."""
    return [(name, name) for name in fields if name not in _NEVER]


class ParentLink(NamedTuple):
    """One entry's wish to inherit from another."""

    child: int
    """The child's number in the library, from 0."""
    kind: str
    """`xdata` or `crossref`."""
    key: str
    """The parent's citation key."""
    span: Span


def resolve(
    links: Sequence[ParentLink],
    numbers: Mapping[str, int],
    type_of: Callable[[int], str],
    near_misses: Mapping[str, str],
) -> tuple[dict[int, tuple[tuple[str, int], ...]], list[Problem]]:
    """Return each child's parents (kind and number, `xdata` first), free of circles, and what is wrong with them."""
    problems: list[Problem] = []
    parents: dict[int, list[tuple[str, int]]] = {}
    for link in sorted(links, key=lambda link: (link.child, link.kind != "xdata")):
        parent = numbers.get(link.key)
        if parent is None:
            near = near_misses.get(link.key, "")
            problems.append(rules.DANGLING_PARENT.at(link.span, key=link.key, field=link.kind, near=near))
        elif _reaches(parents, parent, link.child):
            problems.append(rules.INHERITANCE_CYCLE.at(link.span, key=link.key))
        else:
            parents.setdefault(link.child, []).append((link.kind, parent))
            if link.kind == "xdata" and type_of(parent) != "xdata":
                problems.append(rules.NOT_XDATA.at(link.span, key=link.key, type=type_of(parent)))
    return {child: tuple(found) for child, found in parents.items()}, problems


def _reaches(parents: Mapping[int, Sequence[tuple[str, int]]], start: int, goal: int) -> bool:
    """Return whether `goal` is `start` or one of its ancestors."""
    seen = set()
    waiting = [start]
    while waiting:
        number = waiting.pop()
        if number == goal:
            return True
        if number not in seen:
            seen.add(number)
            waiting += [parent for _, parent in parents.get(number, ())]
    return False
