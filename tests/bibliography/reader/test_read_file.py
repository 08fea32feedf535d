"""Reading one file: its entries are accounted for, and so is what is between them."""

from __future__ import annotations

import pytest

from paperatlas.bibliography.model.stored import ReadFile
from paperatlas.bibliography.reader.macros import Definition, Macros
from paperatlas.bibliography.reader.read_file import look
from paperatlas.bibliography.reader.read_file import read_source as done_with
from paperatlas.bibliography.reader.source import source_of
from tests.bibliography.conftest import Read


@pytest.mark.parametrize(
    ("text", "keys", "codes"),
    [
        ("some words\n@book{a}\nmore words\n", ["a"], []),
        ("@book{a}\nmore = {words}\n", ["a"], ["SYN019:2:1"]),
        ("% @book{a}\n@book{b}\n", ["b"], []),
        ("see @book{a} and @book{b}\n", ["a", "b"], []),
        ("@book{a} @book{b}\n@book{c} % @book{d}\n", ["a", "b", "c"], []),
        ('@preamble{"\\newcommand{\\x}{y}"}\n@book{a}\n', ["a"], []),
        ("@comment{jabref-meta: databaseType:biblatex;}\n@book{a}\n", ["a"], []),
        ("@comment{\n@book{a}\n@book{b}\n}\n@book{c}\n", ["c"], ["SYN014:1:1"]),
        ("@comment{ never closed\n@book{a}\n@book{b}\n", ["a", "b"], []),
        ("@comment no braces\n@book{a}\n", ["a"], []),
        ("@book{a, title = {One} @book{b, title = {Two}}\n", ["a", "b"], ["SYN004:1:1"]),
        ("@book{\n@book{b}\n", ["b"], ["SYN002:1:1"]),
        ("@book{a,\n@book{b,\n@book{c,\n", ["a", "b", "c"], ["SYN004:1:1", "SYN004:2:1", "SYN004:3:1"]),
        ("@book{,\n  title = {One}\n}\n", ["book-1"], ["SYN007:1:1"]),
        ("@book{ title = {One} }\n", ["book-1"], ["SYN007:1:1"]),
        ("@book{Smith 2020, title = {One}}\n", ["Smith 2020"], ["SYN008:1:7"]),
        ("", [], []),
        ("no entries at all", [], ["SYN023:1:1"]),
        ("@", [], ["SYN021:1:1"]),
        ("@book", [], ["SYN021:1:1"]),
        ("@book{", [], ["SYN002:1:1"]),
    ],
)
def test_entries_of_a_file(read: Read, text: str, keys: list[str], codes: list[str]) -> None:
    library, problems = read(text)
    assert [entry.key for entry in library.entries] == keys
    assert [f"{each.code}:{each.line}:{each.column}" for each in problems] == codes
    lost = sum(each.code == "SYN002" for each in problems)
    assert library.files[0].starts == library.files[0].read + lost == len(keys) + lost


@pytest.mark.parametrize(
    "data",
    [bytes(range(256)) * 40, b"%PDF-1.7\n1 0 obj\n", b"PK\x03\x04\x14\x00\x00\x00\x08\x00", b"\x00" * 300],
    ids=["noise", "PDF", "ZIP", "nothing but NUL"],
)
def test_what_is_no_text_is_one_error(read: Read, data: bytes) -> None:
    library, problems = read(data)
    assert library.entries == ()
    assert [(each.code, each.severity, each.variant) for each in problems] == [("SYN023", "error", "binary")]


def test_a_damaged_text_is_read(read: Read) -> None:
    library, problems = read(b"@misc{a, title = {A}}\n" + b"\x00" * 300)
    assert [entry.key for entry in library.entries] == ["a"]
    assert [each.code for each in problems] == ["ENC002"]


def test_lost_and_mistaken_characters_are_reported(read: Read) -> None:
    _, problems = read("@misc{a,\n  author = {M\ufffdller, A.},\n  title = {MÃ¼ller Ã–l},\n}\n")
    assert [(problem.code, str(problem.span)) for problem in problems] == [
        ("ENC003", "a.bib:2:14"),
        ("ENC004", "a.bib:3:13"),
    ]


def read_text(text: str, number: int = 0, others: tuple[Definition, ...] = ()) -> ReadFile:
    """A file, looked at and read with the macros of others."""
    looked = look(source_of("a.bib", text.encode()), number)
    return done_with(looked, number, Macros([*looked.definitions, *others]))


@pytest.mark.parametrize(
    ("text", "names", "codes"),
    [
        ("@misc{a}\n@String{one = {1}, two = one # { 2}}\n@string(three = 3)", ["one", "two", "three"], []),
        ("@string{a = {x}, b = }", ["a"], ["SYN012:1:22"]),
        ("\n  @string{}", [], ["MAC005:2:3"]),
        ("@string{a}", [], ["MAC005:1:1"]),
        ("@string{x", [], ["SYN004:1:1", "MAC005:1:1"]),
        ("@misc{a", [], []),
    ],
)
def test_the_first_look_finds_the_macros(text: str, names: list[str], codes: list[str]) -> None:
    looked = look(source_of("a.bib", text.encode()), 3)
    assert [definition.name for definition in looked.definitions] == names
    assert all(definition.order[0] == 3 for definition in looked.definitions)
    assert [f"{problem.code}:{problem.line}:{problem.column}" for problem in looked.problems] == codes


def test_a_file_is_read_with_the_macros_of_others() -> None:
    text = "@misc{a, note = m}"
    (definition,) = look(source_of("b.bib", b"@string{m = {M}}"), 0).definitions
    known, unknown = read_text(text, 1, (definition,)), read_text(text, 1)
    assert [file.store.fields_of(0)["note"].raw for file in (known, unknown)] == ["M", "m"]
    assert [[problem.code for problem in file.problems] for file in (known, unknown)] == [[], ["MAC001"]]


@pytest.mark.parametrize(
    ("text", "starts", "keys", "codes"),
    [
        ("@misc{a,t={1}\n  @misc{b, t={2}} @misc{c,t={3}}\n}", 3, ["a", "b", "c"], ["SYN004:1:1", "SYN005:3:1"]),
        ("@misc{}\n@misc{b}", 2, ["b"], ["SYN002:1:1"]),
        ("@comment{\n@misc{a}\n@misc{b}\n}\n@misc{c}", 1, ["c"], ["SYN014:1:1"]),
        ("@misc{a, t={\\foo}}\n@misc{b, t={\\foo \\bar}}", 2, ["a", "b"], ["TEX001:1:13", "TEX001:2:18"]),
        ("@misc{a, t={M\ufffdller Ã¼}}", 1, ["a"], ["ENC003:1:14", "ENC004:1:20"]),
        ("@misc{a, t={Ãx Ä}}", 1, ["a"], []),
        ("", 0, [], []),
    ],
)
def test_every_entry_is_read_or_reported(text: str, starts: int, keys: list[str], codes: list[str]) -> None:
    file = read_text(text)
    assert (file.file, file.starts) == ("a.bib", starts)
    assert [head.key for head in file.heads] == keys
    assert [f"{problem.code}:{problem.line}:{problem.column}" for problem in file.problems] == codes


def test_links_count_the_entries_that_were_read() -> None:
    file = read_text("@misc{}\n@misc{a}\n@misc{b, crossref = {a}}")
    assert [(link.entry, link.kind, link.key) for link in file.links] == [(1, "crossref", "a")]
    assert list(file.store.fields_of(1)) == ["crossref"]


@pytest.mark.parametrize(
    "texts",
    [
        ["@book{a, title = {One\x01Two}}"],
        ["@book{a, title = {One\u2028Two}}"],
        ["@string{t = {One\x0cTwo}}\n@book{a, title = t}"],
        ["@string{t = {Two}}\n@book{a, title = {One\x7f} # t}"],
        ["@string{t = {One\x01Two}}", "@book{a, title = t}"],
    ],
)
def test_no_sign_of_control_stands_in_a_title(texts: list[str], read: Read) -> None:
    """A file without any is not looked through value by value, but for what it takes from others."""
    library, _ = read(*texts)
    assert str(library.entries[0].text("title")).replace(" ", "") == "OneTwo"
