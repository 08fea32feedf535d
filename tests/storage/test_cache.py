"""What is cached is read as it was, or not at all: whatever happened to its file, nothing is misread and nothing raised."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from paperatlas.bibliography.model.marked_text import Mark, Marked, Node
from paperatlas.bibliography.model.name import Name, NameList
from paperatlas.bibliography.model.stored import Head, StoredField, StoredLink
from paperatlas.bibliography.reader.cache import StoredProblem
from paperatlas.bibliography.reader.macros import Definition
from paperatlas.diagnostics.problem import Edit, Span
from paperatlas.graph.model import Area, Box, Caption, GraphEdge, Layout, Route, Year
from paperatlas.storage import cache as storage_cache
from paperatlas.storage.cache import BROKEN, Cache, from_msgpack, key_of, to_msgpack


@dataclass(frozen=True, slots=True)
class Stone:
    kind: Literal["flint", "slate"]
    sides: tuple[tuple[float, float], ...] = ()


class Heap(NamedTuple):
    name: str
    stones: list[Stone]
    weights: dict[str, int | None]


class OtherHeap(NamedTuple):
    name: str
    stones: list[Stone]
    weights: dict[str, int | None]


HEAP = Heap("王", [Stone("flint", ((1.0, 0.1),)), Stone("slate")], {"a": 3, "b": None})
HEAPS = Cache(Heap, made_with=("1.0",))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    HEAPS.save(tmp_path / "cache/heap", HEAP, b"key", b"more")
    return tmp_path / "cache/heap"


def test_what_is_saved_is_loaded(path: Path) -> None:
    assert HEAPS.load(path, b"key", b"more") == HEAP
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize(
    ("cache", "key"),
    [
        (HEAPS, (b"key",)),
        (HEAPS, (b"more", b"key")),
        (HEAPS, (b"keym", b"ore")),
        (HEAPS, (b"key", b"more", b"")),
        (Cache(Heap, made_with=("1.1",)), (b"key", b"more")),
        (Cache(Heap), (b"key", b"more")),
        (Cache(OtherHeap, made_with=("1.0",)), (b"key", b"more")),
    ],
)
def test_another_key_type_or_library_is_another_value(path: Path, cache: Cache[Any], key: tuple[bytes, ...]) -> None:
    assert cache.load(path, *key) is None


def test_another_program_is_another_value(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storage_cache, "program_digest", lambda: b"another")
    assert HEAPS.load(path, b"key", b"more") is None


def test_the_program_is_all_its_sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "storage").mkdir()
    monkeypatch.setattr(storage_cache, "__file__", str(tmp_path / "storage/cache.py"))
    digests = {storage_cache.program_digest.__wrapped__()}
    for number, name in enumerate(("a.py", "text/b.py", "text/b.py"), 2):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"x = {number}", encoding="utf-8")
        digests.add(storage_cache.program_digest.__wrapped__())
        assert len(digests) == number


def test_a_file_cut_short_anywhere_is_not_used(path: Path) -> None:
    data = path.read_bytes()
    for size in range(len(data)):
        path.write_bytes(data[:size])
        assert HEAPS.load(path, b"key", b"more") is None, size


def test_a_file_with_any_bit_flipped_is_not_used(path: Path) -> None:
    data = path.read_bytes()
    for bit in range(8 * len(data)):
        damaged = bytearray(data)
        damaged[bit // 8] ^= 1 << bit % 8
        path.write_bytes(damaged)
        assert HEAPS.load(path, b"key", b"more") is None, bit


@pytest.mark.parametrize(
    "change",
    [
        lambda _: b"",
        lambda _: b"{}",
        lambda _: b"[" * 100_000,
        lambda _: b"\0" * 100_000,
        lambda data: data + b"\0",
        lambda data: b"\n" + data,
        lambda data: data + data,
        lambda data: data.replace(b"cache 1", b"cache 0"),
        lambda _: b'{"program": "x", "size": 2, "checksum": 0}\n{}',
    ],
)
def test_a_foreign_or_older_file_is_not_used(path: Path, change: Callable[[bytes], bytes]) -> None:
    path.write_bytes(change(path.read_bytes()))
    assert HEAPS.load(path, b"key", b"more") is None


@pytest.mark.parametrize(
    "value",
    [
        None,
        (),
        {},
        Heap(3, [], {}),  # type: ignore[arg-type]
        Heap("x", [Stone("chalk")], {}),  # type: ignore[arg-type]
        Heap("x", [Stone("flint", ((1.0,),))], {}),  # type: ignore[arg-type]
        Heap("x", [Stone("flint", (("1", 2.0),))], {}),  # type: ignore[arg-type]
        Heap("x", [], {"a": True}),
        Heap("x", [], {"a": 1.5}),  # type: ignore[dict-item]
        Heap("x", [{}], {}),  # type: ignore[list-item]
        ("x", [], {}, 1),
    ],
)
def test_a_forged_value_of_another_type_is_not_used(path: Path, value: Any) -> None:
    HEAPS.save(path, value, b"key", b"more")
    assert HEAPS.load(path, b"key", b"more") is None


@pytest.mark.parametrize(
    "data",
    [b"", b"\xc1", b"\x91" * 200_000, b"\xdd\xff\xff\xff\xff", b"\xdb\xff\xff\xff\xffx", b"\x93\xa1\xff\x90\x80"],
)
def test_bytes_that_hold_nothing_end_in_a_known_way(data: bytes) -> None:
    with pytest.raises(BROKEN):
        from_msgpack(Heap, data)


def test_a_folder_that_cannot_be_written_to_costs_nothing_but_time(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    HEAPS.save(tmp_path / "file/heap", HEAP)
    HEAPS.save(tmp_path, HEAP)
    assert HEAPS.load(tmp_path / "file/heap") is None
    assert HEAPS.load(tmp_path) is None
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


def test_text_that_utf8_has_no_form_for_is_not_kept_and_can_be_a_key(tmp_path: Path) -> None:
    HEAPS.save(tmp_path / "heap", Heap("\udcff", [], {}))
    assert not (tmp_path / "heap").exists()
    assert key_of([Stone("flint"), "\udcff"]) != key_of([Stone("flint"), "\udcfe"])


# The types that are cached are read as they were.

words = st.text(st.characters(codec="utf-8"), max_size=5)
numbers = st.integers(-(2**40), 2**40)
floats = st.floats(allow_nan=False)
spans = st.builds(Span, words, numbers, numbers, numbers, numbers)
nodes: st.SearchStrategy[Node] = st.recursive(
    words,
    lambda inner: st.builds(Marked, st.sampled_from(get_args(Mark)), st.lists(inner, max_size=3).map(tuple)),
)
names = st.builds(
    NameList, st.lists(st.builds(Name, words, words, words, words, words), max_size=3).map(tuple), st.booleans()
)
values = st.none() | names | st.lists(nodes, max_size=3).map(tuple)
arguments = st.lists(st.tuples(words, words | numbers), max_size=3).map(tuple)
points = st.lists(st.tuples(floats, floats), max_size=3).map(tuple)
some_words = st.lists(words, max_size=2).map(tuple)
TYPES: dict[Any, st.SearchStrategy[Any]] = {
    Head: st.builds(Head, words, words, numbers, numbers, numbers),
    StoredLink: st.builds(StoredLink, numbers, words, words, numbers, numbers),
    StoredField: st.builds(StoredField, words, words, words, numbers, numbers, numbers, numbers, values),
    Definition: st.builds(
        Definition, words, st.tuples(numbers, numbers), st.lists(st.tuples(words, words), max_size=3).map(tuple), spans
    ),
    StoredProblem: st.builds(
        StoredProblem,
        words,
        spans,
        words,
        arguments,
        st.lists(spans, max_size=2).map(tuple),
        st.none() | st.builds(Edit, spans, words, words),
    ),
    Layout: st.builds(
        Layout,
        st.sampled_from(("layered", "force", "grid", "map")),
        floats,
        floats,
        st.lists(
            st.builds(Box, words, floats, floats, some_words, numbers, numbers, st.booleans(), floats, floats)
        ).map(tuple),
        st.lists(
            st.builds(Route, st.builds(GraphEdge, words, words, words), st.just("bezier"), points, st.booleans())
        ).map(tuple),
        st.lists(st.builds(Area, words, floats, floats, floats, floats)).map(tuple),
        st.lists(st.builds(Caption, st.just("group"), words, some_words, floats, floats)).map(tuple),
        st.lists(st.builds(Year, words, floats, floats, floats, floats, st.booleans())).map(tuple),
    ),
}


@pytest.mark.parametrize("type_", TYPES, ids=lambda type_: type_.__name__)
@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(data=st.data())
def test_what_is_encoded_is_decoded(type_: Any, data: st.DataObject) -> None:
    value = data.draw(TYPES[type_])
    assert from_msgpack(type_, to_msgpack(value)) == value
