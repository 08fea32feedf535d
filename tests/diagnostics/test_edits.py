"""Edits of bytes, as tables: nothing changes but what an edit replaces."""

from __future__ import annotations

import codecs

import pytest

from paperatlas.diagnostics.edits import EditError, apply_edits, difference
from paperatlas.diagnostics.problem import Edit, Span

COMMA = Edit(Span("a.bib", 2, 4, 2, 4), ",")
ONE, LAST, BREAK = (
    Edit(Span("a.bib", 1, 1, 1, 4), "1", "one"),
    Edit(Span("a.bib", 3, 1, 3, 3), "Ü", "üx"),
    Edit(Span("a.bib", 1, 4, 2, 1), " ", "\n"),
)

APPLIED = [
    # the file, the edits, the file after them, the edits that were left
    ("one\ntwo\nüx", [], "one\ntwo\nüx", []),
    ("one\ntwo\nüx", [COMMA], "one\ntwo,\nüx", []),
    ("one\ntwo\nüx", [LAST, COMMA, ONE], "1\ntwo,\nÜ", []),
    ("one\ntwo\nüx", [COMMA, COMMA], "one\ntwo,\nüx", []),
    ("one\r\ntwo\r\nüx\r\n", [LAST, COMMA, ONE], "1\r\ntwo,\r\nÜ\r\n", []),
    ("one\rtwo\rüx", [COMMA, LAST], "one\rtwo,\rÜ", []),
    ("one\r\ntwo", [BREAK], "one two", []),
    ("one\u2028\u000btwo\ntwo", [COMMA], "one\u2028\u000btwo\ntwo,", []),
    ("图像图one\n图像图\n", [COMMA], "图像图one\n图像图,\n", []),
    ("ONE\n", [ONE], "1\n", []),
    # something else stands there
    ("two\ntwo", [ONE, COMMA], "two\ntwo,", [ONE]),
    ("one", [ONE, COMMA, LAST], "1", [COMMA, LAST]),
    ("one\ntw", [COMMA], "one\ntw", [COMMA]),
    ("", [COMMA], "", [COMMA]),
    # two at one place
    ("one", [ONE, Edit(ONE.span, "2", "one")], "1", [Edit(ONE.span, "2", "one")]),
    ("one\ntwo", [ONE, Edit(Span("a.bib", 1, 3, 1, 4), "", "e")], "1\ntwo", [Edit(Span("a.bib", 1, 3, 1, 4), "", "e")]),
]


@pytest.mark.parametrize(("before", "edits", "after", "left"), APPLIED)
@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_edits(before: str, edits: list[Edit], after: str, left: list[Edit], mark: bytes) -> None:
    assert apply_edits(mark + before.encode(), edits) == (mark + after.encode(), left)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_a_byte_order_mark_names_the_encoding(encoding: str) -> None:
    assert apply_edits("one\r\ntwo\r\nüx".encode(encoding), [COMMA, LAST]) == (
        "one\r\ntwo,\r\nÜ".encode(encoding),
        [],
    )


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ("one\ntwo é\n".encode("latin-1"), "not UTF-8"),
        ("one\ntwo é\n".encode("gb18030"), "not UTF-8"),
        (codecs.BOM_UTF16_LE + b"a", "not UTF-16"),
        ("one\ntwo\n".encode("utf-16-le"), "NUL bytes"),
        ("one\ntwo\n".encode("utf-16-be"), "NUL bytes"),
    ],
)
def test_other_encodings_are_refused(data: bytes, why: str) -> None:
    with pytest.raises(EditError, match=why):
        apply_edits(data, [COMMA])


def test_difference() -> None:
    assert difference(b"a\nb\xff", b"a\nc", "a.bib", "mended") == [
        *("--- a.bib\n", "+++ a.bib (mended)\n", "@@ -1,2 +1,2 @@\n", " a\n"),
        "-b\\xff\n\\ No newline at end of file\n",
        "+c\n\\ No newline at end of file\n",
    ]
