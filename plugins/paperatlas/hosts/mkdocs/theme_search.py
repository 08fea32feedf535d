"""The search of the theme: what it knows of pages, and its index for each language.

Generated pages are in the index by their records, not by their HTML: what a reader looks for, and none of the tables
and headings that all of them share. A site of several languages has an index for each, complete and alone, beside the
one that the search plugin writes; a script has Material load it when search is used.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from paperatlas.atlas.addresses import page_address
from paperatlas.build.languages import Languages
from paperatlas.build.search.records import Kind, direction_names, generated_records, note_language, page_url
from paperatlas.build.site_parts.search_index import SEARCH_INDEX
from paperatlas.hosts.mkdocs.search_index import SearchIndex, search_index_of
from paperatlas.hosts.mkdocs.serving import Turn
from paperatlas.pages import Site
from paperatlas.storage.files import write_output

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

Entries = list[dict[str, Any]]

_SCRIPT = "assets/theme-search.js"
_NAMES_BOOST = 3e3
"""How much more a word counts in a direction's names than in a text; Material has a thousand for a word of a title, and
a direction is to be found before the papers whose titles have a word of its name."""


@dataclass(slots=True)
class ThemeSearch:
    """The entries of a site's languages so far, or what makes them, while a site is built."""

    _found: dict[str, tuple[SearchIndex, Callable[[Turn], Entries]]] = field(default_factory=dict)

    def start(self) -> None:
        """Begin a new build of a site."""
        self._found.clear()

    def collect(
        self,
        config: MkDocsConfig,
        site: Site,
        generated: Collection[str],
        order: Mapping[str, int],
        others: Callable[[Turn], Entries] | None = None,
    ) -> bool:
        """Take what is found in the language that was built; return False if the site's search takes no records.

        `generated` are the addresses of the generated pages; `order` is the number of every page by its address, by
        which the indexes of parts are joined. The entries of hand-written pages are in the index now, unless `others`
        makes them when the index is written.
        """
        index = search_index_of(config)
        if index is None or not index.takes_texts:
            return False
        read = index.with_entries(index.entries)

        def make(turn: Turn) -> Entries:
            entries = theme_entries(index.with_entries(others(turn)) if others else read, site, generated)
            return sorted(entries, key=lambda entry: order.get(page_of(entry), len(order)))

        self._found[site.language] = index, make
        return True

    def add_generated(self, language: str, turn: Turn = nullcontext) -> None:
        """Put the entries of a language into the index of the search plugin, before that writes it."""
        index, make = self._found[language]
        entries = index.entries[:] = make(turn)
        self._found[language] = index, lambda _: entries
        _show_kinds(index, entries)

    def write(self, config: MkDocsConfig, languages: Languages) -> None:
        """Write the index of each language, if there are several, when everything else is written."""
        if not languages.several or self._found.keys() < set(languages.every):
            return
        for language, (index, make) in self._found.items():
            if index.has_sections:
                write_output(
                    str(Path(config.site_dir, index_of_language(language))), _as_json(index, make(nullcontext))
                )

    def write_all(self, config: MkDocsConfig, languages: Languages, turn: Turn) -> None:
        """Write the index of the search plugin as well: what a build under `mkdocs serve` has left."""
        whole: Entries = []
        for language in self._found:
            self.add_generated(language, turn)
            whole += self._found[language][1](turn)
        i18n: Any = config.plugins.get("i18n")
        if i18n is not None and i18n.config.reconfigure_search:
            i18n.reconfigure_search_duplicates(whole)
        plugin: Any = next(plugin for plugin in config.plugins.values() if hasattr(plugin, "search_index"))
        with turn():
            SearchIndex.of(plugin).entries[:] = whole
            plugin.on_post_build(config=config)
            self.write(config, languages)


def load_on_demand(config: MkDocsConfig, languages: Languages) -> None:
    """Have Material load the index when search is used, and that of the page's language."""
    index = search_index_of(config)
    if index is None or not index.has_sections:
        return
    others = [language for language in languages.every if language != languages.first]
    script = f"{_SCRIPT}?languages={','.join([languages.first, *others])}" if others else _SCRIPT
    # Scripts that Material runs before its own; they are there for what a browser may lack.
    scripts = [each for each in config.extra.get("polyfills") or () if not str(each).startswith(_SCRIPT)]
    config.extra["polyfills"] = [*scripts, script]


def index_of_language(language: str) -> Path:
    """Return where the index of a language is in a site."""
    return SEARCH_INDEX.with_name(f"{language}.json")


def theme_entries(index: SearchIndex, site: Site, generated: Collection[str]) -> Entries:
    """Return the entries of a language: those of hand-written pages as they were read, then those of records."""
    directions = {
        page_url(site, direction.address): direction_names(site, direction)
        for direction in site.atlas.directions.values()
    }
    foreign = {
        page_url(site, page_address(document.source)): language
        for document in site.atlas.documents
        if (language := note_language(site, document.source))
    }
    written = [entry for entry in index.entries if page_of(entry) not in generated]
    entries: Entries = []
    for entry in written:
        names, language = directions.get(page_of(entry), ()), foreign.get(page_of(entry), "")
        is_page = "#" not in str(entry["location"])
        found = _described(index, site, entry, "direction" if names else "page", names) if is_page else entry
        entries.append(_in_language(index, found, language))
    for record in generated_records(site, site.language):
        if record.address in generated:
            text = record.body or f"<p>{escape(record.byline)}</p>"
            entry = index.text_entry(record.address, record.title, text)
            found = _described(index, site, entry, record.kind, record.names)
            entries.append(_in_language(index, found, record.title_language))
    return entries


def page_of(entry: dict[str, Any]) -> str:
    """Return the address of the page that an entry is found on."""
    return str(entry["location"]).partition("#")[0].removeprefix("./")


def _in_language(index: SearchIndex, entry: dict[str, Any], language: str) -> dict[str, Any]:
    """Return an entry whose title is in a language that is not the page's; empty for one that is in that."""
    return {**entry, "lang": language} if language and index.has_sections else entry


def _described(
    index: SearchIndex, site: Site, entry: dict[str, Any], kind: Kind, names: Sequence[str] = ()
) -> dict[str, Any]:
    """Return an entry that says what it is, and is found by names, as far as the theme's search knows of such."""
    if not index.has_sections:
        return entry
    described = entry | {"tags": [site.messages.search.kinds[kind], *entry.get("tags", ())]}
    if names:
        described |= {"kind": kind, "exact": [name.lower() for name in names]}
    if kind == "direction":
        described["names"] = index.text_entry("", "", " · ".join(names))["text"]
    return described


def _show_kinds(index: SearchIndex, entries: Entries) -> None:
    """Have names searched, and kinds, which Material shows as tags, not: else "paper" would find every paper.

    On a site whose pages have tags of their own these are still found, and kinds with them.
    """
    if not index.has_sections:
        return
    fields = dict(index.index.config["fields"])
    if all(len(entry.get("tags", ())) <= 1 for entry in entries):
        fields.pop("tags", None)
    index.index.config["fields"] = {**fields, "names": {"boost": _NAMES_BOOST}}


def _as_json(index: SearchIndex, entries: Entries) -> bytes:
    data: str = index.with_entries(entries).index.generate_search_index(None)
    return data.encode()
