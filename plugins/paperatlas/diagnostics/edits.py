"""Edits of source files: applied to bytes, so that nothing else in them changes."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable

from paperatlas.diagnostics.encodings import mark_of
from paperatlas.diagnostics.problem import Edit

_LINE_END = re.compile(r"\r\n|\r|\n")


class EditError(ValueError):
    """Edits that cannot be applied to a file; the message says why."""


def apply_edits(data: bytes, edits: Iterable[Edit]) -> tuple[bytes, list[Edit]]:
    """Return the bytes of a file after edits of it, and the edits that were left.

    The file is in UTF-8, or in the encoding of its byte order mark. An edit is left if something else stands in its
    place, or another one was made there. Raises `EditError` if the file is in another encoding.
    """
    mark, encoding = mark_of(data)
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        raise EditError(f"the file is not {encoding[:6].upper()}") from error
    if "\0" in text:  # as in UTF-16 without a mark, whose columns are not those of its bytes
        raise EditError("the file holds NUL bytes; save it again as UTF-8")
    starts = [0, *(match.end() for match in _LINE_END.finditer(text)), len(text) + 1]
    parts, at, left = [], 0, []
    last = None
    for edit in sorted(set(edits)):
        start = _offset(starts, edit.span.line, edit.span.column)
        end = _offset(starts, edit.span.end_line, edit.span.end_column)
        stands = _LINE_END.sub("\n", text[start:end])
        if at <= start <= end and start != last and stands.lower() == edit.was.lower():
            parts += [text[at:start], edit.text]
            at, last = end, start
        else:
            left.append(edit)
    return mark + "".join([*parts, text[at:]]).encode(encoding), left


def _offset(starts: list[int], line: int, column: int) -> int:
    """Return the offset of a line and a column; -1 if the text has no such place."""
    if not 1 <= line < len(starts):
        return -1
    offset = starts[line - 1] + column - 1
    return offset if column >= 1 and offset < starts[line] else -1


def difference(before: bytes, after: bytes, file: str, what: str) -> list[str]:
    """Return a change as a unified difference; a byte that is no UTF-8 is shown as its number."""
    old, new = (data.decode(errors="backslashreplace").splitlines(keepends=True) for data in (before, after))
    lines = difflib.unified_diff(old, new, file, f"{file} ({what})")
    return [line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines]
