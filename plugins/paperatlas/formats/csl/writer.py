"""Entries as CSL-JSON: the items that citation processors (citeproc, Pandoc, Zotero) read.

Types and variables are those of CSL 1.0.2 (its specification, appendices III and IV), and what they are made
from follows the mapping of Pandoc's reader of BibLaTeX where it has one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from paperatlas.bibliography import Entry, Name
from paperatlas.bibliography.model.container import IN_JOURNALS, outermost_of, short_name
from paperatlas.bibliography.model.date_words import STATE_WORDS, means_no_date
from paperatlas.bibliography.model.dates import read_date
from paperatlas.bibliography.model.entry_links import cited_addresses
from paperatlas.bibliography.model.entry_types import NO_WORKS
from paperatlas.bibliography.model.marked_text import Node, formula_of, render_nodes
from paperatlas.bibliography.model.page_ranges import pages_with_hyphens
from paperatlas.bibliography.model.registries import registry_of
from paperatlas.formats.csl.reader_tables import TYPE_IN_CUSTOM, container_field, type_of_item
from paperatlas.formats.csl.tables import CSL_DATES, CSL_MARKS, CSL_NAMES, CSL_TEXTS, CSL_TYPES, CUSTOM
from paperatlas.formats.dates import to_csl
from paperatlas.formats.entry_types import ENTRY_TYPES
from paperatlas.formats.entry_values import (
    addresses_only,
    exported,
    full_title,
    genre,
    is_preprint,
    language_tag,
    number_of,
    periodical_subtype,
    preprint_volume,
    repeats_arxiv,
)
from paperatlas.formats.further_fields import FURTHER_FIELDS, field_text, first_publisher, further_fields
from paperatlas.formats.keys import unique_keys

CslItem = dict[str, Any]

_encode = json.JSONEncoder(ensure_ascii=False).encode


def csl_json(entries: Iterable[Entry]) -> Iterator[str]:
    """Return the items as a JSON list, in pieces."""
    works = [entry for entry in entries if entry.type not in NO_WORKS]
    return csl_list(csl_text(entry, key) for entry, key in zip(works, unique_keys(works), strict=True))


def csl_list(items: Iterable[str]) -> Iterator[str]:
    """Items that are texts already as a JSON list, in pieces."""
    separator = "[\n"
    for text in items:
        yield separator + text
        separator = ",\n"
    yield "[]\n" if separator == "[\n" else "\n]\n"


def csl_text(entry: Entry, key: str = "") -> str:
    """Return one item as a text that can stand in the list: a variable a line."""
    # Python's own indentation is ten times slower than its encoder without.
    lines = (f"    {_encode(variable)}: {_encode(value)}" for variable, value in csl_item(entry, key).items())
    return "  {\n" + ",\n".join(lines) + "\n  }"


def csl_item(entry: Entry, key: str = "") -> CslItem:
    """Return one item; its `id` is `key`, or the citation key."""
    item: CslItem = {"id": key or entry.key, "type": csl_type(entry)}
    if key and key != entry.key:
        item["citation-key"] = entry.key
    for name, variable in CSL_NAMES.items():
        if name == "holder" and entry.kind != "patent":  # `contributor` is read as any other person
            continue
        names = entry.names(name)
        # `and others` is a name of its own, as Pandoc writes it.
        if written := [*map(_name, names.names), *([{"literal": "others"}] if names.others else [])]:
            item.setdefault(variable, written)
    item |= _titles(entry)
    item |= _dates(entry)
    for name, variable in CSL_TEXTS.items():
        if (text := entry.plain(name)) and variable not in item:
            item[variable] = text
    if publisher := first_publisher(entry):
        item["publisher"] = entry.plain(publisher)
    item |= _numbers(entry) | _identifiers(entry, item)
    if preprint_volume(entry):
        item.pop("volume", None)
    item |= {variable: text for variable, text in _words(entry) if text}
    if custom := dict(_custom(entry, item)):
        item["custom"] = custom
    return item


def _custom(entry: Entry, item: CslItem) -> Iterator[tuple[str, str]]:
    """Yield what CSL has no variable for, by BibLaTeX's names: addresses, works and numbers beside the item's."""
    if (kind := entry.kind) in ENTRY_TYPES and kind != type_of_item(item):
        yield TYPE_IN_CUSTOM, kind
    yield from ((name, value) for name in CUSTOM if (value := exported(entry, name)))
    outermost = outermost_of(entry)
    if outermost and outermost.title != container_field(type_of_item(item)):  # it would be read as another work
        yield outermost.title, field_text(entry, outermost.title)
    holder = () if entry.kind == "patent" else ("holder",)
    numbers = [name for name in ("issue", "eid") if entry.has(name) and number_of(entry, name) not in item.values()]
    if entry.kind not in IN_JOURNALS and entry.has("eid") and item.get("number") == number_of(entry, "eid"):
        numbers.append("eid")  # which others read as the number of the work
    yield from further_fields(entry, (*FURTHER_FIELDS, *holder, *numbers))
    registry = None if entry.arxiv else registry_of("eprint", entry.verbatim("eprinttype") or "")
    if registry and not registry.is_archive and registry.field != "pmid" and "archive" not in item:
        yield from ((name, entry.verbatim(name) or "") for name in ("eprint", "eprinttype") if entry.verbatim(name))


def _words(entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield what is translated or put together: language, kind, keywords, notes."""
    yield "language", language_tag(entry)
    yield "genre", genre(entry)
    yield "status", STATE_WORDS.get(entry.pubstate, entry.pubstate)
    yield "keyword", ", ".join(keyword.value for keyword in entry.list("keywords"))
    left_out = repeats_arxiv(entry) | addresses_only(entry)
    fields = (entry.plain(name) for name in ("note", "addendum", "howpublished") if name not in left_out)
    texts = [text for text in fields if text]
    yield "note", ". ".join([*(text.removesuffix(".") for text in texts[:-1]), *texts[-1:]])


def csl_type(entry: Entry) -> str:
    """CSL's type of an entry."""
    if subtype := periodical_subtype(entry):
        return f"article-{subtype}"
    return "article" if is_preprint(entry) else CSL_TYPES.get(entry.kind, "document")


def _name(name: Name) -> dict[str, str]:
    if not name.family:
        return {"literal": name.literal or name.given}
    particle = "dropping-particle" if name.useprefix is False else "non-dropping-particle"
    parts = {
        "family": name.family,
        "given": name.given,
        particle: name.prefix,
        "suffix": name.suffix,
    }
    return {part: text for part, text in parts.items() if text}


def _titles(entry: Entry) -> CslItem:
    """Return every title, with its subtitle, marked up as CSL's rich text."""
    outermost, short = outermost_of(entry), short_name(entry)
    container = (outermost.title, outermost.subtitle, f"{outermost.title}addon") if outermost else None
    found = {
        "title": _title(entry, "title", "subtitle", "titleaddon"),
        "title-short": _title(entry, "shorttitle"),
        "container-title": _title(entry, *container) if container else "",
        "container-title-short": _rich(short.nodes) if short else "",
        "collection-title": _title(entry, "series"),
        "event-title": _title(entry, "eventtitle", "", "eventtitleaddon"),
        "original-title": _title(entry, "origtitle"),
    }
    return {variable: title for variable, title in found.items() if title}


def _title(entry: Entry, name: str, subname: str = "", addon: str = "") -> str:
    return full_title(entry, name, subname, addon, render=_rich)


_AS_WRITTEN = 'span class="nocase"'
_IN_WORD = re.compile(rf"[^\s<>]*(?:<{_AS_WRITTEN}>[^<>]*</span>[^\s<>]*)+")
"""A formula with the rest of its word, `α-helices`, `t-J`, which programs would part from it."""


def _rich(nodes: tuple[Node, ...]) -> str:
    """Nodes as CSL's rich text, which has a few elements of HTML and no escapes; formulas are in Unicode."""
    text = render_nodes(nodes, CSL_MARKS, str, _formula)
    return _IN_WORD.sub(_in_one, text) if _AS_WRITTEN in text else text


def _in_one(word: re.Match[str]) -> str:
    bare = word[0].replace(f"<{_AS_WRITTEN}>", "").replace("</span>", "")
    return f"<{_AS_WRITTEN}>{bare}</span>"


def _formula(source: str) -> str:
    """Return a formula that keeps its letters where a style has titles in capitals: `x` is no `X`."""
    return f"<{_AS_WRITTEN}>{formula_of(source).text}</span>"


def _dates(entry: Entry) -> CslItem:
    found: CslItem = {}
    for name, variable in CSL_DATES.items():
        raw = entry.verbatim(name)
        if raw and not means_no_date(raw):
            date, _ = read_date(raw)
            found[variable] = {"literal": raw} if date is None else to_csl(date)
    if (state := entry.pubstate) and "issued" not in found:
        found["issued"] = {"literal": STATE_WORDS.get(state, state)}
    return found


def _numbers(entry: Entry) -> CslItem:
    """Pages, and the numbers whose variable depends on the type of the work."""
    found: CslItem = {}
    pages, number, issue, eid = (number_of(entry, name) for name in ("pages", "number", "issue", "eid"))
    if page := pages_with_hyphens(pages):
        found["page"] = page
    if number:
        variable = "issue" if entry.kind in ("article", "periodical", "suppperiodical") else "number"
        if entry.text("series") and entry.kind not in ("article", "report", "patent"):
            variable = "collection-number"
        found[variable] = number
    if issue:
        found.setdefault("issue", issue)
    if eid:
        found.setdefault("number", eid)
    return found


def _identifiers(entry: Entry, item: CslItem) -> CslItem:
    """DOI, arXiv identifier and address; none is inherited, because those of a parent stand for the parent."""
    eprint, kind = entry.verbatim("eprint"), entry.verbatim("eprinttype")
    doi = entry.doi or (exported(entry, "doi") if "doi" in entry.own_fields else "")
    found: CslItem = {}
    arxiv = entry.arxiv
    if doi:
        found["DOI"] = doi
    # Each fact once: styles print the publisher and the archive, the number and the place in the archive.
    if arxiv and item["type"] == "article":
        found |= {"number": f"arXiv:{arxiv}"} | ({} if "publisher" in item else {"publisher": "arXiv"})
    elif arxiv:
        found |= {"archive": "arXiv", "archive_location": arxiv}
    elif eprint:
        found |= _eprint(eprint, kind or "")
    if addresses := cited_addresses(entry):
        found["URL"] = addresses[0]
    return found


def _eprint(eprint: str, kind: str) -> CslItem:
    """Return an identifier of another archive than arXiv: PubMed's have variables of their own."""
    registry = registry_of("eprint", kind)
    if registry is None:
        return {"archive": kind or "eprint", "archive_location": eprint}
    if registry.field in CSL_TEXTS:
        return {CSL_TEXTS[registry.field]: eprint}
    return {"archive": registry.name, "archive_location": eprint} if registry.is_archive else {}
