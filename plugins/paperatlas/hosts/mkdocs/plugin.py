"""The MkDocs plugin.

Everything is read and put together once per build, when MkDocs has collected the files; the hooks after
that only hand out what is ready.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from mkdocs.config.base import LegacyConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import Files

from paperatlas.build.citations import citation_options
from paperatlas.build.compiled_templates import keep_compiled
from paperatlas.build.navigation import titles_in_navigation
from paperatlas.build.options import Options, unknown_option
from paperatlas.build.site_parts.part import WHOLE
from paperatlas.diagnostics.problem import Problem
from paperatlas.hosts import markdown
from paperatlas.hosts.footer import dated_copyright
from paperatlas.hosts.front_matter import SHOWN_SETTINGS, text_as_html
from paperatlas.hosts.long_texts import LONG_TEXTS
from paperatlas.hosts.marking import MarkWhenWhole
from paperatlas.hosts.mkdocs import reading
from paperatlas.hosts.mkdocs.asked_pages import AskedPages, Host
from paperatlas.hosts.mkdocs.built_part import BuiltPart
from paperatlas.hosts.mkdocs.direct_files import DirectPage, foreign_page_events
from paperatlas.hosts.mkdocs.direct_pages import Theme
from paperatlas.hosts.mkdocs.edit_links import encode_edit_url, without_repository
from paperatlas.hosts.mkdocs.files import add_files
from paperatlas.hosts.mkdocs.garbage import look_through_all, values_that_stay
from paperatlas.hosts.mkdocs.language_site import LanguagePages, LanguageSite
from paperatlas.hosts.mkdocs.languages import is_in_all_languages, is_last_of_site, languages_of, reset_language_switch
from paperatlas.hosts.mkdocs.navigation import escape_titles, with_lists
from paperatlas.hosts.mkdocs.not_found import NOT_FOUND, SEARCH_PAGE, complete_not_found
from paperatlas.hosts.mkdocs.offline import OfflineSite
from paperatlas.hosts.mkdocs.options import CONFIG_SCHEME, options_of
from paperatlas.hosts.mkdocs.output import SiteOutput
from paperatlas.hosts.mkdocs.page_cache.pages import PageCache
from paperatlas.hosts.mkdocs.page_ends import PageEnds
from paperatlas.hosts.mkdocs.page_events import PageEvents
from paperatlas.hosts.mkdocs.problem_log import ProblemLog
from paperatlas.hosts.mkdocs.rebuilds import Rebuilds
from paperatlas.hosts.mkdocs.search import SiteSearch
from paperatlas.hosts.mkdocs.search_index import search_index_of
from paperatlas.hosts.mkdocs.stopped import why_no_time, why_stopped
from paperatlas.hosts.mkdocs.theme_page import describe_page
from paperatlas.hosts.mkdocs.theme_search import ThemeSearch, load_on_demand
from paperatlas.hosts.tables import TABLES, with_align_attributes
from paperatlas.hosts.untrusted import MISSING, can_sanitise, unsafe
from paperatlas.pages.time_limit import TimeLimitedTemplate

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.base import ConfigErrors, ConfigWarnings
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page as MkDocsPage
    from mkdocs.utils.templates import TemplateContext

log = get_plugin_logger("paperatlas")


class PaperAtlasPlugin(BasePlugin[LegacyConfig]):  # type: ignore[no-untyped-call]
    """Puts the atlas of a library into an MkDocs site."""

    config_scheme = CONFIG_SCHEME

    def __init__(self) -> None:
        self._options = Options()
        self._site: LanguageSite | None = None
        self._pages: PageEvents | None = None
        self._asked: AskedPages | None = None
        self._nav: Navigation | None = None
        self._theme: Theme | None = None
        self._mark_when_whole = MarkWhenWhole(lambda markdown: self._events().mark(markdown))
        self._includes = False
        self._template_folders: Sequence[str] = ()
        self._problems = ProblemLog()
        self._every_source: tuple[str, ...] = ()
        self._refused: Sequence[Problem] = ()
        self._offline = OfflineSite()
        self._search = SiteSearch()
        self._theme_search = ThemeSearch()
        self._page_cache = PageCache()
        self._part = BuiltPart()
        self._command = ""
        self._output = SiteOutput()
        self._rebuilds = Rebuilds()
        self._named: list[str] = []
        self._nav_titles: Collection[str] = ()

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Read the options; of a name that is none, say what was probably meant."""
        errors, warnings = super().load_config(options, config_file_path)
        return errors, [(name, unknown_option(name) if name in options else told) for name, told in warnings]

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember the command. That this is defined keeps this object across the rebuilds of `mkdocs serve`."""
        self._command = "" if dirty else command
        self._output = SiteOutput(command, dirty=dirty)
        self._page_cache = PageCache()

    def on_shutdown(self) -> None:
        """Remember what a build has made, when all other plugins are done with it."""
        self._output.close(map(str, self._problems.told))
        look_through_all()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Bring our style, and watch what pages are made from; what only some pages use is named by these."""
        if why := why_no_time(os.environ.get("SOURCE_DATE_EPOCH")):
            raise Abort(why)
        without_repository(config)
        self._nav_titles = frozenset(titles_in_navigation(config.nav))
        config.markdown_extensions = [name for name in config.markdown_extensions if name != markdown.NAME]
        self._options = options_of(self.config)
        if self._options.untrusted_notes and not can_sanitise():
            raise Abort(MISSING)
        _add_new(config.markdown_extensions, [LONG_TEXTS])
        config.mdx_configs[TABLES] = with_align_attributes(config.mdx_configs.get(TABLES))
        self._offline.configure(config, self._options)
        of_pages = ["assets/paperatlas.css"] if self._options.pages else []
        _add_new(config.extra_css, [*of_pages, "assets/citations.css"])
        self._named = [str(path) for path in reading.watched_in(config, self._options)]
        _add_new(config.watch, self._named)
        includes = reading.includes_of(config)
        if self._options.untrusted_notes and includes.anything:
            raise Abort(unsafe(includes.anything))
        self._includes = bool(includes)
        if self._includes:
            _add_new(config.markdown_extensions, [self._mark_when_whole])
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Begin with what the last build has left; end if that is all there is to do."""
        self._output.begin(config)
        self._asked = None
        self._rebuilds.begin(config, serving=self._output.serving)
        languages, language = languages_of(config, self._options.language)
        if language != languages.first:
            return
        told = self._output.begin_site(config, reading.cache_of(config, self._options))
        if told is not None:
            for line in told:
                log.info(line)
            log.info("Nothing has changed since the last build: the site is up to date.")
            raise SystemExit(0)

    def _see_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Remember every page there is, before others take away those of other languages; leave out what is no file."""
        self._refused = reading.leave_out_refused(files, config)
        self._every_source = tuple(file.src_uri for file in files.documentation_pages())
        return files

    # Late, so that the notes other plugins generate are there, and so that plugins which take every file
    # for one in `docs_dir` do not meet ours.
    @event_priority(-110)
    def _add_atlas(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read the library and the notes, build the atlas, and add its pages and files.

        In a site of several languages this happens for each; the library is read for the first only.
        """
        languages, language = languages_of(config, self._options.language)
        settings = reading.settings_of(config, files, languages.folder(language))
        sources = reading.sources_of(files, languages)
        pages = LanguagePages(languages, language, sources, self._every_source, self._refused, settings)
        first = self._site is None or pages.is_first
        if first:
            self._page_cache.start(reading.cache_of(config, self._options))
        whole_process = self._command in ("build", "gh-deploy")
        with values_that_stay(until_told=whole_process or self._site is None):
            site = LanguageSite.read(
                pages,
                config,
                self.config,
                self._options,
                self._site,
                when_asked=self._output.postpones,
                is_last=whole_process and is_last_of_site(config, languages, language),
            )
        self._site = site
        if first:
            self._problems.begin(site.project)
        self._problems.report(site.problems(Path(config.docs_dir)))
        config.copyright = dated_copyright(config.copyright or "", site.built) or None
        if pages.is_first:
            self._choose_search(site, config)
        self._search.replace_own(config, files, languages)
        load_on_demand(config, languages)
        when_asked = self._output.renders_when_asked(config)
        write = self._output.write_file
        self._pages = PageEvents(
            site=site,
            added=add_files(files, site.built, sources, languages, language, config, write, when_asked=when_asked),
            citations=citation_options(self._options, site.project.style, formulas=site.project.page_reading.formulas),
            ends=PageEnds(None if foreign_page_events(config) else search_index_of(config), self._page_cache.searched),
            cache=self._page_cache,
            search=self._search,
            offline=self._offline,
            part=self._part,
            problems=self._problems,
            includes=self._includes,
            when_asked=when_asked,
            untrusted=self._options.untrusted_notes,
            drafts="rss" in config.plugins,  # mkdocs-rss-plugin dates the files of all pages but drafts
        )
        log.info(site.summary())
        return files

    def _choose_search(self, site: LanguageSite, config: MkDocsConfig) -> None:
        """Decide, for all languages of a build, which part of the site it makes, and what searches it."""
        languages, options = site.pages.languages, self._options
        papers = len(site.project.atlases[site.pages.language].papers) if options.pages else 0
        self._part.start(WHOLE if self._output.serving else options.part, config, options)
        offline = self._offline.wanted
        self._problems.report(self._search.choose(config, options.search, papers, languages, offline=offline))
        self._problems.report(self._offline.leave_out_foreign(config))
        self._theme_search.start()

    on_files = CombinedEvent(_see_files, _add_atlas)

    # Early, so that other plugins find in the navigation what is in it.
    @event_priority(100)
    def _add_to_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Put the lists into a navigation that nobody has written."""
        return with_lists(nav, files) if config.nav is None else nav

    def _see_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Give a page that another plugin puts into the navigation its title there; escape those of strangers."""
        self._nav = nav
        escape_titles(nav.items, self._nav_titles)
        for page in nav.pages:
            if isinstance(page, DirectPage):
                page.file.in_nav = True
                describe_page(page, page.file.planned.make())
        events = self._events()
        self._part.plan([*files.documentation_pages(), *events.added.direct], events.site.built.site.folder)
        return nav

    on_nav = CombinedEvent(_add_to_nav, _see_nav)

    # Late, because other plugins may still change the navigation and the environment.
    @event_priority(-100)
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Give the theme's own pages, which come before all others, a language switch of their own."""
        reset_language_switch(config)
        for name in SHOWN_SETTINGS:
            config[name] = config[name] and text_as_html(config[name])
        keep_compiled(env, [Path(folder) for folder in config.theme.dirs if folder != config.theme.custom_dir])
        env.template_class = TimeLimitedTemplate
        self._template_folders = config.theme.dirs
        events = self._events()
        self._page_cache.intercept_theme(env, config, events.ends)
        if self._nav is not None:
            self._theme = Theme(config, env, self._nav, files.documentation_pages())
        self._part.leave_out_others(files)
        if self._nav is not None and events.when_asked:
            self._asked = AskedPages.of_build(Host(config, files, self._nav, env), events.complete, events.write_beside)

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Show the theme's own templates, the sitemap among them, every page."""
        pages = self._asked.included if self._asked else self._part.all_pages(context["pages"])
        context["pages"] = [*pages, *self._events().added.direct]
        return context

    def on_post_template(self, output: str, /, *, template_name: str, config: MkDocsConfig) -> str:
        """Help who looks for a page that is not there; drop what nobody can use.

        Of the pages that a site has once, whatever its languages, those of the first language stay.
        """
        languages, language = languages_of(config, self._options.language)
        is_once = template_name in (NOT_FOUND, SEARCH_PAGE)
        if not self._offline.has(template_name) or (is_once and language != languages.first):
            return ""
        if template_name != NOT_FOUND:
            return output
        return complete_not_found(
            output, self._events().site.built.site, languages, config, own_search=self._search.is_ours
        )

    def on_pre_page(self, page: MkDocsPage, *, config: MkDocsConfig, files: Files) -> MkDocsPage:
        """Have a page that has not changed taken from the cache."""
        encode_edit_url(page)
        self._page_cache.intercept_conversion(page)
        return page

    def on_page_read_source(self, *, page: MkDocsPage, config: MkDocsConfig) -> str | None:
        """Leave front matter out that cannot be used."""
        return self._events().source(page)

    # Late, because what other plugins put into a page may cite.
    @event_priority(-50)
    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Link the citations of hand-written pages; leave nothing to convert in generated ones."""
        return self._events().markdown(markdown, page)

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Fill in the generated pages and the generated parts of hand-written ones."""
        return self._events().content(html, page, config)

    @event_priority(100)
    def _before_search(
        self, context: TemplateContext, /, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        context["pages"] = self._part.all_pages(context["pages"])
        self._events().ends.before_search(page)
        return context

    @event_priority(-100)
    def _after_search(
        self, context: TemplateContext, /, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        self._events().ends.after_search(page)
        return context

    on_page_context = CombinedEvent(_before_search, _after_search)

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Put the metadata of a page into its head, for which themes have no place."""
        return self._events().head(output, page, config)

    # Before search and others go on with the site as it is written, and further languages are built.
    @event_priority(100)
    def _write_site(self, *, config: MkDocsConfig) -> None:
        """Write the pages that MkDocs does not make, and the search index if it is ours, or postpone both."""
        events = self._events()
        languages, language = events.site.pages.languages, events.site.pages.language
        if self._part.has_all_else:
            site = events.site.built.site
            self._search.collect(site, language, events.added.addresses(site))
        self._write_pages(config)
        self._output.end_language(language, languages)
        if self._command:
            self._page_cache.end(language, languages.every)

    def _write_pages(self, config: MkDocsConfig) -> None:
        site, added = self._events().site, self._events().added
        languages, language = site.pages.languages, site.pages.language
        self._output.write_pages(self._part.own(added.direct), site.built, self._theme, language)
        others = self._asked.entries if self._asked else None
        generated = added.addresses(site.built.site)
        if self._theme_search.collect(config, site.built.site, generated, self._part.order(), others):
            self._output.complete_theme_index(self._theme_search, config, languages, language)
        if self._part.has_all_else:
            write = self._search.writer(languages, config.site_dir, site.project.cache)
            folder = Path(config.site_dir, self._search.folder)
            self._output.write_index(write, folder, self._problems.report, self._asked)

    @event_priority(-110)
    def _finish_part(self, *, config: MkDocsConfig) -> None:
        """Say which part of a site this is, when every language and every index is written."""
        if is_in_all_languages(config):
            languages, _ = languages_of(config, self._options.language)
            self._output.write_theme_indexes(self._theme_search, config, languages)
            self._part.finish(Path(config.site_dir))

    # After all others, and after further languages.
    @event_priority(-1000)
    def _end_build(self, *, config: MkDocsConfig) -> None:
        """Have made what this build left when it is asked for."""
        if self._asked:
            self._asked.end_build(self._output.served)
        self._output.end(config)

    on_post_build = CombinedEvent(_write_site, _finish_part, _end_build)

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Make what is asked for before MkDocs' server serves it."""
        if self._output.serving:
            self._output.served.put_before(server)
            self._output.served.notice = lambda: self._rebuilds.notice(self._site, self._problems.told)
            server.builder = partial(self._build_again, builder)
        self._rebuilds.serve(server, Path(config.site_dir))
        self._rebuilds.watch(self._named, self._site)
        return server

    def on_build_error(self, *, error: Exception) -> None:
        """End a build that a template or a full disk stops with a sentence: a traceback tells its author nothing."""
        self._output.fail()
        self._asked = None
        if reason := why_stopped(error, self._template_folders):
            raise Abort(f"{reason} The site is incomplete.") from None

    def _build_again(self, build: Callable[[], None]) -> None:
        """Build a served site again: what was saved, if that is pages and entries alone, else everything.

        What cannot be built is told on the pages of the last site that could.
        """
        look_through_all()
        if self._asked and self._build_saved(self._asked):
            return
        before = self._site, self._pages, self._nav, self._theme
        if not self._rebuilds.build_all(build, self._output.served):
            self._site, self._pages, self._nav, self._theme = before
        self._rebuilds.watch(self._named, self._site)

    def _build_saved(self, asked: AskedPages) -> bool:
        write_pages = partial(self._write_pages, asked.host.config)
        events = self._events()
        is_built = self._rebuilds.build_saved(asked, events, self._output, self.config, self._options, write_pages)
        self._site = events.site
        return is_built

    def _events(self) -> PageEvents:
        """Return what `on_files` has made ready before MkDocs goes through pages."""
        if self._pages is None:
            message = "PaperAtlas was asked for a page before MkDocs collected the files."
            raise RuntimeError(message)
        return self._pages


def _add_new(values: list[Any], more: Iterable[Any]) -> None:
    """Append what is not in `values` yet: a site of several languages is configured once for each."""
    values += [value for value in more if value not in values]
