"""Writing new addresses into a .bib file: the values that held the old ones, and not one byte more."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from paperatlas.bibliography.model.verbatim import unescape
from paperatlas.bibliography.reader.macros import Macros
from paperatlas.bibliography.reader.read_file import look, read_source
from paperatlas.bibliography.reader.source import source_of
from paperatlas.diagnostics.edits import EditError, apply_edits
from paperatlas.diagnostics.problem import Edit, Span
from paperatlas.upkeep.links.targets import CheckedLink

_UNSAFE = re.compile(r"[\s\x00-\x20\x7f{}\"\\<>]")
"""What ends a value, or cannot stand in an address."""
_ESCAPED = re.compile(r"\\([_%&#$])")


@dataclass(frozen=True, slots=True)
class Change:
    """A new address for a link. `refused` says why it was not written, empty if it was."""

    link: CheckedLink
    new: str
    refused: str = ""

    @property
    def span(self) -> Span:
        """Return where the value stands."""
        return self.link.span


def rewrite(data: bytes, file: str, wanted: Iterable[tuple[CheckedLink, str]]) -> tuple[bytes, list[Change]]:
    """Return the bytes of a file with the addresses of some of its links replaced, and what became of each.

    `wanted` has the links of this file with their new addresses. What is written reads as the same library but for
    these values; where that cannot be proved, nothing is written.
    """
    edits = {pair: edit_of(*pair) for pair in wanted}
    try:
        after, left = apply_edits(data, filter(None, edits.values()))
    except EditError as error:
        return data, [Change(link, new, str(error)) for link, new in edits]
    changes = []
    for (link, new), edit in edits.items():
        reason = "the new address cannot be written in the same form as the old one" if edit is None else ""
        if edit in left:
            reason = "the value consists of several parts, or the file has changed"
        changes.append(Change(link, new, reason))
    expected = {(change.link.key, change.link.field): _safe(change.new) for change in changes if not change.refused}
    if not _differ_only_in(data, after, file, expected):
        reason = "something else in the file might change"
        return data, [Change(change.link, change.new, change.refused or reason) for change in changes]
    return after, changes


def edit_of(link: CheckedLink, new: str) -> Edit | None:
    """Return what writes a new address for a link; None if it cannot be written the way the old one is."""
    value = _value(link.written, new)
    return None if value is None else Edit(link.span.covering(link.written), value, link.written)


def _value(written: str, new: str) -> str | None:
    """Return a new address as it goes between the braces, with the blanks and backslashes that the old one has."""
    address = _safe(new)
    for sign in dict.fromkeys(_ESCAPED.findall(written)):
        address = address.replace(sign, f"\\{sign}")
    stripped = written.strip()
    value = written.replace(stripped, address, 1)
    return value if unescape(value.strip()) == _safe(new) else None


def _safe(address: str) -> str:
    """Return an address without what ends a value."""
    return _UNSAFE.sub(lambda match: quote(match[0]), address)


def _differ_only_in(before: bytes, after: bytes, file: str, new: dict[tuple[str, str], str]) -> bool:
    """Return whether two files read alike but for some values, by citation key and field."""
    old, read_again = _fields(before, file), _fields(after, file)
    if len(old) != len(read_again):
        return False
    changed = set()
    for one, other in zip(old, read_again, strict=True):
        if one != other:
            if one[:3] != other[:3] or unescape(other[3].strip()) != new.get(one[1:3]):
                return False
            changed.add(one[1:3])
    return changed == set(new)


def _fields(data: bytes, file: str) -> list[tuple[str, str, str, str]]:
    """Return every field of every entry: the entry's type and key, the field's name and its raw value."""
    looked = look(source_of(file, data), 0)
    found = read_source(looked, 0, Macros(looked.definitions))
    return [
        (head.type, head.key, field.written_name, field.raw)
        for index, head in enumerate(found.heads)
        for field in found.store.fields_of(index).values()
    ]
