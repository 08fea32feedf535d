"""Groups of a LaTeX text: what opens, closes and marks."""

from __future__ import annotations

from typing import get_args

import pytest

from paperatlas.bibliography.latex.groups import Groups
from paperatlas.bibliography.latex.tables import GroupMark
from paperatlas.bibliography.model.marked_text import Mark, Marked, Node, plain

KNOWN: dict[str, GroupMark] = {mark: mark for mark in get_args(Mark)} | {"quote": "quote"}


def built(steps: str) -> tuple[tuple[Node, ...], bool]:
    """The nodes of steps: `{` and `}`, `em{` for a marked group, `em` for a switch, `"a"` for a text."""
    groups = Groups()
    for step in steps.split("/"):
        if step.startswith('"'):
            groups.emit(step[1:-1])
        elif step == "}":
            groups.close()
        else:
            groups.open(KNOWN.get(step.rstrip("{")), braced=step.endswith("{"))
    return groups.finish()


@pytest.mark.parametrize(
    ("steps", "nodes", "balanced"),
    [
        ('"a"', ("a",), True),
        ('"a"/{/" b"/}/"c"', ("a bc",), True),
        ('" a "/" "/"  b "', ("a b",), True),
        ('em{/"a"/}/"b"', (Marked("em", ("a",)), "b"), True),
        ('em{/strong{/"a"/}/" b"/}', (Marked("em", (Marked("strong", ("a",)), " b")),), True),
        ('{/em/"a"/}/"b"', (Marked("em", ("a",)), "b"), True),
        ('{/em/"a"/strong/"b"/}/"c"', (Marked("em", ("a", Marked("strong", ("b",)))), "c"), True),
        ('em/"a"', (Marked("em", ("a",)),), True),
        ('em{/}/"a"', ("a",), True),
        ('" "/em{/}/" "', (), True),
        ('quote{/"a "/quote{/"b"/}/}', ("“a ‘b’”",), True),
        ('quote{/"a"/}/quote{/"b"/}', ("“a”“b”",), True),
        ('em{/"深"', (Marked("em", ("深",)),), False),
        ('"a"/}/"b"', ("ab",), True),
        ('em/"a"/}/"b"', (Marked("em", ("a",)), "b"), True),
    ],
)
def test_groups_become_nodes(steps: str, nodes: tuple[Node, ...], balanced: bool) -> None:
    assert built(steps) == (nodes, balanced)


def test_closing_tells_whether_a_brace_was_open() -> None:
    groups = Groups()
    assert not groups.close()
    groups.open("em", braced=False)
    assert not groups.close()
    groups.open(None, braced=True)
    groups.open("em", braced=False)
    assert groups.close()
    assert not groups.close()


def test_marks_nest_only_so_deep_and_no_text_is_lost() -> None:
    nodes, balanced = built("/".join(["em{"] * 50 + ['"a"'] + ["}"] * 50 + ['"b"', "strong{", '"c"', "}"]))
    assert (plain(nodes), balanced) == ("abc", True)
    assert nodes[1:] == ("b", Marked("strong", ("c",)))
    depth, node = 0, nodes[0]
    while isinstance(node, Marked):
        depth, node = depth + 1, node.nodes[0]
    assert depth == 12
