"""Pages that the theme need not render again: the finished HTML of a page, if all that a template can see is the same.

A template sees its page, the navigation, the other pages, the configuration, and what plugins add to these. All of it
is described in a key; where something cannot be described, the theme renders the pages in every build.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from inspect import ismethod
from typing import TYPE_CHECKING, Any

import jinja2
from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from paperatlas.hosts.mkdocs.direct_files import DirectFile
from paperatlas.hosts.mkdocs.host import HOST
from paperatlas.hosts.mkdocs.options import options_by_plugin
from paperatlas.hosts.mkdocs.page_cache.conversion import toc_entries, versions
from paperatlas.hosts.mkdocs.page_cache.theme_files import read_theme
from paperatlas.hosts.mkdocs.page_cache.values import UnknownValueError, Values
from paperatlas.hosts.mkdocs.theme_page import DERIVED
from paperatlas.storage.cache import key_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

Render = Callable[[str, Mapping[str, Any], Callable[[], str]], str]

_VALUES = Values()
_ENVIRONMENT = Values(
    (
        *("jinja2", "markupsafe", "builtins", "operator", "_operator", "gettext", "babel"),
        *(HOST, "material", "mkdocs_static_i18n"),
    )
)
"""What functions of a template's environment are from: the code of one from elsewhere may change at any time."""

_ELSEWHERE = frozenset({"nav", "pages", "config", "page", "build_date_utc"})
_NOT_SEEN = frozenset(
    {"site_dir", "dev_addr", "watch", "plugins", "theme", "hooks", "extra", "exclude_docs", "draft_docs", "not_in_nav"}
)
"""Settings that are described in another way or seen in what they lead to; `serve` has its own folder and address."""
_OF_CONFIG = frozenset({"_schema", "data", "_Config__user_configs", "_schema_keys", "config_file_path"})
_OF_NAV = frozenset({"items", "pages", "homepage"})
_OF_SECTION = frozenset({"children", "parent", "_Section__active"})
_OF_PAGE = frozenset(
    {"file", "children", "parent", "previous_page", "next_page", "_Page__active", "update_date", "markdown", "content"}
    | {"meta", DERIVED, "toc", "render", "present_anchor_ids", "links_to_anchors"}
)
_OF_FILE = frozenset(
    {"src_dir", "dest_dir", "abs_src_path", "abs_dest_path", "name", "url", "dest_uri", "edit_uri", "page", "_content"}
    | {"inclusion", "use_directory_urls", "generated_by"}
)
"""Attributes of MkDocs' objects that follow from others, are described by name, or are computed when asked for."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page as the theme made it: what stands before its content and after it; the whole page and None if neither."""

    key: bytes
    before: str
    after: str | None

    def html(self, content: str) -> str:
        """Return the whole page."""
        return self.before if self.after is None else f"{self.before}{content}{self.after}"


def rendered_page(key: bytes, html: str, content: str) -> Rendered:
    """Return what to keep of a page that a theme made; the content need not be kept twice."""
    before, found, after = html.partition(content) if content else ("", "", "")
    return Rendered(key, before, after) if found and content not in after else Rendered(key, html, None)


def intercept_templates(env: jinja2.Environment, render: Render) -> None:
    """Have `render` called with the name of a template, its context, and what makes the page, instead of the last."""
    base: Any = env.template_class

    class InterceptedTemplate(base):  # type: ignore[misc]
        """A template that another decides about."""

        def render(self, *args: Any, **kwargs: Any) -> str:  # noqa: ANN401 - as Jinja takes them
            return render(self.name or "", dict(*args, **kwargs), partial(super().render, *args, **kwargs))

    env.template_class = InterceptedTemplate


@dataclass(slots=True)
class ThemeInputs:
    """What the pages of one build are rendered from."""

    env: jinja2.Environment
    whole: Callable[[Page], str]
    """Returns the content of a page with what it is to have at its end."""
    _build: str | None = field(default=None)
    _dates: bool = False

    def key(self, template: str, context: Mapping[str, Any]) -> bytes:
        """Return the key of a page. Raises `UnknownValueError`."""
        if self._build is None:
            self._build = self._build_key(context)
        page: Page = context["page"]
        config: MkDocsConfig = context["config"]
        others = {name: value for name, value in context.items() if name not in _ELSEWHERE}
        parts = [
            self._build,
            template,
            _VALUES.describe(others),
            [_VALUES.describe(dict(config.extra)), _more(config.extra, _OF_CONFIG)],
            [str(context["build_date_utc"]), page.update_date] if self._dates else [],
            [_outline(page), page.meta.get("description")],
            [_digest(page.content, page.markdown), toc_entries(page)],
            [other and other.url for other in (page.previous_page, page.next_page)],
            [ancestor.title for ancestor in page.ancestors],
            page.is_homepage,
        ]
        return hashlib.sha256(key_of(parts)).digest()

    def _build_key(self, context: Mapping[str, Any]) -> str:
        """Return what all pages depend on."""
        config: MkDocsConfig = context["config"]
        nav: Navigation = context["nav"]
        files = read_theme(config.theme)
        self._dates = files.name_dates
        pages = {id(page): page for page in (*(file.page for file in context["pages"]), *nav.pages) if page is not None}
        parts = [
            [jinja2.__version__, *versions()],
            files.digest,
            _environment(self.env, config.theme.dirs),
            _VALUES.describe({name: value for name, value in config.items() if name not in _NOT_SEEN}),
            _VALUES.describe([config.theme.name, dict(config.theme)]),
            _VALUES.describe(options_by_plugin(config)),
            [*config.hooks],
            [*map(_item, nav.items), nav.homepage and nav.homepage.url, _more(nav, _OF_NAV)],
            [_outline(page) for page in pages.values()],
            [[_digest(self.whole(page), page.markdown, str(page.meta)), toc_entries(page)] for page in pages.values()]
            if files.show_other_pages
            else [],
        ]
        return hashlib.sha256(key_of(parts)).hexdigest()


def _environment(env: jinja2.Environment, folders: list[str]) -> object:
    if not isinstance(env.loader, jinja2.FileSystemLoader) or env.loader.searchpath != folders:
        raise UnknownValueError(type(env.loader).__name__)
    functions = {**env.globals, **env.filters, **env.tests}
    # Translations come as methods; what they say follows from the theme and its locale.
    plain = {name: value.__func__ if ismethod(value) else value for name, value in functions.items()}
    return _ENVIRONMENT.describe([plain, [type(extension) for extension in env.extensions.values()]])


def _item(item: StructureItem) -> object:
    """Return an item of the navigation: the address of a page, all of anything else."""
    if isinstance(item, Page):
        return item.url
    children = [_item(child) for child in getattr(item, "children", None) or ()]
    return [type(item).__name__, item.title, getattr(item, "url", ""), children, _more(item, _OF_SECTION)]


def _outline(page: Page) -> object:
    """Return what other pages show of a page."""
    file = page.file
    meta = {name: value for name, value in page.meta.items() if name != "description" or DERIVED not in vars(page)}
    return [
        page.title,
        [_more(page, _OF_PAGE), _VALUES.describe(meta)],
        [file.url, file.dest_uri, file.name, file.edit_uri, file.generated_by, file.inclusion.name],
        [] if isinstance(file, DirectFile) else _more(file, _OF_FILE),
    ]


def _digest(*texts: str | None) -> str:
    return hashlib.sha256(key_of(texts)).hexdigest()


def _more(value: object, known: frozenset[str]) -> object:
    """Return the attributes of an object but those that are known, in an order of their own."""
    return _VALUES.describe(dict(_attributes(value, known)))


def _attributes(value: object, known: frozenset[str]) -> Iterator[tuple[str, object]]:
    yield from ((name, each) for name, each in sorted(vars(value).items()) if name not in known)
