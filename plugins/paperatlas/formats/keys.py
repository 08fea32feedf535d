"""Keys that tell entries apart in a file that is read by others."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from paperatlas.bibliography import Entry


class FreeKeys:
    """Finds keys that are not taken yet; those that are equal when folded count as one.

    To a key that is taken the `suffix` of the first number that makes it free is added. Where the search for a key has
    ended the next one goes on: thousands of records may want the same.
    """

    def __init__(self, taken: Iterable[str], fold: Callable[[str], str], suffix: Callable[[int], str]) -> None:
        self._taken = {fold(key) for key in taken}
        self._fold = fold
        self._suffix = suffix
        self._numbers: dict[str, int] = {}

    def is_free(self, key: str) -> bool:
        """Return whether a key is not taken."""
        return self._fold(key) not in self._taken

    def take(self, key: str) -> str:
        """Return a key, with a suffix unless it is free, which is taken from now on."""
        found, number = key, self._numbers.get(key, 0)
        while not self.is_free(found):
            number += 1
            found = key + self._suffix(number)
        self._numbers[key] = number
        self._taken.add(self._fold(found))
        return found


def numbered(number: int) -> str:
    """Return the suffix of a further key of the same name: `-2`, `-3`."""
    return f"-{number + 1}"


def unique_keys(
    entries: Iterable[Entry], clean: Callable[[str], str] = str, fold: Callable[[str], str] = str
) -> list[str]:
    """Return a key for each entry: its own if it can be, with `-2` behind it where another entry has it already.

    `clean` makes a key what the format allows; keys that are equal when folded count as one.
    """
    keys = FreeKeys((), fold, numbered)
    return [keys.take(clean(entry.key)) for entry in entries]
