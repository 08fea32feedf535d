"""Entries of .bib text as records: what a service or a person gives as BibTeX."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from paperatlas.bibliography import Entry, parse_library
from paperatlas.bibliography.model.entry_types import NO_WORKS
from paperatlas.bibliography.model.fields import NAME_FIELDS, VERBATIM
from paperatlas.diagnostics.families import family_of
from paperatlas.diagnostics.problem import Problem
from paperatlas.formats import person, plain_text
from paperatlas.formats.bibtex.writer import NOT_FROM_A_PARENT
from paperatlas.formats.records.record import Record

ABSTRACTS = frozenset({"abstract", "abstract_zh", "abstract_en"})
"""Left out: they are the words of others."""
_TRACES = frozenset({
    "bdsk-url-1", "bdsk-url-2", "bibsource", "bibtex_show", "biburl", "date-added", "date-modified", "file", "groups",
    "internal-note", "local-url", "mendeley-groups", "mendeley-tags", "numpages", "owner", "pdf", "priority", "ranking",
    "readstatus", "timestamp", "urldate", "urlraw", "selected", "preview", "citation-key", "date-published",
})  # fmt: skip
"""What programs leave in entries for themselves."""
_OF_THE_VOLUME = frozenset({
    "editor", "publisher", "location", "isbn", "issn", "organization", "eventdate", "eventtitle", "venue", "language",
    "issue_date", "articleno",
})  # fmt: skip
"""What services say of a volume of proceedings or a journal in each of its papers."""
_PARENTS = frozenset({"crossref", "xdata", "xref"})


@dataclass(frozen=True, slots=True)
class ReadEntries:
    """The records of a .bib text, in its order, what is wrong with it, and how many abstracts were left out.

    `damaged` are the keys of those whose syntax is wrong, so that what was read of them is a guess.
    """

    records: tuple[Record, ...]
    problems: tuple[Problem, ...]
    abstracts: int
    damaged: frozenset[str]


def entries_in(data: bytes, file: str) -> ReadEntries:
    """Return the records of the entries in a .bib text that a person has."""
    library, problems = parse_library(data, file)
    records = tuple(record_of(entry, keep_all=True) for entry in library.entries if entry.type not in NO_WORKS)
    abstracts = sum(any(ABSTRACTS & set(entry.own_fields)) for entry in library.entries)
    wrong = {each.line for each in problems if each.severity == "error" and family_of(each.code) == "SYN"}
    damaged = {one.key for one in library.entries if not wrong.isdisjoint(range(one.span.line, one.end_line + 1))}
    return ReadEntries(records, problems, abstracts, frozenset(damaged))


def given(text: str, origin: str) -> Record | None:
    """Return the record of the first entry in a BibTeX text of a service; None if there is none."""
    library, _ = parse_library(text.encode(), "answer.bib")
    return record_of(library.entries[0], origin=origin) if library.entries else None


def record_of(entry: Entry, *, keep_all: bool = False, origin: str = "") -> Record:
    """Return an entry as a record: decoded, without abstracts and traces of programs.

    Of a service's entry, its key and what it says of the whole volume are left out as well; a person's own keeps
    them.
    """
    fields: dict[str, str] = {}
    for name, field in entry.fields.items():
        own = not field.inherited_from or name not in NOT_FROM_A_PARENT
        if name in NAME_FIELDS or name in ABSTRACTS or name in _TRACES or name in _PARENTS or not own:
            continue
        value = _value(entry, name)
        if value:
            fields[name] = value
    paper = entry.kind in ("inproceedings", "article")
    if not keep_all and paper:
        fields = {name: value for name, value in fields.items() if name not in _OF_THE_VOLUME}
    if entry.arxiv:
        fields |= {"eprint": entry.arxiv, "eprinttype": "arxiv"}
        for name in ("journaltitle", "howpublished", "volume", "publisher", "number"):
            if "arxiv" in fields.get(name, "").lower() or fields.get(name, "").startswith("abs/"):
                del fields[name]
    if entry.doi:
        fields["doi"] = entry.doi
    return Record(
        type=_type(entry, fields),
        fields=fields,
        authors=person.of_names(entry.names("author")),
        editors=person.of_names(entry.names("editor")) if keep_all or not paper else (),
        key=entry.key if keep_all else "",
        origin=origin or str(entry.span),
        translators=person.of_names(entry.names("translator")) if keep_all else (),
        contributors={
            name: person.of_names(entry.names(name))
            for name in entry.field_names
            if keep_all and name in NAME_FIELDS and name not in ("author", "editor", "translator")
        },
    )


def _type(entry: Entry, fields: Iterable[str]) -> str:
    """Return the entry's type; that of a preprint where an archive is all there is of a journal or proceedings."""
    preprint = entry.kind in ("article", "misc", "unpublished") and "journaltitle" not in fields
    return "online" if preprint and entry.arxiv else entry.kind


def _value(entry: Entry, name: str) -> str:
    """Return a field as plain text."""
    if name == "date":
        return entry.date.iso if entry.date else ""
    if name in VERBATIM:
        return plain_text.tidy(entry.verbatim(name) or "")
    field = entry.field(name)
    text = plain_text.from_latex(field.raw) if field else ""
    if name == "title":
        return plain_text.title(text)
    return plain_text.pages(text) if name == "pages" else text
