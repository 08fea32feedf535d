"""The MkDocs plugin.

Everything is read and put together once per build, when MkDocs has collected the files; the hooks after
that only hand out what is ready.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from mkdocs.config.base import LegacyConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.toc import AnchorLink, TableOfContents

from paperatlas.atlas import Atlas, Direction
from paperatlas.atlas.addresses import page_address
from paperatlas.build.authors_abstracts import authors_abstracts
from paperatlas.build.catalogue import ALL_RULES
from paperatlas.build.citations import PageCitations, page_citations
from paperatlas.build.options import Options
from paperatlas.build.read import PageFile, ReadFiles, read_bib, read_project
from paperatlas.build.related_work import kept_comparison
from paperatlas.diagnostics.problem import Problem, in_order
from paperatlas.hosts.mkdocs.edit_links import without_repository
from paperatlas.hosts.mkdocs.files import add_assets, add_exports, add_pages, source_uri
from paperatlas.hosts.mkdocs.languages import languages_of, reset_language_switch, source_of, unknown_languages
from paperatlas.hosts.mkdocs.options import CONFIG_SCHEME, options_of
from paperatlas.pages import (
    BrokenTemplateError,
    Heading,
    Page,
    Site,
    build_pages,
    direction_head,
    direction_sections,
    directions_overview,
    head_html,
    make_site,
    messages_for,
    shipped_templates,
    untranslated_notice,
    with_head,
)
from paperatlas.similarity.derived import derive
from paperatlas.similarity.paper_texts import NO_TEXTS

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page as MkDocsPage

log = get_plugin_logger("paperatlas")

OVERVIEW_MARKER = "<!-- paperatlas: directions -->"
"""Where a hand-written page wants the directions at a glance."""


class PaperAtlasPlugin(BasePlugin[LegacyConfig]):  # type: ignore[no-untyped-call]
    """Puts the atlas of a library into an MkDocs site."""

    config_scheme = CONFIG_SCHEME

    def __init__(self) -> None:
        self._options = Options()
        self._site: Site | None = None
        self._pages: dict[str, Page] = {}
        self._files: ReadFiles | None = None
        self._citations: PageCitations | None = None
        self._texts = NO_TEXTS
        self._reported: set[Problem] = set()
        self._every_source: tuple[str, ...] = ()
        self._languages: dict[str, str] = {}

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Nothing to do; that it is defined keeps this object across the rebuilds of `mkdocs serve`."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Bring our style and script, and watch what pages are made from."""
        without_repository(config)
        _add_new(config.extra_css, ["assets/paperatlas.css", "assets/graph.css", "assets/citations.css"])
        _add_new(config.extra_javascript, ["assets/paperatlas.js", "assets/copy.js", "assets/citations.js"])
        self._options = options_of(self.config)
        root = _root(config)
        watched = [*(root / path for path in self._options.bib), *self._own_templates(root)]
        watched.append(root / self._options.citation_style)
        if not shipped_templates().is_relative_to(Path(__file__).parents[2]):
            watched.append(shipped_templates())
        _add_new(config.watch, [str(path) for path in watched if path.exists()])
        return config

    def _see_files(self, files: Files, *, config: MkDocsConfig) -> Files:  # noqa: ARG002
        """Remember every page there is, before others take away those of other languages."""
        self._every_source = tuple(file.src_uri for file in files.documentation_pages())
        return files

    # Late, so that the notes other plugins generate are there, and so that plugins which take every file
    # for one in `docs_dir` do not meet ours.
    @event_priority(-110)
    def _add_atlas(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read the library and the notes, assemble the atlas, and add its pages and files.

        In a site of several languages this happens for each; the library is read for the first only.
        """
        root = _root(config)
        languages = languages_of(config, self._options.language)
        if self._files is None or languages.current == languages.first:
            cache = root / self._options.cache if self._options.cache else None
            self._files = read_bib(root, tuple(self._options.bib), cache, self._options.relation_types)
            self._reported = set()
            self._read_citations(root)
        sources = {
            source_of(file)[0]: file
            for file in files.documentation_pages()
            if file.inclusion is not InclusionLevel.EXCLUDED
        }
        project = read_project(
            self._files,
            tuple(_page_file(file, root) for file in sources.values()),
            directions=self._options.directions,
            language=languages.current if languages.several else "",
        )
        self._report([*project.problems, *unknown_languages(self._every_source, languages, config.docs_dir)])
        self._texts = kept_comparison(
            project.atlas.papers, self._texts, root / self._options.cache if self._options.cache else None
        )
        site = make_site(
            project.atlas,
            messages_for(languages.current),
            own_templates=self._own_templates(root),
            directory_urls=config.use_directory_urls,
            index_threshold=self._options.index_threshold,
            folder=languages.folder(languages.current),
            related=derive(project.atlas, languages.current, self._texts),
            layouts=root / self._options.cache / "layouts" if self._options.cache else None,
        )
        abstracts = authors_abstracts(root, self._options.cache, self._files.library)
        self._site = replace(site, authors_abstracts=abstracts)
        self._pages = {source_uri(page.address): page for page in build_pages(self._site, ALL_RULES)}
        self._languages = {document.source: document.language for document in project.atlas.documents}
        add_pages(files, self._pages, sources, languages, config, root)
        self._report(add_exports(files, self._site, languages, config))
        add_assets(files, config)
        log.info(_summary(project.atlas))
        return files

    on_files = CombinedEvent(_see_files, _add_atlas)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Give the theme's own pages, which come before all others, a language switch of their own."""
        reset_language_switch(config)

    def on_page_markdown(
        self,
        markdown: str,
        *,
        page: MkDocsPage,
        config: MkDocsConfig,  # noqa: ARG002
        files: Files,  # noqa: ARG002
    ) -> str:
        """Link the citations of hand-written pages; leave nothing to convert in generated ones."""
        site = self._ready()
        generated = self._generated_page(page)
        if generated:
            # Themes put these into the page as they are.
            page.title = escape(generated.title)
            page.meta = {
                "title": escape(generated.title),
                "description": escape(generated.description),
                "hide": ["navigation", "toc"] if generated.wide else ["navigation"],
            }
            return ""
        if self._citations is None:
            return markdown
        marked, problems = self._citations.mark(site, page.file.src_uri, source_of(page.file)[0], markdown)
        self._report(problems)
        return marked

    def on_page_content(
        self,
        html: str,
        *,
        page: MkDocsPage,
        config: MkDocsConfig,  # noqa: ARG002
        files: Files,  # noqa: ARG002
    ) -> str:
        """Fill in the generated pages and the generated parts of hand-written ones."""
        site = self._ready()
        generated = self._generated_page(page)
        if generated:
            page.toc = _table_of_contents([Heading("", generated.title, 1), *generated.body.headings])
            return generated.body.html
        if self._citations is not None:
            html = self._citations.fill(page.file.src_uri, html)
        if OVERVIEW_MARKER in html:
            html = html.replace(OVERVIEW_MARKER, directions_overview(site, page_address(source_of(page.file)[0])).html)
        source = source_of(page.file)[0]
        directions = site.atlas.directions
        direction = next((found for found in directions.values() if found.document.source == source), None)
        html = _with_heads(site, html, direction, self._languages.get(source, ""))
        if direction is None:
            return html
        sections = direction_sections(site, direction)
        _extend(page.toc, sections.headings)
        return html + sections.html

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Put the metadata of a paper into the head of its page, for which themes have no place."""
        generated = self._generated_page(page)
        if not generated or not generated.key:
            return output
        site = self._ready()
        site_url = f"{config.site_url.rstrip('/')}/{site.folder}" if config.site_url else ""
        head = head_html(site, site.atlas.papers[generated.key], site_url, output.partition("</head>")[0])
        return with_head(output, head)

    def on_build_error(self, *, error: Exception) -> None:
        """End a build that a template stops with a sentence: a traceback through MkDocs tells its author nothing."""
        if isinstance(error, BrokenTemplateError):
            raise Abort(str(error)) from None

    def _report(self, problems: Iterable[Problem]) -> None:
        """Put each problem into MkDocs' log once, where `--strict` counts errors and warnings."""
        for problem in in_order(set(problems) - self._reported):
            if problem.severity == "info":
                log.info(str(problem))
            else:
                log.warning(str(problem))
            self._reported.add(problem)

    def _read_citations(self, root: Path) -> None:
        """Make what links the citations, in the style that the options ask for."""
        file = Path(self.config.config_file_path or "mkdocs.yml").name
        options = self._options
        self._citations, problems = page_citations(options.citation_style, options.references, root, self.config, file)
        self._report(problems)

    def _ready(self) -> Site:
        """The site, which `on_files` made before any page is rendered."""
        if self._site is None:
            message = "PaperAtlas was asked for a page before MkDocs collected the files."
            raise RuntimeError(message)
        return self._site

    def _generated_page(self, page: MkDocsPage) -> Page | None:
        return self._pages.get(page.file.src_uri) if page.file.generated_by else None

    def _own_templates(self, root: Path) -> list[Path]:
        return [root / self._options.templates] if self._options.templates else []


def _root(config: MkDocsConfig) -> Path:
    """The folder of `mkdocs.yml`, to which options and reported places are relative."""
    return Path(config.config_file_path).resolve().parent if config.config_file_path else Path.cwd()


def _page_file(file: File, root: Path) -> PageFile:
    """A page as the project reads it; its path for people is relative to the root where that can be."""
    source, language = source_of(file)
    if file.abs_src_path is None:
        return PageFile(source, file.src_uri, None, language)
    path = Path(file.abs_src_path)
    shown = path.relative_to(root) if path.is_relative_to(root) else path
    return PageFile(source, shown.as_posix(), path, language)


def _add_new(values: list[Any], more: Iterable[Any]) -> None:
    """Append what is not in `values` yet: a site of several languages is configured once for each."""
    values += [value for value in more if value not in values]


def _summary(atlas: Atlas) -> str:
    return (
        f"{len(atlas.papers)} papers in {len(atlas.directions)} directions, "
        f"{len(atlas.relations)} relations between them"
    )


def _table_of_contents(headings: Iterable[Heading]) -> TableOfContents:
    toc = TableOfContents([])
    _extend(toc, headings)
    return toc


def _extend(toc: TableOfContents, headings: Iterable[Heading]) -> None:
    """Append headings to a page's table of contents, each below the last one of a higher level."""
    for heading in headings:
        siblings: list[AnchorLink] = toc.items
        while siblings and siblings[-1].level < heading.level:
            siblings = siblings[-1].children
        siblings.append(AnchorLink(escape(heading.title), heading.id, heading.level))


def _with_heads(site: Site, html: str, direction: Direction | None, language: str) -> str:
    """A hand-written page with what stands beneath its title: its direction's figures, a word on its language."""
    foreign = language not in ("", site.messages.language)
    head = untranslated_notice(site, language).html if foreign else ""
    if direction is not None:
        head += direction_head(site, direction).html
    if foreign:
        own, others = escape(site.messages.language), escape(language)
        within = _with_head(html, f'<div lang="{own}">{head}</div>')
        return f'<div lang="{others}">{within}</div>'
    return _with_head(html, head)


def _with_head(html: str, head: str) -> str:
    """`html` with `head` behind its first heading, or before everything if it has none."""
    before, tag, after = html.partition("</h1>")
    return before + tag + head + after if tag else head + html
