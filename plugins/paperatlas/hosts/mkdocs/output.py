"""How a build writes what is generated: at once, if the last build has not left the same, or when it is asked for.

The first is `mkdocs build`, with what it keeps from one build to the next; the second is `mkdocs serve`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File

from paperatlas.build.built_site import BuiltSite
from paperatlas.build.languages import Languages
from paperatlas.build.processes import processes_for
from paperatlas.build.search.index import FormerIndex
from paperatlas.build.site_parts.search_index import SEARCH_INDEX
from paperatlas.diagnostics.problem import Problem
from paperatlas.hosts.mkdocs.asked_pages import AskedPages
from paperatlas.hosts.mkdocs.direct_files import DirectFile, foreign_build_events, foreign_page_events
from paperatlas.hosts.mkdocs.direct_pages import PageWriter, Theme, write_pages
from paperatlas.hosts.mkdocs.files import write_now
from paperatlas.hosts.mkdocs.last_build import LastBuild, folder_of
from paperatlas.hosts.mkdocs.page_cache.theme_files import read_theme
from paperatlas.hosts.mkdocs.postponed import postpone_pages
from paperatlas.hosts.mkdocs.serving import ServedSite, Turn
from paperatlas.hosts.mkdocs.theme_page import with_metadata
from paperatlas.hosts.mkdocs.theme_search import ThemeSearch
from paperatlas.hosts.mkdocs.unchanged import WholeBuild
from paperatlas.storage.locked_file import lock, unlock
from paperatlas.upkeep.abstracts.abstracts import ABSTRACTS_FILE

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

log = get_plugin_logger("paperatlas")


class SiteOutput:
    """The output of a command of MkDocs, for one build after the other; `whole` ones are those of `mkdocs build`."""

    def __init__(self, command: str = "", *, dirty: bool = False) -> None:
        self.serving = command == "serve"
        self._whole = WholeBuild() if command == "build" and not dirty else None
        self._last: LastBuild | None = None
        self._lock: int | None = None
        self.served = ServedSite()
        self.postpones = False

    def begin(self, config: MkDocsConfig) -> None:
        """Begin a build, of one language of a site.

        Under `mkdocs serve`, drop what the last build left to be made, and decide whether this one leaves anything:
        other plugins that do something with a site once it is built have to find it whole.
        """
        if self.serving and self.served.start_build():
            self.postpones = self.served.can_make and not foreign_build_events(config)

    def renders_when_asked(self, config: MkDocsConfig) -> bool:
        """Return whether this build leaves all pages to be rendered: nobody else sees to one, and none shows others."""
        return (
            self.postpones
            and not foreign_page_events(config)
            and not config.plugins.get("i18n")
            and not read_theme(config.theme).show_other_pages
        )

    def begin_site(self, config: MkDocsConfig, cache: Path | None) -> Sequence[str] | None:
        """Put the last site aside before MkDocs removes it: what is as it was is moved back.

        Return what the last build told if it has left nothing to do, and the site where it is. Another build into
        the same folder is waited for: each would remove the files of the other.
        """
        self._last = None
        if cache is None or self._whole is None:
            return None
        site = Path(config.site_dir)
        folder = folder_of(site, cache)
        if self._lock is None:
            self._lock = lock(folder / "lock", lambda: log.info("Waiting for another build of this site to end..."))
        if foreign_page_events(config):
            return None
        told = self._whole.start(folder, config, [cache / ABSTRACTS_FILE])
        if told is None:
            self._last = LastBuild.begin(site, folder)
        return told

    def write_file(self, file: File) -> None:
        """Write an export, unless the last build wrote the same, or postpone it."""
        if self.postpones:
            self.served.postpone(file.abs_dest_path, partial(write_now, file))
        elif self._last:
            self._last.write(file.dest_uri, file.content_bytes)
        else:
            write_now(file)

    def write_pages(
        self,
        files: Sequence[DirectFile],
        built: BuiltSite,
        theme: Theme | None,
        language: str,
    ) -> None:
        """Write the pages that MkDocs does not make, unless the last build has left the same, or postpone them."""
        if theme is not None and files:
            kept = self._last.pages(built, language, theme.config) if self._last else None
            finish = partial(with_metadata, built.recorded, theme.config.site_url or "")
            papers, wanted = len(built.site.atlas.papers), built.options.processes
            processes = 1 if self.serving else processes_for(papers, wanted)
            writer = PageWriter(theme, finish, built.reads, built.site.folder, kept, processes)
            if self.postpones:
                postpone_pages(self.served, files, writer, language)
            else:
                write_pages(files, writer)
        if not self.serving:
            built.texts.save(paper.entry for paper in built.site.atlas.papers.values())

    def write_index(
        self,
        write: Callable[[FormerIndex | None], Iterable[Problem]] | None,
        folder: Path,
        report: Callable[[Iterable[Problem]], None],
        asked: AskedPages | None = None,
    ) -> None:
        """Write our search index into its folder, if it is time for it, or postpone it; report what is wrong then."""
        if write and self.postpones:

            def write_when_read(turn: Turn) -> None:
                if asked:
                    asked.read_all(turn)
                report(write(None))

            self.served.postpone_slow(str(folder), write_when_read)
        elif write:
            report(write(self._last.search_index() if self._last else None))

    def complete_theme_index(
        self, search: ThemeSearch, config: MkDocsConfig, languages: Languages, language: str
    ) -> None:
        """Put what is found in a language into the index of the theme's search, or postpone it."""
        if self.postpones:
            write = partial(search.write_all, config, languages)
            self.served.postpone_slow(str(Path(config.site_dir, SEARCH_INDEX.parent)), write)
        else:
            search.add_generated(language)

    def write_theme_indexes(self, search: ThemeSearch, config: MkDocsConfig, languages: Languages) -> None:
        """Write the index of each language of a site that is built at once."""
        if not self.postpones:
            search.write(config, languages)

    def end_language(self, language: str, languages: Languages) -> None:
        """Keep what was written of one language; after the last, remove what is left of the last site."""
        if self._last is not None:
            self._last.end(language, languages)

    def end(self, config: MkDocsConfig) -> None:
        """Have made what this build left when it is asked for."""
        if self.serving:
            self.served.end_build(config)

    def fail(self) -> None:
        """Take back that the site is whole."""
        self.served.fail_build()
        if self._whole is not None:
            self._whole.fail()

    def close(self, told: Iterable[str]) -> None:
        """Remember what a build has made, when all other plugins are done with it, and told."""
        if self._whole is not None:
            self._whole.end(told)
        if self._lock is not None:
            unlock(self._lock)
            self._lock = None
