"""One entry, laid out: what may be read in another way is found, and everything else is kept."""

from __future__ import annotations

import pytest

from paperatlas.bibliography.formatter.entry import LAYOUT_BREAK, doubt, lay_out_entry
from paperatlas.bibliography.reader.recover import recover
from paperatlas.bibliography.reader.split import QUOTED, RawEntry, RawField, ValuePiece


def read(text: str) -> RawEntry:
    """The entry a text holds."""
    raw, _ = recover(text)
    assert raw is not None
    return raw


# text, what is doubtful, at which text, in which field
DOUBTS = [
    ("@misc{a}", None),
    ('@misc{a, x = {1}, y = "2" # z # 3 , % {\n}', None),
    ("@Misc(a, x = {(})})", None),
    ("@misc{a,, x = {深 {度}},}", None),
    ("@misc{a%b, x = {1}}", ("key", "@misc", "")),
    ("@misc{a x = {1}}", ("end", " = {1}", "")),
    ("@misc{a, x = {1} y = {2}}", ("comma", " y", "")),
    ("@misc{a, x = {1}, y}", ("end", ", y", "")),
    ("@misc{a, x = {1} % ,\n y = {2}}", ("comma", " % ,", "")),
    ("@misc{a, x = {1 \\} 2}}", ("value", "{1", "x")),
    ('@misc{a, x = {1}, y = "G\\"o"}', ("value", '"G', "y")),
    ("@misc{a, x = one two}", ("value", "one", "x")),
    ("@misc{a, x = }", ("comma", ", x", "")),
    ("@misc(a, x = {1}}", ("end", "}", "")),
]


@pytest.mark.parametrize(("text", "expected"), DOUBTS)
def test_what_may_be_read_in_another_way_is_found(text: str, expected: tuple[str, str, str] | None) -> None:
    found = doubt(text, read(text))
    if expected is None:
        assert found is None
    else:
        why, beginning, name = expected
        assert found is not None
        assert found[1:] == (why, name)
        assert text.startswith(beginning, found[0])


def test_an_account_that_is_not_of_the_text_is_doubted() -> None:
    raw = read("@misc{a, x = {1}}")
    assert doubt("@misc{b, x = {1}}", raw) == (0, "key", "")
    assert doubt("@book{a, x = {1}}", raw) == (0, "key", "")
    assert doubt("@misc{a, x = {1}}", raw._replace(fields=())) == (7, "end", "")
    assert doubt("@misc{a, x = {1}}", raw._replace(fields=(RawField("x", 9, ()),))) == (7, "comma", "")
    text = '@misc{a, x = "1 } { 2"}'
    field = RawField("x", 9, (ValuePiece(QUOTED, 14, 21),))
    assert doubt(text, RawEntry("misc", "a", 6, (field,), len(text))) == (13, "value", "x")


# text, the lines it is laid out in
LAID_OUT = [
    ("@misc{a}", ["@misc{a,", "}"]),
    ("@MISC(a, X = 1)", ["@misc(a,", "  x            = 1,", ")"]),
    (
        '@misc{a, note={ 1\n 2 }, title = "{T}" # jan}',
        ["@misc{a,", '  title        = "{T}" # jan,', "  note         = { 1\n 2 },", "}"],
    ),
    (
        "@misc{a, % key\n % above note\n note = 1, % beside note\n % above title\n title = {2} % beside title\n % last\n}",
        [
            "@misc{a, % key",
            "  % above title",
            "  title        = {2}, % beside title",
            "  % above note",
            "  note         = 1, % beside note",
            "  % last",
            "}",
        ],
    ),
    ("@misc{a, 作者 = {王}}", ["@misc{a,", "  作者           = {王},", "}"]),
    ("@misc{a, averylongnameofafield = 1}", ["@misc{a,", "  averylongnameofafield = 1,", "}"]),
]


@pytest.mark.parametrize(("text", "lines"), LAID_OUT)
def test_a_field_has_a_line_and_keeps_its_value(text: str, lines: list[str]) -> None:
    assert doubt(text, read(text)) is None
    assert lay_out_entry(text, read(text), lambda start, end: text[start:end]).split(LAYOUT_BREAK) == lines


def test_a_value_is_taken_from_the_source() -> None:
    text = "@misc{a, x = {1} # y, z = 2}"
    assert "= {1} # Y," in lay_out_entry(text, read(text), lambda start, end: text[start:end].upper())
