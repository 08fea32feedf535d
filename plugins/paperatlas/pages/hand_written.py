"""The generated parts of hand-written pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from paperatlas.atlas import Address
from paperatlas.atlas.addresses import PAPERS, page_address
from paperatlas.pages.direction import (
    DRAWING,
    NO_GRAPH,
    DirectionGraph,
    direction_graph,
    direction_head,
    direction_of,
    direction_sections,
    untranslated_notice,
)
from paperatlas.pages.home import directions_overview, library_overview
from paperatlas.pages.note_sections import heading_ids, second_section
from paperatlas.pages.page import NO_FRAGMENT, Fragment, Heading
from paperatlas.pages.render import Site, block_language
from paperatlas.text.language_tags import covers

OVERVIEWS = {
    "<!-- paperatlas: directions -->": directions_overview,
    "<!-- paperatlas: library -->": library_overview,
}
"""Where a hand-written page wants the directions, or the library, at a glance."""
GRAPH = "<!-- paperatlas: graph -->"
"""Where the note of a direction wants the graph; else it stands behind the first section."""
MARKERS = (*OVERVIEWS, GRAPH)
"""The comments that stand for a generated part."""
_CITATION = 'class="pa-cite"'
_CITATIONS_SCRIPT = Address("assets/citations.js")


@dataclass(frozen=True, slots=True)
class GeneratedParts:
    """What is put into a hand-written page, known before its Markdown is HTML.

    `overviews` stand in the places of their markers, `head` beneath the title, `graph` behind the first section or in
    the place of its marker, `before` and `after` around the text, `script` behind it if it cites, and `end` at the end.
    """

    overviews: Mapping[str, str] = field(default_factory=dict)
    head: str = ""
    graph: DirectionGraph = NO_GRAPH
    before: str = ""
    after: str = ""
    script: str = ""
    end: Fragment = NO_FRAGMENT


@dataclass(frozen=True, slots=True)
class CompletedPage:
    """A hand-written page with its generated parts; those at its end begin with a heading of their own.

    The `drawing` of its graph has a marker in `start`. The `inner` headings are those of the generated parts before the
    end: they come before the first of the headings with the ids `following`.
    """

    start: str
    end: Fragment
    drawing: str = ""
    inner: tuple[Heading, ...] = ()
    following: tuple[str, ...] = ()

    @property
    def html(self) -> str:
        """Return the whole page."""
        return self.whole(self.start)

    def whole(self, start: str) -> str:
        """Return the page whose `start` may have been changed since."""
        return start.replace(DRAWING, self.drawing, 1) + self.end.html if self.drawing else start + self.end.html


def complete_page(site: Site, source: str, html: str) -> CompletedPage:
    """Return a hand-written page with its generated parts."""
    return with_parts(html, generated_parts(site, source, html))


def generated_parts(site: Site, source: str, text: str) -> GeneratedParts:
    """Return what is put into a hand-written page; its `text` may be HTML or still Markdown.

    These are the directions or the library at a glance where the page wants them; the figures, the graph and the
    sections of the direction whose note it is; a word on its language if that is not the site's; and the script of
    citations.
    """
    address = page_address(source)
    wanted = OVERVIEWS.items() if PAPERS in site.pages else ()
    direction = direction_of(site, source)
    document = site.atlas.documents_by_source.get(source)
    language = document.language if document else ""
    foreign = bool(language) and not covers(language, site.language)
    head = untranslated_notice(site, language).html if foreign else ""
    if direction is not None:
        head += direction_head(site, direction).html
    if foreign:
        head = f"<div{block_language(site.messages.language, language)}>{head}</div>"
    elif head:
        head = site.in_own_words(head)
    end = direction_sections(site, direction) if direction else NO_FRAGMENT
    graph = direction_graph(site, direction) if direction else NO_GRAPH
    return GeneratedParts(
        overviews={
            marker: site.in_own_words(overview(site, address).html) for marker, overview in wanted if marker in text
        },
        head=head,
        graph=replace(graph, frame=site.in_own_words(graph.frame)) if direction else graph,
        before=f"<div{block_language(language, site.language)}>" if foreign else "",
        after="</div>" if foreign else "",
        script=f'<script src="{site.file_link_from(address)(_CITATIONS_SCRIPT)}" defer></script>',
        end=replace(end, html=site.in_own_words(end.html)) if direction else end,
    )


def with_parts(html: str, parts: GeneratedParts) -> CompletedPage:
    """Return a page whose Markdown is HTML with what is put into it."""
    script = parts.script if _CITATION in html else ""
    for marker, overview in parts.overviews.items():
        html = html.replace(marker, overview)
    html = _with_head(html, parts.head)
    before, after = _around_graph(html) if parts.graph.frame else (html, "")
    return CompletedPage(
        f"{parts.before}{before}{parts.graph.frame}{after}{parts.after}{script}",
        parts.end,
        parts.graph.drawing,
        parts.graph.headings,
        heading_ids(after) if parts.graph.headings else (),
    )


def _around_graph(html: str) -> tuple[str, str]:
    """Return what of a note stands before its graph and what behind it."""
    before, marker, after = html.partition(GRAPH)
    if marker:
        return before, after.replace(GRAPH, "")
    at = second_section(html)
    return html[:at], html[at:]


def _with_head(html: str, head: str) -> str:
    """Return `html` with `head` behind its first heading, or before everything if it has none."""
    before, tag, after = html.partition("</h1>")
    return before + tag + head + after if tag else head + html
