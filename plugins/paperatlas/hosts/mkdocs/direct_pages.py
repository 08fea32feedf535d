"""Writing generated pages without MkDocs' pipeline: the theme is asked for frames, and search is fed with sections."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.commands.build import get_context
from mkdocs.plugins import get_plugin_logger

from paperatlas.hosts.mkdocs.direct_files import DirectFile, DirectPage, slug_of
from paperatlas.hosts.mkdocs.frames import Frame, learn_frame, marks
from paperatlas.hosts.mkdocs.search_index import SearchIndex, search_index_of
from paperatlas.hosts.mkdocs.theme_page import complete
from paperatlas.pages import Page
from paperatlas.storage.files import write_output
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
        """Return a page as `mkdocs build` makes it from its content, but for the search index."""
        page.active = True
        context = get_context(self.nav, self.pages, self.config, page)
        template = self.env.get_template(str(page.meta.get("template", "main.html")))
        handlers: list[Callable[..., Any]] = self.config.plugins.events["page_context"]
        for handler in handlers:
            if ".search" not in type(getattr(handler, "__self__", None)).__module__:
                context = handler(context, page=page, config=self.config, nav=self.nav) or context
        html: str = template.render(context)
        page.active = False
        return html


class ThemeDiffersError(Exception):
    """What the theme makes of a page, or its search index of the page's sections, differs from what was made here."""


@dataclass(frozen=True, slots=True)
class _Framed:
    """Pages in frames of the theme, by what the frame depends on; learned when a second page needs it."""

    theme: Theme
    _first: dict[object, tuple[DirectFile, Page, str]] = field(default_factory=dict)
    _frames: dict[object, Frame] = field(default_factory=dict)

    def html(self, file: DirectFile, page: Page, *, sample: bool) -> str:
        """Return a page; a `sample` is compared with what the theme makes of it. Raises `ThemeDiffersError`."""
        kind = _kind(file, page)
        if kind not in self._first:
            html = self.theme.render(complete(file.page, page))
            self._first[kind] = file, page, html
            return html
        if kind not in self._frames:
            self._frames[kind] = self._learned(*self._first[kind])
        filled = self._frames[kind].fill(_values(file, page))
        if sample and filled != self.theme.render(complete(file.page, page)):
            raise ThemeDiffersError(file.src_uri)
        return filled

    def _learned(self, file: DirectFile, page: Page, html: str) -> Frame:
        """Return the frame of a page that the theme made; it makes this page."""
        frame = learn_frame(self.theme.render(_marked(file, page)))
        if frame is None or frame.fill(_values(file, page)) != html:
            raise ThemeDiffersError(file.src_uri)
        return frame


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
            "<h1" in page.body.html,
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
    marked = marks("<h1></h1>" if "<h1" in page.body.html else "")
    probe = complete(file.beside(marked["slug"]).page, page)
    probe.title = probe.meta["title"] = marked["title"]
    if page.description:
        probe.meta["description"] = marked["description"]
    if file.page.edit_url is not None:
        probe.edit_url = marked["edit_url"]
    probe.content = marked["content"]
    return probe


def write_pages(files: Sequence[DirectFile], theme: Theme, finish: Callable[[str, Page], str], folder: str) -> None:
    """Make the pages of `files` and write them, and what they load, which is in `folder` where it is localised.

    `finish` does to what the theme made of a page whatever the plugin does to that of others.
    """
    index = search_index_of(theme.config)
    before = index.length if index else 0
    try:
        _write_pages(files, theme, finish, folder, _Framed(theme), index)
    except ThemeDiffersError as page:
        log.info(
            f"The theme or its search treats generated pages in a way of its own (seen at '{page}'): "
            "it is asked for each of them, which takes longer."
        )
        if index:
            index.shorten(before)
        _write_pages(files, theme, finish, folder, None, index)


def _write_pages(
    files: Sequence[DirectFile],
    theme: Theme,
    finish: Callable[[str, Page], str],
    folder: str,
    framed: _Framed | None,
    index: SearchIndex | None,
) -> None:
    stride = max(1, len(files) // _SAMPLES)
    for at, file in enumerate(with_progress(files, "pages")):
        sample = at % stride == 0
        made = file.planned.make()
        page = complete(file.page, made)
        html = framed.html(file, made, sample=sample) if framed else theme.render(page)
        write_output(file.abs_dest_path, finish(html, made).encode("utf-8", errors="xmlcharrefreplace"))
        for beside in made.files:
            path = Path(theme.config.site_dir, folder if beside.localised else "", beside.address)
            write_output(str(path), beside.text.encode())
        if index:
            if framed is None:
                index.add_parsed(page)
            elif not index.add(page, sample=sample):
                raise ThemeDiffersError(file.src_uri)
        page.content = None
