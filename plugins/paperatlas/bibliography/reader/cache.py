"""What was read from a file, kept on disk until the file changes.

One file of JSON for each .bib file, in three parts: a first line that tells the sizes and a checksum of the
others, a head with everything but the fields, and a body with the fields of each entry, which are decoded
when somebody asks for them. JSON and nothing that runs, because a cache may be shared: a forged one can
tell lies about a library, but it can do nothing.

Deleting it costs time only; a file that was written halfway, by another version of PaperAtlas, or for
other text is not used. Writing goes to a new file that then takes the place of the old one.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import bibtexparser
import pylatexenc

from paperatlas.bibliography.reader.cache_format import BROKEN, decode, encode, to_json
from paperatlas.storage.files import keep

if TYPE_CHECKING:
    from collections.abc import Iterable

    from paperatlas.bibliography.model.stored import ReadFile
    from paperatlas.bibliography.reader.macros import Definition


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
        """What was read from these bytes the last time; None if they are new, or another program read them.

        `number` is the file's place in the library, from 0.
        """
        try:
            kept = self._path(file).read_bytes()
            start = kept.index(b"\n") + 1
            sizes = json.loads(kept[:start])
            body = start + sizes["head"]
            known = sizes["text"] == _digest(file, data) and len(kept) == body + sizes["body"]
            if not known or sizes["checksum"] != zlib.crc32(memoryview(kept)[start:]):
                return None
            head = json.loads(kept[start:body])
            return Cached(decode(head, file, number, kept, body), str(head["environment"]))
        except (OSError, *BROKEN):
            return None

    def save(self, read: ReadFile, data: bytes, environment: str) -> None:
        """Keep what was read from `data`. A folder that cannot be written to is no reason to stop."""
        head, records = encode(read)
        rest = [to_json(head | {"environment": environment}), *records]
        checksum = 0
        for part in rest:
            checksum = zlib.crc32(part, checksum)
        sizes = {
            "text": _digest(read.file, data),
            "head": len(rest[0]),
            "body": sum(map(len, records)),
            "checksum": checksum,
        }
        keep(self._path(read.file), [to_json(sizes), b"\n", *rest])

    def _path(self, file: str) -> Path:
        """Where a file's reading is kept."""
        name = hashlib.sha256(file.encode("utf-8", "surrogateescape")).hexdigest()[:32]
        return self._folder / f"{name}.json"


def _digest(file: str, data: bytes) -> str:
    """What a cached reading must agree in: the program, the file's path and its text."""
    digest = hashlib.sha256(_program())
    digest.update(file.encode("utf-8", "surrogateescape") + b"\0")
    digest.update(data)
    return digest.hexdigest()


@lru_cache(maxsize=1)
def _program() -> bytes:
    """A digest of the code that reads: what it makes of a text changes with it."""
    digest = hashlib.sha256(f"{bibtexparser.__version__} {pylatexenc.__version__}".encode())
    for path in sorted(Path(__file__).parents[1].rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.digest()
