"""What holds for every library: no value changes, nothing is lost, and a second pass changes nothing."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from bibtexparser.entrypoint import parse_string as parse_blocks
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import parse_string

from paperatlas.bibliography import read_library
from paperatlas.bibliography.formatter.field_order import ORDER
from tests.bibliography.formatter.formatted import format_source
from tests.bibliography.reader.test_properties import QUICK

NAMES_OF_FIELDS = st.sampled_from([*ORDER, "Title", "AUTHOR", "note_zh", "author+an", "timestamp", "x-y"])
TEXTS = st.lists(st.sampled_from([*list("ab é中,=#()@%'\t"), "\\&", "\\'e", "\n  x", "\n\nx"]), max_size=9).map("".join)
BRACED = st.recursive(TEXTS, lambda inner: st.lists(inner.map("{{{}}}".format) | TEXTS, max_size=3).map("".join))
PIECES = st.one_of(
    BRACED.map("{{{}}}".format),
    # A line that begins like a field makes a quoted value look unclosed: the reader says so, and it is not formatted.
    BRACED.filter(lambda text: not re.search(r"\n\s*x\s*=", text)).map('"{}"'.format),
    st.sampled_from(["1", "2020", "jan", "acl", '"{"}"']),
)
VALUES = st.lists(PIECES, min_size=1, max_size=3).map(" #\n ".join)
SPACES = st.sampled_from(["", " ", "\n", "\n  ", "\t"])


@st.composite
def entries(draw: st.DrawFn) -> str:
    """An entry with the citation key KEY."""
    names = draw(st.lists(NAMES_OF_FIELDS, max_size=6, unique_by=str.lower))
    type_ = draw(st.sampled_from(["article", "Book", "INPROCEEDINGS", "online"]))
    fields = [
        "".join([draw(SPACES), name, draw(SPACES), "=", draw(SPACES), draw(VALUES), draw(SPACES)]) for name in names
    ]
    opener, closer = draw(st.sampled_from([("{", "}"), ("(", ")")]))
    end = draw(st.sampled_from(["", ",", ",\n"])) if names else ""
    return f"@{type_}{opener}KEY,{','.join(fields)}{end}{closer}"


OTHERS = st.sampled_from(
    [
        "@string{KEY = {B}}",
        '@STRING(KEY = acl # "C")',
        '@preamble{"\\newcommand{\\x}{y}"}',
        "@comment{ {x} = \n\n y }",
        "% comment, = # \n% more",
        "text: 'free',\n\n  and more",
    ]
)
GAPS = st.sampled_from(["\n", "\n\n", "\n \n\n\n", "\r\n", "\n  "])


@st.composite
def libraries(draw: st.DrawFn) -> str:
    """A library that every reader can read."""
    text = "@string{acl = {Computational {L}inguistics}}"
    for number, block in enumerate(draw(st.lists(entries() | OTHERS, max_size=6))):
        text += draw(GAPS) + block.replace("KEY", f"key{number}", 1)
    return text + draw(st.sampled_from(["", "\n", "\n\n"]))


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a library is written to be read."""
    return tmp_path_factory.mktemp("formatting") / "a.bib"


def as_read(path: Path, data: bytes) -> list[Any]:
    """Every entry of a library with its raw values."""
    path.write_bytes(data)
    library, _ = read_library([path], path.parent)
    return [
        (entry.key, entry.type, {name: field.raw for name, field in entry.own_fields.items()})
        for entry in library.entries
    ]


def as_others_read(text: str) -> list[Any]:
    """What bibtexparser and pybtex make of a library."""
    blocks = parse_blocks(text, parse_stack=[])
    assert blocks.failed_blocks == []
    # Names stay text: pybtex raises where one has too many commas.
    others = parse_string(text, "bibtex", person_fields=()).entries.values()
    return [
        [(macro.key, macro.value) for macro in blocks.strings],
        [(each.entry_type, each.key, {f.key.lower(): f.value for f in each.fields}) for each in blocks.entries],
        [(each.type, each.key, dict(each.fields.lower())) for each in others],
    ]


@QUICK
@given(libraries())
def test_every_reader_reads_the_same_before_and_after(path: Path, text: str) -> None:
    result, problems = format_source(text.encode(), "a.bib")
    assert result is not None, problems
    after = result.decode()
    assert as_read(path, after.encode()) == as_read(path, text.encode())
    assert as_others_read(after) == as_others_read(text)


MARKS = ["@", "{", "}", "(", ")", '"', "=", "#", ",", "%", "\\", "\n", "\r\n", "\r", " ", "a", "é", "\x0c", "\ufeff"]
PHRASES = ["@book{k,", "@book(k,", "@string{s = {v}}", "@comment{", "title = {T}", "year = 2020,", "s # jan", "\n}\n"]
SOUP = st.lists(st.sampled_from(MARKS + PHRASES), max_size=30).map("".join)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A library in which a few characters are missing, or too many."""
    text = draw(libraries())
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        text = text[:start] + draw(st.sampled_from(["", *MARKS])) + text[start + draw(st.integers(0, 4)) :]
    return text


def characters(text: str) -> Counter[str]:
    """What formatting neither adds nor drops."""
    return Counter(sign for sign in text.lower() if not sign.isspace() and sign != ",")


@QUICK
@given(st.one_of(SOUP, damaged(), st.text()), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_any_text_is_formatted_without_loss_or_refused_with_a_reason(path: Path, text: str, encoding: str) -> None:
    data = text.encode(encoding)
    result, problems = format_source(data, "a.bib")
    assert (result is None) == bool(problems)
    if result is not None:
        assert format_source(result, "a.bib") == (result, [])
        assert as_read(path, result) == as_read(path, data)
        assert characters(result.decode(encoding)) == characters(text)


@QUICK
@given(st.binary())
def test_any_bytes_are_formatted_or_refused(data: bytes) -> None:
    result, problems = format_source(data, "a.bib")
    assert (result is None) == bool(problems)
