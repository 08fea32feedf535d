"""The format of Pagefind 1.5's indexes: reading the words of one, and writing one that joins several.

An index of a language has files of gzipped CBOR behind a signature (a text in brackets is an array):

    meta    [version, [[fragment, number of words], ...], [[first word, last word, piece], ...], [], [], [field, ...]]
    piece   [[[word, [page, ...], [[word with accents, [page, ...]], ...]], ...]]
    page    [pages since the page before, [where in its text, ...], [where in its fields, ...]]

What there is of a word on a page stays as it is when indexes are joined. Only the first page of each index has to be
counted from the last page of the index before it, so the pages of a word are copied as bytes.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import groupby
from typing import Any

SIGNATURE = b"pagefind_dcd"
FIELDS = ("byline", "kind", "names", "title", "image", "image_alt")
"""The fields of a page that search knows: ours, which every page has, then those that Pagefind finds in a page.
Pagefind numbers them by their names: only shards with a picture need other numbers."""

_PIECE = 57_000
"""About so many bytes are in a piece of an index before it is compressed, as in those that Pagefind makes."""

_TEXT, _ARRAY = 3, 4  # types of CBOR, besides 0 and 1, which are integers
_BYTE, _LONGEST = 24, 26  # a number from 0 to 23 stands for itself; 24 to 26 tell that it follows in 1, 2 or 4 bytes
_INT = rb"(?:[\x00-\x17\x20-\x37]|[\x18\x38].|[\x19\x39]..|[\x1a\x3a]....)"
_HEAD = rb"(?:[\x80-\x97]|\x98.|\x99..|\x9a....)"
_ONE_PAGE = rb"\x83(?:%b)%b%b*%b%b*" % (_INT, _HEAD, _INT, _HEAD, _INT)
_PAGES = re.compile(rb"(?:%b)*" % _ONE_PAGE, re.DOTALL)
_STEP = re.compile(rb"\x83(%b)%b%b*%b%b*" % (_INT, _HEAD, _INT, _HEAD, _INT), re.DOTALL)
_FIELDS = re.compile(rb"(\x83%b%b%b*)(%b%b*)" % (_INT, _HEAD, _INT, _HEAD, _INT), re.DOTALL)
_NUMBER = re.compile(_INT, re.DOTALL)


class FormatError(Exception):
    """An index has another format than is known here."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of an index, each with the pages that have it.

    A value of each list belongs to a word: there are hundreds of thousands of words in the shards of a large site, and
    an object for each would cost seconds, most of them in Python's search for garbage.
    """

    keys: list[str] = field(default_factory=list)
    """The word; or the word, a zero character, and how it is written with accents on these pages."""
    first: list[int] = field(default_factory=list)
    last: list[int] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)
    rest: list[bytes] = field(default_factory=list)
    """The pages, but for the beginning of the first and its number."""

    def add(self, key: str, steps: Sequence[bytes], data: bytes) -> None:
        """Add a word with its pages; `steps` are the numbers in them, each counted from the page before."""
        joined = b"".join(steps)
        self.keys.append(key)
        self.first.append(_number(steps[0]))
        # Nearly all are single bytes, which are the numbers.
        self.last.append(sum(joined) if len(joined) == len(steps) else sum(map(_number, steps)))
        self.pages.append(len(steps))
        self.rest.append(data[1 + len(steps[0]) :])


@dataclass(frozen=True, slots=True)
class Shard:
    """The index of some pages of a language: `pages` are their fragments and how many words each has."""

    version: str
    pages: list[tuple[str, int]]
    words: Words
    fragments: dict[str, bytes]


def read_shard(files: Mapping[str, bytes], meta: str) -> Shard:
    """Return the index of which `meta` is the name. Raises `FormatError`."""
    try:
        version, pages, pieces, filters, sorts, fields = _Reader(_unpacked(files[f"pagefind.{meta}.pf_meta"])).value()
        if filters or sorts or not {"byline", "title"} <= set(fields) <= set(FIELDS):
            raise FormatError
        numbers = {_head(1, number): _head(1, FIELDS.index(field)) for number, field in enumerate(fields)}
        words = Words()
        for _, _, piece in pieces:
            _read_words(
                _unpacked(files[f"index/{piece}.pf_index"]), words, {b: a for b, a in numbers.items() if b != a}
            )
        fragments = {name: files[f"fragment/{name}.pf_fragment"] for name, _ in pages}
        return Shard(version, [(name, count) for name, count in pages], words, fragments)
    except (ValueError, TypeError, KeyError, IndexError, EOFError, OSError) as error:
        raise FormatError from error


def join_shards(language: str, shards: Sequence[Shard]) -> tuple[str, dict[str, bytes]]:
    """Return the name of an index of all pages of some shards, and its files; those that are not packed are signed."""
    pages: list[tuple[str, int]] = []
    files: dict[str, bytes] = {}
    words: dict[str, _Pages] = {}
    numbers = [_head(0, number) for number in range(sum(len(shard.pages) for shard in shards) + 1)]
    for number, shard in enumerate(shards):
        _join_words(shard.words, words, len(pages), numbers)
        for name, count in shard.pages:
            # Pagefind's names have seven digits, and tells those alike apart only within an index.
            own = name if f"fragment/{name}.pf_fragment" not in files else f"{name}_{number}"
            files[f"fragment/{own}.pf_fragment"] = shard.fragments[name]
            pages.append((own, count))
    pieces: list[bytes] = []
    for first, last, data in _pieces(words):
        name = f"{language}_{_digest(data)}"
        files[f"index/{name}.pf_index"] = SIGNATURE + data
        pieces.append(_array([_text(first), _text(last), _text(name)]))
    listed = [_array([_text(name), _head(0, count)]) for name, count in pages]
    fields = [_text(field) for field in FIELDS]
    data = _array([_text(shards[0].version), _array(listed), _array(pieces), _array([]), _array([]), _array(fields)])
    meta = f"{language}_{_digest(data)}"
    files[f"pagefind.{meta}.pf_meta"] = SIGNATURE + data
    return meta, files


@dataclass(slots=True)
class _Pages:
    """The pages of a word in the shards so far: how many, which is the last, and their data."""

    count: int = 0
    last: int = 0
    data: list[bytes] = field(default_factory=list)

    def encoded(self) -> bytes:
        return b"".join((_head(_ARRAY, self.count), *self.data))


def _join_words(words: Words, joined: dict[str, _Pages], before: int, numbers: Sequence[bytes]) -> None:
    """Add the words of a shard to those of the shards `before` it, which have so many pages."""
    for key, first, last, count, rest in zip(words.keys, words.first, words.last, words.pages, words.rest, strict=True):
        pages = joined.get(key)
        if pages is None:
            pages = joined[key] = _Pages()
        pages.data += b"\x83", numbers[before + first - pages.last], rest
        pages.last = before + last
        pages.count += count


def _pieces(words: Mapping[str, _Pages]) -> Iterator[tuple[str, str, bytes]]:
    """Yield the pieces of an index in order: between which words each is, and its data.

    The words between are as short as they can be: a browser asks for the piece of the beginning of a word as well.
    """
    whole: list[tuple[list[str], bytes]] = []
    names: list[str] = []
    parts: list[bytes] = []
    size = 0
    for word, keys in groupby(sorted(words), key=lambda key: key.partition("\0")[0]):
        accented = [_array([_text(form), words[key].encoded()]) for key in keys if (form := key.partition("\0")[2])]
        plain = words[word].encoded() if word in words else _array([])
        parts.append(_array([_text(word), plain, _array(accented)]))
        names.append(word)
        size += len(parts[-1])
        if size > _PIECE:
            whole.append((names, _array([_array(parts)])))
            names, parts, size = [], [], 0
    if parts:
        whole.append((names, _array([_array(parts)])))
    start = whole[0][0][0] if whole else ""
    for at, (names, data) in enumerate(whole):
        following = whole[at + 1][0][0] if at + 1 < len(whole) else ""
        end, next_start = _shortened(names[-1], following) if following else (names[-1], "")
        yield start, end, data
        start = next_start


def _shortened(word: str, following: str) -> tuple[str, str]:
    """Return two words in order, each cut off behind the first letter in which they differ."""
    same = next((at for at, (a, b) in enumerate(zip(word, following, strict=False)) if a != b), len(word))
    return word[: same + 1], following[: same + 1]


class _Reader:
    """A place in CBOR that is read. What is none raises `ValueError`, `IndexError` or `FormatError`."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def value(self) -> Any:  # noqa: ANN401 - what it is is in the data
        """Return the value that is here: a number, a text, or a list of values."""
        kind = self._data[self._at] >> 5
        if kind == _TEXT:
            return self.text()
        if kind == _ARRAY:
            return [self.value() for _ in range(self.head(_ARRAY))]
        return self.head(0)

    def text(self) -> str:
        """Return the text that is here."""
        length = self.head(_TEXT)
        start = self._at
        self._at += length
        return self._data[start : self._at].decode()

    def head(self, kind: int) -> int:
        """Return the number at the beginning of a value of a type: its length if it has one."""
        first = self._data[self._at]
        self._at += 1
        small = first & 31
        if first >> 5 != kind or small > _LONGEST:
            raise FormatError
        if small < _BYTE:
            return small
        start = self._at
        self._at += 1 << small - _BYTE
        return int.from_bytes(self._data[start : self._at], "big")

    def pages(self, key: str, words: Words, numbers: Mapping[bytes, bytes]) -> None:
        """Read the pages that are here, which have a word, and add them if there are any."""
        count = self.head(_ARRAY)
        found = _PAGES.match(self._data, self._at)
        data = found[0] if found else b""
        self._at += len(data)
        steps = _STEP.findall(data)
        if len(steps) != count:
            raise FormatError
        if steps:
            if numbers:
                data = _FIELDS.sub(lambda page: page[1] + _renumbered(page[2], numbers), data)
            words.add(key, steps, data)

    @property
    def ended(self) -> bool:
        """Return whether nothing follows."""
        return self._at == len(self._data)


def _read_words(data: bytes, words: Words, numbers: Mapping[bytes, bytes]) -> None:
    """Add the words of a piece to others, with the fields on its pages numbered anew."""
    reader = _Reader(data)
    if reader.head(_ARRAY) != 1:
        raise FormatError
    for _ in range(reader.head(_ARRAY)):
        if reader.head(_ARRAY) != len(("word", "pages", "forms")):
            raise FormatError
        word = reader.text()
        reader.pages(word, words, numbers)
        for _ in range(reader.head(_ARRAY)):
            if reader.head(_ARRAY) != len(("form", "pages")):
                raise FormatError
            reader.pages(f"{word}\0{reader.text()}", words, numbers)
    if not reader.ended:
        raise FormatError


def _renumbered(fields: bytes, numbers: Mapping[bytes, bytes]) -> bytes:
    """Return where in its fields a page has a word, with other numbers of fields: a number below zero names one."""
    return _NUMBER.sub(lambda number: numbers.get(number[0], number[0]), fields)


def _unpacked(data: bytes) -> bytes:
    """Return what is in a file of an index."""
    whole = gzip.decompress(data)
    if not whole.startswith(SIGNATURE):
        raise FormatError
    return whole.removeprefix(SIGNATURE)


def packed(data: bytes) -> bytes:
    """Return a file as browsers load it. Higher levels take five times as long for three per cent."""
    return gzip.compress(data, 6, mtime=0) if data.startswith(SIGNATURE) else data


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=5).hexdigest()


def _array(parts: Sequence[bytes]) -> bytes:
    return b"".join((_head(_ARRAY, len(parts)), *parts))


def _text(text: str) -> bytes:
    data = text.encode()
    return _head(_TEXT, len(data)) + data


def _number(data: bytes) -> int:
    """Return the number that an integer of CBOR is, which is not below zero."""
    return int.from_bytes(data[1:] or data, "big")


def _head(kind: int, number: int) -> bytes:
    """Return the beginning of a value of CBOR: its type and a number, in as few bytes as can be."""
    if number < _BYTE:
        return bytes((kind << 5 | number,))
    size = 0 if number < 1 << 8 else 1 if number < 1 << 16 else 2
    return bytes((kind << 5 | _BYTE + size,)) + number.to_bytes(1 << size, "big")
