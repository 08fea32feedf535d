"""What was read from a file, kept on disk until the file changes.

One JSON text per file, in three parts: a first line that tells the sizes and a checksum of the others, a
head with everything but the fields, and a body with the fields of each entry, which are decoded when
somebody asks for them. JSON and nothing that runs, because a cache may be shared: a forged one can tell
lies about a library, but it can do nothing.

Deleting it costs time only; a file that was written halfway, by another version of PaperAtlas, or for
other text is not used. Writing goes to a new file that then takes the place of the old one.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import zlib
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import bibtexparser
import pylatexenc

from paperatlas.bibliography.macros import Definition
from paperatlas.bibliography.name import Name, NameList
from paperatlas.bibliography.stored import Head, ReadFile, StoredField, StoredLink
from paperatlas.bibliography.text import Marked, Node
from paperatlas.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable


class Cached(NamedTuple):
    """A file from the cache, and the fingerprint of the other files' macros it was read with."""

    read: ReadFile
    environment: str


def fingerprint(*definitions: Iterable[Iterable[Definition]]) -> str:
    """A digest of the macros defined before and after a file: what its values depend on besides its text."""
    groups = [[(each.name, each.parts, str(each.place)) for some in group for each in some] for group in definitions]
    return hashlib.sha256(json.dumps(groups).encode()).hexdigest()


class Cache:
    """A folder with one cache file for each .bib file, by its path relative to the root."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load(self, file: str, number: int, data: bytes) -> Cached | None:
        """What was read from these bytes the last time; None if it was never read, or by another program."""
        try:
            kept = self._path(file).read_bytes()
            line, _, rest = kept.partition(b"\n")
            sizes = json.loads(line)
            if sizes["text"] != _digest(file, data) or len(rest) != sizes["head"] + sizes["body"]:
                return None
            if zlib.crc32(rest) != sizes["checksum"]:
                return None
            head = json.loads(rest[: sizes["head"]])
            return Cached(_read_file(file, number, head, rest, sizes["head"]), str(head["environment"]))
        except (OSError, ValueError, KeyError, TypeError, IndexError, RecursionError):
            return None

    def save(self, read: ReadFile, data: bytes, environment: str) -> None:
        """Keep what was read. A folder that cannot be written to is no reason to stop."""
        records = [_ENCODER.encode(read.store.fields_of(index)).encode() for index in range(len(read.heads))]
        types = list(dict.fromkeys(head.type for head in read.heads))
        numbers = {type_: number for number, type_ in enumerate(types)}
        head = {
            "environment": environment,
            "starts": read.starts,
            "types": types,
            "heads": [[head[0], numbers[head[1]], *head[2:]] for head in read.heads],
            "lengths": [len(record) for record in records],
            "links": read.links,
            "definitions": [(each.name, each.order[1], each.parts, *_position(each.place)) for each in read.definitions],
            "problems": [(each.code, each.severity, each.line, each.column, each.message, each.hint) for each in read.problems],
        }
        head_data = _ENCODER.encode(head).encode()
        checksum = zlib.crc32(head_data)
        for record in records:
            checksum = zlib.crc32(record, checksum)
        sizes = {"text": _digest(read.file, data), "head": len(head_data), "body": sum(map(len, records)), "checksum": checksum}
        self._write(self._path(read.file), [json.dumps(sizes).encode(), b"\n", head_data, *records])

    def _path(self, file: str) -> Path:
        """Where a file's reading is kept."""
        return self._folder / f"{hashlib.sha256(file.encode()).hexdigest()[:32]}.json"

    def _write(self, path: Path, parts: list[bytes]) -> None:
        """Write a file whole or not at all."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._folder, prefix=".", suffix=".new")
        except OSError:
            return
        try:
            with os.fdopen(handle, "wb") as file:
                file.writelines(parts)
            Path(name).replace(path)
        except OSError:
            Path(name).unlink(missing_ok=True)


class _Kept:
    """Fields kept as JSON; decoded when asked for."""

    __slots__ = ("_data", "_offsets")

    def __init__(self, data: bytes, offsets: list[int]) -> None:
        self._data = data
        self._offsets = offsets

    def fields_of(self, index: int) -> tuple[StoredField, ...]:
        """The fields of the entry with this number in its file.

        The checksum has matched, so only a forged cache can hold anything else than fields here.
        """
        try:
            fields = json.loads(self._data[self._offsets[index] : self._offsets[index + 1]])
            return tuple(_field(field) for field in fields)
        except (ValueError, KeyError, TypeError, IndexError, RecursionError):
            return ()


def _read_file(file: str, number: int, head: dict[str, Any], data: bytes, start: int) -> ReadFile:
    """The file a cache's head describes."""
    types = [str(type_) for type_ in head["types"]]
    heads = [Head(key, types[type_], line, column, end) for key, type_, line, column, end in head["heads"]]
    offsets = list(accumulate(head["lengths"], initial=start))
    if len(offsets) != len(heads) + 1 or offsets[-1] != len(data):
        raise ValueError
    return ReadFile(
        file,
        int(head["starts"]),
        heads,
        [StoredLink(*link) for link in head["links"]],
        tuple(
            Definition(name, (number, line), tuple((kind, text) for kind, text in parts), Place(file, *position))
            for name, line, parts, *position in head["definitions"]
        ),
        [
            Problem(code, severity, file, line, column, message, hint)
            for code, severity, line, column, message, hint in head["problems"]
        ],
        _Kept(data, offsets),
    )


def _field(field: list[Any]) -> StoredField:
    """A field from JSON."""
    name, written, raw, line, column, value_line, value_column, value = field
    decoded: tuple[Node, ...] | NameList | None = None
    if isinstance(value, dict):
        decoded = NameList(tuple(Name(*name) for name in value["names"]), value["others"])
    elif value is not None:
        decoded = _nodes(value)
    return StoredField(name, written, raw, line, column, value_line, value_column, decoded)


def _nodes(nodes: list[Any]) -> tuple[Node, ...]:
    """Text nodes from JSON."""
    return tuple(
        node if isinstance(node, str) else Marked(node["mark"], _nodes(node["nodes"]), node["target"]) for node in nodes
    )


def _plain(value: object) -> object:
    """What JSON writes for names and marks."""
    if isinstance(value, NameList):
        names = [(each.given, each.family, each.prefix, each.suffix, each.literal) for each in value.names]
        return {"names": names, "others": value.others}
    if isinstance(value, Marked):
        return {"mark": value.mark, "nodes": value.nodes, "target": value.target}
    raise TypeError


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_plain)


def _position(place: Place) -> tuple[int, int]:
    """Line and column."""
    return place.line, place.column


def _digest(file: str, data: bytes) -> str:
    """What a cached reading must agree in: the program, the file's path and its text."""
    digest = hashlib.sha256(_program())
    digest.update(file.encode() + b"\0")
    digest.update(data)
    return digest.hexdigest()


@lru_cache(maxsize=1)
def _program() -> bytes:
    """A digest of the code that reads: what it makes of a text changes with it."""
    digest = hashlib.sha256(f"{bibtexparser.__version__} {pylatexenc.__version__}".encode())
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.digest()
