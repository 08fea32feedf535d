"""The text of a .bib file line by line, and one edit that gives an entry of it other fields."""

from __future__ import annotations

import re
from collections.abc import Mapping
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
    first = entry.span.line
    old = list(text.lines[first - 1 : entry.end_line])
    if len(old) < 2:
        return None
    new: list[str | None] = list(old)
    above: dict[int, list[str]] = {}
    own = entry.own_fields
    for name in sorted(fields, key=rank):
        if (there := own.get(name)) is not None:
            at = there.value_line - first
            changed = _with_value(new[at] or "", there, fields[name])
            if changed is None:
                return None
            new[at] = changed
            continue
        after = next((field for field in own.values() if rank(field.written_name) > rank(name)), None)
        model = after or max(own.values(), key=lambda field: field.line, default=None)
        line = None if model is None else _line_like(old[model.line - first], model, name, fields[name])
        if line is None:
            return None
        if after is None and not old[-2].rstrip().endswith(","):
            new[-2] = f"{old[-2]},"
        above.setdefault(after.line - first if after else len(old) - 1, []).append(line)
    if type_:
        head = _HEAD.match(old[0], entry.span.column - 1)
        if head is None or head[1].lower() != entry.type:
            return None
        new[0] = f"{old[0][: head.start(1)]}{type_}{old[0][head.end(1) :]}"
    after_edit = [line for at, each in enumerate(new) for line in (*above.get(at, ()), each or "")]
    if not _reads_as(entry, after_edit, fields, type_):
        return None
    return _difference(entry, old, after_edit, text.line_end)


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
