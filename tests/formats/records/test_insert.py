from __future__ import annotations

import codecs
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperatlas.bibliography import parse_library
from paperatlas.formats.records.insert import append_entries, insert_entry
from paperatlas.formats.records.record import SourceError

ENTRY = "@misc{new,\n  title        = {New},\n}\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "{new}"),
        ("\n", "\n{new}"),
        ("% A library\n", "% A library\n\n{new}"),
        ("@misc{b, title={B}}\n", "@misc{b, title={B}}\n\n{new}"),
        ("@misc{b, title={B}}", "@misc{b, title={B}}\n\n{new}"),
        ("@misc{b, title={B}}\n\n", "@misc{b, title={B}}\n\n{new}\n"),
        (
            "@misc{b, title={B}}\n\n@comment{jabref-meta: x;}\n",
            "@misc{b, title={B}}\n\n{new}\n@comment{jabref-meta: x;}\n",
        ),
        ("@misc{b, title={B}} % said of b\nmore\n", "@misc{b, title={B}} % said of b\n\n{new}\nmore\n"),
        (
            "@misc{A}\n\n@misc{m}\n\n@misc{n}\n\n@misc{z}\n".replace("}", ",title={T}}"),
            "@misc{A}\n\n@misc{m}\n\n@misc{n}\n\n{new}\n@misc{z}\n".replace("}", ",title={T}}").replace("{new,title={T}}", "{new}"),
        ),
        (
            "@misc{o}\n\n@misc{p}\n\n@misc{q}\n\n@misc{z}\n".replace("}", ",title={T}}"),
            "{new}\n@misc{o}\n\n@misc{p}\n\n@misc{q}\n\n@misc{z}\n".replace("}", ",title={T}}").replace("{new,title={T}}", "{new}"),
        ),
    ],
)  # fmt: skip
def test_an_entry_goes_behind_the_last_or_into_the_order(before: str, after: str) -> None:
    assert insert_entry(before.encode(), ENTRY, "x.bib").decode() == after.replace("{new}", ENTRY)


def grouped(*entries: str) -> str:
    """Return a library of `key year group`, an entry each."""
    return "\n".join(
        f"@misc{{{key},\n  date = {{{year}}},\n  keywords = {{d/{group}, x}},\n}}\n"
        for key, year, group in map(str.split, entries)
    )


GROUPED = ["m 2020 one", "c 2020 one", "k 2022 one", "z 2019 two", "d 2023 one"]


@pytest.mark.parametrize(
    ("new", "at"),
    [
        ("a 2019 one", 0),
        ("a 2020 one", 0),
        ("d 2020 one", 2),
        ("n 2020 one", 1),
        ("a 2021 one", 1),
        ("a 2024 one", 3),
        ("b 2024 one", 3),
        ("a 2020 two", 4),
        ("a 2018 two", 4),
        ("a 2020 three", 5),
    ],
)
def test_an_entry_goes_to_its_place_in_its_group(new: str, at: int) -> None:
    together = insert_entry(grouped(*GROUPED).encode(), grouped(new), "x.bib").decode()
    assert together == grouped(*GROUPED[:at], new, *GROUPED[at:])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "{new}"),
        ("% A library\n", "% A library\n\n{new}"),
        ("@misc{b, title={B}}", "@misc{b, title={B}}\n\n{new}"),
        ("@misc{b, title={B}}\n\n\n@comment{c}\n", "@misc{b, title={B}}\n\n{new}\n\n@comment{c}\n"),
        ("@misc{o, title={O}}\n\n@misc{z, title={Z}}\n", "@misc{o, title={O}}\n\n@misc{z, title={Z}}\n\n{new}"),
    ],
)  # fmt: skip
def test_several_entries_go_behind_the_last(before: str, after: str) -> None:
    new = f"{ENTRY}\n{ENTRY.replace('new', 'newer')}"
    assert append_entries(before.encode(), new, "x.bib").decode() == after.replace("{new}", new)


@pytest.mark.parametrize("add", [append_entries, insert_entry])
def test_what_would_not_be_read_is_not_added(add: Callable[[bytes, str, str], bytes]) -> None:
    with pytest.raises(SourceError):
        add(b"@misc{b, title = {B}}\n", "@misc{new,\n  title        = {Open", "x.bib")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ],
)
def test_a_file_keeps_its_line_ends_and_its_encoding(end: str, mark: bytes, encoding: str) -> None:
    old = mark + f"@misc{{b,{end}  title = {{Bé\u2028\x0c}},{end}}}{end}".encode(encoding)
    new = ENTRY.replace("New", "Nö")
    assert insert_entry(old, new, "x.bib") == old + (end + new.replace("\n", end)).encode(encoding)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"@misc{a, title = {\xe9}}", "is not UTF-8"),
        (b"@misc{a, title = {A}", "x.bib contains errors, line 1"),
        (b"@misc{a, title = {A}}\n@misc{b title", "x.bib contains errors, line 2"),
    ],
)
def test_nothing_is_added_to_a_damaged_file(data: bytes, message: str) -> None:
    with pytest.raises(SourceError) as caught:
        insert_entry(data, ENTRY, "x.bib")
    assert message in str(caught.value)


@given(st.lists(st.sampled_from([
    "@misc{a, title = {A}}", "@misc{b,\n  title = {B},\n}", "@string{x = {y}}", "@comment{c}", "% said", "text", "", "\r\n",
    "@misc{c, title = x}", "\n\n", "@preamble{\"p\"}", "@misc(d, title = {D})",
]), max_size=8), st.sampled_from(["\n", "\r\n"]))  # fmt: skip
def test_every_other_byte_stays(blocks: list[str], end: str) -> None:
    old = end.join(blocks).encode()
    try:
        new = insert_entry(old, ENTRY, "x.bib")
    except SourceError:
        return
    at = next(
        at for at in range(len(new)) if new[at:].startswith((ENTRY.encode(), ENTRY.replace("\n", "\r\n").encode()))
    )
    length = len(ENTRY) if new[at:].startswith(ENTRY.encode()) else len(ENTRY) + 3
    head, tail = new[:at], new[at + length :]
    assert any(old == head[: len(head) - cut] + tail[more:] for cut in range(5) for more in range(3))
    keys = [entry.key for entry in parse_library(old, "x.bib")[0].entries]
    assert sorted([*keys, "new"]) == sorted(entry.key for entry in parse_library(new, "x.bib")[0].entries)
