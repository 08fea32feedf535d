"""An extension of Python-Markdown, for hosts that load extensions but no plugins.

    markdown.markdown(text, extensions=["paperatlas.citations"], extension_configs={
        "paperatlas.citations": {"bib": "refs.bib"},
    })

On the command line: `python -m markdown -x paperatlas.citations -c options.yml page.md`, with the options of each
extension below its name in `options.yml`. Zensical reads either of

    # mkdocs.yml                          # zensical.toml
    markdown_extensions:                  [project.markdown_extensions."paperatlas.citations"]
      - paperatlas.citations:             bib = "refs.bib"
          bib: refs.bib

with the quotation marks, or it looks for an extension called `paperatlas`. Paths are relative to the folder that the
host is started in. What a citation shows beside it takes `citations.css` and `citations.js` of the templates' folder
`assets` in the site's `extra_css` and `extra_javascript`; `cards: false` leaves it out.

A site that names the plugin `paperatlas` as well is built by MkDocs or `paperatlas zensical`, which leave the extension
out. If Zensical builds it by itself, it drops the plugin in silence, and this extension is all of ours that it loads,
which says so in the log.

Such a host makes its pages one at a time and knows nothing of the others. So there are no pages of papers, unless
`papers` says where they are: a citation leads to its reference, and the reference to the paper itself. Problems go to
the log `paperatlas`, which Zensical prints but does not count, not even with `--strict`. It keeps pages that have not
changed: after a change of the library, build with `--clean`.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from contextlib import suppress
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor

from paperatlas.atlas import Address, Paper, meant_citations, unknown_citations
from paperatlas.build.citations import PLACEMENTS, work_address
from paperatlas.build.configuration import CONFIG_NAMES, BadSiteError, read_configuration
from paperatlas.build.library_files import bib_files
from paperatlas.build.options import DEFAULT_LANGUAGE, OPTIONS, CitationEngine, Options
from paperatlas.build.project import read_project
from paperatlas.build.templates import template_loader
from paperatlas.diagnostics.problem import Problem, in_order
from paperatlas.hosts.long_texts import LongTexts
from paperatlas.hosts.marking import MarkWhenWhole
from paperatlas.notes import body_of, read_document
from paperatlas.notes.formulas import may_have_formulas, unreadable_formulas
from paperatlas.pages.citations.page import CitationOptions, CitedPage, cite_page
from paperatlas.pages.citations.styles import CitationStyle
from paperatlas.pages.render import Site, make_site
from paperatlas.texts.commands.zensical import WITHOUT_PLUGIN
from paperatlas.texts.languages import messages_for

log = logging.getLogger("paperatlas")

NAME = "paperatlas.citations"
"""What a configuration calls the extension. Where the plugin runs, its work is done."""

_PAGE = "(page)"
"""What stands for the name of the page in a problem where nobody knows it."""


_State = tuple[tuple[str, int, int], ...]
"""The files of a library, each with when it was last written and its size."""
_OPTIONS = ("bib", "citation_style", "citation_engine", "references", "language", "mathematics")
"""Those of a site that make sense for pages which know nothing of each other."""


class CitationExtension(Extension):
    """Makes links and references of Pandoc's citations."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - as Python-Markdown passes them
        self.config = {
            **{option.name: [option.default, option.description] for option in OPTIONS if option.name in _OPTIONS},
            "papers": ["", "The address below which the papers' pages are, if there are any"],
            "cards": [True, "Whether the page holds what citations.js shows beside a citation"],
        }
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Find citations once other extensions have put in what they include, and write them last."""
        bib = self.getConfig("bib")
        if folder := (getattr(_zensical(md), "config", None) or {}).get("root_dir"):
            _warn_of_lost_pages(Path(folder))
        paths = (bib,) if isinstance(bib, (str, Path)) else tuple(bib)
        language, style = self.getConfig("language") or DEFAULT_LANGUAGE, self.getConfig("citation_style")
        library = _library(tuple(map(str, paths)), language, style, self.getConfig("citation_engine"), Path.cwd())
        pages = _Pages(md, library, self.getConfigs())
        MarkWhenWhole(pages.mark).extendMarkdown(md)
        LongTexts().extendMarkdown(md)
        # Behind the one that puts raw HTML back, which the marks are.
        md.postprocessors.register(_Fill(md, pages), "paperatlas-citations", 5)


class _Library:
    """A library that is read when it is first wanted, and again when one of its files has changed."""

    def __init__(self, paths: tuple[str, ...], language: str, style: str, engine: CitationEngine, folder: Path) -> None:
        self._paths, self._language, self._folder = paths, language, folder
        self._style, self._engine = style, engine
        self._state: _State | None = None
        self._read: tuple[Site, CitationStyle] | None = None

    def site(self) -> tuple[Site, CitationStyle]:
        """Return the papers and the style; what is wrong with them is logged each time they are read."""
        state = self._state_of_files()
        if self._read is None or state != self._state:
            self._state, self._read = state, self._read_anew()
        return self._read

    def _state_of_files(self) -> _State:
        found = [*bib_files(self._folder, self._paths)[0], self._folder / self._style]
        return tuple(
            (str(file), stat.st_mtime_ns, stat.st_size)
            for file in sorted(found)
            if file.is_file() and (stat := file.stat())
        )

    def _read_anew(self) -> tuple[Site, CitationStyle]:
        options = Options(bib=self._paths, citation_style=self._style, citation_engine=self._engine)
        project = read_project(self._folder, options, {self._language: ()})
        _report(project.problems)
        return make_site(project.atlas, messages_for(self._language), template_loader()), project.style


# Hosts make an extension for every page, but a process builds few sites, each in few languages and styles.
@lru_cache(maxsize=8)
def _library(paths: tuple[str, ...], language: str, style: str, engine: CitationEngine, folder: Path) -> _Library:
    """Return the library that all pages with these options share; it holds its last reading only."""
    return _Library(paths, language, style, engine, folder)


class _Pages:
    """The page that is being converted."""

    def __init__(self, md: Markdown, library: _Library, options: dict[str, Any]) -> None:
        self._md = md
        self._library = library
        self._options = options
        self._page: CitedPage | None = None

    def mark(self, markdown: str) -> str:
        """Mark its citations."""
        self._page = None
        cites = "@" in markdown or "bibliography" in markdown or "paperatlas:" in markdown
        if not cites and not (self._options["mathematics"] and may_have_formulas(markdown)):
            return markdown
        site, style = self._library.site()
        papers = str(self._options["papers"])
        placement = PLACEMENTS.get(str(self._options["references"]), "end")
        title_href = partial(_paper_page, papers) if papers else work_address
        options = CitationOptions(
            style, placement, title_href, not papers, bool(self._options["cards"]), bool(self._options["mathematics"])
        )
        name = _name_of_page(self._md)
        document, _ = read_document(markdown, name, name)
        page = cite_page(site, body_of(markdown, document), Address(""), options)
        formulas = unreadable_formulas(document.body.text, markdown, name) if options.formulas else ()
        _report(
            [
                *unknown_citations(site.atlas, [document]),
                *meant_citations(site.atlas, [document]),
                *formulas,
                *page.problems,
            ]
        )
        self._page = page
        return page.markdown

    def fill(self, html: str) -> str:
        """Put them in. Python-Markdown asks for it more than once: for each heading, and for the page."""
        return html if self._page is None else self._page.filled(html)


class _Fill(Postprocessor):
    def __init__(self, md: Markdown, pages: _Pages) -> None:
        super().__init__(md)
        self._pages = pages

    def run(self, text: str) -> str:
        return self._pages.fill(text)


# Once for each site in a process.
@lru_cache(maxsize=8)
def _warn_of_lost_pages(folder: Path) -> None:
    """Say that Zensical, which builds the site in a folder by itself, does not run the plugin that it names."""
    for name in CONFIG_NAMES:
        with suppress(BadSiteError):
            if (folder / name).is_file() and read_configuration(folder / name):
                log.warning(WITHOUT_PLUGIN)


def _zensical(md: Markdown) -> Any:  # noqa: ANN401 - a class of Zensical's, which may not be there
    """Return what Zensical tells of the page and of the site; None if it is another host."""
    return next((md.preprocessors[name] for name in ("rendering_context",) if name in md.preprocessors), None)


def _name_of_page(md: Markdown) -> str:
    """Return the file that is being converted, which Zensical tells; Python-Markdown does not know it."""
    page = getattr(_zensical(md), "page", None)
    return str(getattr(page, "path", "") or _PAGE)


def _paper_page(papers: str, paper: Paper) -> str:
    return f"{papers.rstrip('/')}/{paper.slug}/"


def _report(problems: Iterable[Problem]) -> None:
    """Put problems into the log."""
    for problem in in_order(problems):
        log.log(logging.INFO if problem.severity == "info" else logging.WARNING, "%s", problem)
