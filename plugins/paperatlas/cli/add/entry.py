"""The entry that `paperatlas add` makes of a work: fetched, in the library's style, and not in it yet."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from paperatlas.bibliography import Library, parse_library
from paperatlas.bibliography.model.bibtex_key import bibtex_key
from paperatlas.check import check
from paperatlas.check.editorial.texts import text_problems
from paperatlas.cli.add.target import TargetLibrary
from paperatlas.cli.add.works import RequestedWork
from paperatlas.diagnostics.problem import Problem
from paperatlas.formats.records.entry_text import citation_key, entry_text, free_citation_keys
from paperatlas.formats.records.library_style import in_style, library_style_of, likely_method
from paperatlas.formats.records.record import KnownWorkError, Record, SourceError
from paperatlas.services.fetch import fetch
from paperatlas.services.fetched import Fetched
from paperatlas.services.known import by_identifier, twin
from paperatlas.services.web import Web
from paperatlas.texts.commands import add as texts

_NEW = "new-entry.bib"
_MADE_KEY = re.compile(r"[a-z]+(?:_[a-z]+)*_?\d{4}_?[a-z]*|DBLP:\S+", re.IGNORECASE)
"""A key as Google Scholar (`song2020denoising`), Zotero (`song_denoising_2020`) and DBLP make it."""


@dataclass(frozen=True, slots=True)
class Extras:
    """What a person adds to a record: a key, and fields by their names."""

    key: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NewEntry:
    """A new entry, and what a person should know of it."""

    record: Record
    key: str
    remarks: tuple[str, ...]
    method: str = ""
    """What its method is probably called, where papers of the library have such a name and it has none."""
    problems: tuple[Problem, ...] = ()
    """What `paperatlas check` says of it."""

    @property
    def sentences(self) -> tuple[str, ...]:
        """Return all that a person should know of it."""
        hints = (texts.suggest_method(self.method),) if self.method else ()
        return (*self.remarks, *hints, *map(sentence_of, self.problems))

    @property
    def text(self) -> str:
        """Return the entry as it is written."""
        return entry_text(self.record, self.key)

    @property
    def title(self) -> str:
        """Return what the paper is called."""
        return self.record.fields.get("title", self.key)

    @property
    def keywords(self) -> tuple[str, ...]:
        """Return where it stands, and what else its keywords say."""
        return _keywords(self.record)

    def placed(self, keywords: tuple[str, ...], target_library: TargetLibrary) -> NewEntry:
        """Return the entry with further keywords, and with what `paperatlas check` says of it."""
        together = ", ".join(dict.fromkeys((*keywords, *self.keywords)))
        fields = {**self.record.fields, "keywords": together} if together else self.record.fields
        entry = replace(self, record=replace(self.record, fields=fields))
        new, reading = parse_library(entry.text.encode(), _NEW)
        both = Library((*target_library.library.entries, *new.entries), target_library.library.files)
        asked = text_problems(new, target_library.require.fields)
        problems = (*reading, *check(both, target_library.relation_types), *asked)
        return replace(entry, problems=tuple(problem for problem in problems if problem.file == _NEW))


def new_entry(work: RequestedWork, web: Web, target_library: TargetLibrary, extras: Extras) -> NewEntry:
    """Return the entry of a work. Raises `SourceError` if it cannot be had, or the library has the work already."""
    if work.located is not None and (here := by_identifier(target_library.library, work.located)) is not None:
        told = texts.already_there(here.key, here.span)
        raise KnownWorkError(told, told)
    if work.is_damaged:
        raise SourceError(texts.DAMAGED_ENTRY)
    fetched = _fetched(work, web)
    library_style = library_style_of(target_library.library)
    record = in_style(fetched.record, library_style)
    if not record.fields.get("title"):
        raise SourceError(texts.NO_TITLE)
    record = replace(record, fields={**record.fields, **extras.fields})
    method = record.fields.get("shorttitle") or likely_method(record.fields["title"])
    key, remarks = _key(record, target_library, extras, method if library_style.keys_of_methods else "")
    entry = NewEntry(record, key, (*fetched.remarks, *remarks))
    relation_fields = tuple(kind.name for kind in target_library.relation_types)
    if same := twin(target_library.library, entry.text, relation_fields, name=record.key):
        raise KnownWorkError(texts.seems_there(same), same)
    method = likely_method(entry.title)
    if library_style.methods and method and "shorttitle" not in record.fields:
        entry = replace(entry, method=method)
    return entry


def sentence_of(problem: Problem) -> str:
    """Return what a problem says and how to mend it, in one line."""
    return " ".join(f"{problem.message} {problem.hint} [{problem.code}]".split())


def is_placed(record: Record, target_library: TargetLibrary) -> bool:
    """Return whether the keywords of a record name a direction."""
    return any(keyword.partition("/")[0] in target_library.directions for keyword in _keywords(record))


def _keywords(record: Record) -> tuple[str, ...]:
    return tuple(part.strip() for part in record.fields.get("keywords", "").split(",") if part.strip())


def _fetched(work: RequestedWork, web: Web) -> Fetched:
    if work.record is not None:
        return Fetched(work.record)
    if work.located is None:  # a work is one or the other
        raise SourceError(texts.NOTHING_TO_LOOK_UP)
    return fetch(web, work.located)


def _key(record: Record, target_library: TargetLibrary, extras: Extras, method: str) -> tuple[str, tuple[str, ...]]:
    """Return the key: the one that was asked for, else its owner's, else one that follows from the record.

    In a library whose keys are names of methods, the `method` of the record counts before a key that a service made.
    """
    if extras.key is not None:
        return extras.key, ()
    keys = free_citation_keys(target_library.keys)
    own = bibtex_key(record.key) if record.key else ""
    renamed = bool(method and _MADE_KEY.fullmatch(own))
    if own and keys.is_free(own) and not renamed:
        return own, ()
    key = keys.take(citation_key(record, method))
    if not own:
        return key, ()
    return key, (texts.key_in_style(own, key) if renamed else texts.changed_key(own, key),)
