"""An index that is joined from shards says what one says that Pagefind makes of all pages at once."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from paperatlas.build.search import shards
from paperatlas.build.search.index import INDEX, write_search_index
from paperatlas.build.search.index_format import FormatError, read_shard
from paperatlas.build.search.pagefind import Pagefind, find_pagefind
from paperatlas.build.search.records import SearchRecord

WORDS = [
    "flow",
    "flows",
    "Gödel",
    "Godel",
    "gödél",
    "naïve",
    "über",
    "C++",
    "GPT-3",
    "state-of-the-art",
    "foo_bar",
    "😀",
    "diffusion",
    "diffuse",
    "well",
]


def records() -> Iterator[SearchRecord]:
    """Pages of two languages, with and without what changes the format: accents, fields, headings, far places."""
    chance = random.Random(1)
    for number in range(60):
        words = [chance.choice(WORDS) for _ in range(30 if number else 700)]
        title = " ".join(chance.sample(WORDS, 3))
        image = '<h1>Head</h1><p><img src="a.png" alt="A drawn flow"></p>' if number % 7 == 0 else ""
        body = f'<p>{" ".join(words)}</p>{image}<h2 id="part">Gödel {number}</h2><p>word{number}</p>'
        yield SearchRecord(f"papers/{number}/", "en", title, f"Dinh {number}" if number % 3 else "", body)
        yield SearchRecord(f"people/{number}/", "en", f"Person{number} Gödel", "2 papers")
        yield SearchRecord(f"zh/{number}/", "zh", "神经网络", "", f"<p>注意力机制 {number} {title}</p>")


def value(data: bytes, at: int = 0) -> tuple[Any, int]:
    """Return the value of CBOR at a place, and where it ends."""
    kind, number = data[at] >> 5, data[at] & 31
    at += 1
    if number >= 24:
        size = 1 << number - 24
        number, at = int.from_bytes(data[at : at + size], "big"), at + size
    if kind == 3:
        return data[at : at + number].decode(), at + number
    if kind == 4:
        values = []
        for _ in range(number):
            one, at = value(data, at)
            values.append(one)
        return values, at
    return (number if kind == 0 else -1 - number), at


def unpacked(path: Path) -> bytes:
    return gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd")


def places(found: list[Any], pages: list[str], fields: list[str]) -> dict[str, Any]:
    """Return by address where a word is on its pages."""
    number, by_page = 0, {}
    for step, text, in_fields in found:
        number += step
        named = [fields[-1 - place] if place < 0 else place for place in in_fields]
        by_page[pages[number]] = (text, named)
    return by_page


def meaning(index: Path) -> dict[str, Any]:
    """Return what an index says of each word, whatever the order of its pages and the size of its pieces."""
    said: dict[str, Any] = {}
    for language, entry in json.loads((index / "pagefind-entry.json").read_text())["languages"].items():
        meta, _ = value(unpacked(index / f"pagefind.{entry['hash']}.pf_meta"))
        version, hashes, pieces, filters, sorts, fields = meta
        texts = {name: json.loads(unpacked(index / "fragment" / f"{name}.pf_fragment")) for name, _ in hashes}
        pages = [texts[name]["url"] for name, _ in hashes]
        assert len(pages) == entry["page_count"]
        words: dict[str, Any] = {}
        for first, last, piece in pieces:
            [found], _ = value(unpacked(index / "index" / f"{piece}.pf_index"))
            assert all(first <= word <= last or word.startswith(last) for word, *_ in found)
            for word, plain, forms in found:
                accented = {form: places(its, pages, fields) for form, its in forms}
                words[word] = (places(plain, pages, fields), accented)
        counts = dict(zip(pages, (count for _, count in hashes), strict=True))
        said[language] = (version, counts, {text["url"]: text for text in texts.values()}, filters, sorts, words)
    return said


@pytest.fixture(scope="module")
def pagefind() -> Pagefind:
    found = find_pagefind()
    assert found is not None
    return found


@pytest.mark.parametrize("most", [1, 7, 1000])
def test_a_joined_index_says_what_a_whole_one_says(
    most: int, pagefind: Pagefind, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shards, "_PAGES", most)
    pages = list(records())
    assert write_search_index(pagefind, pages, tmp_path / "joined", None) == []
    monkeypatch.setattr(Pagefind, "version", lambda _: "unknown")
    assert write_search_index(pagefind, pages, tmp_path / "whole", None) == []
    assert meaning(tmp_path / "joined" / INDEX) == meaning(tmp_path / "whole" / INDEX)


def test_more_answers_than_a_pipe_holds_wait_for_all_requests(pagefind: Pagefind) -> None:
    pages = [SearchRecord(f"{number}/", "en", f"Title {number}", "Byline " * 20) for number in range(2000)]
    [(entry, _)] = pagefind.make_indexes([pages])
    assert entry.languages["en"].page_count == len(pages)


def test_a_joined_index_has_pieces_of_a_size(
    pagefind: Pagefind, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("paperatlas.build.search.index_format._PIECE", 500)
    pages = list(records())
    assert write_search_index(pagefind, pages, tmp_path, None) == []
    assert len(list((tmp_path / INDEX / "index").iterdir())) > 10
    monkeypatch.undo()
    assert write_search_index(pagefind, pages, tmp_path / "large", None) == []
    assert meaning(tmp_path / INDEX) == meaning(tmp_path / "large" / INDEX)


@pytest.fixture(scope="module")
def made(pagefind: Pagefind) -> dict[str, bytes]:
    """The files of a small index, and under the empty name the one of what it holds."""
    [(entry, files)] = pagefind.make_indexes([[SearchRecord("a/", "en", "A", "B", "<p>Word word</p>")]])
    return files | {"": entry.languages["en"].hash.encode()}


def test_another_format_is_told(made: dict[str, bytes]) -> None:
    meta = made[""].decode()
    assert read_shard(made, meta).pages
    for name in [name for name in made if name.endswith((".pf_meta", ".pf_index", ".pf_fragment"))]:
        with pytest.raises(FormatError):
            read_shard({other: data for other, data in made.items() if other != name}, meta)
    for name in [name for name in made if name.endswith((".pf_meta", ".pf_index"))]:
        data = gzip.decompress(made[name])
        for changed in (data[:-1], data + b"\0", data[12:], b"", data[:12] + b"\xa0" + data[13:]):
            if not (changed == data + b"\0" and name.endswith(".pf_meta")):
                with pytest.raises(FormatError):
                    read_shard(made | {name: gzip.compress(changed)}, meta)
        with pytest.raises(FormatError):
            read_shard(made | {name: b"no gzip"}, meta)
