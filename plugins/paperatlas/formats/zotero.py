"""Zotero's items as records: the JSON of Better BibTeX, with its collections, and that of Zotero's own interface."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.formats import rules
from paperatlas.formats.csl.reader import csl_record
from paperatlas.formats.groups import placement
from paperatlas.formats.json_items import Readable, placed_members
from paperatlas.formats.readout import Found, Readout
from paperatlas.formats.records.record import Record

_TYPES = {
    "artwork": "graphic", "audioRecording": "song", "bill": "bill", "blogPost": "post-weblog", "book": "book",
    "bookSection": "chapter",
    "case": "legal_case", "computerProgram": "software", "conferencePaper": "paper-conference", "dataset": "dataset",
    "dictionaryEntry": "entry-dictionary", "document": "document", "email": "personal_communication",
    "encyclopediaArticle": "entry-encyclopedia", "film": "motion_picture", "forumPost": "post", "hearing": "hearing",
    "instantMessage": "personal_communication", "interview": "interview", "journalArticle": "article-journal",
    "letter": "personal_communication", "magazineArticle": "article-magazine", "manuscript": "manuscript", "map": "map",
    "newspaperArticle": "article-newspaper", "patent": "patent", "podcast": "song", "preprint": "article",
    "presentation": "speech",
    "radioBroadcast": "broadcast", "report": "report", "standard": "standard", "statute": "legislation",
    "thesis": "thesis",
    "tvBroadcast": "broadcast", "videoRecording": "motion_picture", "webpage": "webpage",
}  # fmt: skip
"""Zotero's types of items, as CSL calls them (Zotero's schema)."""

_VARIABLES = {
    "title": "title", "shortTitle": "title-short", "abstractNote": "abstract", "publicationTitle": "container-title",
    "proceedingsTitle": "container-title", "bookTitle": "container-title", "encyclopediaTitle": "container-title",
    "dictionaryTitle": "container-title", "blogTitle": "container-title", "websiteTitle": "container-title",
    "forumTitle": "container-title", "journalAbbreviation": "container-title-short", "conferenceName": "event-title",
    "series": "collection-title", "seriesNumber": "collection-number", "seriesTitle": "collection-title",
    "volume": "volume",
    "issue": "issue", "number": "number", "reportNumber": "number", "patentNumber": "number", "archiveID": "number",
    "numberOfVolumes": "number-of-volumes", "edition": "edition", "pages": "page", "numPages": "number-of-pages",
    "publisher": "publisher",
    "university": "publisher", "institution": "publisher", "repository": "publisher", "place": "publisher-place",
    "DOI": "DOI",
    "ISBN": "ISBN", "ISSN": "ISSN", "url": "URL", "language": "language", "callNumber": "call-number",
    "versionNumber": "version",
    "date": "issued", "accessDate": "accessed", "type": "genre", "thesisType": "genre", "reportType": "genre",
    "genre": "genre",
    "archive": "archive", "archiveLocation": "archive_location",
}  # fmt: skip
_ROLES = {
    "author": "author", "editor": "editor", "translator": "translator", "bookAuthor": "container-author",
    "seriesEditor": "collection-editor", "contributor": "contributor", "reviewedAuthor": "reviewed-author",
    **dict.fromkeys(
        ("artist", "cartographer", "director", "interviewee", "inventor", "performer", "podcaster",
         "presenter", "programmer"),
        "author",
    ),
}  # fmt: skip
"""Zotero's roles, as CSL calls them."""
_NO_WORKS = frozenset({"attachment", "note", "annotation"})


def read_zotero(file: Readable, name: str, direction: str = "") -> Readout:
    """Return the items of a JSON export of Zotero; a collection is a group, or, without a `direction`, a direction.

    Collections within collections are the groups of those; attachments and notes are left out.
    """
    items: list[tuple[Mapping[str, Any], Span]] = []
    collections: dict[str, Mapping[str, Any]] = {}
    problems: list[Problem] = []
    for member, span in placed_members(file, name, problems):
        value = member.value
        if member.name == "collections":
            collections |= _collections(value)
        elif member.name in ("", "items") and isinstance(value, dict):
            data = value.get("data")
            items.append((data if isinstance(data, dict) else value, span))
        elif member.name in ("", "items"):
            problems.append(rules.UNREADABLE_RECORD.at(span, "zotero_member"))
    found = []
    for item, span in items:
        if str(item.get("itemType")) in _NO_WORKS:
            continue
        record, wrong = _record(item, span, _places_of(item, collections, direction))
        problems += wrong
        if "title" in record.fields:
            found.append(Found(record, span))
        else:
            key = record.key or str(item.get("itemKey") or item.get("key") or "?")
            problems.append(rules.UNREADABLE_RECORD.at(span, "zotero", key=key))
    return Readout(tuple(found), tuple(problems))


def _record(item: Mapping[str, Any], span: Span, keywords: list[str]) -> tuple[Record, list[Problem]]:
    """Return the record of an item, by way of CSL."""
    csl: dict[str, Any] = {"type": _TYPES.get(str(item.get("itemType", "")), "document")}
    for name, variable in _VARIABLES.items():
        if item.get(name) not in (None, "", []):
            csl.setdefault(variable, item[name])
    csl["note"] = str(item.get("extra") or "")
    csl["citation-key"] = str(item.get("citationKey") or item.get("citekey") or "")
    csl["keyword"] = [*keywords, *_tags(item.get("tags"))]
    for variable, people in _people(item.get("creators")):
        csl.setdefault(variable, []).append(people)
    if csl["type"] == "article" and str(csl.get("publisher", "")).lower() == "arxiv" and "number" in csl:
        csl |= {"archive": "arXiv", "archive_location": str(csl["number"])}
    record, wrong = csl_record(csl, str(span))
    return record, [rules.VALUE_LEFT_OUT.at(span, variant, **arguments) for variant, arguments in wrong]


def _people(value: object) -> Iterator[tuple[str, dict[str, str]]]:
    for one in value if isinstance(value, list) else []:
        if isinstance(one, dict):
            role = _ROLES.get(str(one.get("creatorType", "author")), "contributor")
            if one.get("name"):
                yield role, {"literal": str(one["name"])}
            else:
                yield role, {"family": str(one.get("lastName") or ""), "given": str(one.get("firstName") or "")}


def _tags(value: object) -> list[str]:
    """Return the tags of an item; a slash in one would make it the name of a group."""
    names = [one.get("tag") if isinstance(one, dict) else one for one in value] if isinstance(value, list) else []
    return [re.sub(r"\s*/\s*", " or ", str(name)) for name in names if name]


def _collections(value: object) -> dict[str, Mapping[str, Any]]:
    """Return the collections by key, as Better BibTeX writes them."""
    if not isinstance(value, dict):
        return {}
    return {str(key): one for key, one in value.items() if isinstance(one, dict)}


def _places_of(item: Mapping[str, Any], collections: Mapping[str, Mapping[str, Any]], direction: str) -> list[str]:
    """Return the keywords of the collections an item is in."""
    mine = _keys(item.get("collections"))
    own = {str(item.get(name)) for name in ("itemID", "itemKey", "key") if item.get(name) is not None}
    keys = [key for key, one in collections.items() if key in mine or own & _keys(one.get("items"))]
    paths = [_path(key, collections) for key in keys]
    return [place for path in paths if (place := placement(path, range(len(path)), direction))]


def _keys(value: object) -> set[str]:
    """Return the keys or numbers in a list."""
    return {str(one) for one in value if isinstance(one, (str, int))} if isinstance(value, list) else set()


def _path(key: str, collections: Mapping[str, Mapping[str, Any]]) -> tuple[tuple[int, str], ...]:
    """Return the names of a collection and of those it is in, from the outermost on."""
    names: list[str] = []
    seen: set[str] = set()
    while key in collections and key not in seen:
        seen.add(key)
        names.append(str(collections[key].get("name", "")))
        key = str(collections[key].get("parent") or collections[key].get("parentCollection") or "")
    return tuple(enumerate(reversed(names)))
