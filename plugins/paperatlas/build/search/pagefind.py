"""Pagefind, a program that makes a search index of HTML: what it is given of a record, what is used of its files."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from importlib import import_module
from pathlib import Path
from urllib.parse import unquote

import msgspec

from paperatlas.build.search.records import SearchRecord
from paperatlas.build.search.service import PagefindError, Service, cannot_run, ended, environment
from paperatlas.text.language_tags import web_language

_PACKAGES = ("pagefind_bin_extended", "pagefind_bin")
_COMMANDS = ("pagefind_extended", "pagefind")

_LEFT_OUT = "[data-search-exclude], .headerlink, svg, script, style, template"
"""What is no text of a page; the attribute is the one that Material's search goes by."""

ENTRY = "pagefind-entry.json"
"""What a browser loads first; it names the index of each language by a digest of what is in it."""

_LOADED = ("pagefind.js", ENTRY)
"""What a browser loads, besides these files; Pagefind makes interfaces of its own as well."""
_LOADED_KINDS = (".pf_meta", ".pf_index", ".pf_fragment", ".pf_filter", ".pagefind")

_ID_OF_NO_HEADING = re.compile(r"(<(?!h[1-6]\b)[a-zA-Z][^<>]*?)\sid=(?:\"[^\"]*\"|'[^']*')", re.IGNORECASE)


class Language(msgspec.Struct):
    """The index of a language: a digest of what is in it, the program for its words, and how many pages it has."""

    hash: str
    wasm: str | None
    page_count: int


class IndexEntry(msgspec.Struct):
    """What is in an index, by language."""

    version: str
    languages: dict[str, Language]
    include_characters: list[str]


@dataclass(frozen=True, slots=True)
class Pagefind:
    """An installed Pagefind. One that is not `extended` knows no words of languages that are written without spaces."""

    program: Path

    @property
    def extended(self) -> bool:
        """Return whether it divides Chinese and Japanese into words."""
        return self.program.stem.endswith("extended")

    def version(self) -> str:
        """Return which version it is. Raises `PagefindError` if it does not run."""
        try:
            done = subprocess.run(  # noqa: S603 - the program that was found
                [self.program, "--version"], env=environment(), capture_output=True, check=False
            )
        except OSError as error:
            raise cannot_run(self.program, error) from error
        if done.returncode:
            raise ended(self.program, done.returncode, done.stderr)
        return done.stdout.decode(errors="replace").strip()

    def make_indexes(self, groups: Iterable[Iterable[SearchRecord]]) -> Iterator[tuple[IndexEntry, dict[str, bytes]]]:
        """Yield the index of each group of records: what is in it, and the files of it. Raises `PagefindError`."""
        with Service(self.program) as service:
            for records in groups:
                pages = ((f"/{unquote(record.address)}", _html(record)) for record in records)
                files = service.make_index(pages, _LEFT_OUT)
                loaded = {name: data for name, data in files.items() if name in _LOADED or name.endswith(_LOADED_KINDS)}
                try:
                    yield msgspec.json.decode(loaded.pop(ENTRY), type=IndexEntry), loaded
                except (KeyError, msgspec.MsgspecError) as error:
                    raise PagefindError(f"'{self.program.name}' made an index without an entry") from error


def find_pagefind() -> Pagefind | None:
    """Return the installed Pagefind, from its Python packages or on the path, an extended one first."""
    for package in _PACKAGES:
        try:
            program: object = import_module(package).get_executable()
        except (ImportError, AttributeError, OSError):
            continue
        if isinstance(program, Path) and program.is_file():
            return Pagefind(program)
    return next((Pagefind(Path(found)) for command in _COMMANDS if (found := shutil.which(command))), None)


def language_of(record: SearchRecord) -> str:
    """Return the language of a record as Pagefind names it."""
    return web_language(record.language)


def _html(record: SearchRecord) -> str:
    """Return the page that Pagefind reads for a record. It searches metadata as well, titles first.

    Every page has the same fields, or each index numbers them in a way of its own. An element with an id is taken for
    the target of a link, and cut off from the text before it: "( FastDPM"; only headings are such targets here.
    """
    metadata = "".join(
        f'<i data-pagefind-meta="{name}[data-value]" data-value="{escape(value)}"></i>'
        for name, value in (("title", record.title), ("byline", record.byline))
    )
    body = record.body or f"<p>{escape(record.title)}</p>"  # a page without text is none
    if "id=" in body:
        body = _ID_OF_NO_HEADING.sub(r"\1", body)
    html = f'<html lang="{escape(language_of(record))}"><body>{metadata}{body}</body></html>'
    return html.encode("utf-8", "xmlcharrefreplace").decode()
