"""Papers from OpenReview: `/notes?id=…` of its API v2, and of v1 for the venues before 2023."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

from paperatlas.formats import person, plain_text
from paperatlas.formats.bibtex.reader import given
from paperatlas.formats.records.record import Author, Record, SourceError
from paperatlas.services.fetched import Fetched, UnknownWorkError, for_people_only, json_object
from paperatlas.services.web import Reply, Web, host_of

_UNPUBLISHED = re.compile(r"reject|withdraw|submi|under.?review|desk", re.IGNORECASE)
_DECISION = re.compile(
    r"\s*\b(?:oral|poster|spotlight|notable.*|talk|regular|long|short|findings|accept\w*)\b.*", re.IGNORECASE
)
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")


def fetch_from_openreview(web: Web, identifier: str) -> Fetched:
    """Return the paper of a forum's identifier. Raises `SourceError`."""
    note = None
    for base in (web.services.openreview, web.services.openreview_v1):
        reply = web.get(f"{base}/notes?id={quote(identifier, safe='')}", accept="application/json")
        if (note := _note(reply)) is not None:
            break
    if note is None:
        raise UnknownWorkError(f"OpenReview has no public paper '{identifier}'; check the address")
    return _fetched(note, f"https://openreview.net/forum?id={identifier}")


def _note(reply: Reply) -> Mapping[str, Any] | None:
    """Return the first note of an answer; None if the API does not know it."""
    if reply.status in (400, 404):
        return None
    if reply.status in (401, 403):
        # A paper that is not public, or a check for people (`ChallengeRequiredError`).
        raise SourceError(for_people_only(host_of(reply.url), reply.status))
    notes = json_object(reply).get("notes")
    note = notes[0] if isinstance(notes, list) and notes else None
    return note if isinstance(note, Mapping) and isinstance(note.get("content"), Mapping) else None


def _fetched(note: Mapping[str, Any], address: str) -> Fetched:
    """Return the record of a note. Its BibTeX names the venue in full; the rest is from the note's fields."""
    content = {name: _plain(value) for name, value in note["content"].items()}
    title = plain_text.title(plain_text.from_latex(str(content.get("title") or "")))
    if not title:
        raise SourceError(f"{address} is not a paper; give the address of the paper's own page")
    venue, venue_id = str(content.get("venue") or ""), str(content.get("venueid") or "")
    stated = given(str(content.get("_bibtex") or ""), address)
    fields = dict(stated.fields) if stated else {}
    fields |= {"title": title, "url": address}
    remarks = []
    if _UNPUBLISHED.search(f"{venue} {venue_id}") or not (venue or venue_id or stated):
        entry_type = "online"
        fields = {name: value for name, value in fields.items() if name not in ("booktitle", "journaltitle", "note")}
        remarks.append(f"OpenReview lists it as “{venue or venue_id or 'a submission'}”, which is not a publication.")
    else:
        entry_type = _place(fields, stated, venue, venue_id)
    if "date" not in fields and (year := _year(note, f"{venue} {venue_id}")):
        fields["date"] = year
    authors = _authors(content.get("authors"))
    if not authors:
        remarks.append("Its authors are not public.")
    record = Record(entry_type, fields, authors or (stated.authors if stated else ()), origin=address)
    return Fetched(record, tuple(remarks))


def _place(fields: dict[str, str], stated: Record | None, venue: str, venue_id: str) -> str:
    """Put the venue into the fields if its BibTeX did not; the type of the entry."""
    if stated and ("booktitle" in fields or "journaltitle" in fields):
        return stated.type
    name = _YEAR.sub("", _DECISION.sub("", venue)).strip(" ,-") or venue_id.partition("/")[0]
    if venue_id == "TMLR" or "transactions on machine learning research" in venue.lower():
        fields["journaltitle"] = "Transactions on Machine Learning Research"
        return "article"
    fields["booktitle"] = name
    return "inproceedings"


def _plain(value: object) -> object:
    """Return a value of either API: v2 wraps each as `{"value": …}`."""
    return value.get("value") if isinstance(value, Mapping) and "value" in value else value


def _authors(written: object) -> tuple[Author, ...]:
    """Return the names, as texts or as `{"fullname": …}`."""
    names = written if isinstance(written, list) else []
    texts = (str(name.get("fullname") or "") if isinstance(name, Mapping) else str(name) for name in names)
    return person.displayed_names(text for text in texts if text.strip().lower() != "anonymous")


def _year(note: Mapping[str, Any], venue: str) -> str:
    """Return the year in the venue, else that of the note's publication or creation, in milliseconds."""
    if year := _YEAR.search(venue):
        return year[0]
    moment = next((note[name] for name in ("pdate", "odate", "cdate") if isinstance(note.get(name), int)), None)
    try:
        return str(datetime.fromtimestamp(moment / 1000, UTC).year) if moment else ""
    except (OverflowError, ValueError, OSError):  # no moment of our calendar
        return ""
