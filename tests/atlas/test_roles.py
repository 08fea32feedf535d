"""Whom a work is cited by, and who else had a part in it."""

from __future__ import annotations

import pytest

from paperatlas.atlas.roles import cited_by, contributors_of
from paperatlas.bibliography import parse_library

ALL = "author = {A, B}, editor = {C, D}, editora = {E, F}, translator = {G, H}"


@pytest.mark.parametrize(
    ("fields", "cited", "others"),
    [
        ("author = {A, B}", "author: B A", []),
        (ALL, "author: B A", ["editor: D C", "editor: F E", "translator: H G"]),
        (f"{ALL}, editortype = {{organizer}}", "author: B A", ["organizer: D C", "editor: F E", "translator: H G"]),
        ("editor = {C, D}, translator = {G, H}", "editor: D C", ["translator: H G"]),
        (f"{ALL}, options = {{useauthor=false}}", "editor: D C", ["author: B A", "editor: F E", "translator: H G"]),
        ("director = {K, L}", "director: L K", []),
        ("author = {A, B}, director = {K, L}", "author: B A", ["director: L K"]),
        ("title = {T}", "author: ", []),
    ],
)
def test_who_did_what(fields: str, cited: str, others: list[str]) -> None:
    entry = parse_library(f"@book{{a, {fields}}}".encode(), "a.bib")[0].entries[0]
    role, names = cited_by(entry)
    assert f"{role}: {', '.join(name.display for name in names.names)}" == cited
    found = contributors_of(entry).items()
    shown = [f"{role}: {name.display}" for role, people in found for name in people.names]
    assert shown == others
