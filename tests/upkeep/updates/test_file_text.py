"""One edit gives an entry other fields, and touches nothing else."""

from __future__ import annotations

import pytest

from paperatlas.bibliography import parse_library
from paperatlas.diagnostics.edits import apply_edits
from paperatlas.upkeep.updates.file_text import entry_edit, file_text

ENTRY = """\
% before
@online{glow,
  title        = {Flows of Glass},
  date         = {2020},
  eprint       = {2001.00001},
  eprinttype   = {arxiv},
  langid       = {english},
}
@misc{other, title = {Other}}
"""
NARROW = "@misc{glow,\n\ttitle={Flows},\n\tYEAR = 2020,\n\tlangid={english}\n}\n"


def edited(text: str, fields: dict[str, str], type_: str = "") -> str | None:
    """What a file is after the edit of its first entry; None if there is none."""
    data = text.encode()
    library, _ = parse_library(data, "a.bib")
    source = file_text(data)
    assert source is not None
    edit = entry_edit(library.entries[0], source, fields, type_)
    if edit is None:
        return None
    after, left = apply_edits(data, [edit])
    assert left == []
    return after.decode()


@pytest.mark.parametrize(
    ("text", "fields", "type_", "old", "new"),
    [
        (ENTRY, {"codelicense": "MIT"}, "", "  langid  ", "  codelicense  = {MIT},\n  langid  "),
        (ENTRY, {"date": "2021"}, "", "{2020}", "{2021}"),
        (ENTRY, {}, "inproceedings", "@online", "@inproceedings"),
        (ENTRY, {"booktitle": "ICML", "pages": "1--2"}, "", "  date  ", "  booktitle    = {ICML},\n  pages        = {1--2},\n  date  "),
        (ENTRY, {"abstract": "x", "note": "y"}, "", "english},\n", "english},\n  note         = {y},\n  abstract     = {x},\n"),
        (NARROW, {"abstract": "x"}, "", "{english}\n", "{english},\n\tabstract={x},\n"),
        (ENTRY.replace("\n", "\r\n"), {"doi": "10.1000/a"}, "", "  langid  ", "  doi          = {10.1000/a},\r\n  langid  "),
        ("@misc{glow,\n  title={Flows}}\n", {}, "online", "@misc", "@online"),
        (NARROW, {"doi": "10.1000/a"}, "", "\tlangid", "\tdoi={10.1000/a},\n\tlangid"),
    ],
)  # fmt: skip
def test_what_is_written(text: str, fields: dict[str, str], type_: str, old: str, new: str) -> None:
    assert edited(text, fields, type_) == text.replace(old, new, 1)


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        # The number is in no braces, and may be a macro.
        (NARROW, {"date": "2021"}),
        ("@misc{glow, title = {Flows}, langid = {english}}", {"doi": "10.1000/a"}),
        (ENTRY, {"doi": "10.1000/a}, title = {Other"}),
        ('@string{y = "2020"}\n@misc{glow,\n  title = {Flows},\n  date = y,\n}\n', {"date": "2021"}),
    ],
)
def test_what_is_not_certain_is_not_written(text: str, fields: dict[str, str]) -> None:
    data = text.encode()
    library, _ = parse_library(data, "a.bib")
    source = file_text(data)
    assert source is not None
    assert entry_edit(library.entries[0], source, fields) is None


def test_a_file_in_another_encoding_is_left_alone() -> None:
    assert file_text("@misc{a, title = {Müller}}".encode("latin-1")) is None
