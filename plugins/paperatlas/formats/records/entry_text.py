"""A record as an entry in the library's style: what `paperatlas fmt` leaves as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import partial

from paperatlas.bibliography import MarkedText
from paperatlas.bibliography.formatter.entry import INDENT, NAME_WIDTH
from paperatlas.bibliography.formatter.field_order import rank
from paperatlas.bibliography.model.fields import ADDRESS_FIELDS, NAME_FIELDS, VERBATIM
from paperatlas.bibliography.model.han_names import is_chinese_person, name_in_own_order
from paperatlas.bibliography.model.names import read_names
from paperatlas.formats.bibtex.writer import readable
from paperatlas.formats.keys import FreeKeys
from paperatlas.formats.person import OTHERS, of_names
from paperatlas.formats.plain_text import tidy
from paperatlas.formats.records.record import Author, Record
from paperatlas.text.folding import ascii_slug
from paperatlas.text.word_lists import words_in

_letters_for_a_key = partial(ascii_slug, separator="")
_PROTECTED = frozenset({"title", "subtitle", "maintitle"})
_EDGES = re.compile(r"\A([^\w]*)(.*?)([^\w]*)\Z", re.DOTALL)
_PARTS = re.compile(r"[-/\u2013\u2014]")
_AMBIGUOUS = re.compile(r"[,;&=，；、]|\band\b|\bothers\b", re.IGNORECASE)
_SMALL_WORDS = words_in("a an the on in of for and to from with is are can do does how what why when towards toward")
"""Words that say nothing of a title when they begin it."""


def entry_text(record: Record, key: str) -> str:
    """Return the entry under `key`, each line ended; values are Unicode, encoded as far as BibTeX needs it."""
    values = {name: _value(name, text) for name, text in record.fields.items() if name not in NAME_FIELDS}
    people = {"author": record.authors, "editor": record.editors, "translator": record.translators}
    people |= record.contributors
    values |= {name: _names(names) for name, names in people.items()}
    lines = [
        f"{INDENT}{name:<{NAME_WIDTH}} = {{{values[name]}}},\n" for name in sorted(values, key=rank) if values[name]
    ]
    return f"@{record.type}{{{key},\n{''.join(lines)}}}\n"


def free_citation_keys(taken: Iterable[str]) -> FreeKeys:
    """Return what finds keys that none of `taken` is, nor differs from in case only; letters make others of them."""
    return FreeKeys(taken, str.casefold, _letters)


def citation_key(record: Record, method: str = "") -> str:
    """Return a key that stays what it is: first author's family name, year, title's first word (`liu2021swin`).

    With a `method`, the key is its name.
    """
    if key := ascii_slug(method):
        return key
    first = next((name for name in (*record.authors, *record.editors) if name != OTHERS), Author(""))
    year = re.match(r"-?\d{4}", record.fields.get("date", ""))
    word = _first_word(record.fields.get("title", ""))
    base = _letters_for_a_key(first.family or first.given) + (year[0] if year else "") + word
    if not base or base.isdigit():
        base = f"entry{base}"
    return base


def _letters(number: int) -> str:
    """1 -> a, 26 -> z, 27 -> aa."""
    text = ""
    while number:
        number, digit = divmod(number - 1, 26)
        text = chr(ord("a") + digit) + text
    return text


def _first_word(title: str) -> str:
    """Return the first word of a title that is no article or other small word: `swin`, `unet`, `3d`."""
    words = [word for word in title.split() if _letters_for_a_key(word)]
    for word in words:
        if _letters_for_a_key(word) not in _SMALL_WORDS:
            pieces = [piece for piece in map(_letters_for_a_key, _PARTS.split(word)) if piece]
            return pieces[0] if len(pieces[0]) > 1 else "".join(pieces)
    return _letters_for_a_key(words[0]) if words else ""


def _value(name: str, text: str) -> str:
    """Return the source of a field's value."""
    text = tidy(text)
    if name in VERBATIM:
        return _verbatim(name, text)
    if name == "pages":
        return readable(_text(text.replace("–", "\ue000")).replace("\ue000", "--"))
    if name in _PROTECTED:
        return readable(" ".join(map(_word, text.split(" "))))
    return readable(_text(text))


def _verbatim(name: str, text: str) -> str:
    """Return an address or identifier, which no reader may take for LaTeX."""
    if name in ADDRESS_FIELDS:
        codes = {" ": "%20", "{": "%7B", "}": "%7D", "\\": "%5C"}
        return "".join(codes.get(character, character) for character in text)
    return re.sub(r"[{}\\]", "", text)


def _text(text: str) -> str:
    """Return a plain text as LaTeX: special characters escaped, dashes and quotation marks kept apart."""
    parts = (MarkedText.of(part).bibtex for part in re.split(r"(?<=-)(?=-)|(?<=')(?=')", text))
    return "{}".join(parts).replace("`", "\\textasciigrave{}")


def _word(word: str) -> str:
    """Return a word of a title, in braces if its capitals are its own: `{DETR}`, `{DPM-Solver}`, but `End-to-End`."""
    match = _EDGES.match(word)
    before, core, after = match.groups() if match else ("", word, "")
    if not has_own_capitals(core):
        return _text(word)
    return f"{_text(before)}{{{_text(core)}}}{_text(after)}"


def has_own_capitals(word: str) -> bool:
    """Return whether there is a capital that does not just begin the word or a part of it."""
    pieces = _PARTS.split(word)
    return any(
        any(character.isupper() for character in piece[1:])
        or (piece[:1].isupper() and any(character.isdigit() for character in piece))
        or (len(piece) == 1 and len(pieces) > 1 and piece.isupper())
        for piece in pieces
    )


def _names(authors: Sequence[Author]) -> str:
    """Return a list of names that our reader, and every other, reads as these."""
    wanted = [Author(*map(tidy, (name.family, name.given, name.suffix, name.dropping))) for name in authors]
    wanted = [name for name in wanted if name.family or name.given]
    plain = " and ".join(_name(name, last=name is wanted[-1]) for name in wanted)
    if of_names(read_names(plain).names) == tuple(map(_in_parts, wanted)):
        return plain
    return " and ".join(_name(name, last=name is wanted[-1], braces=True) for name in wanted)


def _in_parts(name: Author) -> Author:
    """Return a name, of which that of a Chinese person is read in parts: `张三`."""
    if name.given or not is_chinese_person(name.family):
        return name
    read = name_in_own_order(name.family)
    return Author(read.family, read.given)


def _name(name: Author, *, last: bool, braces: bool = False) -> str:
    """Return one name: `Family, Given`, `Family, Jr., Given`, or in braces if it has one part."""
    if name == OTHERS and last:
        return "others"
    if not name.given and is_chinese_person(name.family):
        return name.family
    if not name.given or not name.family:
        return f"{{{readable(_text(name.family or name.given))}}}"
    if name.dropping:
        return _extended(name)
    parts = [name.family, name.suffix, name.given] if name.suffix else [name.family, name.given]
    return ", ".join(_part(part, braces=braces) for part in parts)


def _extended(name: Author) -> str:
    """Return a name in BibLaTeX's extended form, which alone tells a particle that is left out from one that is not."""
    values = {"family": name.family, "given": name.given, "prefix": name.dropping, "suffix": name.suffix}
    written = {part: _part(value, braces=False) for part, value in values.items() if value}
    return ", ".join(f"{part}={value}" for part, value in (written | {"useprefix": "false"}).items())


def _part(part: str, *, braces: bool) -> str:
    source = readable(_text(part))
    return f"{{{source}}}" if braces or _AMBIGUOUS.search(part) else source
