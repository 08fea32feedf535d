"""What was read from a file, kept on disk until the file changes; the fields of an entry wait until they are asked for.

There is one cache file for each .bib file. The fields are most of it, and a build asks for some of them only: they
are kept as they are encoded, an entry at a time.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

import bibtexparser
import pylatexenc

from paperatlas.bibliography.model.stored import Head, ReadFile, StoredField, StoredLink
from paperatlas.bibliography.reader.macros import Definition
from paperatlas.bibliography.rules import RULES
from paperatlas.diagnostics.problem import Argument, Edit, Problem, Span
from paperatlas.storage.cache import BROKEN, Cache, from_msgpack, key_of, to_msgpack

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class StoredProblem(NamedTuple):
    """A problem with the code of its rule instead of that."""

    code: str
    span: Span
    variant: str
    arguments: tuple[tuple[str, Argument], ...]
    related: tuple[Span, ...]
    edit: Edit | None

    @classmethod
    def of(cls, problem: Problem) -> Self:
        """Return the stored form of a problem."""
        return cls(problem.code, *(getattr(problem, name) for name in cls._fields[1:]))

    def problem(self) -> Problem:
        """Return the problem. Raises `LookupError` or `ValueError` for one that no rule has the words for."""
        found = Problem(_RULES[self.code], self.span, self.variant, self.arguments, self.related, self.edit)
        _ = found.message, found.hint, found.label
        return found


class _Reading(NamedTuple):
    """A file that was read, and the fingerprint of the other files' macros it was read with."""

    environment: str
    starts: int
    heads: list[Head]
    links: list[StoredLink]
    definitions: tuple[Definition, ...]
    used: tuple[str, ...]
    problems: list[StoredProblem]
    ends: list[int]
    """Where the fields of each entry end in `fields`."""
    fields: memoryview
    """The fields of all entries, each encoded by itself, one after another."""


_RULES = {rule.code: rule for rule in RULES}
_READINGS = Cache(_Reading, made_with=(bibtexparser.__version__, pylatexenc.__version__))


class CachedFile(NamedTuple):
    """A file from the cache, and the fingerprint of the other files' macros it was read with."""

    read: ReadFile
    environment: str


def fingerprint(*definitions: Iterable[Iterable[Definition]]) -> str:
    """Return a digest of the macros defined before and after a file: what its values depend on besides its text."""
    groups = [[(each.name, each.parts, each.span) for some in group for each in some] for group in definitions]
    return hashlib.sha256(key_of(groups)).hexdigest()


class ReadingCache:
    """A folder with one cache file for each .bib file, by its path relative to the root."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load(self, file: str, number: int, data: bytes) -> CachedFile | None:
        """Return what was read from these bytes the last time; None if they are new, or another program read them.

        `number` is the file's place in the library, from 0.
        """
        found = _READINGS.load(self._path(file), _bytes(file), data)
        problems = None if found is None else _problems_of(found)
        if found is None or problems is None:
            return None
        definitions = tuple(each._replace(order=(number, each.order[1])) for each in found.definitions)
        store = _EncodedFields(found.ends, found.fields)
        read = ReadFile(file, found.starts, found.heads, found.links, definitions, found.used, problems, store)
        return CachedFile(read, found.environment)

    def save(self, read: ReadFile, data: bytes, environment: str) -> None:
        """Keep what was read from `data`."""
        ends: list[int] = []
        fields = bytearray()
        for index in range(len(read.heads)):
            fields += to_msgpack(tuple(read.store.fields_of(index).values()))
            ends.append(len(fields))
        reading = _Reading(
            *(environment, read.starts, read.heads, read.links, read.definitions, read.used),
            [StoredProblem.of(problem) for problem in read.problems],
            *(ends, memoryview(fields)),
        )
        _READINGS.save(self._path(read.file), reading, _bytes(read.file), data)

    def _path(self, file: str) -> Path:
        """Return where a file's reading is kept."""
        return self._folder / f"{hashlib.sha256(_bytes(file)).hexdigest()[:32]}.cache"


def _bytes(file: str) -> bytes:
    """Return a path as the file system has it."""
    return file.encode("utf-8", "surrogateescape")


def _problems_of(found: _Reading) -> list[Problem] | None:
    """Return the problems of a reading; None if its parts do not belong together, which only a forged one's do not."""
    entries = len(found.heads)
    if len(found.ends) != entries or not all(0 <= link.entry < entries for link in found.links):
        return None
    try:
        return [stored.problem() for stored in found.problems]
    except (LookupError, ValueError):
        return None


_MOST_DECODED = 20_000
"""So many entries stay decoded at a time. They take some five kilobytes each."""


class _EncodedFields:
    """Fields as they are in the cache; decoded when asked for."""

    __slots__ = ("_decoded", "_encoded", "_ends")

    def __init__(self, ends: list[int], encoded: memoryview) -> None:
        self._ends = ends
        self._encoded = encoded
        self._decoded: dict[int, dict[str, StoredField]] = {}

    def fields_of(self, index: int) -> Mapping[str, StoredField]:
        """Return the fields of the entry with this number in its file, by BibLaTeX's names.

        The checksum has matched, so only a forged cache can hold anything else than fields here.
        """
        fields = self._decoded.get(index)
        if fields is None:
            start = self._ends[index - 1] if index else 0
            try:
                decoded = from_msgpack(tuple[StoredField, ...], self._encoded[start : self._ends[index]])
            except BROKEN:
                decoded = ()
            fields = {field.name: field for field in decoded}
            if len(self._decoded) >= _MOST_DECODED:
                self._decoded.clear()
            self._decoded[index] = fields
        return fields
