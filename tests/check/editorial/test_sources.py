"""The table of sources."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from paperatlas.check.editorial import sources
from paperatlas.diagnostics.problem import Problem
from tests.check.editorial.conftest import Found
from tests.conftest import ReadFiles
from tests.growth import is_linear

HEADER = "key\tconfirms\taddress\n"
A = "a\trecord\thttps://example.org/a\n"
B = "b\tcode\thttps://example.org/b\n"

ROWS = [
    # the table, what is said
    (HEADER + A + B, []),
    (HEADER + A + "\n" + B, []),
    (HEADER + A, ["EDI007 bib/a.bib:2:1 'b' has no row in 'sources.tsv'", "separated by tabs, below line 2."]),
    (HEADER + B, ["EDI007 bib/a.bib:1:1 'a' has no row in 'sources.tsv'", "separated by tabs."]),
    (HEADER + A + B + "c\tx\thttps://e.org\n", ["EDI008 sources.tsv:4:1 No entry has the key 'c'.", "Remove the row"]),
    (HEADER.replace("\n", "\r\n") + A.replace("\n", "\r\n") + B, []),
    (
        HEADER + A.replace("\n", f"\u2028{B}"),
        ["EDI008 sources.tsv:2:1 The number of columns in this row is 5", "EDI007 bib/a.bib:2:1 'b' has no row"],
    ),
    (HEADER + A + A + B, ["EDI008 sources.tsv:3:1 The row is there twice.", "Remove one"]),
    (HEADER + B + A, ["EDI008 sources.tsv:3:1 The row of 'a' stands below one that comes after it.", "Sort"]),
    (
        HEADER + A + "b code https://e.org\n" + B,
        ["EDI008 sources.tsv:3:1 The number of columns in this row is 1", "separated by tabs"],
    ),
    (HEADER + A + "b\tcode\te.org\n", ["EDI008 sources.tsv:3:1 'e.org' is not a URL.", "https://"]),
    (HEADER + A + "b\t\thttps://e.org\n", ["EDI008 sources.tsv:3:1 The row of 'b' does not say what", "second column"]),
    (
        A + B,
        ["EDI008 sources.tsv:1:1 The first line does not name the columns.", "EDI007 bib/a.bib:1:1 'a' has no row"],
    ),
]


@pytest.mark.parametrize(("table", "said"), ROWS)
def test_sources(table: str, said: list[str], found: Found) -> None:
    problems = found("{sources: sources.tsv}", "@misc{a}\n@misc{b}\n", {"sources.tsv": table})
    text = "\n".join(f"{code} {each}" for code, each in problems)
    assert bool(text) == bool(said)
    assert all(words in text for words in said)


def test_a_row_that_cannot_be_read_has_no_place_in_the_order(found: Found) -> None:
    table = HEADER + A + B + "a code https://e.org\n"
    assert [code for code, _ in found("{sources: sources.tsv}", "@misc{a}\n@misc{b}\n", {"sources.tsv": table})] == [
        "EDI008"
    ]


def test_without_a_library_its_absence_alone_is_told(found: Found) -> None:
    problems = found("{sources: sources.tsv}", "", {"sources.tsv": HEADER + A + B})
    assert [each for each in problems if each[0].startswith("EDI")] == []


def test_a_table_that_is_not_there(found: Found) -> None:
    ((code, text),) = found("{sources: sources.tsv}", "@misc{a}")
    assert code == "EDI008"
    assert "'sources.tsv' cannot be read" in text


def test_what_is_no_regular_file_is_not_read(found: Found, tmp_path: Path) -> None:
    (tmp_path / "pipe.tsv").symlink_to("/dev/zero")
    ((code, text),) = found("{sources: pipe.tsv}", "@misc{a}")
    assert code == "EDI008"
    assert "'pipe.tsv' cannot be read: it is not a regular file" in text


def test_many_papers_without_a_row(read_files: ReadFiles) -> None:
    library = read_files({"bib/a.bib": "".join(f"@misc{{k{number:05}}}\n" for number in range(4000))}).library
    root = Path("nowhere")

    def rows(size: int) -> list[Problem]:
        table = "".join(f"a\trecord\thttps://e.org/{number:05}\n" for number in range(size))
        some = replace(library, entries=library.entries[:size])
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sources, "read_regular", lambda _: (HEADER + table).encode())
            return sources.source_problems(some, "sources.tsv", root)

    assert is_linear(rows, 1000)


def test_the_key_that_was_meant(found: Found) -> None:
    table = HEADER + "ddmp\tx\thttps://e.org\n" + "ddpm\tx\thttps://e.org\n"
    ((_, text),) = found("{sources: sources.tsv}", "@misc{ddpm}", {"sources.tsv": table})
    assert text.endswith("Did you mean 'ddpm'?")
