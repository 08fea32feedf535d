"""Keys that tell entries apart in a file that is read by others."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from paperatlas.formats.keys import unique_keys
from tests.formats.conftest import ReadEntries


@pytest.mark.parametrize(
    ("keys", "clean", "fold", "expected"),
    [
        ("", str, str, ""),
        ("a b A", str, str, "a b A"),
        ("a A a-2 AA", str, str.casefold, "a A-2 a-2-2 AA"),
        ("a:1 a.1 a/1", lambda key: key.replace(":", "").replace(".", "").replace("/", ""), str, "a1 a1-2 a1-3"),
        ("müller muller", lambda key: key.replace("ü", "u"), str, "muller muller-2"),
    ],
)
def test_a_key_is_its_own_until_another_entry_has_it(
    entries_of: ReadEntries, keys: str, clean: Callable[[str], str], fold: Callable[[str], str], expected: str
) -> None:
    entries = entries_of("".join(f"@misc{{{key}, title = {{T}}}}\n" for key in keys.split()))
    assert unique_keys(entries, clean, fold) == expected.split()
