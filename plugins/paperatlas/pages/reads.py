"""What a page reads of its site, recorded while it is made: it need not be made again until something of that changes.

Pages and templates get a site whose parts note what is asked of them. That is complete for templates of others as well:
there is nothing else that they could ask.
"""

from __future__ import annotations

from collections.abc import Callable, ItemsView, Iterable, Iterator, Mapping, ValuesView
from dataclasses import replace
from operator import attrgetter
from typing import Any, TypeVar, cast

from paperatlas.atlas import Atlas
from paperatlas.atlas.indexes import Index, Indexes
from paperatlas.pages.render import Site

_Made = TypeVar("_Made")

Read = tuple[str, str | None]
"""A part of the site, such as `atlas.papers`, and what was asked of it by key; None is the whole of it."""

ABSENT = object()
"""What a mapping has under a key that it does not have."""


def by_part(reads: Iterable[Read]) -> dict[str, tuple[str | None, ...]]:
    """Return what was read by the parts of the site, which take less room so."""
    found: dict[str, list[str | None]] = {}
    for part, key in reads:
        found.setdefault(part, []).append(key)
    return {part: tuple(keys) for part, keys in found.items()}


class Reads:
    """What is read, while something is made."""

    def __init__(self) -> None:
        self._found: dict[Read, None] = {}

    def during(self, make: Callable[[], _Made]) -> tuple[_Made, tuple[Read, ...]]:
        """Return what `make` returns, and what it has read, each once."""
        before, self._found = self._found, {}
        try:
            return make(), tuple(self._found)
        finally:
            self._found = before

    def add(self, part: str, key: object = None) -> None:
        """Note that something was read: the whole of a part whose keys are no texts."""
        self._found[part, key if isinstance(key, str) else None] = None


def recorded(site: Site) -> tuple[Site, Reads]:
    """Return a site that is the same for whom it is asked by, and what notes all that it is asked."""
    reads = Reads()
    return (
        replace(
            site,
            atlas=cast("Atlas", _Recorded(site.atlas, "atlas", reads)),
            indexes=cast("Indexes", _Recorded(site.indexes, "indexes", reads)),
            related=_RecordedMapping(site.related, "related", reads),
            changed=_RecordedMapping(site.changed, "changed", reads),
            authors_abstracts=_RecordedMapping(site.authors_abstracts, "authors_abstracts", reads),
        ),
        reads,
    )


def read_again(site: Site, read: Read) -> object:
    """Return what a site that is not recorded holds now where another was read."""
    part, key = read
    value = attrgetter(part)(site)
    return value.get(key, ABSENT) if key is not None else value


class _RecordedMapping(Mapping[str, Any]):
    """A mapping that notes the keys it is asked for, or that it was gone through."""

    def __init__(self, values: Mapping[str, Any], part: str, reads: Reads) -> None:
        self._values = values
        self._part = part
        self._reads = reads

    def __getitem__(self, key: str) -> Any:  # noqa: ANN401 - as the mapping has it
        self._reads.add(self._part, key)
        return self._values[key]

    def get(self, key: str, default: Any = None) -> Any:  # noqa: ANN401
        """Return a value, else the default."""
        self._reads.add(self._part, key)
        return self._values.get(key, default)

    def __contains__(self, key: object) -> bool:
        self._reads.add(self._part, key)
        return key in self._values

    def __iter__(self) -> Iterator[str]:
        self._reads.add(self._part)
        return iter(self._values)

    def __len__(self) -> int:
        self._reads.add(self._part)
        return len(self._values)

    def values(self) -> ValuesView[Any]:
        """Return all values."""
        self._reads.add(self._part)
        return self._values.values()

    def items(self) -> ItemsView[str, Any]:
        """Return all keys with their values."""
        self._reads.add(self._part)
        return self._values.items()


class _Recorded:
    """A value that notes which of its attributes are read; of mappings, which keys."""

    def __init__(self, value: object, part: str, reads: Reads) -> None:
        self._value = value
        self._part = part
        self._reads = reads

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - as the value has it
        value = getattr(self._value, name)
        part = f"{self._part}.{name}"
        if isinstance(value, Mapping):
            value = _RecordedMapping(value, part, self._reads)
        elif isinstance(value, Index):
            value = _Recorded(value, part, self._reads)
        else:
            self._reads.add(part)
            return value
        # Found at once from now on: what it is asked for is noted by itself.
        setattr(self, name, value)
        return value
