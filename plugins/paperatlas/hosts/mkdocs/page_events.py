"""A page that MkDocs makes, on its way from its Markdown to its HTML: hand-written, or generated in its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from paperatlas.hosts.front_matter import as_text
from paperatlas.hosts.mkdocs.blank_lines import without_blank_lines
from paperatlas.hosts.mkdocs.built_part import BuiltPart
from paperatlas.hosts.mkdocs.direct_pages import write_beside
from paperatlas.hosts.mkdocs.files import AddedFiles
from paperatlas.hosts.mkdocs.language_site import LanguageSite
from paperatlas.hosts.mkdocs.languages import page_source_of
from paperatlas.hosts.mkdocs.offline import OfflineSite
from paperatlas.hosts.mkdocs.options import root_of
from paperatlas.hosts.mkdocs.page_cache.pages import PageCache
from paperatlas.hosts.mkdocs.page_ends import PageEnds
from paperatlas.hosts.mkdocs.problem_log import ProblemLog
from paperatlas.hosts.mkdocs.search import SiteSearch
from paperatlas.hosts.mkdocs.theme_page import (
    anchors,
    describe_hand_written,
    describe_page,
    escape_name,
    extend,
    fill,
    insert,
    title_as_text,
    with_hand_written_metadata,
    with_metadata,
)
from paperatlas.hosts.untrusted import sanitise, text_of
from paperatlas.pages import Page
from paperatlas.pages.citations.page import CitationOptions, CitedPage

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File
    from mkdocs.structure.pages import Page as MkDocsPage


_NOTHING = "<div></div>"
"""The Markdown of a generated page: plugins may fail with a page of no element, as mkdocs-video does."""


@dataclass(slots=True)
class PageEvents:
    """What happens to the pages of a language; where they are made `when_asked`, their generated parts wait as well.

    Where text is included in pages, they are marked behind that (`includes`); the HTML of `untrusted` ones is
    sanitised. Generated pages are drafts to plugins that want a file for each page (`drafts`).
    """

    site: LanguageSite
    added: AddedFiles
    citations: CitationOptions
    ends: PageEnds
    cache: PageCache
    search: SiteSearch
    offline: OfflineSite
    part: BuiltPart
    problems: ProblemLog
    includes: bool
    when_asked: bool
    untrusted: bool = False
    drafts: bool = False
    _cited: dict[str, CitedPage] = field(default_factory=dict)
    _converted: MkDocsPage | None = None

    def build_again(self, site: LanguageSite, config: MkDocsConfig) -> None:
        """Go on with the site as it was built again, at the same addresses."""
        self.site = site
        self.problems.begin(site.project)
        self.problems.report(site.problems(Path(config.docs_dir)))
        self.added = self.added.built_again(site.built, config)
        self.cache.start_again()
        self.search.collect_again(site.built.site, site.pages.language)

    def source(self, page: MkDocsPage) -> str | None:
        """Return the body of a note whose front matter cannot be used: MkDocs would show it, or never end with it."""
        document = self.site.built.site.atlas.documents_by_source.get(page_source_of(page.file)[0])
        return document.body.text if document and document.front_matter.unusable else None

    def markdown(self, markdown: str, page: MkDocsPage) -> str:
        """Link the citations of a hand-written page; leave nothing to convert in a generated one."""
        generated = self._generated(page.file)
        if generated:
            describe_page(page, generated)
            if self.drafts:
                page.meta["draft"] = True
            return _NOTHING
        page.meta = as_text(page.meta)
        describe_hand_written(self.site.built.site, page, page_source_of(page.file)[0])
        self._converted = page
        return markdown if self.includes else self.mark(markdown)

    def mark(self, markdown: str) -> str:
        """Mark the citations of the page that is being converted."""
        if self._converted is None:
            return markdown
        page, self._converted = self._converted, None
        source = page_source_of(page.file)[0]
        cited = self.cache.cite(self.site.built, page, source, markdown, self.citations)
        self._cited[page.file.src_uri] = cited
        self.problems.report(cited.problems)
        return cited.markdown

    def content(self, html: str, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Return the content of a page: generated, or with its generated parts."""
        generated = self._generated(page.file)
        if generated:
            page.present_anchor_ids = anchors(generated.body.html)
            return fill(page, generated)
        escape_name(page)
        if self.untrusted:
            html = sanitise(html)
            page.meta["title"] = text_of(str(page.title or ""))
            title_as_text(page.toc)
        if cited := self._cited.pop(page.file.src_uri, None):
            html = cited.filled(html)
        self.search.add(page, page_source_of(page.file)[0], html)
        self.problems.report(self.offline.foreign_in_page(html, page, root_of(config), config))
        return html if self.when_asked or not self.part.has(page.file) else self.complete(page, html)

    def complete(self, page: MkDocsPage, html: str) -> str:
        """Return the content of a hand-written page with its generated parts."""
        completed = self.cache.complete(self.site.built, page, page_source_of(page.file)[0], html)
        # MkDocs looks for what links end in there.
        page.present_anchor_ids = (page.present_anchor_ids or set()) | anchors(completed.html)
        insert(page.toc, completed.inner, completed.following)
        extend(page.toc, completed.end.headings)
        return self.ends.hold_back(page, completed)

    def head(self, output: str, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Put the metadata of a page into its head, for which themes have no place, and take blank lines out of it."""
        output = without_blank_lines(output, page.content)
        site, url = self.site.built.site, config.site_url or ""
        if generated := self._generated(page.file):
            return with_metadata(site, url, output, generated)
        return with_hand_written_metadata(site, url, output, page_source_of(page.file)[0])

    def write_beside(self, file: File) -> None:
        """Write the files that a generated page comes with."""
        if self._generated(file):
            write_beside(self.added.page(file.src_uri), file.dest_dir, self.site.built.site.folder)

    def _generated(self, file: File) -> Page | None:
        return self.added.page(file.src_uri) if file.generated_by and file.src_uri in self.added.by_mkdocs else None
