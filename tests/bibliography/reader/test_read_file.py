"""Reading one file: its entries are accounted for, and so is what is between them."""

from __future__ import annotations

import pytest

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
        ("no entries at all", [], []),
        ("@", [], []),
        ("@book", [], []),
        ("@book{", [], ["SYN002:1:1"]),
    ],
)
def test_entries_of_a_file(read: Read, text: str, keys: list[str], codes: list[str]) -> None:
    library, problems = read(text)
    assert [entry.key for entry in library.entries] == keys
    assert [f"{each.code}:{each.line}:{each.column}" for each in problems] == codes
    lost = sum(each.code == "SYN002" for each in problems)
    assert library.files[0].starts == library.files[0].read + lost == len(keys) + lost


def test_lost_and_mistaken_characters_are_reported(read: Read) -> None:
    _, problems = read("@misc{a,\n  author = {M\ufffdller, A.},\n  title = {MÃ¼ller Ã–l},\n}\n")
    assert [(problem.code, str(problem.span)) for problem in problems] == [
        ("ENC003", "a.bib:2:14"),
        ("ENC004", "a.bib:3:13"),
    ]
