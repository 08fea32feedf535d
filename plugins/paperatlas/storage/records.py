"""Records that took hours to fetch, kept as JSON that people can read and that outlives a version of the program.

A file is `{"version": 1, "<name>": {"<key>": {…}, …}}`, in the order of its keys. Unlike a `Cache` it has no digest of
the program: a record is believed if it has the type asked for, and one that is damaged is left out by itself.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar

import msgspec

from paperatlas.storage.cache import BROKEN
from paperatlas.storage.files import WriteError, reason_of, replace

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_Record = TypeVar("_Record", bound="DataclassInstance")

_VERSION = 1
"""Of the layout of a file; the types of records may gain fields that have a default."""


def load_records(path: Path, name: str, type_: type[_Record]) -> dict[str, _Record]:
    """Return the records of a type that a file holds under `name`; whatever cannot be trusted is left out."""
    try:
        return _decode(path.read_bytes(), name, type_)
    except OSError:
        return {}


def update_records(
    path: Path, name: str, type_: type[_Record], change: Callable[[dict[str, _Record]], Mapping[str, _Record]]
) -> None:
    """Write a file anew, in one step; `change` makes what it shall hold from what it holds.

    Its folder tells git to leave it alone. Raises `WriteError` if it cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        ignored = path.parent / ".gitignore"
        if not ignored.exists():
            ignored.write_text("*\n", encoding="utf-8")
        before = path.read_bytes() if path.exists() else None
    except OSError as error:
        raise WriteError(f"cannot write the cache '{path}': {reason_of(error)}") from error
    replace(path, _encode(name, change(_decode(before or b"", name, type_))), before)


def _decode(data: bytes, name: str, type_: type[_Record]) -> dict[str, _Record]:
    try:
        parts = msgspec.json.decode(data, type=dict[str, msgspec.Raw])
        msgspec.json.decode(parts["version"], type=Literal[1])
        records = msgspec.json.decode(parts[name], type=dict[str, msgspec.Raw])
    except (KeyError, *BROKEN):
        return {}
    found: dict[str, _Record] = {}
    for key, record in records.items():
        try:
            found[key] = msgspec.json.decode(record, type=type_)
        except BROKEN:
            continue
    return found


def _encode(name: str, records: Mapping[str, DataclassInstance]) -> bytes:
    """Return the text of a file. Half a surrogate pair, which UTF-8 has no form for, becomes a question mark."""
    values = {key: _without_defaults(record) for key, record in sorted(records.items())}
    text = json.dumps({"version": _VERSION, name: values}, ensure_ascii=False, indent=1)
    return f"{text}\n".encode("utf-8", "replace")


def _without_defaults(record: DataclassInstance) -> dict[str, object]:
    values = {field.name: (getattr(record, field.name), field.default) for field in fields(record)}
    return {name: msgspec.to_builtins(value) for name, (value, default) in values.items() if value != default}
