"""Lines like `arXiv: 2010.11929` that people and programs put into a field for notes."""

from __future__ import annotations

import re

from paperatlas.bibliography.model import identifiers
from paperatlas.bibliography.model.fields import ADDRESS_FIELDS, LINK_FIELDS

_LINE = re.compile(r"^\s*\{?:?\s*([A-Za-z][\w .-]{1,40}?)\s*[:=]\s*(\S.*?)\s*\}?\s*$")
_NAMES = {
    "citation key": "key", "citekey": "key", "bibtex": "key", "bibtex key": "key",
    "arxiv": "arxiv", "arxiv id": "arxiv", "arxivid": "arxiv", "eprint": "arxiv",
    "doi": "doi", "pmid": "pmid", "pmcid": "pmcid", "isbn": "isbn", "issn": "issn", "url": "url",
    "github": "code", **{name: name for name in LINK_FIELDS},
    "publisher": "publisher", "event": "eventtitle", "event title": "eventtitle", "event-title": "eventtitle",
    "event place": "venue", "event-place": "venue", "original date": "origdate", "original-date": "origdate",
    "original publisher": "origpublisher", "original-publisher": "origpublisher", "original title": "origtitle",
    "original-title": "origtitle", "status": "pubstate", "volume": "volume", "issue": "number", "edition": "edition",
    "container title": "booktitle", "container-title": "booktitle", "series": "series",
    "number of pages": "pagetotal", "number-of-pages": "pagetotal", "page": "pages", "version": "version",
    "genre": "type", "title short": "shorttitle", "short title": "shorttitle", "title-short": "shorttitle",
}  # fmt: skip
"""In lower case; what a line of another name says stays a note."""


def read_extra(text: str) -> tuple[dict[str, str], str]:
    """Return the fields that the lines of a note stand for (`key` for a citation key), and the note without them.

    `tex.code: …` is the field `code`, as Better BibTeX has it.
    """
    fields: dict[str, str] = {}
    rest: list[str] = []
    for line in text.replace("\r\n", "\n").split("\n"):
        match = _LINE.match(line)
        name = _field_of(match[1]) if match else ""
        if match and name and name not in fields and (value := _value(name, match[2])):
            fields[name] = value
        elif line.strip():
            rest.append(line.strip())
    if number := fields.pop("arxiv", ""):
        fields |= {"eprint": number, "eprinttype": "arxiv"}
    return fields, " ".join(rest)


def _field_of(name: str) -> str:
    lowered = name.strip().lower()
    if lowered.startswith(("tex.", "biblatex.", "bibtex.")):
        field = lowered.partition(".")[2]
        return field if re.fullmatch(r"[a-z][a-z_-]*", field) else ""
    return _NAMES.get(lowered, "")


def _value(name: str, text: str) -> str:
    """Return the value of a field, if it is one that the field can have."""
    text = text.strip()
    if name == "arxiv":
        return identifiers.arxiv(text) or identifiers.arxiv(text.split()[0]) or ""
    if name == "doi":
        return identifiers.doi(text) or ""
    if name in ADDRESS_FIELDS:
        return text if identifiers.url_state(text) == "good" else ""
    if name == "key":
        return text if not re.search(r"\s", text) else ""
    return text
