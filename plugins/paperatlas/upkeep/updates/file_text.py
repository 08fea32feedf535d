"""The text of a .bib file line by line, and one edit that gives an entry of it other fields."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from paperatlas.bibliography import Entry, parse_library
from paperatlas.bibliography.formatter.field_order import rank
from paperatlas.bibliography.model.fields import Field
from paperatlas.diagnostics.encodings import mark_of
from paperatlas.diagnostics.problem import Edit, Span

_LINE_END = re.compile(r"\r\n|\r|\n")
_HEAD = re.compile(r"@[ \t]*([^\s{(@]+)(?=[ \t]*[{(])")
_FIELD = re.compile(r"([ \t]*)([^\s={}\"#,]+)([ \t]*)=([ \t]*)[^\s].*")


@dataclass(frozen=True, slots=True)
class FileText:
    """The lines of a file, and what ends them."""

    lines: tuple[str, ...]
    line_end: str


def file_text(data: bytes) -> FileText | None:
    """Return the text of a file; None if it is in no encoding in which edits can be made."""
    mark, encoding = mark_of(data)
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError:
        return None
    return FileText(tuple(_LINE_END.split(text)), "\r\n" if "\r\n" in text else "\n")


def entry_edit(entry: Entry, text: FileText, fields: Mapping[str, str], type_: str = "") -> Edit | None:
    """Return the edit that gives an entry some fields, as BibTeX source without braces, and perhaps another type.

    A field that is there gets another value, a new one a line of its own at its place in the order, laid out like
    the next, or the last. None unless what comes of it reads as the same entry but for these.
    """
    old = list(text.lines[entry.span.line - 1 : entry.end_line])
    new = _with_fields(entry, old, fields) if len(old) > 1 else None
    if new is not None and type_:
        new = _with_type(entry, new, type_)
    if new is None or not _reads_as(entry, new, fields, type_):
        return None
    return _difference(entry, old, new, text.line_end)


def _with_fields(entry: Entry, old: Sequence[str], fields: Mapping[str, str]) -> list[str] | None:
    """Return the lines of an entry with some fields; None if one of them cannot be written as it should be."""
    first, own = entry.span.line, entry.own_fields
    new: list[str] = list(old)
    above: dict[int, list[str]] = {}
    for name in sorted(fields, key=rank):
        there = own.get(name)
        after = next((field for field in own.values() if rank(field.written_name) > rank(name)), None)
        model = after or max(own.values(), key=lambda field: field.line, default=None)
        if there is not None:
            line = _with_value(new[there.value_line - first], there, fields[name])
        else:
            line = _line_like(old[model.line - first], model, name, fields[name]) if model else None
        if line is None:
            return None
        if there is not None:
            new[there.value_line - first] = line
            continue
        if after is None and not old[-2].rstrip().endswith(","):
            new[-2] = f"{old[-2]},"
        above.setdefault(after.line - first if after else len(old) - 1, []).append(line)
    return [line for at, each in enumerate(new) for line in (*above.get(at, ()), each)]


def _with_type(entry: Entry, lines: Sequence[str], type_: str) -> list[str] | None:
    """Return the lines of an entry with another type; None if it does not stand where the entry begins."""
    head = _HEAD.match(lines[0], entry.span.column - 1)
    if head is None or head[1].lower() != entry.type:
        return None
    return [f"{lines[0][: head.start(1)]}{type_}{lines[0][head.end(1) :]}", *lines[1:]]


def _with_value(line: str, field: Field, value: str) -> str | None:
    """Return a line with another value of a field; None if the value is not in it as it was read."""
    start = field.value_column - 1
    end = start + len(field.raw)
    delimited = line[start - 1 : start] in ("{", '"') and line[end : end + 1] in ("}", '"')
    return f"{line[:start]}{value}{line[end:]}" if delimited and line[start:end] == field.raw else None


def _line_like(line: str, field: Field, name: str, value: str) -> str | None:
    """Return the line of a new field, laid out like that of another; None if that does not begin its line."""
    match = _FIELD.fullmatch(line)
    if match is None or match[2].lower() != field.written_name or match.start(2) != field.column - 1:
        return None
    width = len(match[2]) + len(match[3])
    padded = name if not match[3] else f"{name:<{width}}" if len(name) < width else f"{name} "
    return f"{match[1]}{padded}={match[4]}{{{value}}},"


def _reads_as(entry: Entry, lines: list[str], fields: Mapping[str, str], type_: str) -> bool:
    """Return whether lines read as the entry with these fields and this type, and nothing else."""
    start = entry.span.column - 1
    library, problems = parse_library("\n".join([lines[0][start:], *lines[1:]]).encode(), entry.span.file)
    if len(library.entries) != 1 or any(problem.severity == "error" for problem in problems):
        return False
    found = library.entries[0]
    expected = {name: field.raw for name, field in entry.own_fields.items()} | dict(fields)
    values = {name: field.raw for name, field in found.own_fields.items()}
    return (found.key, found.type, values) == (entry.key, type_ or entry.type, expected)


def _difference(entry: Entry, old: list[str], new: list[str], line_end: str) -> Edit:
    """Return the edit of the lines that differ, and of no others."""
    head = next((at for at, pair in enumerate(zip(old, new, strict=False)) if pair[0] != pair[1]), 0)
    tail = 0
    while old[len(old) - 1 - tail] == new[len(new) - 1 - tail] and tail < len(old) - head:
        tail += 1
    line = entry.span.line + head
    was = "".join(f"{each}\n" for each in old[head : len(old) - tail])
    text = "".join(f"{each}{line_end}" for each in new[head : len(new) - tail])
    end = line + len(old) - tail - head
    return Edit(Span(entry.span.file, line, 1, end, 1), text, was)
