"""From an entry as written to an entry as stored: values, places, flaws."""

from __future__ import annotations

from tests.bibliography.conftest import Read


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
