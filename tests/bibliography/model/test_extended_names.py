"""BibLaTeX's extended names and options; the names themselves are in the tables of `test_parse_name.py`."""

from __future__ import annotations

import pytest

from paperatlas.bibliography.model.extended_names import is_extended, is_option


@pytest.mark.parametrize(
    ("written", "extended", "option"),
    [
        ("given=Ada, family=Lovelace", True, False),
        ('"given=Ada', True, False),
        ("given-i = A", True, False),
        ("useprefix=true", True, True),
        ("useprefix=true, given=Ada", True, False),
        ("x=1", False, False),
        ("Given=Ada", False, False),
        ("Ada Lovelace", False, False),
        ("", False, False),
    ],
)
def test_extended_names_and_options_are_known_by_their_first_part(written: str, extended: bool, option: bool) -> None:
    assert (is_extended(written), is_option(written)) == (extended, option)
