"""The volume of a journal that names its number as well, and labels of both.

BibLaTeX's manual (2.2.2) has `volume` as an integer and `number` as that of the journal; styles write `vol.` and `no.`.
"""

from __future__ import annotations

import pytest

from paperatlas.diagnostics.edits import apply_edits
from paperatlas.diagnostics.problem import Edit
from tests.bibliography.conftest import Read

# fields, what they are read as (volume, number), variants of PAG002, the fields with their edits
VOLUMES = [
    ("volume = {12}, number = 3,", ("12", "3"), [], None),
    ("volume = {12(3)},", ("12", "3"), [""], "number = {3},\n  volume = {12},"),
    ("volume = {12 (3-4)},", ("12", "3-4"), [""], "number = {3-4},\n  volume = {12},"),
    ('volume = "12, no. 3",', ("12", "3"), [""], 'number = "3",\n  volume = "12",'),
    ("volume = {12, No.~3},", ("12", "3"), [""], "number = {3},\n  volume = {12},"),
    ("volume = {12 no 3},", ("12", "3"), [""], "number = {3},\n  volume = {12},"),
    ("volume = {Vol. 12, Issue 3},", ("12", "3"), [""], "number = {3},\n  volume = {12},"),
    ("volume = {12(Suppl 1)},", ("12", "Suppl 1"), [""], "number = {Suppl 1},\n  volume = {12},"),
    ("volume = {12(S2)},", ("12", "S2"), [""], "number = {S2},\n  volume = {12},"),
    ("volume = {第12卷第3期},", ("12", "3"), [""], "number = {3},\n  volume = {12},"),
    ("volume = {12(3)}, number = {3},", ("12", "3"), [""], "volume = {12}, number = {3},"),
    ("volume = {12(3)}, number = {4},", ("12(3)", "4"), ["conflict"], None),
    ("volume = {12(2019)},", ("12(2019)", ""), [], None),
    ("volume = {12/13},", ("12/13", ""), [], None),
    ("volume = {A12},", ("A12", ""), [], None),
    ("volume = {Vol. 12}, number = {No. 3},", ("12", "3"), ["label", "label"], "volume = {12}, number = {3},"),
    ("volume = {Bd.~12},", ("12", ""), ["label"], "volume = {12},"),
    ("number = {第3期},", ("", "3"), ["label"], "number = {3},"),
    ("number = {Suppl 1},", ("", "Suppl 1"), [], None),
]


def applied(text: str, edits: list[Edit]) -> str:
    """The text with its edits, none of them refused."""
    data, refused = apply_edits(text.encode(), edits)
    assert refused == []
    return data.decode()


@pytest.mark.parametrize(("fields", "meant", "variants", "mended"), VOLUMES)
def test_volume_and_number(
    read: Read, fields: str, meant: tuple[str, str], variants: list[str], mended: str | None
) -> None:
    text = f"@article{{a,\n  {fields}\n}}\n"
    library, problems = read(text)
    entry = library.entries[0]
    assert (entry.plain("volume"), entry.plain("number")) == meant
    assert [each.variant for each in problems if each.code == "PAG002"] == variants
    edits = [each.edit for each in problems if each.edit is not None]
    assert (applied(text, edits) if edits else None) == (mended and f"@article{{a,\n  {mended}\n}}\n")
    if mended:
        again, _ = read(applied(text, edits))
        assert (again.entries[0].plain("volume"), again.entries[0].plain("number")) == meant


def test_a_second_field_stands_on_a_line_of_its_own(read: Read) -> None:
    text = "@article{a,\n  title  = {A},\n  volume = {12(3)},\n}\n"
    _, problems = read(text)
    edits = [each.edit for each in problems if each.edit is not None]
    assert applied(text, edits) == "@article{a,\n  title  = {A},\n  number = {3},\n  volume = {12},\n}\n"
