"""The title of a paper among what a curated list says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from paperatlas.formats.awesome.blocks import LINE_BREAK, Piece, pieces_text
from paperatlas.formats.awesome.cleaning import BRACKETS, EDGE, QUOTED_TITLE, clean_title, is_method
from paperatlas.formats.awesome.links import label_of
from paperatlas.formats.awesome.list_items import Pieces, count_words, links_of
from paperatlas.formats.awesome.people import people_in
from paperatlas.formats.venues import venue_of, without_venue
from paperatlas.text.word_lists import words_in

_SHORTEST_DESCRIPTION = 100
"""In characters: no subtitle is so long."""
_DASH = re.compile(r"\s*[-–—]\s+\S")
_BEFORE_DESCRIPTION = re.compile(r"(?<=[\w)?!])(?: {2,}(?=\S)| [-–—] (?=[a-z]))")
_BEFORE_A_NOUN = words_in("a an and her his its my original our see the their these this those your")


def title_in(pieces: Pieces) -> tuple[str, str]:
    """Return the title among pieces, and the method's name in front of it."""
    links = links_of(pieces)
    strong_first = _strong(pieces)
    for candidate in (
        *(link.piece.text for link in links if link.paper and link.is_titled),
        *_quoted(pieces),
        *strong_first,
        *(link.piece.text for link in links if link.is_titled and count_words(link.piece.text) >= 3),
        *(line for line in _lines(pieces) if not _breaks_off(line)),
    ):
        title, method = clean_title(candidate)
        title = _behind_people(title)
        if count_words(title) >= 2 and not people_in(title) and label_of(title) is None:
            return title, method or _method_before(pieces, candidate)
    return "", ""


def _behind_people(text: str) -> str:
    """Return what stands behind the names of several people, with commas between all: `Ada Roe, Bo Doe, A Title`."""
    parts = text.split(", ")
    for number in range(len(parts) - 1, 1, -1):
        rest = ", ".join(parts[number:])
        if not rest[:1].isalnum() or rest.startswith("and "):  # the list goes on
            continue
        if count_words(rest) >= 3 and people_in(", ".join(parts[:number])) and not people_in(rest, at_least=1):
            return rest
    return text


def is_sentence(pieces: Pieces) -> bool:
    """Return whether pieces are a sentence that links a paper, and not what a paper is called."""
    return any(map(_breaks_off, _lines(pieces)))


def _breaks_off(title: str) -> bool:
    """Return whether a text is part of a sentence that goes on with a link: `… is wrong in their [paper](…)`."""
    return title.rstrip().rpartition(" ")[2].lower() in _BEFORE_A_NOUN


def _quoted(pieces: Pieces) -> Iterator[str]:
    text = pieces_text([piece for piece in pieces if not piece.href])
    yield from (match[1] for match in QUOTED_TITLE.finditer(text) if count_words(match[1]) >= 2)


def _strong(pieces: Pieces) -> list[str]:
    """Stretches of bold text; one that is a name (`**ViT**: An Image …`) is no title."""
    found, current = [], ""
    for piece in (*pieces, Piece(LINE_BREAK, 0)):
        if piece.strong and not piece.image and not (piece.href and label_of(piece.text) is not None):
            current += piece.text
        elif current and (piece.text.strip() or piece.text == LINE_BREAK):
            found.append(current)
            current = ""
    long = [text for text in found if count_words(without_venue(text)) >= 3]
    return [text for text in long if not text.rstrip().endswith((":", "："))]


def _lines(pieces: Pieces) -> Iterator[str]:
    """Stretches of text outside links, line by line: before the links of the line, then after the first of them."""
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece.text == LINE_BREAK:
            lines.append([])
        else:
            lines[-1].append(piece)
    # What follows a description describes as well.
    first = next((number for number, line in enumerate(lines) if without_description(line) is not line), len(lines))
    for number, line in enumerate(map(without_description, lines[: first + 1])):
        head, after = _split_at_link(line)
        # A title may be broken over two lines; a line that ends in a full stop is whole.
        if (
            head
            and not after
            and number + 1 < len(lines)
            and not pieces_text(head).endswith((".", "]"))
            and _goes_on(lines[number + 1])
        ):
            head = [*head, Piece(" ", 0), *_split_at_link(lines[number + 1])[0]]
        for part in (head, *after):
            if count_words(pieces_text(part)) >= 2:
                yield _without_remarks(part)


def without_description(line: list[Piece]) -> list[Piece]:
    """Return a line up to what describes the paper: behind two blanks, or behind a dash and a small letter.

    `**Genie** - a foundation model trained from …`, `The Illusion of Thinking  Investigates the capabilities of …`.
    """
    for number, piece in enumerate(line):
        rest = sum(len(each.text) for each in line[number + 1 :])
        if piece.href or len(piece.text) + rest < _SHORTEST_DESCRIPTION:
            continue
        if number and line[number - 1].strong and _DASH.match(piece.text):
            return line[:number]
        end = _BEFORE_DESCRIPTION.search(piece.text)
        if end and len(piece.text) - end.end() + rest >= _SHORTEST_DESCRIPTION:
            return [*line[:number], replace(piece, text=piece.text[: end.start()])]
    return line


def _goes_on(line: list[Piece]) -> bool:
    """Return whether a line goes on with a sentence: it begins with a small letter."""
    return bool(line) and not line[0].href and line[0].text.lstrip()[:1].islower()


def _split_at_link(line: list[Piece]) -> tuple[list[Piece], list[list[Piece]]]:
    """Return what stands before the first link that is a label, and the stretches between the others."""
    parts: list[list[Piece]] = [[]]
    for piece in line:
        if piece.href and (piece.image or label_of(piece.text) is not None or not piece.text.strip()):
            parts.append([])
        else:
            parts[-1].append(piece)
    return parts[0], parts[1:]


def _without_remarks(line: list[Piece]) -> str:
    """Return the text of a line up to an italic remark that follows it: authors, a venue, a university."""
    before_remark: list[Piece] = []
    for number, piece in enumerate(line):
        before = pieces_text(before_remark).rstrip()
        remark = piece.em and not piece.href and (people_in(piece.text, at_least=1) or venue_of(piece.text))
        if (
            number
            and piece.em
            and count_words(before) >= 2
            and (remark or before.endswith((".", ",", ";", ":", ")", "-", "–", "|", "?", "!")))
        ):
            break
        before_remark.append(piece)
    return pieces_text(before_remark)


def _method_before(pieces: Pieces, title: str) -> str:
    """Return a bold name before the title: `**NDT-Transformer**: "…"`."""
    for piece in pieces:
        if piece.text.strip() and title.startswith(piece.text[:20]):
            return ""
        if piece.strong and piece.text.strip():
            name = piece.text.strip(EDGE + BRACKETS)
            return (
                name if 0 < len(name) <= 30 and count_words(name) <= 3 and is_method(name) and not piece.image else ""
            )
    return ""
