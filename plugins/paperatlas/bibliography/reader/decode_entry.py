"""From an entry as written to an entry as stored: macros replaced, values decoded, flaws reported."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from paperatlas.bibliography import rules
from paperatlas.bibliography.latex.decode import decode
from paperatlas.bibliography.latex.decoder import Decoded
from paperatlas.bibliography.model.fields import ALIASES, NAMES, VERBATIM
from paperatlas.bibliography.model.names import read_names
from paperatlas.bibliography.model.stored import Head, StoredField, StoredLink
from paperatlas.bibliography.reader.checks import check, join_date
from paperatlas.bibliography.reader.split import MACRO, RawEntry, RawField

if TYPE_CHECKING:
    from paperatlas.bibliography.model.complaints import Block
    from paperatlas.bibliography.model.marked_text import Node
    from paperatlas.bibliography.model.name import NameList
    from paperatlas.bibliography.reader.macros import Macros
    from paperatlas.diagnostics.problem import Problem

_ODD_KEY = re.compile(r"[\s\"#%'(){}~\\,=]")


_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,6}|#x[0-9a-fA-F]{1,6});")

_MOST_FROM_MACROS = 100_000
"""How many characters of a value may come from macros."""


class Context(NamedTuple):
    """What building the entries of a file shares."""

    macros: Macros
    file_number: int
    problems: list[Problem]
    commands: set[str]
    """The unknown LaTeX commands already reported for this file."""


def build(raw: RawEntry, block: Block, context: Context) -> tuple[Head, tuple[StoredField, ...]]:
    """The entry a block holds; its problems go to the context."""
    key = raw.key
    if not key:
        key = f"{raw.type}-{block.line}"
        message = f"The entry has no citation key; it is read as {key}."
        context.problems.append(rules.MISSING_KEY.at(block.place(0), message, "Write a key after the opening brace."))
    elif _ODD_KEY.search(key):
        message = f"The citation key “{key}” holds a character that keys may not hold."
        hint = "Use letters, digits and the signs - _ : . + / only."
        context.problems.append(rules.ODD_KEY.at(block.place(raw.key_start), message, hint))
    fields: dict[str, StoredField] = {}
    written = [field for field in raw.fields if field.pieces]
    positions = iter(block.positions([offset for field in written for offset in (field[1], field[2][0][1])]))
    for field, position, value_position in zip(written, positions, positions, strict=True):
        written_name, name, kind = _name_and_kind(field.name)
        value, start = _value(field, position[0], block, context)
        if name in fields and not _replaces(name, written_name, value, field, block, context, fields):
            continue
        decoded: tuple[Node, ...] | NameList | None = None
        if kind == _TEXT:
            decoded = _text(value, start, block, context)
        elif kind == _NAMES:
            decoded, complaints = read_names(value)
            if complaints:
                context.problems.extend(block.problems(complaints, start))
        fields[name] = StoredField(name, written_name, value, *position, *value_position, decoded)
    context.problems.extend(join_date(fields, block))
    context.problems.extend(check(fields, block))
    end_line = block.line + block.text.count("\n", 0, raw.end)
    return Head(key, raw.type, block.line, block.column, end_line), tuple(fields.values())


LINKS = frozenset({"crossref", "xdata", "ids"})
"""The fields that tie entries together: `ids` gives further keys by which others may name the entry."""


def links_of(index: int, head: Head, fields: tuple[StoredField, ...]) -> list[StoredLink]:
    """What an entry wants to inherit from."""
    links = []
    for field in fields:
        if field.name not in LINKS:
            continue
        keys = [field.raw] if field.name == "crossref" else field.raw.split(",")
        line = head.line + field.value_line
        links += [StoredLink(index, field.name, key.strip(), line, field.value_column) for key in keys if key.strip()]
    return links


_TEXT, _NAMES, _VERBATIM = range(3)


@lru_cache(maxsize=4096)
def _name_and_kind(name: str) -> tuple[str, str, int]:
    """A field's name in lower case, BibLaTeX's name for it, and how its value is read."""
    written = name.lower()
    canonical = ALIASES.get(written, written)
    return written, canonical, _NAMES if canonical in NAMES else _VERBATIM if canonical in VERBATIM else _TEXT


def _value(field: RawField, line: int, block: Block, context: Context) -> tuple[str, int]:
    """A field's value with its pieces joined and its macros replaced, and the offset where it begins."""
    kind, start, end = field.pieces[0]
    if kind != MACRO and len(field.pieces) == 1:
        return block.text[start:end], start
    order = (context.file_number, block.line + line)
    values = []
    length = 0
    for kind, begin, end in field.pieces:
        value = block.text[begin:end]
        if kind == MACRO:
            value, complaint = context.macros.value(value, order)
            if complaint is not None:
                context.problems.extend(block.problems([complaint], begin))
            length += len(value)
            if length > _MOST_FROM_MACROS:
                message = f"The macros in {field.name} stand for more than {_MOST_FROM_MACROS} characters."
                context.problems.append(rules.LONG_MACRO.at(block.place(begin), message, "Use fewer of them."))
                break
        values.append(value)
    return "".join(values), start


def _text(raw: str, start: int, block: Block, context: Context) -> tuple[Node, ...] | None:
    """A value decoded from LaTeX; None where the value is the text."""
    decoded = decode(raw)
    if decoded.flawed:
        _report_latex(decoded, raw, start, block, context)
    if "&" in raw and (entity := _ENTITY.search(raw)) is not None:
        place = block.place(start + entity.start())
        message = f"“{entity[0]}” is HTML."
        context.problems.append(rules.HTML_ENTITY.at(place, message, "Write the character itself."))
    nodes = decoded.nodes
    return None if len(nodes) == 1 and nodes[0] is raw else nodes


def _replaces(
    name: str,
    written: str,
    value: str,
    field: RawField,
    block: Block,
    context: Context,
    fields: dict[str, StoredField],
) -> bool:
    """Report a field the entry has already; whether the new one counts: BibLaTeX's name does, else the first."""
    other = fields[name]
    if written == other.written_name:
        message = f"The entry has the field {written} twice; the first one counts."
        problem = rules.DUPLICATE_FIELD.at(block.place(field.start), message, "Remove one of them.")
        context.problems.append(problem)
    elif value != other.raw:
        message = f"{written} and {other.written_name} are two names for the same field."
        problem = rules.ALIAS_CONFLICT.at(block.place(field.start), message, f"Keep {name} alone.")
        context.problems.append(problem)
    return written == name != other.written_name


def _report_latex(decoded: Decoded, raw: str, start: int, block: Block, context: Context) -> None:
    """Report what LaTeX decoding stumbled over."""
    problems = context.problems
    for command in decoded.unknown:
        if command not in context.commands:
            context.commands.add(command)
            place = block.place(start + max(0, raw.find(f"\\{command}")))
            message = f"PaperAtlas does not know the LaTeX command \\{command}; the text of its argument is kept."
            problems.append(rules.UNKNOWN_COMMAND.at(place, message, "Write the character itself, or remove it."))
    if decoded.open_math:
        place = block.place(start + max(0, raw.rfind("$")))
        message = "A “$” opens a formula that nothing closes."
        problems.append(rules.UNBALANCED_MATH.at(place, message, "Write \\$ for a dollar sign."))
    if decoded.open_braces:
        message = "The braces inside this value do not balance."
        problems.append(rules.UNBALANCED_BRACES.at(block.place(start), message, "Add or remove a brace."))
