"""What else an entry says of its work, for the details on the page of a paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from paperatlas.atlas import Paper
from paperatlas.bibliography import Entry
from paperatlas.bibliography.model.container import names_arxiv
from paperatlas.bibliography.model.entry_links import words_beside_address
from paperatlas.bibliography.model.fields import NAME_FIELDS
from paperatlas.bibliography.model.page_ranges import pages_with_dashes
from paperatlas.bibliography.model.registries import registry_of
from paperatlas.formats.entry_values import full_title, genre, preprint_volume, repeats_arxiv
from paperatlas.texts.definition import Messages

_IN_PUBLICATION = ("series", "volume", "number", "pages")
"""What the publication of a paper names behind the journal or book that it appeared in."""
_ADDED = {
    "journaltitle": "journal",
    "booktitle": "book",
    "maintitle": "main",
    "issuetitle": "issue",
    "eventtitle": "event",
}
"""Where a title and what is added to it stand: `booktitle`, `booksubtitle`, `booktitleaddon`."""


def paper_record(paper: Paper, messages: Messages) -> list[tuple[str, str]]:
    """Return what else an entry says of its work, each with its name; not what stands in its publication already."""
    entry = paper.entry
    left_out = set(repeats_arxiv(entry) if not paper.container else ())
    if paper.container:
        left_out |= set(_IN_PUBLICATION)
    if preprint_volume(entry):
        left_out.add("volume")
    shown = {"", paper.title.text, paper.publication, paper.venue, paper.container.text if paper.container else ""}
    found = []
    for name, label in messages.record_fields.items():
        there = (entry.has(name) and name not in left_out and not names_arxiv(entry, name)) or name == "type"
        value = _value(entry, name, messages) if there else ""
        if value not in shown:
            found.append((label, value))
    return found


def _value(entry: Entry, name: str, messages: Messages) -> str:
    """Return the text of a field, which is empty for what stands elsewhere on the page."""
    if name in NAME_FIELDS:
        names = entry.names(name)
        return messages.list_separator.join([*(each.display for each in names.names), *[messages.et_al] * names.others])
    if name in _ADDED:
        return full_title(entry, name, f"{_ADDED[name]}subtitle", f"{name}addon")
    read = _READ.get(name)
    return read(entry, messages) if read else entry.plain(name)


def _kind(entry: Entry, messages: Messages) -> str:
    """Return what kind of thesis or report it is, which its type may say as well."""
    return messages.genres.get((entry.plain("type") or entry.type).lower()) or genre(entry)


def _state(entry: Entry, messages: Messages) -> str:
    """Return the state of a work with a date; without one, it stands in place of the year."""
    return messages.states.get(entry.pubstate, entry.pubstate) if entry.date else ""


def _exact_date(entry: Entry, _: Messages) -> str:
    """Return the date as ISO 8601 has it where a month is known; years and seasons stand at the head of the page."""
    date = entry.date
    return date.iso if date and (date.month or (date.end and date.end.month)) else ""


def _eprint(entry: Entry, _: Messages) -> str:
    """Return the number in another archive than arXiv, with the archive's name: `JSTOR 2118559`."""
    if entry.arxiv:
        return ""
    kind = entry.plain("eprinttype")
    registry = registry_of("eprint", kind)
    return f"{registry.name if registry else kind} {entry.plain('eprint')}".strip()


_READ: Mapping[str, Callable[[Entry, Messages], str]] = {
    "type": _kind,
    "date": _exact_date,
    "pubstate": _state,
    "eprint": _eprint,
    "howpublished": lambda entry, _: words_beside_address(entry, "howpublished"),
    "pages": lambda entry, _: pages_with_dashes(entry.plain("pages")),
}
"""How the text of a field is found that is not shown as it is."""
