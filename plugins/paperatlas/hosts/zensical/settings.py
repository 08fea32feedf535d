"""The configuration that Zensical gets for one language: that of `mkdocs.yml`, as mkdocs-static-i18n changes it."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

import yaml

from paperatlas.atlas.addresses import HOME
from paperatlas.build.configuration import Configuration, ConfigurationLoader, plugins_of, read_values
from paperatlas.build.languages import Languages
from paperatlas.build.page_sources import SHOWN_LISTS, markdown_source_of
from paperatlas.hosts import markdown
from paperatlas.hosts.front_matter import text_as_html
from paperatlas.hosts.long_texts import LONG_TEXTS
from paperatlas.hosts.tables import TABLES, with_align_attributes
from paperatlas.hosts.zensical import page_extension
from paperatlas.hosts.zensical.included import INCLUDING

SUPPORTED_PLUGINS = frozenset(
    {
        "api-autonav", "autorefs", "awesome-nav", "blog", "callouts", "exclude", "gh-admonitions", "glightbox",
        "include-markdown", "literate-nav", "llmstxt", "macros", "mkdocs-nav-weight", "markdown-exec",
        "markdownextradata", "meta", "mike", "minify", "mkdocs-audio", "mkdocs-autoapi", "mkdocs-video", "mkdocstrings",
        "offline", "privacy", "redirects", "rss", "search", "social", "table-reader", "tags",
    }
)  # fmt: skip
"""The plugins that Zensical has a counterpart of, by MkDocs' names; it ignores all others in silence."""
_OURS = frozenset({"paperatlas", "i18n"})
"""Plugins whose work is done when a site is staged."""
_OF_THE_STAGE = ("exclude_docs", "draft_docs", "not_in_nav", "watch", "hooks", "edit_uri", "edit_uri_template")
"""Settings that tell MkDocs what the stage tells Zensical."""
_OF_A_LANGUAGE = ("site_name", "site_description", "site_author", "site_url", "copyright", "nav")
"""What mkdocs-static-i18n lets a language have of its own, besides `theme` and `extra`."""

STYLES = ("assets/paperatlas.css", "assets/citations.css")
SettingValues = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Tagged:
    """A value with a tag that only Zensical makes something of: `!!python/name:...`."""

    node: yaml.Node


class _Loader(ConfigurationLoader):
    """Keeps such values as they are written."""


_Loader.add_multi_constructor("", lambda _loader, _tag, node: _Tagged(node))


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:  # noqa: ANN401, ARG002 - as PyYAML has it
        """Write everything where it belongs."""
        return True


_Dumper.add_representer(_Tagged, lambda _dumper, value: value.node)


def read_settings(configuration: Configuration) -> SettingValues:
    """Return the whole configuration of a site, its tags kept. Raises `BadSiteError`."""
    return read_values(configuration.file, _Loader)


def ignored_by_zensical(values: SettingValues) -> list[str]:
    """Return what of a configuration has no effect under Zensical: plugins, and hooks."""
    names = [name.removeprefix("material/") for name in plugins_of(values.get("plugins"))]
    plugins = [f"plugin {name}" for name in names if name not in SUPPORTED_PLUGINS | _OURS]
    return plugins + ["hooks"] * bool(values.get("hooks"))


def settings_for(values: SettingValues, languages: Languages, language: str) -> SettingValues:
    """Return the settings of one language, but for the folders; a site may list no navigation."""
    settings = {name: deepcopy(value) for name, value in values.items() if name not in _OF_THE_STAGE}
    if isinstance(settings.get("theme"), str):
        settings["theme"] = {"name": settings["theme"]}
    settings.setdefault("theme", {})
    own = _own_settings(values, language)
    settings |= {name: own[name] for name in _OF_A_LANGUAGE if own.get(name) is not None}
    settings["theme"] = _overridden(settings["theme"], own.get("theme") or {})
    settings["extra"] = {**(settings.get("extra") or {}), **(own.get("extra") or {})}
    if languages.translated:
        settings["theme"]["language"] = language
    folder = languages.folder(language)
    if settings.get("site_url") and not own.get("site_url"):
        settings["site_url"] = urljoin(f"{settings['site_url'].rstrip('/')}/", folder)
    if nav := settings.pop("nav", None):
        settings["nav"] = list(_translated(nav, own.get("nav_translations") or {}))
    settings["plugins"] = list(_staged_plugins(values.get("plugins")))
    settings["markdown_extensions"] = list(_staged_extensions(values.get("markdown_extensions")))
    settings["extra_css"] = [*(settings.get("extra_css") or []), *STYLES]
    if languages.several:
        # No list, which the theme would put into every head with the addresses of home pages.
        settings["extra"]["alternate"] = True
        settings["extra"]["paperatlas"] = {"languages": list(_switch(values, languages, language))}
    return settings


def served_settings(settings: SettingValues, script: str) -> SettingValues:
    """Return settings for a site that is served, whose pages have a `script` more.

    Zensical would go through the links of all pages after each save, which is half of its time with 5,000 papers. It
    does so when a site is built, and `NOT013` tells meanwhile which links of hand-written pages lead nowhere.
    """
    return {**settings, "validation": False, "extra_javascript": [*(settings.get("extra_javascript") or []), script]}


def settings_text(settings: Mapping[str, Any]) -> str:
    """Return settings as YAML."""
    text: str = yaml.dump(dict(settings), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=120)
    return text


def site_nav(hand_written: Collection[str], generated: Collection[str]) -> list[Any]:
    """Return the navigation of a site that lists none: its hand-written pages, the home page, and lists behind them."""
    home = markdown_source_of(HOME)
    pages = [*hand_written, *([home] if home in generated and home not in hand_written else [])]
    return [*automatic_nav(pages), *(page for page in SHOWN_LISTS if page in generated and page not in hand_written)]


def automatic_nav(sources: Iterable[str]) -> Iterator[Any]:
    """Yield the navigation of a site that lists none, as MkDocs makes it: by folder, the page `index` first."""
    folders: dict[str, list[str]] = {}
    for source in sorted(sources, key=_order):
        name, slash, rest = source.partition("/")
        if slash:
            folders.setdefault(name, []).append(rest)
        else:
            yield source
    for name, inside in folders.items():
        yield {text_as_html(title_of_name(name)): list(_below(name, automatic_nav(inside)))}


def _below(folder: str, nav: Iterable[Any]) -> Iterator[Any]:
    for item in nav:
        if isinstance(item, str):
            yield posixpath.join(folder, item)
        else:
            yield {title: list(_below(folder, items)) for title, items in item.items()}


def _order(source: str) -> tuple[bool, str]:
    """Return what pages of a folder are sorted by."""
    return posixpath.splitext(source)[0] not in ("index", "README"), source


def title_of_name(name: str) -> str:
    """Return the title of a folder's section, or of a page that has no other."""
    title = name.replace("-", " ").replace("_", " ")
    return title.capitalize() if title.lower() == title else title


def _own_settings(values: SettingValues, language: str) -> SettingValues:
    """Return what mkdocs-static-i18n is told of a language."""
    listed = plugins_of(values.get("plugins")).get("i18n", {}).get("languages") or []
    return next((item for item in listed if isinstance(item, dict) and item.get("locale") == language), {})


def _overridden(theme: SettingValues, own: SettingValues) -> SettingValues:
    """Return a theme's settings with those of a language; of lists, each item by its place."""
    return {**theme, **{name: _replaced(theme.get(name), value) for name, value in own.items()}}


def _replaced(before: Any, own: Any) -> Any:  # noqa: ANN401 - YAML may hold anything
    if isinstance(before, dict) and isinstance(own, dict):
        return {**before, **{name: _replaced(before.get(name), value) for name, value in own.items()}}
    if isinstance(before, list) and isinstance(own, list):
        changed = [_replaced(*pair) for pair in zip(before, own, strict=False)]
        return [*changed, *before[len(own) :]]
    return own


def _translated(nav: Iterable[Any], titles: Mapping[str, str]) -> Iterator[Any]:
    """Yield the items of a navigation, their titles translated."""
    for item in nav:
        if not isinstance(item, dict):
            yield item
            continue
        for title, value in item.items():
            below = list(_translated(value, titles)) if isinstance(value, list) else value
            yield {titles.get(str(title), str(title)): below}


def _staged_plugins(written: object) -> Iterator[Any]:
    for name, options in plugins_of(written).items():
        if name.removeprefix("material/") in SUPPORTED_PLUGINS:
            yield {name: options} if options else name


def _staged_extensions(written: object) -> Iterator[Any]:
    """Yield the extensions of a site, but for those whose work is done, and ours behind them."""
    found = plugins_of(written)
    # MkDocs has tables whether they are named or not.
    for name, options in (found | {TABLES: with_align_attributes(found.get(TABLES))}).items():
        if name not in (*INCLUDING, markdown.NAME):
            yield {name: options} if options else name
    yield LONG_TEXTS
    yield page_extension.PAGE_EXTENSION


def _switch(values: SettingValues, languages: Languages, current: str) -> Iterator[SettingValues]:
    """Yield each language with the way from the root of the `current` one to its own."""
    up = "../" * languages.folder(current).count("/")
    for language in languages.every:
        name = str(_own_settings(values, language).get("name") or language)
        yield {"name": name, "lang": language, "root": up + languages.folder(language)}
