"""Damaged entries: what is read of them, and what is said about it."""

from __future__ import annotations

from pathlib import Path

import pytest

from paperatlas.bibliography import read_library
from tests.bibliography.conftest import Read, ReadEntry

# (text, fields of the entry "a" as raw values, problems as code:line:column)
DAMAGE = [
    pytest.param(
        "@book{a,\n  title = {One}\n  date = {2020},\n}",
        {"title": "One", "date": "2020"},
        ["SYN003:3:3"],
        id="missing comma",
    ),
    pytest.param(
        "@book{a, title = {One} date = {2020}}",
        {"title": "One", "date": "2020"},
        ["SYN003:1:24"],
        id="missing comma on one line",
    ),
    pytest.param(
        "@book{a,\n  volume = 3\n  title = {One}}", {"volume": "3", "title": "One"}, ["SYN003:3:3"], id="after a number"
    ),
    pytest.param(
        '@book{a,\n  title = "One"\n  volume = "3"\n}',
        {"title": "One", "volume": "3"},
        ["SYN003:3:3"],
        id="after a quoted value",
    ),
    pytest.param("@book{a\n  title = {One},\n}", {"title": "One"}, ["SYN003:1:8"], id="missing comma after the key"),
    pytest.param(
        "@book{a,\n  title = {One,\n  volume = {3},\n}",
        {"title": "One", "volume": "3"},
        ["SYN004:2:11"],
        id="unclosed brace",
    ),
    pytest.param(
        "@book{a,\n  title = {One {Two},\n  volume = {3}\n}",
        {"title": "One {Two}", "volume": "3"},
        ["SYN004:2:11"],
        id="unclosed brace around another",
    ),
    pytest.param(
        "@book{a,\n  title = {One},\n  volume = {3\n}",
        {"title": "One", "volume": "3"},
        ["SYN004:1:1"],
        id="unclosed last field",
    ),
    pytest.param("@book{a,\n  title = {One},\n", {"title": "One"}, ["SYN004:1:1"], id="unclosed entry"),
    pytest.param(
        "@book{a,\n  title = {One},\n\n@book{b,\n  title = {Two},\n}",
        {"title": "One"},
        ["SYN004:1:1"],
        id="unclosed entry before another",
    ),
    pytest.param(
        "@book{a,\n  title = {One}},\n  volume = {3},\n}",
        {"title": "One", "volume": "3"},
        ["SYN005:2:16"],
        id="stray brace",
    ),
    pytest.param("@book{a,\n  title = {One},\n}\n}", {"title": "One"}, ["SYN005:4:1"], id="stray brace at the end"),
    pytest.param(
        '@book{a,\n  title = "One,\n  volume = {3},\n}',
        {"title": "One", "volume": "3"},
        ["SYN006:2:11"],
        id="unclosed quotation mark",
    ),
    pytest.param(
        '@book{a,\n  title = "He said "hi" twice",\n  volume = {3},\n}',
        {"title": 'He said "hi" twice', "volume": "3"},
        [],
        id="quotation marks in a quoted value",
    ),
    pytest.param("@book{a,\n  title = {One},\n  title = {Two},\n}", {"title": "One"}, ["SYN010:3:3"], id="field twice"),
    pytest.param(
        "@book{a,\n  Title = {One},\n  TITLE = {Two},\n}",
        {"title": "One"},
        ["SYN010:3:3"],
        id="field twice, in other case",
    ),
    pytest.param(
        "@article{a,\n  journal = {J},\n  journaltitle = {Journal},\n}",
        {"journaltitle": "Journal"},
        ["SYN018:3:3"],
        id="two names for one field",
    ),
    pytest.param("@book{a,\n  title {One},\n}", {"title": "One"}, ["SYN011:2:3"], id="missing equals sign"),
    pytest.param(
        "@book{a,\n  rubbish,\n  title = {One},\n}", {"title": "One"}, ["SYN011:2:3"], id="text that is no field"
    ),
    pytest.param("@book{a,\n  title = ,\n  volume = 3,\n}", {"volume": "3"}, ["SYN012:2:11"], id="no value"),
    pytest.param(
        "@book{a,\n  title = The One,\n  volume = 3\n}",
        {"title": "The One", "volume": "3"},
        ["SYN013:2:11"],
        id="words without braces",
    ),
    pytest.param(
        "@book{a,\n  % volume = 2,\n  title = {One},\n}", {"title": "One"}, ["SYN016:2:3"], id="comment in the entry"
    ),
    pytest.param(
        "@book{a,\n  date added = {2020},\n  title = {One},\n}",
        {"date added": "2020", "title": "One"},
        ["SYN017:2:3"],
        id="space in a field name",
    ),
    pytest.param("@book a,\n  title = {One},\n}", {"title": "One"}, ["SYN015:1:6"], id="missing opening brace"),
    pytest.param("@{a,\n  title = {One},\n}", {"title": "One"}, ["SYN009:1:1"], id="missing type"),
    pytest.param(
        "@book(a,\n  title = {One)}\n  volume = 3)",
        {"title": "One)", "volume": "3"},
        ["SYN003:3:3"],
        id="in parentheses",
    ),
]


@pytest.mark.parametrize(("text", "fields", "codes"), DAMAGE)
def test_damage_costs_no_more_than_itself(read: Read, text: str, fields: dict[str, str], codes: list[str]) -> None:
    before, after = "@misc{before,\n  title = {Before},\n}\n", "\n@misc{after,\n  title = {After},\n}\n"
    library, problems = read(text)
    assert [f"{each.code}:{each.line}:{each.column}" for each in problems] == codes
    assert {name: field.raw for name, field in library.entries[0].fields.items()} == fields
    assert [entry.key for entry in library.entries][0] == "a"

    library, problems = read(before + text + after)
    assert [entry.key for entry in library.entries if entry.key != "b"] == ["before", "a", "after"]
    assert {name: field.raw for name, field in library.entries[1].fields.items()} == fields
    assert library.entries[-1].text("title") is not None
    assert library.files[0].starts == library.files[0].read == len(library.entries)
    assert {each.code for each in problems} == {code[:6] for code in codes}


# Texts that look odd, but are as they should be.
SOUND = [
    pytest.param("@book{a}", {}, id="no fields"),
    pytest.param("@book{a,}", {}, id="no fields, a comma"),
    pytest.param("@Book{ a ,title={One}}", {"title": "One"}, id="no white space"),
    pytest.param("@book\n{\na\n,\ntitle\n=\n{One}\n,\n}", {"title": "One"}, id="white space everywhere"),
    pytest.param("@ book {a, title = {One}}", {"title": "One"}, id="blank after the at sign"),
    pytest.param("@book(a, title = {One (1)}, volume = 3)", {"title": "One (1)", "volume": "3"}, id="parentheses"),
    pytest.param('@book{a, title = "One {"}two{"} three"}', {"title": 'One {"}two{"} three'}, id="quotes in braces"),
    pytest.param('@book{a, title = {}, note = ""}', {"title": "", "note": ""}, id="empty values"),
    pytest.param("@book{a, title = {{{{{{Deep}}}}}}}", {"title": "{{{{{Deep}}}}}"}, id="deep braces"),
    pytest.param("@book{a, title = {a = {b}, c = {d}}}", {"title": "a = {b}, c = {d}"}, id="fields in a value"),
    pytest.param("@book{a, title = {x @inbook{y, z} w}}", {"title": "x @inbook{y, z} w"}, id="an entry in a value"),
    pytest.param(
        "@book{a,\n  title = {x\n    @inbook{y, z}\n  w},\n}",
        {"title": "x\n    @inbook{y, z}\n  w"},
        id="an entry on a line of a value, indented",
    ),
    pytest.param("@book{a, title = {me@example.org {x}}}", {"title": "me@example.org {x}"}, id="an e-mail address"),
    pytest.param(
        "@book{a, title = {\n@ {CLEF}\n}}", {"title": "\n@ {CLEF}\n"}, id="an at sign at the line's beginning"
    ),
    pytest.param("@book{a, title = {50% of \\{x\\}}}", {"title": "50% of \\{x\\}"}, id="escaped braces"),
    pytest.param("@book{DBLP:conf/nips/A+B_1-2.3, title = {One}}", {"title": "One"}, id="odd but lawful key"),
    pytest.param("@book{王2020, title = {一}}", {"title": "一"}, id="Chinese key"),
    pytest.param("@book{a, x-y.z:w+v = {1}}", {"x-y.z:w+v": "1"}, id="odd but lawful field name"),
    pytest.param("@book{a, title = {One},, volume = 3}", {"title": "One", "volume": "3"}, id="two commas"),
]


@pytest.mark.parametrize(("text", "fields"), SOUND)
def test_odd_but_sound(read_entry: ReadEntry, text: str, fields: dict[str, str]) -> None:
    assert {name: field.raw for name, field in read_entry(text).fields.items()} == fields


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


def test_places_are_exact(read: Read) -> None:
    library, _ = read(
        "\n\n  @book{a,\n    title = {One},\n  date =\n     2020 ,extends={b,\n   c,d , e}\n}\n\n@book{b}\n"
    )
    entry, other = library.entries
    assert str(entry.place) == "a.bib:3:3"
    assert entry.end_line == 8
    assert str(other.place) == "a.bib:10:1"
    assert other.end_line == 10
    assert [(str(field.place), str(field.value_place)) for field in entry.fields.values()] == [
        ("a.bib:4:5", "a.bib:4:14"),
        ("a.bib:5:3", "a.bib:6:6"),
        ("a.bib:6:12", "a.bib:6:21"),
    ]
    assert [(item.value, str(item.place)) for item in entry.list("extends")] == [
        ("b", "a.bib:6:21"),
        ("c", "a.bib:7:4"),
        ("d", "a.bib:7:6"),
        ("e", "a.bib:7:10"),
    ]
    assert str(entry.place_of("date")) == "a.bib:5:3"
    assert str(entry.place_of("doi")) == "a.bib:3:3"


def test_unreadable_files_are_reported(read: Read, tmp_path: object) -> None:
    from pathlib import Path

    from paperatlas.bibliography import read_library

    root = Path(str(tmp_path))
    (root / "folder.bib").mkdir()
    library, problems = read_library([root / "missing.bib", root / "folder.bib"], root)
    assert library.entries == ()
    assert [(each.code, each.file, each.line) for each in problems] == [
        ("SYN001", "folder.bib", 0),
        ("SYN001", "missing.bib", 0),
    ]


HOSTILE = [
    b"@" + b" " * 200_000,
    b"@misc" + b" " * 200_000 + b"x",
    b"@" * 200_000,
    b"@misc{a, title=" + b"{" * 200_000,
    b'@misc{a, title="' * 20_000,
    b"".join(b"@misc{k%d, title={x}} " % number for number in range(20_000)),
    b"".join(b"  @misc{k%d, title={x}}\n " % number for number in range(20_000)),
]


@pytest.mark.parametrize("data", HOSTILE, ids=range(len(HOSTILE)))
def test_no_text_takes_more_than_linear_time(tmp_path: Path, data: bytes) -> None:
    # No clock: quadratic time over this much would outlast any patience, so that it is seen.
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
