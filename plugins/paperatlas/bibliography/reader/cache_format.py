"""How a file that was read is written as JSON, and how it is read back with every part checked.

A cache may be shared, and so it may be forged. Whatever it holds, reading it ends in a value of the right
types or in `ValueError`, `TypeError` or `KeyError`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import accumulate
from typing import Any

from paperatlas.bibliography.model.marked_text import MARKS, Marked, Node
from paperatlas.bibliography.model.name import Name, NameList
from paperatlas.bibliography.model.stored import Head, ReadFile, StoredField, StoredLink
from paperatlas.bibliography.reader.macros import Definition
from paperatlas.diagnostics.problem import SEVERITIES, Edit, Problem, Span

BROKEN = (ValueError, TypeError, KeyError, IndexError, RecursionError)
"""What reading back can end in. (JSON that is too deep is a `RecursionError`, other bad JSON a `ValueError`.)"""


def encode(read: ReadFile) -> tuple[dict[str, object], list[bytes]]:
    """A file's head, and the fields of each entry as JSON."""
    records = [_ENCODER.encode(read.store.fields_of(index)).encode() for index in range(len(read.heads))]
    types = list(dict.fromkeys(head.type for head in read.heads))
    numbers = {type_: number for number, type_ in enumerate(types)}
    head: dict[str, object] = {
        "starts": read.starts,
        "types": types,
        "heads": [[head[0], numbers[head[1]], *head[2:]] for head in read.heads],
        "lengths": [len(record) for record in records],
        "links": read.links,
        "definitions": [
            [each.name, each.order[1], each.parts, each.place.line, each.place.column] for each in read.definitions
        ],
        "problems": [
            [
                *(each.code, each.severity, _numbers(each.span), each.variant, each.arguments),
                [[span.file, *_numbers(span)] for span in each.related],
                each.edit and [*_numbers(each.edit.span), each.edit.text, each.edit.was],
            ]
            for each in read.problems
        ],
    }
    return head, records


def decode(head: dict[str, Any], file: str, number: int, data: bytes, start: int) -> ReadFile:
    """The file a head describes; the fields of its entries stand in `data` from `start` on."""
    types = head["types"]
    _all(str, types)
    heads = [Head(key, types[type_], line, column, end) for key, type_, line, column, end in head["heads"]]
    _all(str, (each.key for each in heads))
    for place in ("line", "column", "end_line"):
        _all(int, (getattr(each, place) for each in heads))
    _all(int, (*head["lengths"], head["starts"]))
    offsets = list(accumulate(head["lengths"], initial=start))
    if len(offsets) != len(heads) + 1 or offsets[-1] != len(data) or offsets != sorted(offsets):
        raise ValueError
    return ReadFile(
        file,
        head["starts"],
        heads,
        [_link(link, len(heads)) for link in head["links"]],
        tuple(_definition(definition, file, number) for definition in head["definitions"]),
        [_problem(problem, file) for problem in head["problems"]],
        Kept(data, offsets),
    )


_MOST_DECODED = 20_000
"""So many entries stay decoded at a time. They take some five kilobytes each."""


class Kept:
    """Fields kept as JSON; decoded when asked for."""

    __slots__ = ("_data", "_decoded", "_offsets")

    def __init__(self, data: bytes, offsets: list[int]) -> None:
        self._data = data
        self._offsets = offsets
        self._decoded: dict[int, tuple[StoredField, ...]] = {}

    def fields_of(self, index: int) -> tuple[StoredField, ...]:
        """The fields of the entry with this number in its file.

        The checksum has matched, so only a forged cache can hold anything else than fields here.
        """
        fields = self._decoded.get(index)
        if fields is None:
            try:
                found = json.loads(self._data[self._offsets[index] : self._offsets[index + 1]])
                fields = tuple([_field(field) for field in found])
            except BROKEN:
                fields = ()
            if len(self._decoded) >= _MOST_DECODED:
                self._decoded.clear()
            self._decoded[index] = fields
        return fields


def to_json(value: object) -> bytes:
    """JSON text of values that are plain already."""
    return _ENCODER.encode(value).encode()


def _link(link: list[Any], entries: int) -> StoredLink:
    """A link."""
    entry, kind, key, line, column = link
    _all(int, (entry, line, column))
    _all(str, (kind, key))
    if not 0 <= entry < entries:
        raise ValueError
    return StoredLink(entry, kind, key, line, column)


def _definition(definition: list[Any], file: str, number: int) -> Definition:
    """The definition of a macro in the library's `number`th file."""
    name, order, parts, line, column = definition
    _all(int, (order, line, column))
    _all(str, (name, *(part for pair in parts for part in pair)))
    return Definition(
        name, (number, order), tuple((kind, text) for kind, text in parts), Span(file, line, column).covering(name)
    )


def _problem(problem: list[Any], file: str) -> Problem:
    """A problem."""
    code, severity, numbers, variant, arguments, related, edit = problem
    _all(str, (code, variant, *(name for name, _ in arguments)))
    if severity not in SEVERITIES or not all(type(value) in (str, int) for _, value in arguments):
        raise ValueError
    found = Problem(
        code,
        severity,
        _span(file, numbers),
        variant,
        tuple((name, value) for name, value in arguments),
        tuple(_span(other, numbers) for other, *numbers in related),
        edit and Edit(_span(file, edit[:-2]), *edit[-2:]),
    )
    _all(str, (found.message, found.hint, found.label))
    if found.edit:
        _all(str, (found.edit.text, found.edit.was))
    return found


def _numbers(span: Span) -> tuple[int, int, int, int]:
    """Return the lines and columns of a span."""
    return span.line, span.column, span.end_line, span.end_column


def _span(file: Any, numbers: list[Any]) -> Span:  # noqa: ANN401 - tested below
    """Return the span with these lines and columns."""
    _all(str, (file,))
    _all(int, numbers)
    return Span(file, *numbers)


def _field(field: list[Any]) -> StoredField:
    """A field."""
    name, written, raw, line, column, value_line, value_column, value = field
    if not (type(name) is type(written) is type(raw) is str):
        raise TypeError
    if not (type(line) is type(column) is type(value_line) is type(value_column) is int):
        raise TypeError
    decoded: tuple[Node, ...] | NameList | None = None
    if isinstance(value, dict):
        for parts in value["names"]:
            _all(str, parts)
        decoded = NameList(tuple([Name(*parts) for parts in value["names"]]), bool(value["others"]))
    elif value is not None:
        decoded = _nodes(value)
    return StoredField(name, written, raw, line, column, value_line, value_column, decoded)


def _nodes(nodes: list[Any]) -> tuple[Node, ...]:
    """Text nodes."""
    decoded: list[Node] = []
    for node in nodes:
        if isinstance(node, str):
            decoded.append(node)
        elif node["mark"] in MARKS and isinstance(node["target"], str):
            decoded.append(Marked(node["mark"], _nodes(node["nodes"]), node["target"]))
        else:
            raise ValueError
    return tuple(decoded)


def _all(kind: type, values: Iterable[object]) -> None:
    """Refuse values of another kind."""
    if not all(type(value) is kind for value in values):
        raise TypeError


def _plain(value: object) -> object:
    """What JSON holds for names and marks."""
    if isinstance(value, NameList):
        names = [(each.given, each.family, each.prefix, each.suffix, each.literal) for each in value.names]
        return {"names": names, "others": value.others}
    if isinstance(value, Marked):
        return {"mark": value.mark, "nodes": value.nodes, "target": value.target}
    raise TypeError


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_plain)
