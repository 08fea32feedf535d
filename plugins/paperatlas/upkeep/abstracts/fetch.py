"""Authors' abstracts from arXiv, a hundred at a time, and from Crossref and DataCite, one by one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import Any
from urllib.parse import quote

from paperatlas.bibliography import Entry
from paperatlas.bibliography.model import identifiers
from paperatlas.diagnostics.problem import Problem
from paperatlas.formats import plain_text
from paperatlas.formats.records.record import SourceError
from paperatlas.services.arxiv import ATOM, query
from paperatlas.services.fetched import UnknownWorkError, good, json_object, mapping, mappings, strings, xml_tree
from paperatlas.services.web import Web
from paperatlas.text.titles import same_title
from paperatlas.upkeep.abstracts.abstracts import AuthorsAbstract, Identifier, identifiers_of, title_of
from paperatlas.upkeep.abstracts.rules import OTHER_WORKS_TITLE, UNKNOWN_IDENTIFIER
from paperatlas.upkeep.abstracts.text import from_arxiv, from_jats

FetchedAbstract = tuple[str, AuthorsAbstract]
"""The name of an identifier, and what was found at it."""

AT_ONCE = 100
"""How many preprints arXiv is asked for at a time; its manual asks for slices of moderate size (3.1.1)."""
_BYTES = 32 << 20
_IN_VAIN = 3
"""After how many failures in a row no more works are asked for."""


def fetch_abstracts(
    web: Web, entries: Iterable[Entry], known: Collection[str], today: date
) -> Iterator[FetchedAbstract | Problem | SourceError]:
    """Yield the abstracts of entries as they come in, and what is wrong with their identifiers or went wrong.

    `known` names identifiers that need not be asked for. A DOI is asked for only if its entry's preprint has led to no
    abstract. An abstract of a work with another title than the entry's is reported and left out.
    """
    waiting: list[tuple[Entry, Identifier]] = []
    preprints: list[tuple[Entry, Identifier]] = []
    for entry in entries:
        found = identifiers_of(entry)
        if found and not any(identifier.name in known for identifier in found):
            (preprints if found[0].name.startswith("arxiv:") else waiting).append((entry, found[0]))
    for start in range(0, len(preprints), AT_ONCE):
        batch = preprints[start : start + AT_ONCE]
        try:
            answers = arxiv_abstracts(web, [identifier.value for _, identifier in batch], today)
        except SourceError as error:
            yield error
            continue
        for entry, identifier in batch:
            result = _checked(entry, identifier, answers.get(identifier.value))
            yield result
            if isinstance(result, Problem) or not result[1].paragraphs:
                waiting += [(entry, other) for other in identifiers_of(entry)[1:]]
    yield from _by_doi(web, waiting, today)


def _by_doi(
    web: Web, waiting: Iterable[tuple[Entry, Identifier]], today: date
) -> Iterator[FetchedAbstract | Problem | SourceError]:
    """Yield the abstracts of works with a DOI."""
    failures = 0
    for entry, identifier in waiting:
        try:
            answer = _registered(web, identifier.value, today)
        except SourceError as error:
            yield error
            failures += 1
            if failures == _IN_VAIN:
                return
            continue
        failures = 0
        if answer is not None:
            yield _checked(entry, identifier, answer)


def _checked(entry: Entry, identifier: Identifier, answer: AuthorsAbstract | None) -> FetchedAbstract | Problem:
    """Return what was found, or the problem that it is nothing, or something else."""
    kind, _, value = identifier.name.partition(":")
    if answer is None:
        return UNKNOWN_IDENTIFIER.at(identifier.span, identifier=value)
    if not same_title(title_of(entry), answer.title):
        arguments = {"identifier": value, "title": answer.title, "key": entry.key, "own": title_of(entry)}
        return OTHER_WORKS_TITLE.at(identifier.span, "arxiv" if kind == "arxiv" else "", **arguments)
    return identifier.name, answer


def arxiv_abstracts(web: Web, wanted: list[str], today: date) -> dict[str, AuthorsAbstract]:
    """Return the abstracts of preprints, by identifier (arXiv API User's Manual, 3.1 and 3.3). Raises `SourceError`."""
    reply = query(web, wanted, limit=_BYTES)
    feed = xml_tree(good(reply, "arXiv's interface has moved; is there a newer version of PaperAtlas?"))
    found = {}
    for entry in feed.iterfind(f"{ATOM}entry"):
        address = entry.findtext(f"{ATOM}id", "").strip()
        identifier = identifiers.arxiv(address.replace("http://", "https://"))
        title = plain_text.from_latex(entry.findtext(f"{ATOM}title", ""))
        if identifier and title:
            paragraphs = from_arxiv(entry.findtext(f"{ATOM}summary", ""))
            found[identifier] = AuthorsAbstract(paragraphs, title, "arXiv", today)
    return found


def _registered(web: Web, doi: str, today: date) -> AuthorsAbstract | None:
    """Return the abstract of a work with a DOI; None if neither agency knows it. Raises `SourceError`."""
    path = quote(doi, safe="")
    try:
        reply = good(web.get(f"{web.services.crossref}/works/{path}", accept="application/json"), "")
        return _crossref(mapping(json_object(reply).get("message")), today)
    except UnknownWorkError:
        pass
    try:
        reply = good(web.get(f"{web.services.datacite}/dois/{path}", accept="application/json"), "")
    except UnknownWorkError:
        return None
    return _datacite(mapping(mapping(json_object(reply).get("data")).get("attributes")), today)


def _crossref(work: Mapping[str, Any], today: date) -> AuthorsAbstract:
    """Crossref's record of a work: `title`, `subtitle`, `abstract` in JATS."""
    titles = [plain_text.from_html(text) for name in ("title", "subtitle") for text in strings(work.get(name))[:1]]
    abstract = work.get("abstract")
    paragraphs = from_jats(abstract) if isinstance(abstract, str) else ()
    return AuthorsAbstract(paragraphs, ": ".join(filter(None, titles)), "Crossref", today)


def _datacite(work: Mapping[str, Any], today: date) -> AuthorsAbstract:
    """DataCite's record of a work: `titles`, and among its `descriptions` the one of type `Abstract`."""
    titles = [text for each in mappings(work.get("titles")) for text in strings([each.get("title")])]
    texts = [
        text
        for each in mappings(work.get("descriptions"))
        if each.get("descriptionType") == "Abstract"
        for text in strings([each.get("description")])
    ]
    title = plain_text.from_html(titles[0]) if titles else ""
    return AuthorsAbstract(from_jats(texts[0]) if texts else (), title, "DataCite", today)
