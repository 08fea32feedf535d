"""Curated lists of papers in Markdown: each paper with a link becomes an entry, each heading a group.

An entry holds only what the list says, and every paper that is linked is in an entry or in a problem.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.formats import rules
from paperatlas.formats.awesome.blocks import ListBlock, pieces_text
from paperatlas.formats.awesome.description import Description, describe_paper, has_authors_first
from paperatlas.formats.awesome.links import PaperId, label_of, mentioned, paper_id, target_of
from paperatlas.formats.awesome.list_items import (
    ListLink,
    Unit,
    count_words,
    links_of,
    merged,
    papers_of,
    units_of,
    written_dois,
)
from paperatlas.formats.awesome.markdown_blocks import markdown_blocks
from paperatlas.formats.awesome.people import people_in
from paperatlas.formats.awesome.record import list_record
from paperatlas.formats.awesome.titles import is_sentence
from paperatlas.formats.groups import levels_of, placement
from paperatlas.formats.readout import Found, Readout

_WORDS_OF_GROUP = 3
"""No title that stands above the name of a method has fewer: `Image generation models` is a group."""
_PLACES_NAMED = 20
"""Of how many links that are left out the places are named: a list of courses has hundreds."""

_BESIDE_A_PAPER = frozenset({"code", "website", "video", "slides", "blog"})
_LABELLED = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)?\s*[:：]")
_URL = re.compile(r"https?://[^\s<>\"'\])}|]*[^\s<>\"'\])}|.,;:!?*]")


@dataclass
class _List:
    """The papers of a list as far as it has been read."""

    papers_in: Counter[int]
    """How many blocks with papers stand in an item, by its number."""
    units: list[Unit] = field(default_factory=list)
    headings: list[tuple[int, str]] = field(default_factory=list)
    owners: dict[int, int] = field(default_factory=dict)
    """The last paper of a block, by the number of the block."""
    texts: dict[int, str] = field(default_factory=dict)
    """What the blocks say that hold no paper, by number; what has become a title is taken out."""
    labelled: set[int] = field(default_factory=set)
    """The items that hold no paper but one link behind a label: `Homepage: https://…`."""
    linked: set[int] = field(default_factory=set)
    """The items that hold no paper but a titled link: this is what they are about, not the item below."""


@dataclass(frozen=True, slots=True)
class _Listed:
    """A paper with everything the list says of it, wherever."""

    unit: Unit
    description: Description
    paths: tuple[tuple[tuple[int, str], ...], ...]


def read_list(text: str, file: str, direction: str = "", levels: Sequence[int] = ()) -> Readout:
    """Return the papers of a list; `levels` are those of the headings that stand for directions and groups.

    With a `direction`, all papers belong to it, and the headings are its groups.
    """
    blocks = markdown_blocks(text)
    units = _units(blocks)
    listed, problems = _listed(units, file)
    levels = levels or levels_of(unit.headings for unit in units)
    found = []
    for paper in listed:
        places = dict.fromkeys(word for path in paper.paths if (word := placement(path, levels, direction)))
        span = Span(file, paper.unit.line)
        found.append(Found(list_record(paper.unit, paper.description, tuple(places), str(span)), span))
    problems += _not_taken(text, file, units, blocks)
    return Readout(tuple(found), tuple(problems))


def _units(blocks: Sequence[ListBlock]) -> list[Unit]:
    """Return the papers of a list, each with its headings and what stands around it."""
    found = [units_of(block) for block in blocks]
    state = _List(Counter(block.parent for block, units in zip(blocks, found, strict=True) if units))
    for number, (block, units) in enumerate(zip(blocks, found, strict=True)):
        if units:
            for unit in units:
                _add(state, number, block, unit)
        elif block.kind == "heading":
            heading = pieces_text(block.pieces)
            state.headings = [above for above in state.headings if above[0] < block.level] + [(block.level, heading)]
            state.texts[number] = heading
        elif (owner := _owner(state, number, block)) is not None:
            state.units[owner] = _with_more(state.units[owner], block)
            state.owners[number] = owner
        else:
            state.texts[number] = pieces_text(block.pieces)
            if block.kind == "item" and _LABELLED.fullmatch(_unlinked(block)) and any(p.href for p in block.pieces):
                state.labelled.add(number)
            if block.kind == "item" and any(link.is_titled for link in links_of(merged(block.pieces))):
                state.linked.add(number)
    return state.units


def _add(state: _List, number: int, block: ListBlock, unit: Unit) -> None:
    """Add a paper; one without a title of its own belongs to the text above, or to the paper above."""
    unit = replace(unit, headings=tuple(state.headings))
    if not describe_paper(unit).title or describe_paper(unit).is_name:
        parent = state.owners.get(block.parent) if block.parent >= 0 else None
        if parent is not None and _agree(state.units[parent], unit) and not describe_paper(unit).title:
            state.units[parent] = _with_more(state.units[parent], block)
            state.owners[number] = parent
            return
        above = block.parent if block.parent >= 0 else _above(state, number)
        asks = block.kind != "row" and not is_sentence(unit.pieces) and _may_be_title(state, above, block, unit)
        if asks and above not in state.linked and (before := state.texts.pop(above, "")):
            unit = replace(unit, before=before)
            state.owners[above] = len(state.units)
            if describe_paper(unit).title != before and above >= 0:
                state.texts[above] = before
    state.units.append(unit)
    state.owners[number] = len(state.units) - 1


def _unlinked(block: ListBlock) -> str:
    """Return the text of a block without its links."""
    return "".join(piece.text for piece in block.pieces if not piece.href and not piece.image).strip(" \n")


def _above(state: _List, number: int) -> int:
    """Return the block above a paper that can be its title, past items with labels alone: `- Homepage: https://…`."""
    above = number - 1
    while above in state.labelled:
        above -= 1
    return above


def _may_be_title(state: _List, above: int, block: ListBlock, unit: Unit) -> bool:
    """Return whether the text above a paper can be its title, and is no label and no name of a group of papers.

    One that has a name, `[DDPM](…)`, has its title in the item that it alone is in, if anywhere: the item may be a
    group, `Diffusion models`, and what stands before it may be anything.
    """
    text = state.texts.get(above, "")
    if not describe_paper(unit).is_name:
        return label_of(text) is None
    return block.parent >= 0 and state.papers_in[block.parent] == 1 and count_words(text) > _WORDS_OF_GROUP


def _agree(unit: Unit, other: Unit) -> bool:
    """Return whether two stretches can be of one paper: no archive calls it differently."""
    named = {paper.archive: paper.value for paper in unit.papers}
    return all(named.get(paper.archive, paper.value) == paper.value for paper in other.papers)


def _owner(state: _List, number: int, block: ListBlock) -> int | None:
    """Return the paper that a block without one goes on about: that of the item it is in, or of the block before it."""
    if block.parent >= 0:
        return state.owners.get(block.parent)
    if number - 1 not in state.owners:
        return None
    if block.kind == "item":
        # `- Paper: …` and `- Code: https://…`, one item after the other
        label, colon, _ = pieces_text(block.pieces).partition(":")
        return state.owners[number - 1] if colon and label_of(label) in _BESIDE_A_PAPER else None
    if block.kind != "paragraph":
        return None
    text = pieces_text([piece for piece in block.pieces if not piece.href])
    more = any(piece.href for piece in block.pieces) and count_words(text) < 3
    return state.owners[number - 1] if more or people_in(text) else None


def _with_more(unit: Unit, block: ListBlock) -> Unit:
    """Return a paper with more links and words."""
    pieces = merged(block.pieces)
    links = links_of(pieces)
    papers = tuple(dict.fromkeys([*unit.papers, *papers_of(links)]))
    return replace(unit, after=(*unit.after, pieces), links=(*unit.links, *links), papers=papers)


def _listed(units: Sequence[Unit], file: str) -> tuple[list[_Listed], list[Problem]]:
    """Return the papers, each once, and what is wrong with them."""
    listed: list[_Listed] = []
    problems: list[Problem] = []
    known: dict[PaperId, int] = {}
    authors_first = any(map(has_authors_first, units))
    for unit in units:
        description = describe_paper(unit, authors_first=authors_first)
        span = Span(file, unit.line)
        problems += _unclaimed(unit, span)
        names = _identity(unit)
        number = next((known[name] for name in names if name in known), None)
        if number is None and not description.title:
            problems.append(rules.NO_TITLE.at(span, paper=_called(names[0])))
            continue
        if number is None:
            number = len(listed)
            listed.append(_Listed(unit, description, (unit.headings,)))
            if description.is_name:
                problems.append(rules.NAME_FOR_TITLE.at(span, paper=_called(names[0]), title=description.title))
        else:
            first = listed[number]
            if description.title and not _same(first.description, description):
                titles = {"title": description.title, "other": first.description.title}
                problems.append(rules.OTHER_TITLE.at(span, **titles).beside(Span(file, first.unit.line)))
                continue
            listed[number] = _both(first, unit, description)
        known.update((name, number) for name in names)
    return listed, problems


def _identity(unit: Unit) -> list[PaperId]:
    """Return what a paper is called, once for each archive."""
    first: dict[str, PaperId] = {}
    for paper in unit.papers:
        first.setdefault(paper.archive, paper)
    return list(first.values())


def _unclaimed(unit: Unit, span: Span) -> Iterator[Problem]:
    """Yield further papers of an archive that stand beside one paper's title."""
    first = _identity(unit)
    for paper in unit.papers:
        if paper not in first and paper.archive != "url":
            yield rules.NO_TITLE.at(span, "beside", paper=_called(paper))


def _both(first: _Listed, unit: Unit, again: Description) -> _Listed:
    """Return a paper that is listed twice, with what both places say."""
    papers = tuple(dict.fromkeys([*first.unit.papers, *unit.papers]))
    better = again if first.description.is_name and again.title and not again.is_name else first.description
    together = replace(
        better,
        method=better.method or again.method,
        authors=better.authors or again.authors,
        venue=better.venue or again.venue,
        date=better.date or again.date,
    )
    merged_unit = replace(first.unit, links=(*first.unit.links, *unit.links), papers=papers)
    return _Listed(merged_unit, together, (*first.paths, unit.headings))


def _same(first: Description, second: Description) -> bool:
    """Return whether two titles can be of one paper: they share most words, or one is a mere name."""
    if first.is_name or second.is_name:
        return True
    one, other = (set(re.findall(r"\w+", description.title.lower())) for description in (first, second))
    return len(one & other) * 2 >= min(len(one), len(other))


def _is_bare(link: ListLink, used: set[str]) -> bool:
    """Return whether a link is an address that stands for itself, and nothing is made of it."""
    lost = link.piece.href not in used or target_of(link.piece.href, "") == "other"
    return lost and not link.piece.text and not link.piece.image


def _called(paper: PaperId) -> str:
    """Return a paper as people look for it."""
    names = {"arxiv": "arXiv:", "doi": "DOI ", "acl": "ACL Anthology ", "openreview": "OpenReview ", "pmlr": "PMLR "}
    return f"{names.get(paper.archive, '')}{paper.value}"


def _not_taken(text: str, file: str, units: Sequence[Unit], blocks: Sequence[ListBlock]) -> Iterator[Problem]:
    """Yield papers that the text names where nothing was read, and how many links lead elsewhere."""
    seen = {paper for unit in units for paper in unit.papers}
    used = {link.piece.href for unit in units for link in unit.links}
    for number, line in enumerate(text.split("\n"), 1):
        named = [paper_id(match[0]) for match in _URL.finditer(line)]
        named += [PaperId("arxiv", identifier) for identifier in mentioned(line)]
        named += written_dois(line)
        for paper in named:
            if paper is not None and paper not in seen:
                seen.add(paper)
                yield rules.NOT_TAKEN.at(Span(file, number), paper=_called(paper))
    others = [
        Span(file, link.piece.line or block.line)
        for block in blocks
        for link in links_of(merged(block.pieces))
        if link.paper is None
        and (label_of(link.piece.text) is None or _is_bare(link, used))
        and target_of(link.piece.href, link.piece.text) in ("other", "website", "code")
    ]
    if others:
        first, *more = dict.fromkeys(others)
        yield rules.NOT_TAKEN.at(first, "others", count=len(others)).beside(*more[:_PLACES_NAMED])
