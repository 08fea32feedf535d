r"""Entries as BibLaTeX: what was read, written back so that every reader of BibTeX reads it again.

Readers disagree about damaged or unusual entries, so what one of them would stumble over is mended: braces that
do not balance (BibTeX counts `\{`, bibtexparser does not), signs that TeX takes for its own, a value that ends with a
backslash or holds what looks like an entry, names nobody else would split or that Biber leaves out with their entry,
keys that are taken or hold what Biber ends a key at.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence

from paperatlas.bibliography import Entry, Field, MarkedText, Name
from paperatlas.bibliography.latex.web_markup import may_have_markup, without_markup
from paperatlas.bibliography.model.bibtex_key import bibtex_key
from paperatlas.bibliography.model.dates import read_date
from paperatlas.bibliography.model.fields import ADDRESS_FIELDS, NAME_FIELDS
from paperatlas.bibliography.model.identifiers import doi
from paperatlas.bibliography.model.names import read_names
from paperatlas.bibliography.model.registries import REGISTRY_FIELDS
from paperatlas.formats.bibtex.classic import classic_fields, classic_type, has_name_parts
from paperatlas.formats.bibtex.raw_signs import escape_signs, holds_text
from paperatlas.formats.entry_values import exported, repeats_arxiv
from paperatlas.formats.keys import FreeKeys, numbered, unique_keys
from paperatlas.text.control_characters import without_controls

_POINTERS = ("crossref", "xdata")
_KEYS = frozenset({*_POINTERS, "entryset", "related", "xref"})
NOT_FROM_A_PARENT = frozenset({"keywords"})
"""What an entry inherits by BibLaTeX's rules, but does not have of its own where its parents are not."""

_PLAIN = frozenset({"doi", "eprint", "eprintclass", "eprinttype", "isbn", "issn", *ADDRESS_FIELDS, *REGISTRY_FIELDS})
r"""Identifiers and addresses, which BibLaTeX and its links take as they are: `\_` in one leads nowhere."""

_OPENED = frozenset({"doi", *ADDRESS_FIELDS})
"""What programs open when somebody clicks on it."""

_NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9!$&*+\-./:;<>?\[\]^_`|]")
_LIKE_AN_ENTRY = re.compile(r"^([ \t]*)@(?=\w*[ \t]*[{(])", re.MULTILINE)
_OTHER_LINE_BREAK = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
"""What some readers take for the end of a line, as Python's `splitlines` does."""
_ANY_BRACE = re.compile(r"(?<!\\)(\\*+)([{}])")
_DOLLAR = re.compile(r"(?<!\\)\$")
_BRACE_OR_AND = re.compile(r"\\.|[{}]|\s++(?P<and>and(?=\s))?", re.DOTALL | re.IGNORECASE)
"""Blanks are taken whole, also where no `and` follows: a search from each of them takes quadratic time."""
_EMPTY_PART = re.compile(r"(?:\A|,)\s*,")


def bibtex(entries: Iterable[Entry], known: Callable[[Entry], str] | None = None) -> Iterator[str]:
    """Yield each entry as text, with a blank line before all but the first.

    An entry whose `crossref` or `xdata` parents are among `entries` keeps pointing to them; any other carries
    what it inherits itself. `known` returns an entry as it is written on its own, where that is known: it is the same
    among others if it names none and keeps its key.
    """
    entries = tuple(entries)
    # BibTeX and pybtex take keys for one that differ only in case.
    keys = unique_keys(entries, bibtex_key, str.casefold)
    renamed = {entry.key: key for entry, key in zip(reversed(entries), reversed(keys), strict=True)}
    there = {entry.key for entry in entries}
    for number, (entry, key) in enumerate(zip(entries, keys, strict=True)):
        if known is not None and key == entry.key and all(entry.field(name) is None for name in _KEYS):
            text = known(entry)
        else:
            text = _entry(entry, key, _fields(entry, there), renamed)
        yield ("\n" if number else "") + text


def classic_bibtex(entry: Entry, only: Container[str]) -> str:
    """Return an entry with what it inherits as BibTeX's own styles and BibLaTeX both read it, from some fields."""
    left_out = repeats_arxiv(entry)
    fields: dict[str, str] = {}
    for field in _fields(entry, set()):
        if field.name in only and field.name not in left_out:
            value = _value(entry, field, {}, parts=False)
            if value.strip():
                fields[field.name] = value
    lines = [f"  {name:<12} = {value}," for name, value in classic_fields(entry, fields)]
    return "\n".join([f"@{classic_type(entry, fields)}{{{bibtex_key(entry.key)},", *lines, "}"])


def _entry(entry: Entry, key: str, fields: Iterable[Field], renamed: Mapping[str, str]) -> str:
    left_out = repeats_arxiv(entry)
    # BibLaTeX's type of what appeared in no journal, since the one that is left out was none.
    kind = "online" if "journaltitle" in left_out else re.sub(r"[^A-Za-z]", "", entry.type) or "misc"
    lines = [f"@{kind}{{{key},"]
    names = FreeKeys((), str.lower, numbered)
    for field in fields:
        if field.name in left_out:
            continue
        if field.name in _OPENED and entry.verbatim(field.name) and not exported(entry, field.name):
            continue
        # A year that is no date stays a year: `year = {in press}`.
        date = entry.date if field.name == "date" else None
        name = names.take(_field_name("year" if field.name == "date" and date is None else field.name))
        value = _value(entry, field, renamed)
        if date is not None and not read_date(field.raw)[1]:
            value = date.iso
        if field.name in NAME_FIELDS and not value.strip():
            continue
        lines.append(f"  {name:<12} = {{{value}}},")
    return "\n".join([*lines, "}", ""])


def _value(entry: Entry, field: Field, renamed: Mapping[str, str], *, parts: bool = True) -> str:
    """Return a value as it can stand between braces; without `parts`, names as every BibTeX reads them."""
    value = field.raw
    if field.name in _PLAIN:
        value = _identifier(field.name, entry.verbatim(field.name) or "")
    if field.name in NAME_FIELDS:
        value = _names_value(entry, field, parts=parts)
    if holds_text(field.name):
        if may_have_markup(value):
            value = without_markup(value)
        value = escape_signs(value)
    return readable(_keys_value(value, renamed) if field.name in _KEYS else value)


def _identifier(name: str, value: str) -> str:
    """Return an identifier or address as BibLaTeX wants it: a DOI without its resolver, no LaTeX around signs."""
    return (doi(value) or value) if name == "doi" else value


def _fields(entry: Entry, there: set[str]) -> list[Field]:
    """Return the fields to write: the entry's own if its parents are there too, else also what they gave it."""
    own = list(entry.own_fields.values())
    if not any(field.name in _POINTERS for field in own):
        return own
    inherited = [field for field in entry.fields.values() if field.inherited_from]
    if all(field.inherited_from in there for field in inherited):
        return own
    return [field for field in own if field.name not in _POINTERS] + [
        field for field in inherited if field.name not in NOT_FROM_A_PARENT
    ]


def _field_name(name: str) -> str:
    """Return a name every reader takes for one."""
    plain = _NOT_IN_A_NAME.sub(lambda match: "-" if match[0].isascii() else f"u{ord(match[0]):04x}", name)
    return plain if plain[:1].isalpha() else f"x{plain}"


def _keys_value(value: str, renamed: Mapping[str, str]) -> str:
    """Return a list of citation keys, with those that are written otherwise."""
    keys = [key.strip() for key in value.split(",")]
    if all(renamed.get(key, key) == key for key in keys):
        return value
    return ", ".join(renamed.get(key, key) for key in keys)


def readable(value: str) -> str:
    """Return a value that can stand between braces and ends there for every reader."""
    value = without_controls(_OTHER_LINE_BREAK.sub("\n", value))
    if "@" in value:
        value = _LIKE_AN_ENTRY.sub(r"\1{@}", value)
    if not _is_readable(value):
        value = _balanced(_spelled_out(value))
    return f"{value} " if value.endswith("\\") else value


def _is_readable(value: str) -> bool:
    """Return whether braces balance, for readers that skip a brace behind a backslash and for others."""
    if "{" not in value and "}" not in value:
        return True
    return _is_balanced(value, escapes=True) and _is_balanced(value, escapes=False)


def _is_balanced(value: str, *, escapes: bool) -> bool:
    depth = 0
    for match in _ANY_BRACE.finditer(value):
        if not (escapes and match[1]):
            depth += 1 if match[2] == "{" else -1
            if depth < 0:
                return False
    return depth == 0


def _spelled_out(value: str) -> str:
    """Return the value with escaped braces as commands, and no other brace directly behind a backslash."""
    dollars = [match.start() for match in _DOLLAR.finditer(value)]

    def spell(match: re.Match[str]) -> str:
        slashes, brace = match.groups()
        if len(slashes) % 2 == 0:
            return f"{slashes} {brace}" if slashes else brace
        side = "left" if brace == "{" else "right"
        in_math = bisect_left(dollars, match.start()) % 2
        command = f"\\{side[0]}brace " if in_math else f"\\textbrace{side}{{}}"
        return slashes[:-1] + command

    return _ANY_BRACE.sub(spell, value)


def _balanced(value: str) -> str:
    """Return the value without the braces that have no counterpart."""
    surplus: list[int] = []
    opened: list[int] = []
    for match in _ANY_BRACE.finditer(value):
        position = match.start(2)
        if match[2] == "{":
            opened.append(position)
        elif opened:
            opened.pop()
        else:
            surplus.append(position)
    left_out = {*surplus, *opened}
    return "".join(character for index, character in enumerate(value) if index not in left_out)


def _names_value(entry: Entry, field: Field, *, parts: bool) -> str:
    """Return the names as written if every reader finds the same ones in them, else the names that were read."""
    names = entry.names(field.name)
    as_written = (
        (parts or not has_name_parts(field.name, field.raw))
        and _is_readable(field.raw)
        and _agreed(field.raw, len(names.names) + names.others)
    )
    if as_written and not read_names(field.raw).complaints:
        return field.raw
    return " and ".join([*map(_name, names.names), *(["others"] if names.others else [])])


def _agreed(raw: str, count: int) -> bool:
    """Return whether BibTeX and Biber find `count` names, each of one of BibTeX's three forms."""
    names = [name.strip() for name in _split(raw)]
    return len(names) == count and all(map(_is_read_by_biber, names))


def _split(raw: str) -> list[str]:
    """Return the names between the `and`s that stand in no braces."""
    names = []
    depth = begin = 0
    for match in _BRACE_OR_AND.finditer(raw):
        if match[0] in "{}":
            depth += 1 if match[0] == "{" else -1
        elif depth == 0 and match["and"]:
            names.append(raw[begin : match.start()])
            begin = match.end()
    return [*names, raw[begin:]]


def _is_read_by_biber(name: str) -> bool:
    """Biber counts commas in braces too, and ends at a part of a name that is empty."""
    if name.startswith("{") and name.endswith("}"):
        return True
    return bool(name.strip(" ,")) and name.count(",") <= 2 and not _EMPTY_PART.search(name)


def _name(name: Name) -> str:
    """Return a name as BibTeX writes it; whole, in braces, if Biber does not read its parts."""
    whole = f"{{{MarkedText.of(name.display).bibtex}}}"
    if not name.family or (name.literal and not name.given):
        return whole
    family = name.full_family
    parts: Sequence[str] = [family, name.suffix, name.given] if name.suffix else [family, name.given]
    written = ", ".join(_source(part) for part in parts if part or name.suffix).rstrip(", ")
    return written if _is_read_by_biber(written) else whole


def _source(text: str) -> str:
    """Return a plain text as BibTeX; braces keep an `and` or a comma in it from separating names."""
    source = MarkedText.of(text).bibtex
    return f"{{{source}}}" if re.search(r",|\band\b", source) else source
