"""Prints the licence of every installed package, and fails if the plugin needs one under terms that bind its users.

Needed is what installing paperatlas with all extras brings; the rest is for development and is only listed.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Mapping
from importlib.metadata import PackageNotFoundError, distribution, distributions, metadata
from typing import Protocol

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ALLOWED = (
    "Apache", "BSD", "HPND", "ISC", "MIT", "Mozilla", "MPL-2.0", "PSF", "Python Software Foundation", "Unlicense",
)  # fmt: skip
"""How licences begin that ask for no more than their text, or, as Mozilla's does, for the package's changed files."""


class Metadata(Protocol):
    """What a package says of itself."""

    def get_all(self, name: str) -> list[str] | None:
        """Return every value of a field."""


def licence_of(package: Metadata) -> str:
    """Return the licence that a package names: as an expression, else by classifiers, else its own first words."""
    if expression := package.get_all("License-Expression"):
        return expression[0]
    classified = [
        name.split(" :: ")[-1] for name in package.get_all("Classifier") or () if name.startswith("License :: ")
    ]
    if names := [name for name in classified if name != "OSI Approved"]:
        return " AND ".join(names)
    words = " ".join(package.get_all("License") or ()).split("\n")[0]
    return words[:60] or "unknown"  # longer is the whole text of a licence


def is_allowed(licence: str) -> bool:
    """Return whether every licence that has to be kept, or one of each choice, is of those that bind nobody."""
    parts = re.sub(r"[()]", "", licence).split(" AND ")
    return all(any(choice.strip().startswith(ALLOWED) for choice in part.split(" OR ")) for part in parts)


def needed_by(name: str, requires: Callable[[str], Iterable[str] | None], extras: Iterable[str] = ()) -> set[str]:
    """Return the names of the packages that one needs here, itself included, with its `extras`.

    `requires` gives the requirements of a package, and raises `PackageNotFoundError` for one that is not installed.
    """
    found: set[tuple[str, str]] = set()
    waiting = [(canonicalize_name(name), extra) for extra in ("", *extras)]
    while waiting:
        package, extra = waiting.pop()
        if (package, extra) in found:
            continue
        try:
            lines = requires(package) or ()
        except PackageNotFoundError:
            continue
        found.add((package, extra))
        for requirement in map(Requirement, lines):
            if requirement.marker is None or requirement.marker.evaluate({"extra": extra}):
                waiting += [(canonicalize_name(requirement.name), more) for more in ("", *requirement.extras)]
    return {package for package, _ in found}


def table(licences: Mapping[str, str], needed: set[str]) -> str:
    """Return lines of name and licence, first what is needed, then what is for development."""
    width = max(map(len, licences))
    lines = []
    for heading, names in (("Needed", licences.keys() & needed), ("For development", licences.keys() - needed)):
        lines += [heading, *(f"  {name:{width}}  {licences[name]}" for name in sorted(names))]
    return "\n".join(lines)


def main() -> int:
    """Print the table of this environment."""
    licences: dict[str, str] = {
        canonicalize_name(package.metadata["Name"]): licence_of(package.metadata) for package in distributions()
    }
    extras = metadata("paperatlas").get_all("Provides-Extra") or []
    needed = needed_by("paperatlas", lambda name: distribution(name).requires, extras)
    print(table(licences, needed))
    refused = sorted(name for name in needed if not is_allowed(licences[name]))
    for name in refused:
        print(f"{name}: whether its licence binds users is not known: {licences[name]}", file=sys.stderr)
    return int(bool(refused))


if __name__ == "__main__":
    sys.exit(main())
