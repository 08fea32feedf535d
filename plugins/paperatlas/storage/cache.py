"""Values that can be made again, kept between builds: each in a file of its own, encoded from its type.

A file is a header (what it is, a digest of what its value depends on, a checksum) and the value in MessagePack.
One that is cut short, damaged, of another program, of another type or not ours is as none; one that cannot be
written costs nothing but time. A cache may be shared, and so it may be forged: what is read is a value of the
type asked for, and reading it runs nothing.
"""

from __future__ import annotations

import hashlib
import json
import os
import struct
import sys
import zlib
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Generic, TypeVar

import msgspec

from paperatlas import __version__
from paperatlas.storage.files import write_whole

T = TypeVar("T")

BROKEN = (ValueError, RecursionError, MemoryError, msgspec.MsgspecError)
"""What decoding can end in: bytes that are none of MessagePack, too deep, or said to be huge, or of another type."""

_MAGIC = b"PaperAtlas cache 1\n"
"""The last character but one is the version of the format: of the header, and of how values are encoded."""

_HEADER = struct.Struct(f"<{len(_MAGIC)}s32sI")


@dataclass(frozen=True, slots=True)
class Cache(Generic[T]):
    """The files of one type of value.

    `made_with` are the versions of the libraries that a value depends on besides this program. To say what it depends
    on besides, each call gives a `key`: a value is found again under the same one only.
    """

    type: type[T]
    made_with: tuple[str, ...] = field(default=(), kw_only=True)

    def load(self, path: Path, *key: bytes) -> T | None:
        """Return the value in a file; None if there is none to be believed."""
        try:
            data = path.read_bytes()
            body = memoryview(data)[_HEADER.size :]
            return from_msgpack(self.type, body) if data[: _HEADER.size] == self._header(body, key) else None
        except (OSError, *BROKEN):
            return None

    def save(self, path: Path, value: T, *key: bytes) -> None:
        """Write a value, if the folder can be written to and the value has a form in MessagePack."""
        try:
            body = to_msgpack(value)
            write_whole(path, [self._header(body, key), body])
        except (OSError, ValueError):  # a ValueError: text with half a surrogate pair, which UTF-8 has no form for
            return

    def _header(self, body: bytes | memoryview, key: tuple[bytes, ...]) -> bytes:
        """Return the header that a file with this body has to have."""
        digest = hashlib.sha256(program_digest())
        for part in (repr(self.type).encode(), *(each.encode() for each in self.made_with), *key):
            digest.update(len(part).to_bytes(8, "little"))
            digest.update(part)
        return _HEADER.pack(_MAGIC, digest.digest(), zlib.crc32(body))


def key_of(value: object) -> bytes:
    """Return a value as part of a key, also one with text that UTF-8 has no form for."""
    return json.dumps(msgspec.to_builtins(value)).encode()


def to_msgpack(value: object) -> bytes:
    """Return a value as MessagePack."""
    return msgspec.msgpack.encode(value)


def from_msgpack(type_: type[T], data: bytes | memoryview) -> T:
    """Return the value of a type that MessagePack holds. Raises one of `BROKEN`."""
    found: T = _decoder(type_).decode(data)  # type: ignore[arg-type] # a type is hashable
    return found


# One for each type of value that is kept, with those they are made of: about ten.
@lru_cache(maxsize=16)
def _decoder(type_: Any) -> msgspec.msgpack.Decoder[Any]:  # noqa: ANN401 - a type like `list[int]` is no `type`
    """Return the decoder of a type; making one takes longer than decoding a small value."""
    return msgspec.msgpack.Decoder(type_)


@lru_cache(maxsize=1)
def program_digest() -> bytes:
    """Return a digest of Python, msgspec and all sources of the package.

    All of them, because what a value depends on does not end at the room that keeps it: the reader's hints come from
    `text/`, its problems from `diagnostics/`. Once in a process, because the code that runs stays the one that was
    loaded. It takes some 7 ms; the sources' times would take 4, but each clone and each installation has its own.
    """
    digest = hashlib.sha256(f"{__version__} {sys.version} {msgspec.__version__}".encode())
    package = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120 - pathlib's walk takes five times as long
    for folder, folders, files in os.walk(package):
        folders.sort()
        for name in sorted(files):
            if name.endswith(".py"):
                digest.update(Path(folder, name).read_bytes())
    return digest.digest()
