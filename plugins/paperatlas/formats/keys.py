"""Keys that tell entries apart in a file that is read by others."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from paperatlas.bibliography import Entry


def unique_keys(
    entries: Iterable[Entry], clean: Callable[[str], str] = str, fold: Callable[[str], str] = str
) -> list[str]:
    """Return a key for each entry: its own if it can be, with `-2` behind it where another entry has it already.

    `clean` makes a key what the format allows; keys that are equal when folded count as one.
    """
    taken: set[str] = set()
    keys = []
    for entry in entries:
        key = found = clean(entry.key)
        number = 2
        while fold(found) in taken:
            found, number = f"{key}-{number}", number + 1
        taken.add(fold(found))
        keys.append(found)
    return keys
