"""A name as written: its parts, how it is shown and sorted."""

from __future__ import annotations

import re
from dataclasses import dataclass

from paperatlas.text.collation import Key, collation_key

_NEXT_INITIAL = re.compile(r"(?<![^\W\d_])([^\W\d_a-z]\.)(?=[^\W\d_a-z]\.)")
"""An initial with the next one close behind it: the first of `R.C.`, but not the first of `J.-P.`."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name as written: not yet a person.

    `literal` is set for what has no parts (an organisation) and for Chinese, Japanese and Korean names
    written in their own order; it is then what is displayed. `useprefix` is BibLaTeX's option, where the library sets
    it: whether the prefix is part of the family name (`van Gogh`, sorted under V) or is left out (`Beethoven`).
    Without it, a citation names the prefix and an alphabetical list goes by the family name.
    """

    given: str = ""
    family: str = ""
    prefix: str = ""
    suffix: str = ""
    literal: str = ""
    useprefix: bool | None = None

    @property
    def display(self) -> str:
        """`Given von Family, Jr`, or the literal name; initials stand apart: `R.C.` and `R. C.` are one name."""
        if self.literal:
            return self.literal
        # Asked for some twenty times for each name of a library.
        family = self.full_family if self.prefix else self.family
        given = self.given if self.given.count(".") < 2 else _NEXT_INITIAL.sub(r"\1 ", self.given)
        name = f"{given} {family}" if given and family else given or family
        return f"{name}, {self.suffix}" if self.suffix else name

    @property
    def label(self) -> str:
        """Return what a short citation calls it: `von Family`, or the literal name of an organisation."""
        if not self.family:
            return self.literal or self.given
        return self.full_family if self.useprefix is not False else self.family

    @property
    def full_family(self) -> str:
        """Return the family name with its prefix: `von Family`, `d'Alembert`, `al-Hakim`."""
        return with_particle(self.prefix, self.family)

    @property
    def filed_under(self) -> str:
        """Return what an alphabetical list has the name under: the family name, by default without its prefix."""
        return (self.full_family if self.useprefix else self.family) or self.literal or self.given

    @property
    def sort_key(self) -> Key:
        """Return what names are sorted by, in indexes and in references alike."""
        return collation_key(self.filed_under, self.given + self.display)

    def __str__(self) -> str:
        """Return the displayed name."""
        return self.display


@dataclass(frozen=True, slots=True)
class NameList:
    """The names of a field, in order; `others` where the list ends with `and others`."""

    names: tuple[Name, ...] = ()
    others: bool = False

    def __bool__(self) -> bool:
        """Return whether anyone is named."""
        return bool(self.names)


_VOWELS = frozenset("aeiou")


def with_particle(particle: str, family: str) -> str:
    """Return a family name behind its particle: `van Gogh`, but `d'Alembert` and `al-Hakim`."""
    # Of Italian `de'` and `da'` a vowel is left, and they stand apart: `de' Medici`.
    apart = particle[-2:-1].lower() in _VOWELS and particle.endswith(("'", "’"))
    joined = not particle or not family or (particle.endswith(("-", "'", "’")) and not apart)
    return f"{particle}{'' if joined else ' '}{family}"
