"""A site to be opened from a disk, and what pages of any site ask other hosts for."""

from __future__ import annotations

import warnings
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.utils import get_theme_dir

from paperatlas.build.offline.foreign import foreign_files, is_foreign, needs_mermaid
from paperatlas.build.offline.rules import FROM_ANOTHER_HOST
from paperatlas.build.options import Options
from paperatlas.build.templates import shipped_templates
from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.hosts.mkdocs.not_found import NOT_FOUND
from paperatlas.storage.paths import display_path

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

_FROM_OTHER_HOSTS = ("font", "highlightjs")
"""Settings of themes that make every page ask another host: for fonts in Material's, for a script in MkDocs' own."""
_FOR_SERVERS = frozenset({NOT_FOUND, "sitemap.xml"})
"""Files of themes that are read by servers and search engines."""


@dataclass(slots=True)
class OfflineSite:
    """What a site is spared that is to be opened from a disk; any other has it all."""

    wanted: bool = False

    def configure(self, config: MkDocsConfig, options: Options) -> None:
        """Have links name files, and the theme ask no other host for anything.

        Other sites keep what their configuration wants from other hosts in so many words.
        """
        self.wanted = options.offline or _has_offline_plugin(config)
        _have_nothing_asked(config, keep=set() if self.wanted else _written_theme(config))
        if self.wanted:
            config.use_directory_urls = False

    def has(self, template: str) -> bool:
        """Return whether a file that a theme makes is any good to the readers of the site."""
        return not self.wanted or template not in _FOR_SERVERS

    def leave_out_foreign(self, config: MkDocsConfig) -> list[Problem]:
        """Leave out what a configuration loads from other hosts; return what the site lacks by that."""
        if not self.wanted:
            return []
        config.extra.pop("analytics", None)
        # Material's plugin brings a script that has its search work from a disk, where ours works without.
        polyfills = [str(each) for each in config.extra.get("polyfills", []) if "iframe-worker" not in str(each)]
        config.extra["polyfills"] = polyfills
        settings: dict[str, list[Any]] = {
            "extra_css": config.extra_css,
            "extra_javascript": config.extra_javascript,
            "extra.polyfills": polyfills,
        }
        span = Span(Path(config.config_file_path or "mkdocs.yml").name)
        problems = []
        for setting, values in settings.items():
            foreign = [str(value) for value in values if is_foreign(str(value))]
            values[:] = [value for value in values if str(value) not in foreign]
            problems += [FROM_ANOTHER_HOST.at(span, "left-out", setting=setting, url=url) for url in foreign]
        return problems

    def foreign_in_page(self, html: str, page: Page, root: Path, config: MkDocsConfig) -> Iterator[Problem]:
        """Yield what a hand-written page shows from other hosts, with its place below the `root`."""
        if not self.wanted:
            return
        file = display_path(Path(page.file.abs_src_path), root) if page.file.abs_src_path else page.file.src_uri
        for url in foreign_files(html):
            text = page.file.content_string
            at = text.find(url)
            line, column = (text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)) if at >= 0 else (1, 1)
            yield FROM_ANOTHER_HOST.at(Span(file, line, column), url=url)
        if needs_mermaid(html, map(str, config.extra_javascript)):
            yield FROM_ANOTHER_HOST.at(Span(file, 1, 1), "mermaid")


def _has_offline_plugin(config: MkDocsConfig) -> bool:
    """Return whether Material's plugin for such sites is there."""
    plugin: Any = config.plugins.get("material/offline") or config.plugins.get("offline")
    return plugin is not None and bool(getattr(plugin.config, "enabled", True))


def _have_nothing_asked(config: MkDocsConfig, keep: Collection[str]) -> None:
    """Have the theme ask no other host for anything but for what it is to `keep`."""
    for name in _FROM_OTHER_HOSTS:
        if name in config.theme and name not in keep:
            config.theme[name] = False
    # Material's script asks GitHub or GitLab for stars and releases where a page has its link to the repository.
    own, folders = shipped_templates() / "themes" / str(config.theme.name), config.theme.dirs
    if own.is_dir() and str(own) not in folders:
        theirs = get_theme_dir(str(config.theme.name))
        folders.insert(folders.index(theirs) if theirs in folders else 0, str(own))


def _written_theme(config: MkDocsConfig) -> set[str]:
    """Return the settings of the theme that the configuration names."""
    with warnings.catch_warnings():
        # MkDocs means to remove it, and has nothing in its place.
        warnings.simplefilter("ignore", DeprecationWarning)
        themes = [written.get("theme") for written in getattr(config, "user_configs", ())]
    return {name for theme in themes if isinstance(theme, dict) for name in theme}
