"""Preprints: newer versions, withdrawn ones, and what was published as what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from paperatlas.bibliography import Entry
from paperatlas.bibliography.model.container import container_of
from paperatlas.bibliography.model.identifiers import arxiv
from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.text.titles import same_title
from paperatlas.upkeep.abstracts.abstracts import identifiers_of, title_of
from paperatlas.upkeep.abstracts.rules import OTHER_WORKS_TITLE
from paperatlas.upkeep.updates.rules import NEWER_VERSION, WITHDRAWN_PREPRINT
from paperatlas.upkeep.updates.stored import FoundPreprint
from paperatlas.verification import Verification
from paperatlas.verification.model import PREPRINT

_VERSION = re.compile(r"v(\d{1,4})\s*\Z", re.ASCII)
_MAY_BE_PUBLISHED = frozenset({"article", "misc", "online", "report", "unpublished"})
"""Types of entries of what may be a preprint only; a thesis at arXiv is a thesis."""


def is_unpublished(entry: Entry) -> bool:
    """Return whether an entry knows its work as a preprint at arXiv only."""
    doi = entry.doi
    return bool(entry.arxiv and entry.kind in _MAY_BE_PUBLISHED and not container_of(entry) and (not doi or arxiv(doi)))


def preprint_span(entry: Entry) -> Span:
    """Return where an entry names its preprint."""
    return next((each.span for each in identifiers_of(entry) if each.name.startswith("arxiv:")), entry.span)


def preprint_problems(entry: Entry, found: FoundPreprint | None, looked_up: int) -> Iterator[Problem]:
    """Yield that a preprint is another work, was withdrawn, or has a newer version than one that is known.

    `looked_up` is the version that was the latest when somebody looked; 0 if nobody has.
    """
    if found is None or not found.title:
        return
    span = preprint_span(entry)
    if not _is_of(entry, found):
        arguments = {"identifier": entry.arxiv or "", "title": found.title, "key": entry.key, "own": title_of(entry)}
        yield OTHER_WORKS_TITLE.at(span, "arxiv", **arguments)
        return
    known = _own_version(entry) or looked_up
    if 0 < known < found.version:
        yield NEWER_VERSION.at(span, key=entry.key, version=found.version, known=known)
    if found.withdrawn:
        yield WITHDRAWN_PREPRINT.at(span, key=entry.key)


def preprint_verifications(entries: Iterable[Entry], answers: Mapping[str, FoundPreprint]) -> Iterator[Verification]:
    """Yield when the preprint of each entry was looked up, and in which version it was."""
    for entry in entries:
        found = answers.get(entry.arxiv) if entry.arxiv else None
        if found is None or not _is_of(entry, found):
            continue
        findings = {"state": "withdrawn"} if found.withdrawn else {}
        if found.version:
            findings["version"] = str(found.version)
        yield Verification(entry.key, PREPRINT, findings, found.fetched, "arXiv", entry.span)


def _is_of(entry: Entry, found: FoundPreprint) -> bool:
    return same_title(title_of(entry), found.title)


def _own_version(entry: Entry) -> int:
    """Return the version of its preprint that an entry names, behind the identifier or in `version`; 0 for none."""
    written = [entry.verbatim(name) or "" for name in ("eprint", "arxiv", "arxivid", "url", "version")]
    numbers = [int(match[1]) for text in written if (match := _VERSION.search(text))]
    return numbers[0] if numbers else 0
