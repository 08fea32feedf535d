"""Papers that extend each other in a circle, which no two papers can: one of them was first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from paperatlas.atlas.model import Relation
from paperatlas.atlas.rules import CIRCULAR_EXTENDS
from paperatlas.diagnostics.problem import Problem

_EXTENDS = "extends"


def circular_extends(relations: Iterable[Relation]) -> Iterator[Problem]:
    """Yield the stated `extends` that close a circle, each with the others of that circle."""
    extends: dict[str, list[Relation]] = {}
    for relation in relations:
        if relation.type.name == _EXTENDS and relation.source != relation.target:
            extends.setdefault(relation.source, []).append(relation)
    done: set[str] = set()
    for first, stated in extends.items():
        # Depth first, without recursion: `path` are the relations from `first` to where the search is.
        path: list[Relation] = []
        on_path = {first}
        waiting = [iter(stated)] if first not in done else []
        while waiting:
            following = next(waiting[-1], None)
            if following is None:
                waiting.pop()
                left = path.pop().target if path else first
                on_path.discard(left)
                done.add(left)
            elif following.target in on_path:
                yield _circle([*path, following])
            elif following.target not in done:
                path.append(following)
                on_path.add(following.target)
                waiting.append(iter(extends.get(following.target, ())))


def _circle(path: list[Relation]) -> Problem:
    """Return the problem of the circle that the last relation of a path closes."""
    closing = path[-1]
    begin = next(place for place, relation in enumerate(path) if relation.source == closing.target)
    circle = path[begin:]
    keys = "' extends '".join([closing.source, *(relation.source for relation in circle)])
    return CIRCULAR_EXTENDS.at(closing.span, keys=keys).beside(*(relation.span for relation in circle[:-1]))
