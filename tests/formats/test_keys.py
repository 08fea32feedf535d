"""Keys that tell entries apart in a file that is read by others."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from paperatlas.formats.keys import FreeKeys, numbered, unique_keys
from tests.formats.conftest import ReadEntries
from tests.growth import is_linear


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


def test_the_search_for_a_free_key_goes_on_where_it_ended() -> None:
    def take(size: int) -> None:
        keys = FreeKeys(["A-2"], str.casefold, numbered)
        assert [keys.take("a") for _ in range(size)][:3] == ["a", "a-3", "a-4"]
        assert not keys.is_free(f"A-{size}")

    assert is_linear(take, 1000)
