"""The generated parts of hand-written pages."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from paperatlas.atlas import Address, Direction
from paperatlas.atlas.addresses import PAPERS, page_address
from paperatlas.pages.direction import direction_head, direction_of, direction_sections, untranslated_notice
from paperatlas.pages.home import directions_overview, library_overview
from paperatlas.pages.page import Fragment
from paperatlas.pages.render import Site
from paperatlas.text.language_tags import covers

OVERVIEWS = {
    "<!-- paperatlas: directions -->": directions_overview,
    "<!-- paperatlas: library -->": library_overview,
}
"""Where a hand-written page wants the directions, or the library, at a glance."""
_CITATION = 'class="pa-cite"'
_CITATIONS_SCRIPT = Address("assets/citations.js")


@dataclass(frozen=True, slots=True)
class CompletedPage:
    """A hand-written page with its generated parts; those at its end begin with a heading of their own."""

    start: str
    end: Fragment

    @property
    def html(self) -> str:
        """Return the whole page."""
        return self.start + self.end.html


def complete_page(site: Site, source: str, html: str) -> CompletedPage:
    """Return a hand-written page with its generated parts.

    These are the directions or the library at a glance where the page wants them; the figures and the sections of the
    direction whose note it is; a word on its language if that is not the site's; and the script of citations
    where there are any.
    """
    script = _citations_script(site, source) if _CITATION in html else ""
    if PAPERS in site.pages:
        for marker, overview in OVERVIEWS.items():
            if marker in html:
                html = html.replace(marker, overview(site, page_address(source)).html)
    direction = direction_of(site, source)
    document = site.atlas.documents_by_source.get(source)
    html = _with_heads(site, html, direction, document.language if document else "")
    end = direction_sections(site, direction) if direction else Fragment("")
    return CompletedPage(html + script, end)


def _citations_script(site: Site, source: str) -> str:
    """Return the element that loads what shows a card beside a citation."""
    return f'<script src="{site.file_link_from(page_address(source))(_CITATIONS_SCRIPT)}" defer></script>'


def _with_heads(site: Site, html: str, direction: Direction | None, language: str) -> str:
    """Return a page with what stands beneath its title: its direction's figures, a word on its language."""
    foreign = bool(language) and not covers(language, site.language)
    head = untranslated_notice(site, language).html if foreign else ""
    if direction is not None:
        head += direction_head(site, direction).html
    if foreign:
        own, others = escape(site.messages.language), escape(language)
        within = _with_head(html, f'<div lang="{own}">{head}</div>')
        return f'<div lang="{others}">{within}</div>'
    return _with_head(html, head)


def _with_head(html: str, head: str) -> str:
    """Return `html` with `head` behind its first heading, or before everything if it has none."""
    before, tag, after = html.partition("</h1>")
    return before + tag + head + after if tag else head + html
