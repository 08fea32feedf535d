"""Entries are written once, whatever is built."""

from __future__ import annotations

from pathlib import Path

import pytest

from paperatlas.bibliography import Entry, parse_library
from paperatlas.exports.texts import EntryTexts
from paperatlas.formats.bibtex.writer import bibtex
from tests.formats.conftest import ODD_ENTRIES

FIRST = "@misc{a, title = {One}, year = 2020}\n@misc{b, title = {Two}}\n"


def entries_of(text: str) -> tuple[Entry, ...]:
    return tuple(parse_library(text.encode(), "a.bib")[0].entries)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param(FIRST, "", id="the same"),
        pytest.param(f"@comment{{lines}}\n\n{FIRST}", "", id="in other lines"),
        pytest.param(FIRST.replace("One", "Eins"), "a", id="another value"),
        pytest.param(FIRST.replace("title = {One}", "subtitle = {One}"), "a", id="another field"),
        pytest.param(FIRST.replace("@misc{b", "@book{b"), "b", id="another type"),
        pytest.param(FIRST.replace("{b,", "{c,"), "c", id="another key"),
        pytest.param(
            f"@string{{y = 2020}}{FIRST}".replace("year = 2020", "year = y"), "", id="the same through a macro"
        ),
        pytest.param(f"{FIRST}@misc{{c, crossref = {{b}}}}", "c", id="one that inherits"),
    ],
)
def test_only_what_is_new_is_written(text: str, written: str, tmp_path: Path) -> None:
    calls: list[str] = []

    def write(entry: Entry) -> str:
        calls.append(entry.key)
        return f"{entry.key} {entry.plain('title')} {entry.kind}"

    def texts_of(library: str) -> list[str]:
        texts = EntryTexts(tmp_path)
        found = [*map(texts.written("x", write), entries_of(library))]
        texts.save(entries_of(library))
        return found

    texts_of(FIRST)
    calls.clear()
    found = texts_of(text)
    assert "".join(calls) == written
    assert found == [write(entry) for entry in entries_of(text)]


def test_what_is_not_asked_for_stays_while_its_entry_is_there(tmp_path: Path) -> None:
    entries = entries_of("@misc{a, title = {A}}\n@misc{b, title = {B}}")
    for asked, present in ((entries, entries), (entries[:1], entries), (entries[:1], entries[:1])):
        texts = EntryTexts(tmp_path)
        for entry in asked:
            texts.written("x", lambda entry: entry.key)(entry)
        texts.save(present)
        found = [*map(EntryTexts(tmp_path).written("x", lambda _: "written again"), entries)]
        assert found == [entry.key if entry in present else "written again" for entry in entries]


def test_a_parent_that_changed_changes_what_inherits(tmp_path: Path) -> None:
    calls: list[str] = []
    for title in ("One", "Two"):
        text = f"@inproceedings{{a, title = {{A}}, crossref = {{p}}}}\n@proceedings{{p, title = {{{title}}}}}"
        texts = EntryTexts(tmp_path)
        for entry in entries_of(text):
            texts.written("x", lambda entry: calls.append(entry.key) or "")(entry)  # type: ignore[func-returns-value]
        texts.save(entries_of(text))
    assert calls == ["a", "p", "a", "p"]


def test_what_is_known_is_what_would_be_written() -> None:
    entries = [*entries_of(ODD_ENTRIES), *entries_of(FIRST), *entries_of(FIRST)]
    alone = EntryTexts().written(".bib", lambda entry: "".join(bibtex([entry])))
    assert [*bibtex(entries, known=alone)] == [*bibtex(entries)]
