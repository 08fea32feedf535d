"""Damaged entries: what is read of them, and what is said about it."""

from __future__ import annotations

import pytest

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
    pytest.param(
        "@book{a，\n  title = {One},\n}", {"title": "One"}, ["SYN003:1:8"], id="full-width comma after the key"
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
        ["SYN006:2:20"],
        id="quotation marks in a quoted value",
    ),
    pytest.param(
        "@book{a,\n  title: {One},\n  year = {2020},\n}", {"title": "One", "date": "2020"}, ["SYN011:2:3"], id="colon"
    ),
    pytest.param(
        "@book{a,\n  title ＝ {One},\n  year = {2020},\n}",
        {"title": "One", "date": "2020"},
        ["SYN011:2:3"],
        id="full-width sign",
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
