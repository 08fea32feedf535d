"""Reading a library: .bib files in, entries and problems out. No input makes it raise."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from paperatlas.bibliography import rules
from paperatlas.bibliography.model.entry import Entry
from paperatlas.bibliography.model.inherit import ParentLink, resolve
from paperatlas.bibliography.reader.cache import CachedFile, ReadingCache, fingerprint
from paperatlas.bibliography.reader.granular import GRANULAR, take_single_fields
from paperatlas.bibliography.reader.macros import Macros
from paperatlas.bibliography.reader.read_file import Looked, look, read_source
from paperatlas.bibliography.reader.source import read_library_bytes, source_of
from paperatlas.diagnostics.problem import Argument, Problem, Span, in_order
from paperatlas.text.suggestions import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from paperatlas.bibliography.model.stored import ReadFile
    from paperatlas.bibliography.reader.macros import Definition


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of the library. When `read` is less than `starts`, entries were lost, and problems say where."""

    path: str
    """POSIX, relative to the project's root."""
    starts: int
    """How many entries begin in the file, by a scan that does not look at what follows."""
    read: int
    """How many entries were read."""


class Reading(NamedTuple):
    """A file as it was read: its number in the library, the size and hash of its bytes, and its entries.

    Python's hash has 64 bits and a key of the process: it tells versions of a file apart in a tenth of a digest's time.
    """

    number: int
    size: int
    hash: int
    known: CachedFile
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Library:
    """Every entry of some .bib files, in order, each exactly once, and the files.

    By path, `readings` are what spares the next reading of the same files.
    """

    entries: tuple[Entry, ...] = ()
    files: tuple[SourceFile, ...] = ()
    readings: Mapping[str, Reading] = field(default_factory=dict, compare=False, repr=False)


def read_library(
    paths: Sequence[Path], root: Path, cache: Path | None = None, before: Library | None = None
) -> tuple[Library, tuple[Problem, ...]]:
    """Read .bib files, in order. Places are relative to `root`.

    `cache` is a folder for what was read, so that an unchanged file need not be read again. It may be
    deleted at any time, and shared; without it, everything is read anew. `before` is what was read earlier in this
    process: the entries of an unchanged file are the same objects, unless they inherit from others.
    """
    unreadable: list[Problem] = []

    def sources() -> Iterator[tuple[str, bytes]]:
        for path in paths:
            file = _relative(path, root)
            data, found = read_library_bytes(path, file)
            unreadable.extend(found)
            yield file, data

    library, problems = _parse(sources(), ReadingCache(cache) if cache else None, before)
    return library, tuple(in_order(_once([*unreadable, *problems])))


def parse_library(data: bytes, file: str) -> tuple[Library, tuple[Problem, ...]]:
    """Parse the bytes of one .bib file, wherever they are from; places are in `file`."""
    library, problems = _parse([(file, data)], None)
    return library, tuple(in_order(_once(problems)))


def _parse(
    sources: Iterable[tuple[str, bytes]], cache: ReadingCache | None, before: Library | None = None
) -> tuple[Library, list[Problem]]:
    """Parse files, each with its path for people; return everything that is wrong with them in no order."""
    waiting: list[_Waiting] = []
    problems: list[Problem] = []
    earlier = before.readings if before else {}
    for number, (file, data) in enumerate(sources):
        reading = earlier.get(file)
        if reading and (reading.number, reading.size, reading.hash) != (number, len(data), hash(data)):
            reading = None
        known = reading.known if reading else cache.load(file, number, data) if cache else None
        looked = None if known else look(source_of(file, data), number)
        waiting.append(_Waiting(file, data, reading, known, looked))
    definitions = [one.definitions for one in waiting]
    macros = Macros(definition for some in definitions for definition in some)
    problems += macros.problems()
    entries: list[Entry] = []
    files: list[SourceFile] = []
    links: list[ParentLink] = []
    readings: dict[str, Reading] = {}
    used: set[str] = set()
    for number, one in enumerate(waiting):
        environment = fingerprint(definitions[:number], definitions[number + 1 :])
        done = _finish(one, number, macros, environment, cache)
        waiting[number] = one._replace(data=b"", looked=None)
        problems += done.problems
        used.update(done.used)
        first = len(entries)
        links += [
            ParentLink(first + link.entry, link.kind, link.key, Span(one.file, link.line, link.column))
            for link in done.links
        ]
        if one.reading and one.reading.known.read is done and not done.links:
            own = one.reading.entries
        else:
            own = tuple(Entry(one.file, head, done.store, index) for index, head in enumerate(done.heads))
        entries += own
        files.append(SourceFile(one.file, done.starts, len(done.heads)))
        readings[one.file] = Reading(number, len(one.data), hash(one.data), CachedFile(done, environment), own)
    problems += _inherit(entries, links)
    with_entries = [some for some, file in zip(definitions, files, strict=True) if file.starts]
    problems += macros.unused(with_entries, used)
    return Library(tuple(entries), tuple(files), readings), problems


class _Waiting(NamedTuple):
    """A file that has been looked at, or was read before; its entries wait for the macros of the others."""

    file: str
    data: bytes
    reading: Reading | None
    known: CachedFile | None
    looked: Looked | None

    @property
    def definitions(self) -> tuple[Definition, ...]:
        """Return the macros the file defines."""
        if self.known is not None:
            return self.known.read.definitions
        return self.looked.definitions if self.looked is not None else ()


def _finish(one: _Waiting, number: int, macros: Macros, environment: str, cache: ReadingCache | None) -> ReadFile:
    """Return the file, read; as before if the macros of the other files are those it was read with."""
    if one.known is not None and one.known.environment == environment:
        return one.known.read
    done = read_source(one.looked or look(source_of(one.file, one.data), number), number, macros)
    if cache is not None:
        cache.save(done, one.data, environment)
    return done


def _relative(path: Path, root: Path) -> str:
    """Return a path as places show it."""
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except (ValueError, OSError, RuntimeError):
        return path.as_posix()


def _inherit(entries: list[Entry], links: list[ParentLink]) -> list[Problem]:
    """Give every entry its parents. A key in the wrong case finds its entry, as in BibTeX."""
    if not links:
        return []
    numbers: dict[str, int] = {}
    for number, entry in enumerate(entries):
        numbers.setdefault(entry.key, number)
    for link in links:
        if link.kind == "ids":
            numbers.setdefault(link.key, link.child)
    granular = [link for link in links if link.kind == GRANULAR]
    links = [link for link in links if link.kind not in ("ids", GRANULAR)]
    unknown = {link.key for link in links if link.key not in numbers}
    if unknown:
        folded: dict[str, int] = {}
        for key, number in numbers.items():
            folded.setdefault(key.lower(), number)
        numbers.update((key, folded[key.lower()]) for key in unknown if key.lower() in folded)
    near_misses = {key: nearest(key, numbers) for key in list(unknown)[:_MOST_HINTS] if key not in numbers}
    parents, problems = resolve(
        links,
        numbers,
        lambda number: entries[number].type,
        lambda number: entries[number].own_field_count,
        near_misses,
    )
    for child, found in parents.items():
        entries[child].inherit(tuple((kind, entries[parent]) for kind, parent in found))
    return problems + take_single_fields(
        entries, granular, lambda key: entries[numbers[key]] if key in numbers else None
    )


_MOST_HINTS = 50
"""A near miss is sought for so many missing keys: each search looks at all keys of the library."""


def _once(problems: list[Problem]) -> Iterator[Problem]:
    """Yield the problems, with an unknown LaTeX command only at its first place."""
    seen: set[tuple[tuple[str, Argument], ...]] = set()
    for problem in problems:
        if problem.code == rules.UNKNOWN_COMMAND.code:
            if problem.arguments in seen:
                continue
            seen.add(problem.arguments)
        yield problem
