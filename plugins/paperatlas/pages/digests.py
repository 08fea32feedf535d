"""Short digests of what pages read, to tell whether it is still the same in another process."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from hashlib import blake2b
from typing import Any

import msgspec

from paperatlas.atlas import Direction, Paper, Relation
from paperatlas.atlas.indexes import IndexPart, Row
from paperatlas.bibliography import Entry
from paperatlas.citations import PaperCitation
from paperatlas.diagnostics.problem import Span
from paperatlas.pages.parts import ListPart
from paperatlas.pages.reads import ABSENT, Read, read_again
from paperatlas.pages.render import Site
from paperatlas.results import Result
from paperatlas.verification import Verification

_SIZE = 16
"""Bytes of a digest: two of a million different values are the same by a chance of 10⁻²⁷."""
_MADE_OF_OTHERS = (Row, IndexPart, ListPart, Direction, Relation, Result, PaperCitation, Verification)
"""What is digested by its parts, of which many are digested before."""
_OFTEN_READ = (*_MADE_OF_OTHERS, Paper, tuple)


class Digests:
    """The digests of a site's values, each computed once.

    Without `places`, a value that only stands elsewhere in its file by now has the same.
    """

    def __init__(self, site: Site, *, places: bool) -> None:
        self._site = site
        self._places = places
        self._known: dict[int, tuple[object, bytes]] = {}
        self._read: defaultdict[str, dict[str | None, bytes]] = defaultdict(dict)
        self._encoder = msgspec.msgpack.Encoder(enc_hook=self._written)

    def of_page(self, inputs: tuple[object, ...], reads: Mapping[str, Sequence[str | None]]) -> bytes | None:
        """Return a digest of what a page is made from and what it reads, by part; None if something has none."""
        try:
            found = [self.of(value) for value in inputs]
            for part, keys in reads.items():
                known = self._read[part]
                # Pages of papers read some thirty values each, of which others have read most.
                found += [known.get(key) or self.of_read((part, key)) for key in keys]
        except TypeError:
            return None
        return blake2b(b"".join(found), digest_size=_SIZE).digest()

    def of(self, value: object) -> bytes:
        """Return the digest of a value. Raises `TypeError` for one whose content is unknown."""
        known = self._known.get(id(value))
        if known is not None:
            return known[1]
        digest = blake2b(self._content(value), digest_size=_SIZE).digest()
        if isinstance(value, _OFTEN_READ):
            self._known[id(value)] = value, digest  # as long as the value is there, its id is no other's
        return digest

    def of_read(self, read: Read) -> bytes:
        """Return the digest of what the site holds where a page once read."""
        part, key = read
        digest = self._read[part].get(key)
        if digest is None:
            try:
                digest = self.of(read_again(self._site, read))
            except AttributeError:
                digest = b""  # a part that sites do not have any more
            self._read[part][key] = digest
        return digest

    def _content(self, value: object) -> bytes:
        if value is ABSENT:
            return b""
        if isinstance(value, tuple | list):
            return b"[" + b"".join([self.of(each) for each in value])
        if isinstance(value, Mapping):
            return b"{" + b"".join([self.of(each) for pair in value.items() for each in pair])
        if isinstance(value, _MADE_OF_OTHERS):
            return b"".join([type(value).__name__.encode(), *map(self.of, self._parts(value))])
        return self._encoder.encode(value)

    def _parts(self, value: Any) -> Iterator[object]:  # noqa: ANN401 - any dataclass
        for field in fields(value):
            part = getattr(value, field.name)
            if self._places or not isinstance(part, Span):
                yield part

    def _written(self, value: object) -> object:
        """Return what MessagePack has a form for."""
        if isinstance(value, Entry):
            return value.content(places=self._places)
        if isinstance(value, Mapping):
            return dict(value)
        raise TypeError(type(value).__name__)
