"""What another place says of a work, before it is an entry of the library."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


class SourceError(Exception):
    """There is no record, or none that can become an entry; the message says why, and what to do, for people."""


class KnownWorkError(SourceError):
    """The library has the work already; `reason` says where, without what to do."""

    def __init__(self, message: str, reason: str) -> None:
        super().__init__(message)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Author:
    """A person's name in two parts, or, with `given` empty, the name of a group or a name that is one word."""

    family: str
    """With its particles: `van der Maaten`. A last author `others` stands for those who are not named."""
    given: str = ""
    suffix: str = ""
    """`Jr.`, `III`."""
    dropping: str = ""
    """A particle that is left out where only the family name is: the `van` of Ludwig van Beethoven."""


@dataclass(frozen=True, slots=True)
class Record:
    """A work as plain Unicode text: no LaTeX, no braces, no HTML.

    `type` is BibLaTeX's entry type in lower case; `fields` has BibLaTeX's names for everything but people:
    `title`, `booktitle`, `journaltitle`, `date` (ISO 8601, as exact as known), `eprint`, `doi`, `url`, `keywords`, …,
    and PaperAtlas' own (`code`, `website`). What the source does not say is left out: an empty field is dropped.
    """

    type: str
    fields: Mapping[str, str]
    authors: tuple[Author, ...] = ()
    editors: tuple[Author, ...] = ()
    key: str = ""
    """The citation key the source gives it, or empty."""
    origin: str = ""
    """Where it is from, for people: an address, or a file with its line."""
    translators: tuple[Author, ...] = ()
    contributors: Mapping[str, tuple[Author, ...]] = field(default_factory=dict)
    """Other people by BibLaTeX's name of the field: `bookauthor`, `holder`, `foreword`."""

    def __post_init__(self) -> None:
        """Drop the empty fields."""
        object.__setattr__(self, "fields", {name: value for name, value in self.fields.items() if value})
