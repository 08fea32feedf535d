"""The table of sources with rows that commands add."""

from __future__ import annotations

import pytest

from paperatlas.cli.source_table import with_source_rows
from paperatlas.storage.files import ReadError

HEAD = "key\tconfirms\taddress\n"
A, B = "a\trecord\thttps://e.org/a\n", "b\trecord\thttps://e.org/b\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (HEAD + A, HEAD + A + B),
        (HEAD + A + B, HEAD + A + B),
        (HEAD + "\n" + A, HEAD + A + B),
        ((HEAD + A).replace("\n", "\r\n"), HEAD + A + B),
        ("", HEAD + B),
        (HEAD + "a\tx\u2028c\tx\ty\n", HEAD + "a\tx\u2028c\tx\ty\n" + B),
    ],
)
def test_a_row_is_added_once_at_its_place(before: str, after: str) -> None:
    assert with_source_rows(before.encode(), [("b", "record", "https://e.org/b")]).decode() == after


def test_a_table_in_another_encoding_stays_as_it_is() -> None:
    with pytest.raises(ReadError, match="not UTF-8"):
        with_source_rows(b"\xff\n", [])
