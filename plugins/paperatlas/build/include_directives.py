"""The files that MkDocs' plugin include-markdown puts into pages: `{% include-markdown "part.md" start="…" %}`."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from paperatlas.notes.citations.masking import blank_code

PLUGIN = "include-markdown"
_STRING = r"(?P<{0}>\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*')"
_DIRECTIVE = re.compile(
    rf"\{{%-?\s*include(?:-markdown)?\s+{_STRING.format('path')}(?P<arguments>(?:(?!%\}}).)*)%\}}", re.DOTALL
)
_ARGUMENT = re.compile(rf"\b(?P<name>start|end|exclude)\s*=\s*{_STRING.format('value')}")
_ESCAPED = re.compile(r"\\(.)")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r"}


def files_of_directives(markdown: str, folders: tuple[Path, ...]) -> Iterator[tuple[Path, str, str]]:
    """Yield the files that a text includes, not in its code, each with what begins and ends the part that it takes.

    A path is relative to the first of the folders that it leads to a file from.
    """
    if "{%" not in markdown:
        return
    without_code = blank_code(markdown)
    for match in _DIRECTIVE.finditer(markdown):
        if without_code[match.start()] == "{":
            given = {each["name"]: _unquoted(each["value"]) for each in _ARGUMENT.finditer(match["arguments"])}
            excluded = _files(given["exclude"], folders) if given.get("exclude") else []
            for path in _files(_unquoted(match["path"]), folders):
                if path not in excluded:
                    yield path, given.get("start", ""), given.get("end", "")


def part_between(text: str, start: str, end: str) -> tuple[int, int]:
    """Return from where to where a text is included: behind what begins the part, up to what ends it."""
    begun = text.find(start)
    if begun < 0:
        return 0, 0
    begin = begun + len(start)
    ended = text.find(end, begin) if end else -1
    return begin, len(text) if ended < 0 else ended


def _files(path: str, folders: tuple[Path, ...]) -> list[Path]:
    """Return the files at a path, which may be a pattern; nothing at an address of the web."""
    if "://" in path:
        return []
    for folder in folders:
        file = Path(os.path.normpath(folder / path))  # `..` as the plugin takes it, whatever links there are
        if file.is_file():
            return [file]
        if "*" in path and not Path(path).is_absolute() and (found := sorted(folder.glob(path))):
            return [file for file in found if file.is_file()]
    return []


def _unquoted(text: str) -> str:
    return _ESCAPED.sub(lambda match: _ESCAPES.get(match[1], match[1]), text[1:-1])
