"""Markdown that is not converted again while all that Python-Markdown and MkDocs make a page's HTML from is the same.

That is its text, the extensions with their options, the page's address, and what its links resolve to. Of each link
MkDocs asks the files of the site whether the target is there: what it asked, and was answered, is kept with the HTML.
A page of which something was said in the log is converted in every build, so that it is said in every build.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents, get_toc

from paperatlas.hosts.long_texts import LONG_TEXTS
from paperatlas.hosts.mkdocs.host import HOST_VERSION
from paperatlas.hosts.mkdocs.page_cache.values import UnknownValueError, Values
from paperatlas.storage.cache import key_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_BUILT_IN = (
    *("abbr", "admonition", "attr_list", "codehilite", "def_list", "extra", "fenced_code", "footnotes", "legacy_attrs"),
    *("legacy_em", "md_in_html", "meta", "nl2br", "sane_lists", "smarty", "tables", "toc"),
)
_PYMDOWNX = (
    *("arithmatex", "betterem", "bracketspan", "caret", "critic", "details", "emoji", "escapeall", "extra"),
    *("fancylists", "highlight", "inlinehilite", "keys", "magiclink", "mark", "progressbar", "quotes", "saneheaders"),
    *("smartsymbols", "striphtml", "superfences", "tabbed", "tasklist", "tilde"),
    *("blocks.admonition", "blocks.caption", "blocks.definition", "blocks.details", "blocks.html", "blocks.tab"),
)
_TEXT_ALONE = frozenset(
    [
        LONG_TEXTS,
        *_BUILT_IN,
        *(f"markdown.extensions.{name}" for name in _BUILT_IN),
        *(f"pymdownx.{name}" for name in _PYMDOWNX),
    ]
)
"""The extensions that make of a text always the same: `pymdownx.snippets`, for one, reads other files."""

_READS_FILES = "custom_icons"
"""The option of Material's emoji, among those of `pymdownx.emoji`, that names folders."""

_VALUES = Values(("markdown", "pymdownx", "material.extensions.emoji"))


class TocEntry(NamedTuple):
    """A heading in a table of contents."""

    title: str
    id: str
    level: int
    children: tuple[TocEntry, ...]


class FoundTarget(NamedTuple):
    """What MkDocs found where a link leads."""

    url: str
    inclusion: str


@dataclass(frozen=True, slots=True)
class Converted:
    """A page as MkDocs converted it, and what that depended on.

    `targets` are the files that its links were looked for, by path, `links_to_anchors` the links to places in files by
    one of these paths; the page itself has the empty one.
    """

    key: bytes
    targets: dict[str, FoundTarget | None]
    content: str
    toc: tuple[TocEntry, ...]
    title: str | None
    anchors: frozenset[str]
    links_to_anchors: tuple[tuple[str, dict[str, str]], ...] | None


def convert(page: Page, config: MkDocsConfig, files: Files, earlier: Converted | None) -> Converted | None:
    """Convert a page, unless `earlier` has what it is converted to; return what to keep for the next build.

    Raises `UnknownValueError` before it does, if it cannot be known what the conversion depends on.
    """
    key = _key(page, config)
    if earlier is not None and earlier.key == key and _are_same(earlier.targets, files):
        _restore(page, earlier, files)
        return earlier
    asked = _AskedFiles(files)
    with _logged() as messages:
        Page.render(page, config, cast("Files", asked))
    return None if messages or asked.otherwise else _converted(page, key, asked)


def _key(page: Page, config: MkDocsConfig) -> bytes:
    if unknown := unknown_extension(config):
        raise UnknownValueError(unknown)
    parts = [
        versions(),
        page.markdown,
        page.file.src_uri,
        page.file.url,
        page.file.inclusion.name,
        config.use_directory_urls,
        _VALUES.describe(config.validation),
        _VALUES.describe(config.markdown_extensions),
        _VALUES.describe(config.mdx_configs or {}),
        logging.getLogger(Page.__module__).getEffectiveLevel(),
    ]
    return hashlib.sha256(key_of(parts)).digest()


def unknown_extension(config: MkDocsConfig) -> str | None:
    """Return what may make of a text something else in the next build: an extension, or a function in its options."""
    options: Mapping[str, Any] = config.mdx_configs or {}
    for extension in config.markdown_extensions:
        if extension not in _TEXT_ALONE or _READS_FILES in _inner_options(options.get(extension)):
            return str(extension)
    try:
        _VALUES.describe(options)
    except UnknownValueError as unknown:
        return str(unknown)
    return None


def _inner_options(options: Mapping[str, Any] | None) -> Mapping[str, Any]:
    return (options or {}).get("options") or {}


@lru_cache(maxsize=1)
def versions() -> list[str]:
    """Return the versions of what the extensions are part of, once in a process: the code that runs stays the same."""
    return [HOST_VERSION, *map(version_of, ("Markdown", "pymdown-extensions", "Pygments", "mkdocs-material"))]


def version_of(distribution: str) -> str:
    """Return the version of a distribution; empty if it is not installed."""
    try:
        return version(distribution)
    except PackageNotFoundError:
        return ""


@dataclass(slots=True)
class _AskedFiles:
    """The files of a site, and what was asked of them; `otherwise` than for the target of a link, it is not known."""

    files: Files
    found: dict[str, File | None] = field(default_factory=dict)
    otherwise: bool = False

    def get_file_from_path(self, path: str) -> File | None:
        """Return the file at a path, as MkDocs asks for the target of a link."""
        self.found[path] = self.files.get_file_from_path(path)
        return self.found[path]

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever `Files` has
        self.otherwise = True
        return getattr(self.files, name)


@contextmanager
def _logged() -> Iterator[list[str]]:
    """Collect the name of the logger of each message, whichever handlers it has."""
    factory = logging.getLogRecordFactory()
    messages: list[str] = []

    def record(name: str, *args: Any, **values: Any) -> logging.LogRecord:  # noqa: ANN401
        messages.append(name)
        return factory(name, *args, **values)

    logging.setLogRecordFactory(record)
    try:
        yield messages
    finally:
        logging.setLogRecordFactory(factory)


def _are_same(targets: Mapping[str, FoundTarget | None], files: Files) -> bool:
    return all(_target(files.get_file_from_path(path)) == target for path, target in targets.items())


def _target(file: File | None) -> FoundTarget | None:
    return None if file is None else FoundTarget(file.url, file.inclusion.name)


def _converted(page: Page, key: bytes, asked: _AskedFiles) -> Converted:
    paths = {id(file): path for path, file in asked.found.items()} | {id(page.file): ""}
    links = page.links_to_anchors
    return Converted(
        key=key,
        targets={path: _target(file) for path, file in asked.found.items()},
        content=page.content or "",
        toc=toc_entries(page),
        title=page._title_from_render,  # noqa: SLF001 - where MkDocs itself keeps it for `page.title`
        anchors=frozenset(page.present_anchor_ids or ()),
        links_to_anchors=None if links is None else tuple((paths[id(file)], found) for file, found in links.items()),
    )


def _restore(page: Page, converted: Converted, files: Files) -> None:
    page.content = converted.content
    page.toc = _table_of_contents(converted.toc)
    page._title_from_render = converted.title  # noqa: SLF001
    page.present_anchor_ids = set(converted.anchors)
    if converted.links_to_anchors is not None:
        page.links_to_anchors = {
            file: dict(found)
            for path, found in converted.links_to_anchors
            if (file := files.get_file_from_path(path) if path else page.file)
        }


def _table_of_contents(entries: tuple[TocEntry, ...]) -> TableOfContents:
    """Return a table of contents in MkDocs' terms."""
    return get_toc([_toc_token(entry) for entry in entries])


def toc_entries(page: Page) -> tuple[TocEntry, ...]:
    """Return the table of contents of a page."""
    return tuple(map(_toc_entry, page.toc))


def _toc_token(entry: TocEntry) -> Any:  # noqa: ANN401 - a type of MkDocs that has no public name
    return {"name": entry.title, "id": entry.id, "level": entry.level, "children": [*map(_toc_token, entry.children)]}


def _toc_entry(link: AnchorLink) -> TocEntry:
    return TocEntry(link.title, link.id, link.level, tuple(map(_toc_entry, link.children)))
