"""Writing generated pages without MkDocs' pipeline: the theme is asked for frames."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.commands.build import get_context
from mkdocs.plugins import get_plugin_logger

from paperatlas.hosts.mkdocs.blank_lines import without_blank_lines
from paperatlas.hosts.mkdocs.direct_files import DirectFile, DirectPage, slug_of
from paperatlas.hosts.mkdocs.frames import PageFrame, learn_frame, marks
from paperatlas.hosts.mkdocs.kept_pages import KeptPage, KeptPages
from paperatlas.hosts.mkdocs.theme_page import complete_theme_page, heading_of
from paperatlas.pages import Page
from paperatlas.pages.reads import Reads
from paperatlas.storage.files import write_output
from paperatlas.storage.processes import in_processes
from paperatlas.text.progress import with_progress

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File
    from mkdocs.structure.nav import Navigation

log = get_plugin_logger("paperatlas")

_SAMPLES = 8
"""How many pages of a build are made in both ways besides the first of each kind: a tenth of a second's work that meets
each part of a large site."""


@dataclass(frozen=True, slots=True)
class Theme:
    """What MkDocs has ready when it makes pages: they are those that it makes itself."""

    config: MkDocsConfig
    env: Environment
    nav: Navigation
    pages: Sequence[File]

    def render(self, page: DirectPage) -> str:
        """Return a page as a build makes it from its content, but for the search index."""
        page.active = True
        context = get_context(self.nav, self.pages, self.config, page)
        template = self.env.get_template(str(page.meta.get("template", "main.html")))
        handlers: list[Callable[..., Any]] = self.config.plugins.events["page_context"]
        for handler in handlers:
            if ".search" not in type(getattr(handler, "__self__", None)).__module__:
                context = handler(context, page=page, config=self.config, nav=self.nav) or context
        html: str = template.render(context)
        page.active = False
        return without_blank_lines(html, page.content)


class ThemeDiffersError(Exception):
    """What the theme makes of a page differs from what was made here."""


class KeptDiffersError(Exception):
    """A page that nothing seemed to have changed in came out otherwise than it was kept."""


@dataclass(frozen=True, slots=True)
class _Framed:
    """Pages in frames of the theme, by what the frame depends on."""

    theme: Theme
    _frames: dict[object, tuple[PageFrame, bytes]] = field(default_factory=dict)
    _proven: set[object] = field(default_factory=set)

    def html(self, file: DirectFile, page: Page, *, sample: bool) -> str:
        """Return a page; the first in a frame, and a `sample`, is made by the theme as well.

        Raises `ThemeDiffersError` if that is something else.
        """
        kind = _kind(file, page)
        html = self._frame(kind, file, page)[0].fill(_values(file, page))
        if sample or kind not in self._proven:
            if html != self.theme.render(complete_theme_page(file.page, page)):
                raise ThemeDiffersError(file.src_uri)
            self._proven.add(kind)
        return html

    def digest(self, file: DirectFile, page: Page) -> bytes:
        """Return a digest of the frame that a page is in. Raises `ThemeDiffersError`."""
        return self._frame(_kind(file, page), file, page)[1]

    def _frame(self, kind: object, file: DirectFile, page: Page) -> tuple[PageFrame, bytes]:
        """Return the frame of a page and its digest, learned from it if it is the first in it."""
        if kind not in self._frames:
            try:
                frame = learn_frame(self.theme.render(_marked(file, page)))
            except Exception as error:  # whatever a theme does that looks into what it shows
                raise ThemeDiffersError(file.src_uri) from error
            if frame is None:
                raise ThemeDiffersError(file.src_uri)
            self._frames[kind] = frame, frame.digest
        return self._frames[kind]


def _kind(file: DirectFile, page: Page) -> object:
    """Return what the frame of a page depends on; one that a plugin put into the navigation has its own."""
    return (
        file.src_uri
        if file.in_nav
        else (
            posixpath.dirname(file.dest_uri.removesuffix("/index.html")),
            page.wide,
            page.body.headings,
            not page.description,
            heading_of(page.body.html),
            file.page.edit_url is None,
        )
    )


def _values(file: DirectFile, page: Page) -> dict[str, str]:
    return {
        "title": escape(page.title),
        "description": escape(page.description),
        "slug": slug_of(file),
        "edit_url": file.page.edit_url or "",
        "content": page.body.html,
    }


def _marked(file: DirectFile, page: Page) -> DirectPage:
    """Return the page with marks in the place of its values."""
    marked = marks(heading_of(page.body.html))
    probe = complete_theme_page(file.beside(marked["slug"]).page, page)
    probe.title = probe.meta["title"] = probe.toc.items[0].title = marked["title"]
    if page.description:
        probe.meta["description"] = marked["description"]
    if file.page.edit_url is not None:
        probe.edit_url = marked["edit_url"]
    probe.content = marked["content"]
    return probe


@dataclass(frozen=True, slots=True)
class PageWriter:
    """What generated pages are made with.

    `finish` does to what the theme made of a page whatever the plugin does to that of others, `reads` notes what a page
    is made from, `kept` has the pages of the last build, if they are there. What a page loads is below `folder` where
    it is localised. So many `processes` share the pages.
    """

    theme: Theme
    finish: Callable[[str, Page], str]
    reads: Reads
    folder: str
    kept: KeptPages | None = None
    processes: int = 1


def write_pages(files: Sequence[DirectFile], writer: PageWriter) -> None:
    """Make the pages of `files` and write them, and what they load."""
    try:
        _write_pages(files, writer)
    except ThemeDiffersError as page:
        log.info(
            f"The theme treats generated pages differently from each other (see '{page}'): "
            "the theme renders each of them, which takes longer."
        )
        for file in with_progress(files, "pages"):
            write_plainly(file, writer)


def _write_pages(files: Sequence[DirectFile], writer: PageWriter) -> None:
    """Make the pages in frames of the theme, or take those that were kept. Raises `ThemeDiffersError`."""
    try:
        _write_framed(files, writer)
    except KeptDiffersError as page:
        log.info(f"'{page}' differs from its cached version: all pages are made again.")
        kept = replace(writer.kept, before={}, now={}) if writer.kept else None
        _write_framed(files, replace(writer, kept=kept))


def _write_framed(files: Sequence[DirectFile], writer: PageWriter) -> None:
    """Make the pages in one process or several. Raises `ThemeDiffersError`, `KeptDiffersError`."""
    for now in in_processes(files, partial(_write_part, writer), dict[str, KeptPage], writer.processes):
        if writer.kept:
            writer.kept.now.update(now)


def _write_part(writer: PageWriter, files: Sequence[DirectFile]) -> dict[str, KeptPage]:
    """Make some of the pages; return what is kept of them."""
    framed, kept = _Framed(writer.theme), writer.kept
    for at, file in enumerate(with_progress(files, "pages", writer.processes)):
        sample = at % max(1, len(files) // _SAMPLES) == 0
        former = kept.candidate(file) if kept else None
        if former and former.frame != framed.digest(file, former.stand_in()):
            former = None
        if kept and former and not sample and kept.take(file, former):
            continue

        def made(file: DirectFile = file, sample: bool = sample) -> tuple[Page, bytes]:
            page = file.planned.make()
            return page, _encoded(writer.finish(framed.html(file, page, sample=sample), page))

        (page, data), reads = writer.reads.during(made)
        if kept and former and kept.differs(file, former, data):
            raise KeptDiffersError(file.src_uri)
        _write(file, page, data, writer)
        if kept:
            kept.keep(file, page, reads, framed.digest(file, page))
        file.page.content = None
    return kept.now if kept else {}


def write_plainly(file: DirectFile, writer: PageWriter) -> None:
    """Make a page as MkDocs makes it, and write it with what it loads."""
    page = file.planned.make()
    _write(file, page, _encoded(writer.finish(writer.theme.render(complete_theme_page(file.page, page)), page)), writer)
    file.page.content = None


def _write(file: DirectFile, page: Page, data: bytes, writer: PageWriter) -> None:
    """Write a page, and what it loads."""
    write_output(file.abs_dest_path, data)
    write_beside(page, writer.theme.config.site_dir, writer.folder)


def write_beside(page: Page, site: str, folder: str) -> None:
    """Write what a page loads into a site whose pages in this language are in `folder`."""
    for beside in page.files:
        write_output(str(Path(site, folder if beside.localised else "", beside.address)), beside.text.encode())


def _encoded(html: str) -> bytes:
    """Return a page as MkDocs writes it."""
    return html.encode("utf-8", errors="xmlcharrefreplace")
