"""From an entry as written to an entry as stored: macros replaced, values decoded, flaws reported."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from paperatlas.bibliography import rules
from paperatlas.bibliography.latex.decode import decode, decode_latex, is_plain
from paperatlas.bibliography.latex.decoder import Decoded
from paperatlas.bibliography.latex.escaped_twice import escaped_once
from paperatlas.bibliography.latex.spacing import collapse
from paperatlas.bibliography.model.container import IN_JOURNALS
from paperatlas.bibliography.model.fields import ALIASES, NAME_FIELDS, VERBATIM
from paperatlas.bibliography.model.localised import LOCALISED_FIELDS, localised
from paperatlas.bibliography.model.names import read_names
from paperatlas.bibliography.model.stored import Head, StoredField
from paperatlas.bibliography.reader.checks import check_field_values, join_date
from paperatlas.bibliography.reader.granular import is_granular
from paperatlas.bibliography.reader.leftovers import (
    FOOTNOTE_MARKS,
    footnote_mark,
    has_unknown_command,
    name_leftover,
    text_leftover,
)
from paperatlas.bibliography.reader.parent_links import LINKS
from paperatlas.bibliography.reader.preamble import expanded
from paperatlas.bibliography.reader.split import MACRO, RawEntry, RawField
from paperatlas.bibliography.reader.volume import separate_volume
from paperatlas.diagnostics.problem import Edit, Span
from paperatlas.text.control_characters import without_controls

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from paperatlas.bibliography.model.complaints import SourceBlock
    from paperatlas.bibliography.model.marked_text import Node
    from paperatlas.bibliography.model.name import NameList
    from paperatlas.bibliography.reader.macros import Macros
    from paperatlas.bibliography.reader.preamble import Command
    from paperatlas.diagnostics.problem import Problem

_ODD_KEY = re.compile(r"[\s\"#%'(){}~\\,=]")


_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,6}|#x[0-9a-fA-F]{1,6});")

_PLACEHOLDERS = frozenset({
    "NA", "N/A", "n/a", "NULL", "Null", "null", "None", "nan", "NaN", "undefined", "NA-NA", "NA--NA", "None--None",
    "[object Object]",
})  # fmt: skip
"""What programs write where they have no value: those of R, Python, JavaScript and SQL."""
_LONGER = 1 + max(map(len, _PLACEHOLDERS))
_MAY_BE_CALLED_SO = NAME_FIELDS | {
    "title",
    "shorttitle",
    "keywords",
    "series",
    "journaltitle",
    "booktitle",
    "shortjournal",
}
"""Fields in which such a word may be meant: a film called `None`, a journal called `NA`."""
_TALKS = frozenset({"conference", "inproceedings", "proceedings"})

_NOTES_OF_ZOTERO = "annotation"
"""Zotero writes a field `annote` for each note of a work. It is not published: no matter which one counts."""

_LONGEST = 1_000_000
"""Characters of a value that are read: a thousand abstracts, or an article of a hundred pages three times."""

_MOST_FROM_MACROS = 100_000
"""How many characters of a value may come from macros."""


class Context(NamedTuple):
    """What building the entries of a file shares."""

    macros: Macros
    file_number: int
    problems: list[Problem]
    commands: set[str]
    """The unknown LaTeX commands already reported for this file."""
    used: set[str]
    """The names of the macros that stand in values, in lower case."""
    defined: Mapping[str, Command] = {}
    """The LaTeX commands that the file's own `@preamble` defines."""
    controls: bool = True
    """Whether one of ASCII's signs of control may be in a value."""


def build(raw: RawEntry, block: SourceBlock, context: Context) -> tuple[Head, dict[str, StoredField], bool]:
    """Return the entry a block holds, its fields by name, and whether it wants to inherit from others.

    Its problems go to the context.
    """
    fields: dict[str, StoredField] = {}
    granular: dict[str, StoredField] = {}
    written = [field for field in raw.fields if field.pieces]
    of_event = raw.type in _TALKS and _has_place_of_publisher(written)
    positions = block.positions([(start, pieces[0][1]) for _, start, pieces in written])
    for field, (line, column, value_line, value_column) in zip(written, positions, strict=True):
        written_name, name, kind = _name_and_kind(field[0], of_event)
        (piece, start, end), *more = field[2]
        if piece == MACRO or more or end - start > _LONGEST:
            value, start = _value(field, line, block, context)
        else:
            value = block.text[start:end]
        if "=" in value and is_granular(value):
            granular[name] = StoredField(name, written_name, value, line, column, value_line, value_column, None)
            continue
        # No hash is made of a whole abstract.
        if len(value) < _LONGER and value in _PLACEHOLDERS and _stands_for_nothing(name, value, field, block, context):
            continue
        if name in fields and not _replaces(name, written_name, value, field, block, context, fields):
            continue
        decoded = None if kind == _VERBATIM else _DECODERS[kind](value, start, block, context)
        if ("\\" in value and "backslash" in value) or (
            name == "title" and ("\\" in value or value[-1:] in FOOTNOTE_MARKS)
        ):
            context.problems.extend(_left_over(name, kind, value, start, block))
        fields[name] = StoredField(name, written_name, value, line, column, value_line, value_column, decoded)
    for name in LOCALISED_FIELDS & fields.keys():
        fields[name] = _in_words(fields[name], raw.type)
    context.problems.extend(join_date(fields, block))
    if raw.type in IN_JOURNALS:
        context.problems.extend(separate_volume(fields, block))
    context.problems.extend(check_field_values(fields, block))
    inherits = bool(granular) or not LINKS.isdisjoint(fields)
    fields |= granular
    end_line = block.line + block.text.count("\n", 0, raw.end)
    return Head(_key(raw, block, context), raw.type, block.line, block.column, end_line), fields, inherits


def _key(raw: RawEntry, block: SourceBlock, context: Context) -> str:
    """Return the key of an entry; one without has its type and line for it."""
    key = without_controls(raw.key)
    if not key:
        key = f"{raw.type}-{block.line}"
        context.problems.append(rules.MISSING_KEY.at(block.span(0), type=raw.type, line=block.line))
    elif _ODD_KEY.search(key):
        context.problems.append(rules.ODD_KEY.at(block.span(raw.key_start, len(raw.key)), key=key))
    return key


def _in_words(field: StoredField, entry_type: str) -> StoredField:
    """Return a field, of which a value that stands for words has them: `newseries`."""
    words = localised(field.name, field.raw, entry_type)
    return field if words is field.raw else field._replace(value=(words,))


def _has_place_of_publisher(fields: Iterable[RawField]) -> bool:
    """Return whether `location` is where a conference was: ACM's `address` beside it is the publisher's place."""
    names = {field.name.lower() for field in fields}
    return "address" in names and "venue" not in names


_TEXT, _NAMES, _VERBATIM = range(3)


# Far more names of fields than a library has: one of 10,000 entries that many programs wrote has some dozens.
@lru_cache(maxsize=4096)
def _name_and_kind(name: str, of_event: bool) -> tuple[str, str, int]:
    """Return a field's name in lower case, BibLaTeX's name for it, and how its value is read.

    A location `of_event` is a venue.
    """
    written = name.lower()
    canonical = "venue" if of_event and written == "location" else ALIASES.get(written, written)
    return written, canonical, _NAMES if canonical in NAME_FIELDS else _VERBATIM if canonical in VERBATIM else _TEXT


def _value(field: RawField, line: int, block: SourceBlock, context: Context) -> tuple[str, int]:
    """Return a value that is not read as it stands, and its offset: pieces are joined, macros replaced, excess cut."""
    kind, start, end = field.pieces[0]
    if kind != MACRO and len(field.pieces) == 1:
        long = rules.LONG_VALUE.at(block.span(start), name=field.name, length=end - start, most=_LONGEST)
        context.problems.append(long)
        return block.text[start : start + _LONGEST], start
    order = (context.file_number, block.line + line)
    values = []
    length = 0
    for kind, begin, end in field.pieces:
        value = block.text[begin:end]
        if kind == MACRO:
            context.used.add(value.lower())
            value, complaint = context.macros.value(value, order)
            if complaint is not None:
                context.problems.extend(block.problems([complaint], begin))
            length += len(value)
            if length > _MOST_FROM_MACROS:
                long = rules.LONG_MACRO.at(block.span(begin), "field", name=field.name, most=_MOST_FROM_MACROS)
                context.problems.append(long)
                break
        values.append(value)
    return "".join(values), start


def _text(raw: str, start: int, block: SourceBlock, context: Context) -> tuple[Node, ...] | None:
    """Return a value decoded from LaTeX; None where the value is the text."""
    meant = _expanded(raw, context) if context.defined else raw
    text = collapse(meant, controls=context.controls)
    if meant is raw and is_plain(text):
        if ("#" in raw or ":" in raw) and (left := text_leftover(raw, (text,))) is not None:
            context.problems.extend(block.problems([left], start))
        return () if not text else None if text is raw else (text,)
    decoded = decode_latex(text)
    nodes = decoded.nodes
    if decoded.flawed:
        _report_latex(decoded, raw, start, block, context)
    if "&" in raw and (entity := _ENTITY.search(raw)) is not None:
        span = block.span(start + entity.start(), len(entity[0]))
        edit = Edit(span, "\\&", entity[0]) if entity[0] == "&amp;" else None
        context.problems.append(rules.HTML_ENTITY.at(span, entity=entity[0]).mended_by(edit))
    if ("\\" in raw or "<" in raw or "#" in raw or "&" in raw or ":" in raw) and (
        left := text_leftover(raw, nodes)
    ) is not None:
        context.problems.extend(block.problems([left], start))
    return None if nodes == (raw,) else nodes


def _names(raw: str, start: int, block: SourceBlock, context: Context) -> NameList:
    """Return the names in a value."""
    names, complaints = read_names(_expanded(raw, context))
    if complaints:
        context.problems.extend(block.problems(complaints, start))
    if ("\\" in raw or "$" in raw) and has_unknown_command(raw):
        decoded = decode(_expanded(raw, context))
        if decoded.flawed:
            _report_latex(decoded, raw, start, block, context)
    if ("\\" in raw or "^" in raw or "<" in raw) and (left := name_leftover(raw, _shown(names))) is not None:
        context.problems.extend(block.problems([left], start))
    return names


_DECODERS = (_text, _names)


def _stands_for_nothing(name: str, value: str, field: RawField, block: SourceBlock, context: Context) -> bool:
    """Return whether a value is what a program writes for none, and report it."""
    if name in _MAY_BE_CALLED_SO:
        return False
    span = block.span(field.pieces[0][1], len(value))
    context.problems.append(rules.PLACEHOLDER.at(span, text=value, name=field.name.lower()))
    return True


def _left_over(name: str, kind: int, value: str, start: int, block: SourceBlock) -> Iterable[Problem]:
    """Yield what a program or a careless paste left in a value: LaTeX that is escaped twice, footnotes of titles."""
    if name == "title" and (mark := footnote_mark(value)) is not None:
        yield from block.problems([mark], start)
    if kind == _VERBATIM or "backslash" not in value or (meant := escaped_once(value)) == value:
        return
    span = block.span(start, len(value))
    edit = Edit(span, meant, value) if "\n" not in value and value in block.text else None
    yield rules.ESCAPED_TWICE.at(span, name=name).mended_by(edit)


def _expanded(raw: str, context: Context) -> str:
    """Return a value with the commands of the file's own replaced."""
    return expanded(raw, context.defined) if context.defined and "\\" in raw else raw


def _shown(names: NameList) -> str:
    """Return a list of names as it is shown."""
    return "; ".join([name.display for name in names.names])


def _replaces(
    name: str,
    written: str,
    value: str,
    field: RawField,
    block: SourceBlock,
    context: Context,
    fields: dict[str, StoredField],
) -> bool:
    """Report a field the entry has already; whether the new one counts: BibLaTeX's name does, else the first.

    ScienceDirect writes one field for each keyword, of which all count.
    """
    other = fields[name]
    if name == "keywords":
        fields[name] = other._replace(raw=f"{other.raw}, {value}")
        return False
    first = Span(block.file, block.line + other.line, other.column).covering(other.written_name)
    if written == other.written_name and name == _NOTES_OF_ZOTERO:
        return False
    if written == other.written_name:
        problem = rules.DUPLICATE_FIELD.at(block.span(field.start, len(field.name)), name=written).beside(first)
        context.problems.append(problem)
    elif value != other.raw and not (name in VERBATIM and collapse(value).lower() == collapse(other.raw).lower()):
        names = {"name": written, "other": other.written_name, "standard": name}
        problem = rules.ALIAS_CONFLICT.at(block.span(field.start, len(field.name)), **names).beside(first)
        context.problems.append(problem)
    return written == name != other.written_name


def _report_latex(decoded: Decoded, raw: str, start: int, block: SourceBlock, context: Context) -> None:
    """Report what LaTeX decoding stumbled over."""
    problems = context.problems
    for command in decoded.unknown:
        if command not in context.commands:
            context.commands.add(command)
            span = block.span(start + max(0, raw.find(f"\\{command}")))
            problems.append(rules.UNKNOWN_COMMAND.at(span, command=command))
    if decoded.open_math:
        problems.append(rules.UNBALANCED_MATH.at(block.span(start + max(0, raw.rfind("$")))))
    if decoded.open_braces:
        problems.append(rules.UNBALANCED_BRACES.at(block.span(start)))
