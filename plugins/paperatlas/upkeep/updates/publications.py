"""Publications: of preprints that were published since, and what publishers have said of published works since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from paperatlas.bibliography import Entry, parse_library
from paperatlas.diagnostics.problem import Edit, Problem, Span
from paperatlas.formats.records.entry_text import entry_text
from paperatlas.formats.records.library_style import LibraryStyle, in_style
from paperatlas.formats.records.record import Record
from paperatlas.text.titles import same_title
from paperatlas.upkeep.abstracts.abstracts import identifiers_of, title_of
from paperatlas.upkeep.abstracts.rules import OTHER_WORKS_TITLE
from paperatlas.upkeep.updates.asks import SEARCH
from paperatlas.upkeep.updates.file_text import FileText, entry_edit
from paperatlas.upkeep.updates.preprints import is_unpublished, preprint_span
from paperatlas.upkeep.updates.rules import (
    CORRECTED_PUBLICATION,
    OTHER_PUBLICATION,
    PUBLISHED_PREPRINT,
    RETRACTED_PUBLICATION,
)
from paperatlas.upkeep.updates.same_work import difference_to
from paperatlas.upkeep.updates.stored import FoundPreprint, FoundPublication, FoundVenue
from paperatlas.verification import Verification
from paperatlas.verification.model import PUBLICATION

_STAYS = frozenset({"eprint", "eprinttype", "eprintclass", "langid", "subtitle", "title", "url"})
"""What an entry of a preprint keeps: its title and what leads to the preprint."""
_TYPES = frozenset({"article", "incollection", "inproceedings"})
"""The types of publications that are written; a preprint that became a book is a person's to look at."""


def own_doi(entry: Entry) -> str:
    """Return the DOI of an entry's publication in lower case; empty if it has none."""
    return next((each.value for each in identifiers_of(entry) if each.name.startswith("doi:")), "")


def candidate_dois(entry: Entry, preprint: FoundPreprint | None, venue: FoundVenue | None) -> tuple[str, ...]:
    """Return the DOIs under which a preprint may have been published, in lower case, the likeliest first."""
    if not is_unpublished(entry):
        return ()
    found = (each.doi.lower() for each in (preprint, venue) if each is not None)
    return tuple(dict.fromkeys(doi for doi in found if doi and not doi.startswith("10.48550/")))


def state_problems(entry: Entry, publications: Mapping[str, FoundPublication]) -> Iterator[Problem]:
    """Yield that the DOI of an entry is that of another work, or what became of the work that it is of."""
    doi = own_doi(entry)
    found = publications.get(doi) if doi else None
    if found is None or not found.type:
        return
    span = next(each.span for each in identifiers_of(entry) if each.name.startswith("doi:"))
    if same_title(title_of(entry), found.fields.get("title", "")):
        yield from _state(entry, found, span)
        if found.type == "online" and found.published:
            yield PUBLISHED_PREPRINT.at(span, "relation", key=entry.key, doi=found.published)
        return
    arguments = {"identifier": doi, "title": found.fields.get("title", ""), "key": entry.key, "own": title_of(entry)}
    yield OTHER_WORKS_TITLE.at(span, **arguments)


def _state(entry: Entry, found: FoundPublication, span: Span) -> Iterator[Problem]:
    notice = f": https://doi.org/{found.notice}" if found.notice else ""
    if found.state == "retracted":
        yield RETRACTED_PUBLICATION.at(span, key=entry.key, notice=notice)
    elif found.state:
        variant = "concern" if found.state == "concern" else ""
        yield CORRECTED_PUBLICATION.at(span, variant, key=entry.key, notice=notice)


def published_problems(
    entry: Entry,
    dois: Sequence[str],
    publications: Mapping[str, FoundPublication],
    preprint: FoundPreprint | None,
    venue: FoundVenue | None,
) -> tuple[list[Problem], FoundPublication | None]:
    """Return what is to be said of where a preprint was published, and its publication if that is certain.

    A record counts if its title, its first author and its year are those of the entry.
    """
    if not is_unpublished(entry):
        return [], None
    span = preprint_span(entry)
    problems = []
    for name in (*dois, f"{SEARCH}{entry.arxiv}"):
        found = publications.get(name)
        if found is None or not found.type or found.type == "online":
            continue
        difference = difference_to(entry, found)
        doi = found.fields.get("doi", "")
        if not difference:
            published = PUBLISHED_PREPRINT.at(span, key=entry.key, doi=doi, year=found.year)
            return [published, *_state(entry, found, span)], found
        title = found.fields.get("title", "")
        problems.append(OTHER_PUBLICATION.at(span, difference, key=entry.key, doi=doi, title=title, year=found.year))
    if preprint is not None and preprint.journal:
        problems.append(PUBLISHED_PREPRINT.at(span, "journal", key=entry.key, venue=preprint.journal))
    elif venue is not None and venue.name and same_title(title_of(entry), venue.title):
        problems.append(PUBLISHED_PREPRINT.at(span, "venue", key=entry.key, venue=venue.name))
    return problems, None


def published_edit(entry: Entry, found: FoundPublication, text: FileText, style: LibraryStyle) -> Edit | None:
    """Return the edit that makes the entry of a preprint that of its publication; None where that is not certain.

    It keeps its key, its title, its authors and its eprint, whose number tells when it was first public.
    """
    if found.type not in _TYPES or (entry.has("journaltitle") and found.type != "article"):
        return None
    fields = _source_values(in_style(Record(found.type, found.fields), style))
    year = entry.field("date")
    if year is not None and year.written_name == "year":
        if entry.has("month"):
            return None
        fields["date"] = fields.get("date", "")[:4]
    if not fields.get("date") or not (fields.get("booktitle") or fields.get("journaltitle")):
        return None
    same = {name for name, value in fields.items() if (own := entry.own_fields.get(name)) and own.raw == value}
    return entry_edit(entry, text, {name: fields[name] for name in fields if name not in same}, found.type)


def _source_values(record: Record) -> dict[str, str]:
    """Return the fields of a record as BibTeX source, without those that an entry keeps."""
    library, _ = parse_library(entry_text(record, "key").encode(), "record.bib")
    return {name: field.raw for name, field in library.entries[0].own_fields.items() if name not in _STAYS}


def publication_verifications(
    entries: Iterable[Entry], publications: Mapping[str, FoundPublication]
) -> Iterator[Verification]:
    """Yield when the publication of each entry was looked up, and what became of it."""
    for entry in entries:
        found = publications.get(own_doi(entry)) if own_doi(entry) else None
        if found is None or not found.type or not same_title(title_of(entry), found.fields.get("title", "")):
            continue
        findings = {"state": found.state} if found.state else {}
        yield Verification(entry.key, PUBLICATION, findings, found.fetched, "Crossref", entry.span)
