"""A search index for a site that is opened from a disk, from which browsers run scripts and fetch nothing.

It is a script for each language, loaded when a reader begins to search; `search-script.js` searches it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

from paperatlas.build.search.records import SearchRecord
from paperatlas.storage.files import write_output
from paperatlas.text.compact_json import compact_json
from paperatlas.text.language_tags import web_language

FOLDER = "search"

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track"})
_UNREAD = frozenset({"script", "style", "svg", "template", "noscript"})
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "cite",
        "code",
        "del",
        "em",
        "i",
        "ins",
        "kbd",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "u",
        "var",
    ]
)
"""Elements that divide no words: in Chinese, a space would be one too many."""

TextSection = tuple[str, str, str]
"""A part of a page: the id of its heading and the heading, both empty before the first one, and its text."""


def index_files(languages: Iterable[str]) -> dict[str, str]:
    """Return the file of the index of each language, by its name in browsers."""
    return {language: f"{FOLDER}/{language}.js" for language in map(web_language, languages)}


def write_script_index(records: Collection[SearchRecord], site: Path) -> None:
    """Write the index of all pages into the folder of a site. Raises `WriteError`."""
    pages: dict[str, list[object]] = {}
    for record in sorted(records, key=lambda record: record.address):
        shown = [unquote(record.address), record.title, record.byline, text_sections(record.body)]
        page = [*shown, record.kind_code, record.names_text]
        pages.setdefault(web_language(record.language), []).append(page)
    for language, path in index_files(pages).items():
        write_output(str(site / path), _script(language, pages[language]).encode())


def _script(language: str, pages: list[object]) -> str:
    name, data = (compact_json(value) for value in (language, pages))
    return f"((window.paperatlas ??= {{}}).searchPages ??= {{}})[{name}] = {data};\n"


def text_sections(html: str) -> list[TextSection]:
    """Return the sections of a page, each with its text; what has `data-search-exclude` is in none."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.sections()


class _Reader(HTMLParser):
    """The sections so far, and how deep inside something that is not read the reader is."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._found: list[tuple[str, list[str], list[str]]] = [("", [], [])]
        self._open: list[str] = []
        self._unread = 0
        self._heading = ""

    def sections(self) -> list[TextSection]:
        """Return the sections that have a text or a heading."""
        read = [(name, _joined(heading), _joined(text)) for name, heading, text in self._found]
        return [section for section in read if any(section)]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Enter an element."""
        if tag not in _INLINE:
            self._add(" ")
        if tag in _VOID:
            return
        attributes: Mapping[str, str | None] = dict(attrs)
        self._open.append(tag)
        if self._unread or _is_unread(tag, attributes):
            self._unread += 1
        elif tag == "h1" or (tag in _HEADINGS and attributes.get("id")):
            self._heading = tag
            if tag != "h1":
                self._found.append((attributes["id"] or "", [], []))

    def handle_endtag(self, tag: str) -> None:
        """Leave an element, and those inside it that nobody has closed."""
        if tag not in _INLINE:
            self._add(" ")
        while tag in self._open:
            left = self._open.pop()
            self._unread -= bool(self._unread)
            if left == self._heading:
                self._heading = ""
            if left == tag:
                break

    def handle_data(self, data: str) -> None:
        """Read a text."""
        self._add(data)

    def _add(self, text: str) -> None:
        if self._unread:
            return
        _, heading, body = self._found[-1]
        if self._heading != "h1":  # the title of the page, which is known
            (heading if self._heading else body).append(text)


def _is_unread(tag: str, attributes: Mapping[str, str | None]) -> bool:
    return tag in _UNREAD or "data-search-exclude" in attributes or attributes.get("class") == "headerlink"


def _joined(texts: Iterable[str]) -> str:
    return " ".join("".join(texts).split())
