"""Running Pagefind, a program that makes a search index of HTML files."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import unquote

from paperatlas.build.search.records import SearchRecord

_PACKAGES = ("pagefind_bin_extended", "pagefind_bin")
_COMMANDS = ("pagefind_extended", "pagefind")

_LEFT_OUT = "[data-search-exclude], .headerlink, svg, script, style, template"
"""What is no text of a page; the attribute is the one that Material's search goes by."""

ENTRY = "pagefind-entry.json"
"""What a browser loads first; it names the index of each language by a digest of what is in it."""

_NOT_WHOLE = "its index is incomplete; the disk may be full"
_LOADED = {"pagefind.js", ENTRY, "index", "fragment"}
"""What a browser loads, besides the `.pf_meta` and `.pagefind` files; Pagefind writes interfaces of its own as well."""


class PagefindError(Exception):
    """Pagefind has made no index; the message says why."""


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
        return self._run("--version").strip()

    def make_index(self, records: Iterable[SearchRecord], folder: Path) -> None:
        """Write the index of some pages into a folder. Raises `PagefindError`."""
        with TemporaryDirectory(prefix="paperatlas-search-") as pages:
            arguments = ["--site", pages, "--output-path", str(folder), "--exclude-selectors", _LEFT_OUT]
            for record in records:
                path = Path(pages, _file(record.address))
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(_html(record), encoding="utf-8", errors="xmlcharrefreplace")
                if record.address.endswith("index.html") and "--keep-index-url" not in arguments:
                    arguments.append("--keep-index-url")
            self._run(*arguments, cwd=pages)
        for path in folder.iterdir():
            if path.name not in _LOADED and path.suffix not in (".pf_meta", ".pagefind"):
                path.unlink()
        entry = folder / ENTRY
        try:
            languages = json.loads(entry.read_bytes())
        except (OSError, ValueError) as error:
            raise PagefindError(_NOT_WHOLE) from error
        # It says nothing of files that it could not write.
        if any(path.stat().st_size == 0 for path in folder.rglob("*")):
            raise PagefindError(_NOT_WHOLE)
        # Pagefind names the languages in another order each time.
        entry.write_text(json.dumps(languages, sort_keys=True), encoding="utf-8")

    def _run(self, *arguments: str, cwd: str | None = None) -> str:
        """Run it with these arguments alone: neither variables nor a configuration file in `cwd` add to them."""
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
        try:
            done = subprocess.run(  # noqa: S603 - the program that was found, with our own arguments
                [self.program, *arguments], cwd=cwd, env=environment, capture_output=True, check=False
            )
        except OSError as error:
            message = f"'{self.program.name}' cannot be run: {(error.strerror or str(error)).lower()}"
            raise PagefindError(message) from error
        if done.returncode:
            lines = done.stderr.decode(errors="replace").split("\n")
            said = next((line.strip() for line in reversed(lines) if line.strip()), "it said nothing")
            message = f"'{self.program.name}' ended with code {done.returncode}: {said}"
            raise PagefindError(message)
        return done.stdout.decode(errors="replace")


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


def _file(address: str) -> str:
    """Return the file that a web server sends for an address."""
    path = unquote(address)
    return f"{path}index.html" if path.endswith("/") or not path else path


def _html(record: SearchRecord) -> str:
    """Return the page that Pagefind reads for a record. It searches metadata as well, titles first."""
    metadata = "".join(
        f'<i data-pagefind-meta="{name}[data-value]" data-value="{escape(value)}"></i>'
        for name, value in (("title", record.title), ("byline", record.byline))
        if value
    )
    body = record.body or f"<p>{escape(record.title)}</p>"  # a page without text is none
    language = record.language.replace("_", "-").lower()
    return f'<html lang="{escape(language)}"><body>{metadata}{body}</body></html>'
