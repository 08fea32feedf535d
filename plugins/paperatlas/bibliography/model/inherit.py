"""What an entry inherits through `crossref` and `xdata`: BibLaTeX's rules (its manual, appendix B), but for two."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from paperatlas.bibliography import rules
from paperatlas.bibliography.model.fields import ADDRESS_FIELDS, TYPE_ALIASES
from paperatlas.bibliography.model.registries import REGISTRY_FIELDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

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

MOST_INHERITED = 256
"""How many fields an entry may get from all above it: BibLaTeX has 150. A file of a megabyte has room for ten thousand
fields, and as many entries that inherit each of them, or for a chain of entries as long as that."""

_IN_BOOK = frozenset({"inbook", "bookinbook", "suppbook"})
_IN_COLLECTION = frozenset({"incollection", "inreference", "suppcollection"})
_BOOKS = frozenset({"book", "collection", "reference", "proceedings"})
"""Whatever kind of book it is that an entry is in, the book's title is not the entry's. BibLaTeX has a rule for
`@inbook` in `@book` and `@incollection` in `@collection` alone: `@incollection` in `@book`, which BibTeX's own manual
has, gets the book's subtitle for its own there, and no book."""


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
    (_BOOKS, _IN_BOOK | _IN_COLLECTION | {"inproceedings"}, _titles("book")),
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
    own_fields: Callable[[int], int],
    near_misses: Mapping[str, str],
) -> tuple[dict[int, tuple[tuple[str, int], ...]], list[Problem]]:
    """Return each child's parents (kind and number, `xdata` first), free of circles, and what is wrong with them.

    `type_of` and `own_fields` return the type of an entry, and how many fields it has.
    """
    problems: list[Problem] = []
    wanted: dict[int, list[tuple[ParentLink, int]]] = {}
    for link in sorted(links, key=lambda link: (link.child, link.kind != "xdata")):
        parent = numbers.get(link.key)
        if parent is None:
            near = near_misses.get(link.key, "")
            problems.append(rules.DANGLING_PARENT.at(link.span, key=link.key, field=link.kind, near=near))
        else:
            wanted.setdefault(link.child, []).append((link, parent))
    parents: dict[int, tuple[tuple[str, int], ...]] = {}
    inherited: dict[int, int] = {}
    for child in _parents_first(wanted):
        found: list[tuple[str, int]] = []
        fields = 0
        for link, parent in wanted[child]:
            added = own_fields(parent) + inherited.get(parent, 0)
            if parent in wanted and parent not in inherited:
                problems.append(rules.INHERITANCE_CYCLE.at(link.span, key=link.key))
            elif fields + added > MOST_INHERITED:
                problems.append(rules.INHERITANCE_CYCLE.at(link.span, "many", key=link.key, most=MOST_INHERITED))
            else:
                found.append((link.kind, parent))
                fields += added
                if link.kind == "xdata" and type_of(parent) != "xdata":
                    problems.append(rules.NOT_XDATA.at(link.span, key=link.key, type=type_of(parent)))
        inherited[child] = fields
        parents[child] = tuple(found)
    return parents, problems


def _parents_first(wanted: Mapping[int, Sequence[tuple[ParentLink, int]]]) -> Iterator[int]:
    """Yield each child behind its parents; in a circle, what is met first comes last."""
    met: set[int] = set()
    done: set[int] = set()
    for first in wanted:
        waiting = [first]
        while waiting:
            number = waiting[-1]
            if number not in met:
                met.add(number)
                waiting += [parent for _, parent in wanted[number] if parent in wanted and parent not in met]
                continue
            waiting.pop()
            if number not in done:
                done.add(number)
                yield number
