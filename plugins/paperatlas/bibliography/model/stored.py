"""What reading a file leaves: entries as plain tuples, kept in memory or in a cache."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

# msgspec looks the annotations of what is cached up here: `Marked` is what `Node` refers to.
from paperatlas.bibliography.model.marked_text import Marked, Node  # noqa: F401
from paperatlas.bibliography.model.name import NameList

if TYPE_CHECKING:
    from collections.abc import Mapping

    from paperatlas.bibliography.reader.macros import Definition
    from paperatlas.diagnostics.problem import Problem


class StoredField(NamedTuple):
    """A field as the reader leaves it. Lines count from the entry's first line, which is 0; columns from 1.

    `value` is the decoded value: the nodes of a text, the names of a name field; None where the raw
    value is the text.
    """

    name: str
    written_name: str
    raw: str
    line: int
    column: int
    value_line: int
    value_column: int
    value: tuple[Node, ...] | NameList | None


class Head(NamedTuple):
    """An entry without its fields: lines and columns count from 1."""

    key: str
    type: str
    line: int
    column: int
    end_line: int


class StoredLink(NamedTuple):
    """A key that ties an entry to others: the entry's number in its file, the field, the key and its place."""

    entry: int
    kind: str
    key: str
    line: int
    column: int


class Store(Protocol):
    """Where the fields of a file's entries are kept."""

    def fields_of(self, index: int) -> Mapping[str, StoredField]:
        """Return the fields of the entry with this number in its file, by BibLaTeX's names."""


class Memory:
    """Fields kept in memory."""

    __slots__ = ("all_fields",)

    def __init__(self, all_fields: list[dict[str, StoredField]]) -> None:
        self.all_fields = all_fields

    def fields_of(self, index: int) -> Mapping[str, StoredField]:
        """Return the fields of the entry with this number in its file, by BibLaTeX's names."""
        return self.all_fields[index]


class OwnFields:
    """The fields of one entry, some of which have another value than the file gives them."""

    __slots__ = ("fields",)

    def __init__(self, fields: Mapping[str, StoredField]) -> None:
        self.fields = fields

    def fields_of(self, index: int) -> Mapping[str, StoredField]:  # noqa: ARG002 - there is one entry
        """Return the fields of the entry, by BibLaTeX's names."""
        return self.fields


class ReadFile(NamedTuple):
    """A file, read."""

    file: str
    starts: int
    """How many entries begin in the file."""
    heads: list[Head]
    links: list[StoredLink]
    definitions: tuple[Definition, ...]
    used: tuple[str, ...]
    """The names of the macros that stand in values, in lower case."""
    problems: list[Problem]
    store: Store
