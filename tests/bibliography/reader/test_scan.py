"""Where entries begin, whatever stands around them."""

from __future__ import annotations

from pathlib import Path

import pytest

from paperatlas.bibliography import read_library
from paperatlas.bibliography.reader.scan import closing_brace, scan

HOSTILE = [
    b"@" + b" " * 200_000,
    b"@misc" + b" " * 200_000 + b"x",
    b"@" * 200_000,
    b"@misc{a, title=" + b"{" * 200_000,
    b'@misc{a, title="' * 20_000,
    b"".join(b"@misc{k%d, title={x}} " % number for number in range(20_000)),
    b"".join(b"  @misc{k%d, title={x}}\n " % number for number in range(20_000)),
]


@pytest.mark.slow
@pytest.mark.parametrize("data", HOSTILE, ids=range(len(HOSTILE)))
def test_no_text_takes_more_than_linear_time(tmp_path: Path, data: bytes) -> None:
    # No clock: quadratic time over this much would take hours, so that it is seen.
    path = tmp_path / "a.bib"
    path.write_bytes(data)
    library, _ = read_library([path], tmp_path)
    assert library.files[0].starts == library.files[0].read


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("@misc{a, title={100% sure}} @misc{b, title={x}}", ["a", "b"]),
        ("@misc{a, title={100% sure}} % @misc{b, title={x}}", ["a"]),
        ("% @misc{a, title={x}} @misc{b, title={y}}\n@misc{c, title={z}}", ["c"]),
    ],
)
def test_a_percent_sign_in_a_value_hides_nothing(tmp_path: Path, text: str, keys: list[str]) -> None:
    path = tmp_path / "a.bib"
    path.write_text(text, encoding="utf-8")
    library, _ = read_library([path], tmp_path)
    assert [entry.key for entry in library.entries] == keys


# text, the kind and place of each block
BLOCKS = [
    ("", []),
    ("no entries", []),
    ("@book{a}", ["book 1:1"]),
    ("@BOOK {a}", ["book 1:1"]),
    ("@ book\n{a}", ["book 1:1"]),
    ("see @book{a}\n  @misc{b}", ["book 1:5", "misc 2:3"]),
    ("\r\n@misc{a,\r\n x={é}}\r\n@misc{b}", ["misc 2:1", "misc 4:1"]),
    ("@string{a={b}}@misc{b}", ["string 1:1", "misc 1:15"]),
    ("@string(a = {x})\n@preamble(x)\n@comment(x)", ["string 1:1", "preamble 2:1", "comment 3:1"]),
    ("@图书{键, x={1}}", ["图书 1:1"]),
    # what must show a key to be no text
    ("@{a, x=1}", [" 1:1"]),
    ("@{a}", []),
    ("@(a, x=1)", []),
    ("@book(a, x=1)", ["book 1:1"]),
    ("@book(see there)", []),
    ("@book a, x=1}", ["book 1:1"]),
    ("@song a, x=1}", []),
    ("see @book a, x=1}", []),
    # no heads
    ("me@book{a}", []),
    ("% @book{a}", []),
    ("@misc{a} % @misc{b}\n@misc{c}", ["misc 1:1", "misc 2:1"]),
    # heads in values
    ("@misc{a, t={\n  @book{b,}\n}}\n@misc{c}", ["misc 1:1", "misc 4:1"]),
    ("@misc{a, t={\n@book{b,}\n}}\n@misc{c}", ["misc 1:1", "book 2:1", "misc 4:1"]),
    ("  @misc{a,\n@book{b,}", ["misc 1:3", "book 2:1"]),
    ("@misc{a, t={\n  @book{b,}\n", ["misc 1:1", "book 2:3"]),
    ("@misc{a, t={ @book{b,}\n", ["misc 1:1"]),
]


@pytest.mark.parametrize(("text", "blocks"), BLOCKS)
def test_a_block_begins_where_a_line_or_another_block_ends(text: str, blocks: list[str]) -> None:
    data = text.encode()
    chunks = scan(data).chunks
    assert [f"{chunk.kind} {chunk.line}:{chunk.column}" for chunk in chunks] == blocks
    assert all(data[chunk.start : chunk.start + 1] == b"@" for chunk in chunks)
    assert [chunk.end for chunk in chunks] == [*(chunk.start for chunk in chunks[1:]), len(data)][: len(chunks)]


@pytest.mark.parametrize(
    ("text", "kinds", "commented"),
    [
        ("@comment{\n@book{a}\n  @book{b}\n}\n@misc{c}", ["comment", "misc"], ((1, 2),)),
        ("\n@Comment{ x @book{a} }\n@misc{c}", ["comment", "misc"], ()),
        ("@comment{ {\n@book{a}", ["comment", "book"], ()),
        ("@comment no brace\n@book{a}", ["book"], ()),
    ],
)
def test_entries_in_a_comment_are_counted(text: str, kinds: list[str], commented: tuple[tuple[int, int], ...]) -> None:
    found = scan(text.encode())
    assert [chunk.kind for chunk in found.chunks] == kinds
    assert found.commented == commented


@pytest.mark.parametrize(
    ("data", "limit", "end"),
    [(b"{a{b}c}d", 8, 7), (b"{a{b}c}d", 6, -1), (b"{a{b}c", 6, -1), (b"{\\}}", 4, 3), (b"{", 1, -1)],
)
def test_a_brace_is_closed_by_the_count_of_braces(data: bytes, limit: int, end: int) -> None:
    assert closing_brace(data, 1, limit) == end
