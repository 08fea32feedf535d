"""Everything a curated list says of a paper: title, method, authors, where and when it appeared."""

from __future__ import annotations

import re
from dataclasses import dataclass

from paperatlas.formats.awesome.blocks import LINE_BREAK, Piece, pieces_text
from paperatlas.formats.awesome.cleaning import BRACKETS, EDGE, clean_title, is_method
from paperatlas.formats.awesome.links import label_of
from paperatlas.formats.awesome.list_items import Pieces, Unit, merged
from paperatlas.formats.awesome.people import family_name_first, people_in
from paperatlas.formats.awesome.reference_form import read_reference
from paperatlas.formats.awesome.titles import is_sentence, title_in, without_description
from paperatlas.formats.records.record import Author
from paperatlas.formats.venues import Venue, venue_date, venue_of, without_venue
from paperatlas.text.word_lists import words_in

_TITLE_HEADS = words_in("title paper papers name publication 论文 标题 题目 work article reference")
_VENUE_HEADS = words_in("venue conference publication published journal source where 会议 期刊 pub publisher")
_DATE_HEADS = words_in("date year time when 年份 时间 日期 published pub publication release")
_AUTHOR_HEADS = words_in("author authors 作者")
_METHOD_HEADS = (
    *words_in("method model abbreviation acronym"),
    "short name",
    *words_in("alias algorithm name 简称 方法"),
)


_INITIAL = re.compile(r"(?:^|\s)[^\W\d_a-z]\.")
_SENTENCES = re.compile(r"(?<![\W_][A-Z])\.\s|\s[-–—|]\s")
"""What parts authors from what is around them: no full stop of an initial."""
_NUMBER_BEFORE = re.compile(r"^[\s*]*\[?\d{1,4}[\]).*]*\s+")
"""The number of a paper in a list: `**[1]** Yann LeCun, …`."""
_LABEL_BEHIND = re.compile(r"[\s,.;|]+(?:Paper|PDF|Code|Link|arXiv)\s*[:：].*$", re.IGNORECASE | re.DOTALL)
_ARXIV_NUMBER = re.compile(r"\b\d{4}\.\d{4,5}(?:v\d+)?\b")


@dataclass(frozen=True, slots=True)
class Description:
    """What a list says of a paper; `title` is empty where it says none."""

    title: str = ""
    method: str = ""
    authors: tuple[Author, ...] = ()
    venue: Venue | None = None
    date: str = ""
    is_name: bool = False
    """Whether the title is but the name of a method."""


def describe_paper(unit: Unit, *, authors_first: bool = False) -> Description:
    """Return what the list says of the paper of a unit.

    One name before a title is a person's only where the list has authors there (`authors_first`), or where it has an
    initial: `Swin Transformer` looks like one as well.
    """
    title, method = _titled(unit)
    is_name = False
    if not title:
        title, is_name = "" if is_sentence(unit.pieces) else _name_only(unit, method), True
    # An identifier of arXiv holds four digits that are no year.
    rest = [_ARXIV_NUMBER.sub(" ", text) for text in _rest(unit, title)]
    authors = _authors(unit, title, authors_first=authors_first)
    venue_text = " ".join([_cell(unit, _VENUE_HEADS), *rest])
    venue = venue_of(venue_text)
    dates = _cell(unit, _DATE_HEADS)
    date = venue_date(dates) or (venue.date if venue and venue.date else "") or venue_date(" ".join(rest))
    if venue and venue.date and not date.startswith(venue.date[:4]):
        date = venue.date
    if authors and people_in(method, at_least=1) == authors:
        method = ""
    return Description(
        title, "" if method.casefold() == title.casefold() else method, authors, venue, date, bool(title) and is_name
    )


def _titled(unit: Unit) -> tuple[str, str]:
    """Return the title, and the name of the method; empty where there is none."""
    if unit.cells:
        column = _column(unit, _TITLE_HEADS)
        for cell in (*column, *unit.cells):
            title, method = title_in(merged(cell))
            if title:
                return title, method or _method_cell(unit, title)
        return "", _method_cell(unit, "")
    title, method = title_in(unit.pieces)
    if title or not unit.before:
        return title, method
    return clean_title(unit.before)


def _name_only(unit: Unit, method: str) -> str:
    """Return the name a list gives instead of a title: a cell of a table, a bold word, or the text of the link."""
    candidates = [
        method,
        *(pieces_text(without_description([*cell])) for cell in _column(unit, (*_TITLE_HEADS, *_METHOD_HEADS))),
    ]
    candidates += [link.piece.text for link in unit.links if link.paper and not link.piece.image]
    candidates += [unit.before]
    candidates += [piece.text for piece in unit.pieces if piece.strong and not piece.href]
    candidates.append(pieces_text([piece for piece in unit.pieces if not piece.href and not piece.em]))
    for candidate in candidates:
        name = clean_title(candidate)[0]
        if name and label_of(name) is None and not people_in(name) and any(letter.isalpha() for letter in name):
            return name
    return ""


def _rest(unit: Unit, title: str) -> list[str]:
    """Return the texts of a unit without its title."""
    text = pieces_text([piece for piece in unit.pieces if not (piece.href and piece.text.strip() == title)])
    around = [label for link in unit.links if (label := link.piece.text) and venue_of(label) and label_of(label)]
    return [text.replace(title, " ", 1), *around, *(pieces_text(pieces) for pieces in unit.after)]


def has_authors_first(unit: Unit) -> bool:
    """Return whether names of several people stand before the title of a unit."""
    return not unit.cells and len(people_in(_head(unit, _titled(unit)[0]))) > 1


def _head(unit: Unit, title: str) -> str:
    """Return the text before a title."""
    text = pieces_text([piece for piece in unit.pieces if not (piece.href and label_of(piece.text) is not None)])
    head = text.partition(title)[0].rstrip(" *_") if title and title in text else ""
    if head.endswith((":", "：")):  # a method's name
        return ""
    return without_venue(head).strip(EDGE + BRACKETS + "\"“”'")


def _authors(unit: Unit, title: str, *, authors_first: bool) -> tuple[Author, ...]:
    """Return the authors, if a column, a line, an italic stretch or the text before the title is all names."""
    lines = [link.piece.text for link in unit.links if link.paper]
    lines += [pieces_text(cell) for cell in unit.cells] or [pieces_text(unit.pieces)]
    if (reference := next(filter(None, map(read_reference, lines)), None)) is not None:
        return reference.authors
    column = _cell(unit, _AUTHOR_HEADS)
    if column and (found := people_in(column, at_least=1)):
        return found
    # In brackets lists name universities.
    candidates = [
        piece.text
        for before, piece in zip((Piece("", 0), *unit.pieces), unit.pieces, strict=False)
        if piece.em and not piece.href and not before.text.rstrip().endswith("(")
    ]
    text = pieces_text([piece for piece in unit.pieces if not (piece.href and label_of(piece.text) is not None)])
    head, _, tail = text.partition(title) if title else (text, "", "")
    head, tail = _NUMBER_BEFORE.sub("", head), _LABEL_BEHIND.sub("", tail)
    candidates += [head.strip(EDGE + "\"“”'"), *_SENTENCES.split(tail), tail]
    for pieces in (unit.pieces, *unit.after):
        lines = "".join(piece.text for piece in pieces).split(LINE_BREAK)
        candidates += [part for line in lines for part in (line, *_SENTENCES.split(line))]
    for candidate in candidates:
        stripped = without_venue(candidate).strip(EDGE + BRACKETS + '"“”')
        if found := people_in(stripped):
            return found
    if found := family_name_first(head.strip(EDGE + "\"“”'")):
        return found
    lone = _head(unit, title)
    return people_in(lone, at_least=1) if authors_first or _INITIAL.search(lone) else ()


def _column(unit: Unit, heads: tuple[str, ...]) -> list[Pieces]:
    """Return the cells under a head, in the order of the heads."""
    named = [re.sub(r"[^\w\s]", "", head).strip().lower() for head in unit.header[: len(unit.cells)]]
    return [
        merged(unit.cells[number])
        for head in heads
        for number, name in enumerate(named)
        if head in name.split() or head == name
    ]


def _cell(unit: Unit, heads: tuple[str, ...]) -> str:
    return next((text for cell in _column(unit, heads) if (text := pieces_text(cell))), "")


def _method_cell(unit: Unit, title: str) -> str:
    text = _cell(unit, _METHOD_HEADS)
    return text if text and len(text) <= 30 and text not in title and is_method(text) else ""
