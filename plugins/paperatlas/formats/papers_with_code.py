"""The archive of Papers with Code as records: `papers-with-abstracts.json` and `links-between-papers-and-code.json`.

Its data are under CC BY-SA 4.0; titles, names, dates and links are facts, abstracts are not taken.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from paperatlas.bibliography.model import identifiers
from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.formats import rules
from paperatlas.formats.awesome.links import paper_id
from paperatlas.formats.dates import from_text
from paperatlas.formats.groups import heading_slug
from paperatlas.formats.json_items import Readable, placed_members
from paperatlas.formats.person import displayed_names
from paperatlas.formats.plain_text import from_html
from paperatlas.formats.readout import Found, Readout
from paperatlas.formats.records.record import Record
from paperatlas.formats.venues import venue_called


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which of the archive's half a million papers are wanted; with nothing said, all."""

    arxiv: frozenset[str] = frozenset()
    tasks: frozenset[str] = frozenset()
    methods: frozenset[str] = frozenset()
    """Tasks and methods as slugs: `image-classification`."""

    def has(self, arxiv: str, tasks: Collection[str], methods: Collection[str]) -> bool:
        """Return whether a paper is one of them."""
        if not (self.arxiv or self.tasks or self.methods):
            return True
        return arxiv in self.arxiv or not self.tasks.isdisjoint(tasks) or not self.methods.isdisjoint(methods)


_OFFICIAL = 3


@dataclass(frozen=True, slots=True)
class _Code:
    """A link to code, and what it says of its paper."""

    address: str
    rank: int
    """How surely it is that of the paper: 3 for its authors' own, 2 if the paper names it, 1 if it names the paper."""
    title: str
    arxiv: str
    span: Span


@dataclass
class PapersWithCodeArchive:
    """What was read of the archive's files, in any order; each paper by its page on the old site."""

    papers: dict[str, Found] = field(default_factory=dict)
    code: dict[str, _Code] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    abstracts: int = 0
    has_papers: bool = False
    """Whether there was a file of papers, wanted or not."""

    def readout(self) -> Readout:
        """Return the papers, each with the code that is linked to it, its authors' own first."""
        found = [Found(_with_code(one.record, self.code.get(page)), one.span) for page, one in self.papers.items()]
        if not self.has_papers:
            found = [Found(_linked(one), one.span) for one in self.code.values() if one.title]
        return Readout(tuple(found), tuple(self.problems), self.abstracts)


def read_archive(archive: PapersWithCodeArchive, file: Readable, name: str, wanted: Wanted) -> None:
    """Read a file of the archive, one member at a time: a gigabyte takes no more memory than what is wanted of it."""
    for member, span in placed_members(file, name, archive.problems, "archive"):
        if not isinstance(member.value, dict):
            archive.problems.append(rules.UNREADABLE_RECORD.at(span, "archive_member"))
        elif "repo_url" in member.value:
            _read_link(archive, member.value, span, wanted)
        else:
            _read_paper(archive, member.value, span, wanted)


def _read_paper(archive: PapersWithCodeArchive, value: Mapping[str, Any], span: Span, wanted: Wanted) -> None:
    archive.has_papers = True
    arxiv = identifiers.arxiv(_text(value, "arxiv_id")) or _arxiv_of(_text(value, "url_abs"))
    if not wanted.has(
        arxiv,
        {heading_slug(name) for name in _names(value.get("tasks"))},
        {heading_slug(name) for name in _names(value.get("methods"))},
    ):
        return
    title = _text(value, "title")
    if not title:
        called = _text(value, "paper_url") or arxiv or "?"
        archive.problems.append(rules.UNREADABLE_RECORD.at(span, "archive", key=called))
        return
    archive.abstracts += bool(_text(value, "abstract"))
    page = _page(value) or f"{span}"
    archive.papers.setdefault(page, Found(_record(value, arxiv, str(span)), span))


def _read_link(archive: PapersWithCodeArchive, value: Mapping[str, Any], span: Span, wanted: Wanted) -> None:
    """Keep the best link of a paper: its authors' own, else one that the paper names, else the first."""
    arxiv = identifiers.arxiv(_text(value, "paper_arxiv_id")) or ""
    page, address = _page(value), _text(value, "repo_url")
    if not page or identifiers.url_state(address) != "good" or (wanted.arxiv and arxiv not in wanted.arxiv):
        return
    marks = ("mentioned_in_github", "mentioned_in_paper", "is_official")
    rank = max((number for number, mark in enumerate(marks, 1) if value.get(mark) is True), default=0)
    before = archive.code.get(page)
    if before is None or rank > before.rank:
        archive.code[page] = _Code(address, rank, _text(value, "paper_title"), arxiv, span)


def _arxiv_of(url: str) -> str:
    paper = paper_id(url)
    return (identifiers.arxiv(paper.value) or "") if paper and paper.archive == "arxiv" else ""


def _record(value: Mapping[str, Any], arxiv: str, origin: str) -> Record:
    date = from_text(_text(value, "date"))
    venue = venue_called(_text(value, "proceeding"))
    fields = {"title": from_html(_text(value, "title"), latex=True), "date": date}
    kind = "online"
    if venue and venue.type == "inproceedings":
        kind, fields["booktitle"] = "inproceedings", venue.name
    if arxiv:
        fields |= {"eprint": arxiv, "eprinttype": "arxiv"}
    url = (
        _text(value, "conference_url_abs")
        or _text(value, "url_abs")
        or _text(value, "url_pdf")
        or _text(value, "paper_url")
    )
    if (paper := paper_id(url)) and paper.archive == "doi":
        fields["doi"] = paper.value
    elif identifiers.url_state(url) == "good" and not (paper and paper.archive == "arxiv"):
        fields["url"] = url
    return Record(kind, fields, displayed_names(map(from_html, _names(value.get("authors")))), origin=origin)


def _with_code(record: Record, code: _Code | None) -> Record:
    """Return the record with a link to its code; what its authors did not publish is marked."""
    if code is None:
        return record
    extra = {"code": code.address} | ({} if code.rank == _OFFICIAL else {"codetype": "unofficial"})
    return replace(record, fields={**record.fields, **extra})


def _linked(code: _Code) -> Record:
    """Return a record of a paper that only a link names."""
    fields = {"title": from_html(code.title, latex=True)} | (
        {"eprint": code.arxiv, "eprinttype": "arxiv"} if code.arxiv else {}
    )
    return _with_code(Record("online", fields, origin=str(code.span)), code)


def _page(value: Mapping[str, Any]) -> str:
    return _text(value, "paper_url").rstrip("/").lower()


def _text(value: Mapping[str, Any], name: str) -> str:
    text = value.get(name)
    return text.strip() if isinstance(text, str) else ""


def _names(value: object) -> Iterator[str]:
    """Yield the names of tasks, methods or authors: texts, or objects with a name."""
    for one in value if isinstance(value, list) else []:
        name = (
            one if isinstance(one, str) else one.get("name") or one.get("full_name") if isinstance(one, dict) else None
        )
        if isinstance(name, str):
            yield name
