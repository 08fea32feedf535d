"""Single fields of `@xdata` entries, as BibLaTeX's manual (3.14.6) and Biber read them."""

from __future__ import annotations

from pathlib import Path

import pytest

from paperatlas.bibliography import parse_library, read_library

DATA = r"""@xdata{sp-ringer, author = {Doe, Jane and {Map Society}}, publisher = {Springer \& Sons}, date = {2020-03},
  location = {Berlin and New York}, keywords = {maps, charts}, note = {{Braced and} whole}}
"""

VALUES = [
    # a field and its value, what it is read as
    ("publisher = {xdata=sp-ringer-publisher}", "Springer & Sons"),
    ("publisher = {xdata = sp-ringer-publisher}", "Springer & Sons"),
    ("publisher = xd", "Springer & Sons"),
    ("address = {xdata=sp-ringer-address}", "Berlin and New York"),
    ("location = {xdata=sp-ringer-location-2}", "New York"),
    ("author = {xdata=sp-ringer-author}", "Doe, Jane and Map Society"),
    ("author = {xdata=sp-ringer-author-2}", "Map Society"),
    ("author = {Roe, A. and xdata=sp-ringer-author-1 and others}", "Roe, A. and Doe, Jane and others"),
    ("keywords = {atlas, xdata=sp-ringer-keywords}", "atlas, maps, charts"),
    ("date = {xdata=sp-ringer-date}", "2020-03"),
    ("note = {xdata=sp-ringer-note-1}", "Braced and whole"),
    # no link: the word in a text
    ("note = {see xdata=sp-ringer-note}", "see xdata=sp-ringer-note"),
]


@pytest.mark.parametrize(("field", "value"), VALUES)
def test_values(field: str, value: str) -> None:
    text = f'{DATA}@string{{xd = "xdata=sp-ringer-publisher"}}\n@book{{a, title = {{T}}, {field}}}'
    library, problems = parse_library(text.encode(), "a.bib")
    name = field.partition(" ")[0]
    assert library.entries[-1].plain(name) == value
    assert [problem for problem in problems if problem.code != "MAC007"] == []


@pytest.mark.parametrize(
    ("field", "shown"),
    [
        ("publisher = {xdata=nobody-publisher}", "xdata=nobody-publisher"),
        ("publisher = {xdata=sp-ringer-series}", "xdata=sp-ringer-series"),
        ("location = {xdata=sp-ringer-location-3}", "xdata=sp-ringer-location-3"),
        ("location = {xdata=sp-ringer-location-0}", "xdata=sp-ringer-location-0"),
        ("location = {xdata=sp}", "xdata=sp"),
    ],
)
def test_what_is_not_there_is_reported_and_left_out(field: str, shown: str) -> None:
    library, problems = parse_library(f"{DATA}@book{{a, title = {{T}}, {field}}}".encode(), "a.bib")
    assert [(problem.code, dict(problem.arguments)["text"], problem.line) for problem in problems] == [
        ("XRF004", shown, 3)
    ]
    assert library.entries[-1].field_names == ("title",)


def test_they_may_stand_in_another_file_and_come_from_the_cache(tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_text("@book{a, title = {T}, publisher = {xdata=sp-ringer-publisher}}", encoding="utf-8")
    (tmp_path / "b.bib").write_text(DATA, encoding="utf-8")
    paths = [tmp_path / "a.bib", tmp_path / "b.bib"]
    for _ in range(2):
        library, problems = read_library(paths, tmp_path, tmp_path / "cache")
        assert (library.entries[0].plain("publisher"), problems) == ("Springer & Sons", ())


def test_a_child_inherits_what_its_parent_takes() -> None:
    text = f"{DATA}@book{{a, title = {{T}}, publisher = {{xdata=sp-ringer-publisher}}}}\n@inbook{{b, crossref = {{a}}}}"
    library, _ = parse_library(text.encode(), "a.bib")
    assert library.entries[-1].plain("publisher") == "Springer & Sons"
