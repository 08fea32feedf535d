"""The note of a new direction is valid before anybody fills it in."""

from __future__ import annotations

import re

import pytest
from markdown import markdown

from paperatlas.cli.new.note import new_note
from paperatlas.notes import read_direction, read_document
from paperatlas.texts.languages import messages_for


@pytest.mark.parametrize("language", ["en", "zh", "zh-Hans", "fr"])
def test_a_note_is_valid_as_it_is(language: str) -> None:
    document, problems = read_document(
        new_note("x", "A: [b] # c", 3, messages_for(language).new_note), "x.md", "directions/x.md"
    )
    note, more = read_direction(document)
    assert [*problems, *more] == []
    assert (note.slug, note.title, note.order, note.groups, note.related) == ("x", "A: [b] # c", 3, (), ())
    assert document.mentions == ()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_its_page_has_no_heading_without_a_text(language: str) -> None:
    written = new_note("x", "Flows", 3, messages_for(language).new_note).split("---\n")[2]
    assert written.count("\n## ") == 4
    assert re.findall(r"<h\d.*", markdown(written)) == ["<h1>Flows</h1>"]
