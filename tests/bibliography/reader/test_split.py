"""bibtexparser splits, on outlines; its known slips are caught; and reading damage agrees with it on sound text."""

from __future__ import annotations

import logging
import subprocess
import sys

import pytest
from bibtexparser.model import Block
from bibtexparser.splitter import Splitter
from hypothesis import given, settings
from hypothesis import strategies as st

from paperatlas.bibliography.reader import split as splitting
from paperatlas.bibliography.reader.recover import recover
from paperatlas.bibliography.reader.split import split

SOUND = [
    "@article{key, title = {One}, year = 2020}",
    '@Article{key,\n  title = "One",\n  month = jan # " " # {5},\n}\n',
    "@misc(key, title = {One (1)}, note = {a, b = {c}})",
    "@misc{key,}",
    "@misc{key, title = {}}",
    "@misc{key, a = {x}, a = {y}}",
]


@pytest.mark.parametrize("text", SOUND)
def test_sound_entries_are_split_by_bibtexparser(text: str) -> None:
    entry = split(text)
    assert entry is not None
    assert entry.key == text[entry.key_start : entry.key_start + len(entry.key)] == "key"
    for field in entry.fields:
        assert text.startswith(field.name, field.start)
    assert text[entry.end - 1] in "})"


@pytest.mark.parametrize(
    "text",
    [
        "@article{key, title = {One} year = {2020}}",
        "@article{key, title = {One}}, year = {2020}}",
        "@article{key, title = {One}, year = {2020}",
        "@article{key, title = {One, year = {2020}}",
        '@article{key, title = "One, year = {2020}}',
        "@article{key, title = One Two}",
        "@article{key, title = 2020a}",
        "@article{key, title = , year = 2020}",
        "@article{key, title {One}}",
        "@article{key title = {One}}",
        "@{key, title = {One}}",
        "@article{, title = {One}}",
        "@article{key, title = {One} # }",
        "@article{key, title = # {One}}",
        "no entry",
    ],
)
def test_damaged_entries_are_not(text: str) -> None:
    assert split(text) is None


def test_one_outline_is_split_once(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []
    splitter = splitting.Splitter  # type: ignore[attr-defined]

    def counted(outline: str) -> object:
        seen.append(outline)
        return splitter(outline)

    monkeypatch.setattr(splitting, "Splitter", counted)
    splitting._pieces_of_fields.cache_clear()
    for number in range(50):
        assert (
            split(f"@book{{key{number},\n  title = {{The {{{number}}} @misc{{x, y}}}},\n  year = {number},\n}}")
            is not None
        )
    assert seen == ["@book{\x00, \x00={\x00}, \x00=\x00, }"]


@pytest.mark.parametrize(
    ("fields", "outline"),
    [
        ("a = {1}, b = {2}, c = {3}", "@book{\x00, \x00={\x00}}"),
        ("a = {1}, b = 2, c = {3}, d = 4", "@book{\x00, \x00={\x00}, \x00=\x00}"),
        ("a = x # {1}, b = y # {2}, c = {3}", "@book{\x00, \x00=\x00 #{\x00}, \x00={\x00}}"),
    ],
)
def test_fields_that_look_alike_are_shown_once(fields: str, outline: str, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    only_block = splitting._only_block

    def counted(shown: str) -> Block | None:
        seen.append(shown)
        return only_block(shown)

    monkeypatch.setattr(splitting, "_only_block", counted)
    splitting._pieces_of_fields.cache_clear()
    entry = split(f"@book{{key, {fields}}}")
    assert seen == [outline]
    assert entry is not None
    assert [field.name for field in entry.fields] == [each.split(" =")[0] for each in fields.split(", ")]
    assert [len(field.pieces) for field in entry.fields] == [1 + each.count("#") for each in fields.split(", ")]


def test_bibtexparser_logs_for_others_and_not_for_a_block_of_ours(caplog: pytest.LogCaptureFixture) -> None:
    broken = "@misc{key,, title = {One}}"
    splitting._pieces_of_fields.cache_clear()
    with caplog.at_level(logging.DEBUG, "bibtexparser.splitter"):
        assert split(broken) is None
        assert caplog.messages == []
        Splitter(broken).split()
        assert caplog.messages != []


def test_importing_the_package_leaves_loggers_as_they_are() -> None:
    program = (
        "import bibtexparser, logging\n"
        "before = {name: logging.getLogger(name).level for name in logging.root.manager.loggerDict}\n"
        "import paperatlas.cli\n"
        "print({name for name, level in before.items() if logging.getLogger(name).level != level} or 'none')\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "none\n"


VALUE = st.recursive(
    st.text("ab =,#@%()\n\\'", max_size=6),
    lambda inner: st.lists(inner, max_size=3).map(lambda parts: "{" + "".join(parts) + "}"),
    max_leaves=6,
)
PIECE = st.one_of(
    VALUE.map(lambda value: "{" + value + "}"),
    st.text("ab =,#@%()'", max_size=6).map(lambda value: f'"{value}"'),
    st.sampled_from(["2020", "jan", "a-b"]),
)
FIELD = st.tuples(
    st.sampled_from(["title", "Note", "x-y"]),
    st.sampled_from(["=", " = ", "\n=\n"]),
    st.lists(PIECE, min_size=1, max_size=3),
)


@settings(deadline=None, max_examples=300)
@given(st.lists(FIELD, max_size=4), st.sampled_from([", ", ",\n  "]), st.booleans())
def test_recovery_reads_sound_entries_alike(
    fields: list[tuple[str, str, list[str]]], separator: str, last_comma: bool
) -> None:
    body = separator.join(f"{name}{equals}{' # '.join(pieces)}" for name, equals, pieces in fields)
    text = f"@misc{{key,{body}{',' if last_comma and fields else ''}\n}}"
    entry = split(text)
    recovered, complaints = recover(text)
    if entry is not None:
        assert recovered == entry
        assert complaints == ()
    assert recovered is not None
    assert [field.name for field in recovered.fields] == [name for name, _, _ in fields]
    assert [" # ".join(text[piece.start : piece.end] for piece in field.pieces) for field in recovered.fields] == [
        " # ".join(
            piece.strip('"') if piece.startswith('"') else piece[1:-1] if piece.startswith("{") else piece
            for piece in pieces
        )
        for _, _, pieces in fields
    ]


@pytest.mark.parametrize(
    ("head", "key"),
    [
        (
            "@misc{https://example.org/f.cgi?act=topics&n=527, title = {T}}",
            "https://example.org/f.cgi?act=topics&n=527",
        ),
        ("@misc{ https://example.org/a#b=c%20(d) ,\n title = {T}}", "https://example.org/a#b=c%20(d)"),
        ("@misc{www.example.org/?a=b, title = {T}}", "www.example.org/?a=b"),
        ("@misc{DBLP:conf/icml/A20, title = {T}}", "DBLP:conf/icml/A20"),
        ("@misc{https://example.org/?a=b, title = T x, year = 2000}", "https://example.org/?a=b"),
        ("@misc{title = {a/b}, year = 2000}", ""),
        ("@misc{url=https://example.org/?a, title = {T}}", ""),
    ],
)
def test_a_key_may_be_an_address(head: str, key: str) -> None:
    entry = split(head)
    recovered, _ = recover(head)
    assert recovered is not None
    assert recovered.key == key
    assert entry is None or entry.key == key
    assert any(field.name == "title" for field in recovered.fields)
