"""Which stretches of a curated list stand for one paper each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from paperatlas.bibliography.model import identifiers
from paperatlas.formats.awesome.blocks import LINE_BREAK, ListBlock, Piece, pieces_text
from paperatlas.formats.awesome.links import PaperId, label_of, paper_id, target_of

Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class ListLink:
    """A link in a unit: the number of its piece, its text, its address, and the paper behind it."""

    at: int
    piece: Piece
    paper: PaperId | None

    @property
    def is_titled(self) -> bool:
        """Return whether the text of the link can be a title: it is no label, and no single word."""
        text = "" if self.piece.image else self.piece.text
        return label_of(text) is None and count_words(text) >= 2


@dataclass(frozen=True, slots=True)
class Unit:
    """What a list says of one paper: where it stands, under which headings, and what stands around it."""

    line: int
    pieces: Pieces
    links: tuple[ListLink, ...]
    headings: tuple[tuple[int, str], ...] = ()
    before: str = ""
    """A text above that is the title if the unit has none."""
    after: tuple[Pieces, ...] = ()
    """What follows and belongs to it: authors, a remark, more links."""
    cells: tuple[Pieces, ...] = ()
    header: tuple[str, ...] = ()
    papers: tuple[PaperId, ...] = field(default=())
    """What the paper is called in each archive that is linked, the one that says most first."""


_PAPER_LINE = re.compile(r"\W*(?:paper|article|pdf|论文)\s*[:：]", re.IGNORECASE)
_PDF = re.compile(r"\.pdf(?:[?#].*)?\s*$", re.IGNORECASE)
_DOI = re.compile(r"(?:\bdoi\s*:?\s*|[(\[]\s*)(10\.\d{4,9}/[^\s,;()\[\]<>\"]+)", re.IGNORECASE)
"""A DOI in a text, not in a link; `(10.1000/182)` is one as well."""
_ELSEWHERE = re.compile(r"https?://(?!(?:dx\.)?doi\.org/)", re.IGNORECASE)
_ARCHIVES = ("arxiv", "doi", "acl", "openreview", "pmlr", "cvf", "neurips", "url")


def count_words(text: str) -> int:
    """Return how many words a text has; two Chinese characters count as one."""
    cjk = sum("\u3400" <= character <= "\u9fff" for character in text)
    return cjk // 2 + sum(any(letter.isalpha() and letter < "\u3400" for letter in word) for word in text.split())


def merged(pieces: Sequence[Piece]) -> Pieces:
    """Return pieces with those of one link in one; the text of a link counts more than that of an image in it."""
    result: list[Piece] = []
    for piece in pieces:
        last = result[-1] if result else None
        if not (last and piece.href and last.href == piece.href):
            result.append(piece)
        elif last.image != piece.image:
            shown = last if piece.image else piece
            result[-1] = shown if shown.text.strip() else replace(last, text=f"{last.text} {piece.text}")
        else:
            result[-1] = replace(last, text=last.text + piece.text, strong=last.strong and piece.strong)
    return tuple(result)


def links_of(pieces: Pieces) -> list[ListLink]:
    """Return the links among pieces."""
    return [
        ListLink(at, piece, _paper(piece, says_paper=not piece.text and _is_paper_line(pieces[:at])))
        for at, piece in enumerate(pieces)
        if piece.href
    ]


def _is_paper_line(before: Pieces) -> bool:
    """Return whether the line before an address that stands bare calls it a paper: `Paper: A Title, http://…`."""
    start = next((at + 1 for at in reversed(range(len(before))) if before[at].text == LINE_BREAK or before[at].href), 0)
    return _PAPER_LINE.match(pieces_text(before[start:])) is not None


def _paper(piece: Piece, *, says_paper: bool) -> PaperId | None:
    """Return the paper behind a link; what a label calls a paper, and a file under a title, may be anywhere."""
    found = paper_id(piece.href)
    if found is not None:
        # Publishers have talks beside their papers, whose links say so.
        talk = found.archive not in ("arxiv", "doi") and label_of(piece.text) in ("slides", "video")
        return None if talk else found
    says_paper = says_paper or (label_of(piece.text) == "paper" and any(letter.isalpha() for letter in piece.text))
    titled_file = _PDF.search(piece.href) and not piece.image and label_of(piece.text) is None
    anywhere = says_paper or (titled_file and count_words(piece.text) >= 3)
    href = piece.href.strip()
    if anywhere and target_of(href, piece.text) in ("other", "paper") and _ELSEWHERE.match(href):
        return PaperId("url", href.split("://", 1)[1].rstrip("/"))
    return None


def papers_of(links: Sequence[ListLink]) -> list[PaperId]:
    """Return the papers that links lead to, each once, and the DOIs that stand in place of their words."""
    found = [link.paper for link in links if link.paper]
    written = (identifiers.doi(link.piece.text.strip(" []()")) for link in links)
    return list(dict.fromkeys([*found, *(PaperId("doi", doi.lower()) for doi in written if doi)]))


def written_dois(text: str) -> list[PaperId]:
    """Return the DOIs that a text writes out, each once."""
    return list(dict.fromkeys(PaperId("doi", doi.rstrip(".").lower()) for doi in _DOI.findall(text)))


def units_of(block: ListBlock) -> list[Unit]:
    """Return the papers of a block, each with the stretch of the block that stands for it."""
    pieces = merged(block.pieces)
    links = links_of(pieces)
    starts: list[int] = []
    current: dict[str, str] = {}
    titled = False
    previous = -1
    for link in links:
        if link.paper is None:
            continue
        clash = current.get(link.paper.archive, link.paper.value) != link.paper.value
        another = link.is_titled and titled
        begins = not starts or another or clash
        if begins and starts and (at := _beginning(pieces, previous, link)) is not None:
            starts.append(at)
            current, titled = {}, False
        elif not starts:
            starts.append(0)
        current.setdefault(link.paper.archive, link.paper.value)
        titled = titled or link.is_titled
        previous = link.at
    ends = [*starts[1:], len(pieces)] if starts else []
    return [_unit(block, pieces[start:end]) for start, end in zip(starts, ends, strict=True)]


def _beginning(pieces: Pieces, previous: int, link: ListLink) -> int | None:
    """Return where the text of a further paper begins, behind the link of the one before it; None if it has no text."""
    between = range(previous + 1, link.at)
    breaks = [at + 1 for at in between if pieces[at].text == LINE_BREAK]
    if link.is_titled:
        return breaks[-1] if breaks else link.at
    starts = sorted({previous + 1, *breaks, *(at + 1 for at in between if pieces[at].href)})
    for start in starts:
        stop = next((at for at in range(start, link.at) if pieces[at].text == LINE_BREAK or pieces[at].href), link.at)
        if count_words(pieces_text(pieces[start:stop])) >= 3:
            return start
    return None


def _unit(block: ListBlock, pieces: Pieces) -> Unit:
    links = tuple(links_of(pieces))
    first = next(link for link in links if link.paper)
    found = papers_of(links)
    written = written_dois(pieces_text([each for each in pieces if not each.href]))
    if len(written) == 1 and all(paper.archive != "doi" for paper in found):
        found += written
    found.sort(key=lambda paper: _ARCHIVES.index(paper.archive))
    return Unit(
        first.piece.line or block.line, pieces, links, cells=block.cells, header=block.header, papers=tuple(found)
    )
