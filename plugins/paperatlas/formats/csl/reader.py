"""CSL-JSON as records: what Zotero, Mendeley, Pandoc and the export of PaperAtlas write."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from paperatlas.bibliography.model import identifiers
from paperatlas.bibliography.model.container import BOOK, IN_JOURNALS, JOURNAL, MULTIVOLUME
from paperatlas.bibliography.model.date_words import means_no_date, publication_state
from paperatlas.bibliography.model.given_names import is_given_name
from paperatlas.bibliography.model.name import with_particle
from paperatlas.bibliography.model.name_forms import is_others
from paperatlas.bibliography.model.registries import eprint_type
from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.formats import rules
from paperatlas.formats.csl import reader_tables as tables
from paperatlas.formats.csl.tables import CSL_NAMES, CUSTOM
from paperatlas.formats.dates import from_csl, has_year_zero, is_off_the_calendar
from paperatlas.formats.entry_types import ENTRY_TYPES
from paperatlas.formats.extra_fields import read_extra
from paperatlas.formats.further_fields import READ_AGAIN, read_people
from paperatlas.formats.json_items import Member, Readable, placed_members
from paperatlas.formats.keywords import keyword_list, keywords_in_one
from paperatlas.formats.numbers import separated_volume
from paperatlas.formats.person import OTHERS, all_in_one_text, displayed, in_one_text, named, parts
from paperatlas.formats.plain_text import from_html, pages, tidy
from paperatlas.formats.readout import Found, Readout
from paperatlas.formats.records.record import Author, Record

_TITLES = frozenset(
    {"title", "shorttitle", "booktitle", "journaltitle", "series", "eventtitle", "origtitle", "howpublished"}
)
_PEOPLE = frozenset({"author", "editor", "translator"})
_OTHER_PEOPLE = {variable: name for name, variable in CSL_NAMES.items() if name not in _PEOPLE}
_WITHOUT_A_FIELD = (
    "collection-editor", "composer", "curator", "editorial-director", "executive-producer",
    "guest", "host", "illustrator", "interviewer", "narrator", "organizer", "original-author", "performer",
    "producer", "recipient", "reviewed-author", "script-writer", "series-creator", "chair", "compiler",
)  # fmt: skip
_PUBLISHED = ("published", "published-print", "published-online", "posted")
"""Crossref's dates, for works whose `issued` is empty."""
_SHORT_TITLES = ("container-title-short", "journalAbbreviation", "short-container-title")
"""CSL's name of it, Zotero's, and that of Crossref's answers."""
_READ = frozenset({
    "id", "type", "citation-key", "citekey", "custom", "note", "language", "keyword", "genre", "page",
    "page-first", "issue", "number",
    "collection-number", "archive", "archive_location", "publisher", "container-title",
    "authority", "categories", "locator",
    "system_id",
    "subtitle", "article-number", *_SHORT_TITLES, *_PUBLISHED,
    "number-of-pages", *tables.TEXTS_FROM_CSL, *tables.DATES_FROM_CSL, *_PEOPLE, *_OTHER_PEOPLE, *_WITHOUT_A_FIELD,
})  # fmt: skip

_HEADING = re.compile(r"<jats:title>\s*(?:Abstract|Summary)\s*</jats:title>", re.IGNORECASE)
"""What Crossref has above an abstract."""
_QUOTED = re.compile(r'\A"([^"]+)"\Z')

_LISTS_OF_ITEMS = ("", "items", "references")

LeftOut = tuple[str, dict[str, str]]
"""What has no place in a record: a variant of the rule `VALUE_LEFT_OUT`, and its arguments."""


def read_csl(file: Readable, name: str) -> Readout:
    """Return the items of a CSL-JSON file; `name` is what problems call it.

    They stand in a list, in `items` or `references` (Pandoc) of an object, or in an answer of Crossref; or the object
    is one item by itself, as doi.org has it.
    """
    found: list[Found] = []
    problems: list[Problem] = []
    alone: dict[str, list[Any]] = {}
    first = Span(name, 1)
    for member, span in placed_members(file, name, problems):
        if member.name not in (*_LISTS_OF_ITEMS, "message"):
            alone.setdefault(member.name, []).append(member.value)
            continue
        for item in _items(member):
            record, wrong = _item(item, span)
            found += [Found(record, span)] if record else []
            problems += wrong
    if not found and not problems and alone.keys() & {"title", "type"}:
        record, wrong = _item(_whole(alone), first)
        found += [Found(record, first)] if record else []
        problems += wrong
    elif not found and not problems and alone:
        problems.append(rules.UNREADABLE_SOURCE.at(first, "csl", names=", ".join([*alone][:5])))
    return Readout(tuple(found), tuple(problems))


def _items(member: Member) -> list[Any]:
    """Return the items of a member: itself, or those of an answer of Crossref."""
    if member.name == "message" and isinstance(member.value, dict):
        items = member.value.get("items")
        return items if isinstance(items, list) else [member.value]
    return [member.value]


def _whole(members: Mapping[str, list[Any]]) -> dict[str, Any]:
    """Return the item that its members are, of which lists came one by one."""
    people = {*_PEOPLE, *_OTHER_PEOPLE, *_WITHOUT_A_FIELD}
    return {name: values if name in people or len(values) > 1 else values[0] for name, values in members.items()}


def _item(item: object, span: Span) -> tuple[Record | None, list[Problem]]:
    if not isinstance(item, dict):
        return None, [rules.UNREADABLE_RECORD.at(span, "csl_member")]
    record, wrong = csl_record(item, str(span))
    problems = [rules.VALUE_LEFT_OUT.at(span, variant, **arguments) for variant, arguments in wrong]
    if "title" not in record.fields:
        return None, [*problems, rules.UNREADABLE_RECORD.at(span, key=record.key or "?")]
    return record, problems


def csl_record(item: Mapping[str, Any], origin: str) -> tuple[Record, list[LeftOut]]:
    """Return one item as a record; and what of it has no place in one."""
    wrong: list[LeftOut] = []
    kind = tables.type_of_item(item)
    fields = dict(_fields(item, kind))
    extras, note = read_extra(_text(item, "note"))
    key = _text(item, "citation-key") or extras.pop("key", "") or _key(_text(item, "id"))
    called = key or _text(item, "id") or _text(item, "title")[:60]
    fields = _without_preprint(fields | {"note": from_html(note)})
    extras |= _custom(item)
    container = tables.container_field(kind)
    if fields.get(container) in {extras.get(each.title, "") for each in (BOOK, JOURNAL, MULTIVOLUME)} - {""}:
        del fields[container]  # it is told by its own name
    if extras.get("eid") and extras["eid"] == fields.get("number"):
        del fields["number"]
    fields |= {field: value for field, value in extras.items() if not fields.get(field)}
    wrong += _add_dates(fields, item, called)
    if state := publication_state(fields.get("pubstate", "")):
        fields["pubstate"] = state
    others, left_out = _other_people(item, kind, called)
    others |= read_people(fields)
    wrong += left_out
    if (written := _text(item, "type")) and written not in tables.TYPES:
        wrong.append(("csl_type", {"type": written, "key": called}))
    unknown = [variable for variable in item if variable not in _READ and item[variable]]
    if unknown:
        wrong.append(("variables", {"key": called, "names": ", ".join(sorted(unknown))}))
    fields = separated_volume(fields, kind)
    tidied = {name: text for name, value in fields.items() if name not in ("", *others) and (text := tidy(value))}
    authors, editors, translators = (contributors(item.get(name)) for name in ("author", "editor", "translator"))
    custom = item.get("custom")
    named = custom.get(tables.TYPE_IN_CUSTOM) if isinstance(custom, dict) else None
    kind = named if isinstance(named, str) and named in ENTRY_TYPES else kind
    return Record(kind, tidied, authors, editors, key, origin, translators, others), wrong


def _other_people(item: Mapping[str, Any], kind: str, key: str) -> tuple[dict[str, tuple[Author, ...]], list[LeftOut]]:
    """Return the people in further variables by BibLaTeX's fields, and those that it has no field for."""
    people: dict[str, tuple[Author, ...]] = {}
    left_out: list[LeftOut] = []
    for variable in (*_OTHER_PEOPLE, *_WITHOUT_A_FIELD):
        found = contributors(item.get(variable))
        name = _OTHER_PEOPLE.get(variable, "")
        if found and name and (name != "holder" or kind == "patent"):
            people[name] = found
        elif found:
            names = " and ".join(f"{one.given} {one.family}".strip() for one in found)
            left_out.append(("names", {"variable": variable, "key": key, "names": names}))
    return people, left_out


def _fields(item: Mapping[str, Any], kind: str) -> Iterator[tuple[str, str]]:
    """Yield every field but the dates and the note."""
    for variable, field in tables.TEXTS_FROM_CSL.items():
        if field and (value := _text(item, variable)):
            yield field, _value_of(field, value)
    if (subtitle := from_html(_text(item, "subtitle"))).casefold() not in from_html(_text(item, "title")).casefold():
        yield "subtitle", subtitle
    yield tables.container_field(kind), from_html(_text(item, "container-title"))
    short = next(filter(None, (_text(item, name) for name in _SHORT_TITLES)), "")
    yield (JOURNAL if kind in IN_JOURNALS else BOOK).short, from_html(short)
    yield tables.publisher_field(kind), from_html(_text(item, "publisher"))
    published = tables.publisher_field(kind) == "institution" and _text(item, "publisher")
    if authority := from_html(_text(item, "authority")):
        yield "organization" if published else "institution", authority
    yield "entrysubtype", tables.SUBTYPES_FROM_CSL.get(_text(item, "type"), "")
    yield "pages", pages(_text(item, "page") or _text(item, "page-first"))
    yield from _numbers(item, kind)
    if not _text(item, "page") and not _text(item, "number"):
        yield "eid", _text(item, "article-number")
    genre = _text(item, "genre")
    yield "type", tables.genre_fields(genre)
    if tag := _text(item, "language"):
        yield tables.language(tag)
    yield "keywords", _keywords(item.get("keyword"))
    archive, location = _text(item, "archive"), _text(item, "archive_location")
    if location:
        yield "eprint", identifiers.arxiv(location) or location if archive.lower() == "arxiv" else location
        yield "eprinttype", eprint_type(archive)
    elif archive.lower() != "arxiv" and not _text(item, "call-number"):
        yield "library", from_html(archive)


def _value_of(field: str, value: str) -> str:
    """Return a text of CSL as a field has it."""
    if field == "doi":
        return identifiers.doi(value) or value
    if field == "abstract":
        return from_html(_HEADING.sub(" ", value))
    return from_html(value) if field in _TITLES or field == "annotation" else value


def _custom(item: Mapping[str, Any]) -> dict[str, str]:
    """Return the fields that the export keeps beside CSL's variables."""
    custom = item.get("custom")
    named = custom if isinstance(custom, dict) else {}
    return {name: named[name] for name in (*CUSTOM, *READ_AGAIN) if isinstance(named.get(name), str)}


def _numbers(item: Mapping[str, Any], kind: str) -> Iterator[tuple[str, str]]:
    issue, number, in_series = (_text(item, name) for name in ("issue", "number", "collection-number"))
    if kind not in IN_JOURNALS:
        yield "number", in_series or number
        yield "issue", issue
        yield "eid", number if in_series else ""
        return
    yield "number", issue or in_series or ("" if kind == "article" else number)
    if number and (kind == "article" or issue or in_series):
        yield "eid", number


def _without_preprint(fields: dict[str, str]) -> dict[str, str]:
    """Return the fields without what the export adds for readers without arXiv, the identifier in its own field."""
    number = identifiers.arxiv(fields.get("number", "")) or identifiers.arxiv(fields.get("eid", ""))
    address = identifiers.arxiv(fields.get("url", "")) if "arxiv.org" in fields.get("url", "") else None
    doi = identifiers.arxiv(fields.get("doi", ""))
    found = number or address or doi
    if found and not fields.get("eprint"):
        fields = fields | {"eprint": found, "eprinttype": "arxiv"}
    if fields.get("eprinttype") != "arxiv":
        return fields
    left_out = {name for name in ("number", "eid") if identifiers.arxiv(fields.get(name, "")) == fields["eprint"]}
    left_out |= {"url"} if address == fields["eprint"] else set()
    left_out |= {name for name in ("publisher", "organization") if fields.get(name, "").lower() == "arxiv"}
    return {name: value for name, value in fields.items() if name not in left_out}


def _add_dates(fields: dict[str, str], item: Mapping[str, Any], key: str) -> Iterator[LeftOut]:
    """Add the dates of an item to its fields; yield those that are none."""
    for variable, field in tables.DATES_FROM_CSL.items():
        if variable in item:
            date = from_csl(item[variable])
            fields[field] = date
            if is_off_the_calendar(item[variable]):
                yield "off_the_calendar", {"text": f"{variable} of {key}"}
            if not date and has_year_zero(item[variable]):
                yield "date", {"variable": variable, "key": key, "text": "0"}
            if not date and (literal := _literal(item[variable])):
                if field == "date" and not means_no_date(literal):
                    fields |= {"pubstate": publication_state(literal) or literal}
                if field != "date":
                    yield "date", {"variable": variable, "key": key, "text": literal}
    if not fields.get("date"):
        fields["date"] = next((date for name in _PUBLISHED if (date := from_csl(item.get(name)))), "")


def contributors(value: object) -> tuple[Author, ...]:
    """Return the names of a variable: a list, or, against the schema, one name or a text."""
    if isinstance(value, str):
        return named(all_in_one_text(value)) if value.strip() else ()
    return named(map(_name, [value] if isinstance(value, dict) else value)) if isinstance(value, (list, dict)) else ()


def _name(value: object) -> Author | None:
    if isinstance(value, str):
        return in_one_text(from_html(value)) if value.strip() else None
    if not isinstance(value, dict):
        return None
    literal = _text(value, "literal") or _text(value, "name")
    # Quarto writes the name as a whole beside its parts, which say more.
    if literal and not (_text(value, "family") and _text(value, "given")):
        return OTHERS if is_others(literal) else Author(from_html(literal))
    dropping, particle, family, given, suffix = (
        from_html(_text(value, name))
        for name in ("dropping-particle", "non-dropping-particle", "family", "given", "suffix")
    )
    if not given and family.count(" ") in (1, 2) and is_given_name(family.partition(" ")[0]):
        return displayed(family)  # a program that does not take names apart
    # Quotes around a family name tell citeproc-js that a small first word in it is no particle.
    return parts(with_particle(particle, _QUOTED.sub(r"\1", family)), given, suffix, dropping)


def _text(item: Mapping[str, Any], variable: str) -> str:
    """Return a variable as text; some write numbers, and some a list of one."""
    value = item.get(variable)
    if isinstance(value, list) and value and all(isinstance(one, str) for one in value):
        value = value[0]
    if isinstance(value, bool):
        return ""
    return str(value).strip() if isinstance(value, (str, int, float)) else ""


def _literal(value: object) -> str:
    """Return what a date says that is none: `in press`."""
    if isinstance(value, dict):
        return tidy(_text(value, "literal") or _text(value, "raw"))
    return tidy(value) if isinstance(value, str) else ""


def _key(identifier: str) -> str:
    """Return a citation key, if an item's identifier is one and no address or number of a program."""
    return "" if "/" in identifier or ":" in identifier or identifier.isdigit() or " " in identifier else identifier


def _keywords(value: object) -> str:
    """Return the keywords of a list, or those of one text, as Pandoc and citation-js write them with commas."""
    return keyword_list(map(str, value)) if isinstance(value, list) else keywords_in_one(str(value or ""))
