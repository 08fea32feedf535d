"""The builds of `mkdocs serve` after its first: what is watched, what was saved, and what pages tell of a failure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from paperatlas.build.project import included_files
from paperatlas.hosts.mkdocs.good_site import build_or_keep
from paperatlas.hosts.mkdocs.saved_build import build_saved
from paperatlas.hosts.mkdocs.saved_files import SavedFiles, files_now
from paperatlas.hosts.notice import notice_of_failure, notice_of_problems
from paperatlas.pages import messages_for

if TYPE_CHECKING:
    from mkdocs.config.base import LegacyConfig
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer

    from paperatlas.build.options import Options
    from paperatlas.diagnostics.problem import Problem
    from paperatlas.hosts.mkdocs.asked_pages import AskedPages
    from paperatlas.hosts.mkdocs.language_site import LanguageSite
    from paperatlas.hosts.mkdocs.output import SiteOutput
    from paperatlas.hosts.mkdocs.page_events import PageEvents
    from paperatlas.hosts.mkdocs.serving import ServedSite


class Rebuilds:
    """What is known between two builds of a served site."""

    def __init__(self) -> None:
        self._server: LiveReloadServer | None = None
        self._folder = Path()
        self._watched: set[str] = set()
        self._saved: SavedFiles | None = None
        self._failure: Sequence[str] = ()

    def begin(self, config: MkDocsConfig, *, serving: bool) -> None:
        """Remember the files that everything is built from now."""
        self._saved = files_now(config) if serving else None

    def serve(self, server: LiveReloadServer, folder: Path) -> None:
        """Remember the server of a site in a folder."""
        self._server, self._folder = server, folder

    def watch(self, named: Iterable[str], site: LanguageSite | None) -> None:
        """Watch what the site is made from by now: MkDocs watches what its first build has named, and no more."""
        included = included_files(site.project) if site else ()
        for path in dict.fromkeys([*named, *map(str, included)]):
            if self._server and path not in self._watched:
                self._server.watch(path)
                self._watched.add(path)

    def build_saved(
        self,
        asked: AskedPages,
        events: PageEvents,
        output: SiteOutput,
        own_config: LegacyConfig,
        options: Options,
        write_pages: Callable[[], None],
    ) -> bool:
        """Build what was saved, if that is pages and entries alone; return whether it was, as `build_saved` does it."""
        now = build_saved(asked, events, output, own_config, options, self._saved, write_pages)
        if now is not None:
            self._saved, self._failure = now, ()
        return now is not None

    def build_all(self, build: Callable[[], None], served: ServedSite) -> bool:
        """Build everything; return whether it could be built. If not, pages tell why on the last site that could."""
        self._failure = build_or_keep(build, served, self._folder)
        return not self._failure

    def notice(self, site: LanguageSite | None, problems: Iterable[Problem]) -> str:
        """Return what pages tell of what is broken: the failure of the last build, or errors of the last site."""
        if site is None:
            return ""
        language = site.pages.languages.first
        messages = messages_for(language)
        if self._failure:
            return notice_of_failure(self._failure, messages).html(language)
        notice = notice_of_problems(problems, messages)
        return notice.html(language) if notice else ""
