"""Citations and references of a page.

Citations are found in its Markdown, but HTML put there would be read as Markdown again. So each leaves a mark that
means nothing to Markdown, and the marks are filled in when the page is HTML.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from html import escape, unescape
from typing import Literal

from paperatlas.atlas import Address, Paper
from paperatlas.diagnostics.problem import Problem
from paperatlas.notes import Body, CitationCluster, read_body
from paperatlas.notes.citations.brackets import bounded_brackets
from paperatlas.notes.citations.masking import mask
from paperatlas.notes.citations.replace import replace_citations
from paperatlas.notes.formulas import (
    FormulaSpan,
    dollars_unescaped,
    may_have_formulas,
    readable_formulas,
    replace_formulas,
)
from paperatlas.pages.citations.reference import is_listed, short_names
from paperatlas.pages.citations.sets import without_sets
from paperatlas.pages.citations.styles import WORDS_BEGIN, WORDS_END, AuthorYear, CitationStyle, Cited, PageStyle
from paperatlas.pages.render import Site

ReferencePlacement = Literal["end", "marker", "none"]
"""Where the references of a page stand: at its end unless it has a marker, only at a marker, nowhere."""

_MARKER = re.compile(
    r"^ {0,3}(?:(?P<own><!--[ ]*paperatlas:[ ]*references[ ]*-->)|(?P<foreign>\\(?P<full>full_)?bibliography))[ \t]*$",
    re.MULTILINE,
)
"""Where a page wants its references. `\\bibliography` is what mkdocs-bibtex calls it."""

_MARK = re.compile(r'<(?P<tag>span|div) data-pa-cited="(?P<number>\d+)">[^<]*</(?P=tag)>')
_TAG = re.compile(r"<[^<>]*>")
_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~^$:]")
"""What Markdown, or an extension of it, might read as a mark."""

_HEADING = re.compile(r"^ {0,3}#{1,6}[^\n]*|^[^\n]+\n(?=(?:=+|-+)[ \t]*$)", re.MULTILINE)
_WORDS = re.compile(f"{WORDS_BEGIN}([^{WORDS_END}]*){WORDS_END}")
_HEADING_ABOVE = re.compile(r"(?:^#{1,6}[^\n]*|\n(?:=+|-+)[ \t]*)\n*\Z", re.MULTILINE)
_IN_TEXT = re.compile(r"@(?:\{(?P<braced>[^{}]+)\}|(?P<bare>\w(?:[:.#$%&\-+?<>~/]?\w)*))")
_HERE = "\ue012"
"""Stands for the references until the page's citations are counted."""

_LONG = 12
"""How many references are folded away, so that what follows is not lost."""


@dataclass(frozen=True, slots=True)
class CitationOptions:
    """How a site wants its citations.

    `title_href` says where the title of a reference leads, by default to the paper's page; an empty address is none. A
    citation leads there as well, or if `to_references` to its reference on a page that lists them. `formulas` are set.
    """

    style: CitationStyle = field(default_factory=AuthorYear)
    placement: ReferencePlacement = "end"
    title_href: Callable[[Paper], str] | None = None
    to_references: bool = False
    cards: bool = True
    formulas: bool = True

    @property
    def key(self) -> tuple[str | bytes, ...]:
        """Return what tells one site's wishes from another's."""
        return *self.style.key, self.placement, str(self.formulas)


@dataclass(frozen=True, slots=True)
class CitedPage:
    """A page whose citations are marks in its `markdown`, and what they stand for."""

    markdown: str
    pieces: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    def filled(self, html: str) -> str:
        """Return the page's HTML, or a part of it, with each mark filled in."""
        return _MARK.sub(self._piece, html) if self.pieces else html

    def _piece(self, match: re.Match[str]) -> str:
        number = int(match["number"])
        return self.pieces[number] if number < len(self.pieces) else ""


def cite_page(site: Site, body: Body, origin: Address, options: CitationOptions) -> CitedPage:
    """Mark the citations of the page at `origin` and put its references in their place.

    A key that no paper has stays as written; the assembly of the atlas has reported it.
    """
    placement = options.placement
    body = without_sets(body, site.atlas)
    cited = _cited_papers(site, body.clusters)
    markers = _markers(body.text)
    if not cited and not markers and "@" not in body.text:
        return _with_formulas(CitedPage(bounded_brackets(body.text)), options)
    full = placement != "none" and any(marker["full"] for marker in markers)
    papers = list(site.atlas.papers.values()) if full else cited
    title_href = options.title_href or _page_of(site, origin)
    listed = placement != "none" and bool(papers)
    in_list = options.to_references and listed and (bool(markers) or placement == "end")
    if markers:
        # Without its markers it is another text: what stood below one may be code now.
        unmarked = _without_markers(body.text, markers, f"\n\n{_HERE}\n\n" if listed else "")
        body = without_sets(read_body(unmarked), site.atlas)
    on_page = options.style.on_page(papers, site.messages, title_href, body.clusters)
    writer = _Writer(site, on_page, _reference if in_list else title_href)
    headings = [match.span() for match in _HEADING.finditer(body.text)] if body.clusters else []
    linked = replace_citations(body.text, body.clusters, partial(writer.cluster, headings), tight=on_page.tight)
    if listed and not markers and placement == "end":
        linked = f"{linked.rstrip()}\n\n{_HERE}\n"
    if _HERE in linked:
        linked = writer.with_references(linked)
    if options.cards and cited:
        linked = writer.with_cards(linked, cited)
    linked = bounded_brackets(linked)
    return _with_formulas(CitedPage(linked, tuple(writer.pieces), tuple(on_page.problems())), options)


def with_names(site: Site, sentence: str) -> str:
    """Return a sentence as plain text, with names of authors for the keys that are part of it, formulas in Unicode."""

    def names(match: re.Match[str]) -> str:
        paper = site.atlas.papers.get(match["braced"] or match["bare"])
        return match[0] if paper is None else site.messages.citations.names(short_names(paper))

    return readable_formulas(_IN_TEXT.sub(names, sentence) if "@" in sentence else sentence)


def page_title_of(site: Site, title: str) -> str:
    """Return the title of a page as plain text, its citations as they read by author and year."""
    if "@" not in title:
        return title
    clusters = without_sets(read_body(title), site.atlas).clusters
    style = AuthorYear().on_page(_cited_papers(site, clusters), site.messages, lambda _: "")

    def read(cluster: CitationCluster) -> str | None:
        papers = [site.atlas.papers.get(citation.key) for citation in cluster.citations]
        if cluster.in_text and papers[0] is None:
            return None
        cited = [Cited(*pair, str) for pair in zip(cluster.citations, papers, strict=True)]
        return _plain(_WORDS.sub(r"\1", style.cluster(cited, narrative=cluster.narrative)))

    return replace_citations(title, clusters, read, tight=style.tight)


def _with_formulas(page: CitedPage, options: CitationOptions) -> CitedPage:
    """Return a page whose formulas are marks as well."""
    if not options.formulas or not may_have_formulas(page.markdown):
        return page
    headings = [match.span() for match in _HEADING.finditer(page.markdown)]
    pieces = list(page.pieces)

    def mark(span: FormulaSpan) -> str:
        formula = span.read()
        in_heading = any(start <= span.start < end for start, end in headings)
        html = formula.bare if in_heading else formula.html
        pieces.append(f'<span class="pa-math-block" tabindex="0">{html}</span>' if span.display else html)
        text = _SPECIAL.sub(r"\\\g<0>", formula.text) if in_heading else ""
        return f'<span data-pa-cited="{len(pieces) - 1}">{text}</span>'

    markdown = dollars_unescaped(replace_formulas(page.markdown, mark))
    return replace(page, markdown=markdown, pieces=tuple(pieces))


def _plain(html: str) -> str:
    return unescape(_TAG.sub("", html))


class _Writer:
    """Writes what a page's marks stand for, and counts the places where each paper is cited."""

    def __init__(self, site: Site, style: PageStyle, href: Callable[[Paper], str]) -> None:
        self.pieces: list[str] = []
        self._site = site
        self._style = style
        self._href = href
        self._places: Counter[str] = Counter()

    def cluster(self, headings: Sequence[tuple[int, int]], cluster: CitationCluster) -> str | None:
        """Return Markdown with marks for a cluster; nothing for a word that is no citation.

        In one of the `headings` a mark holds what it stands for as text: contents and ids are made of it.
        """
        papers = self._site.atlas.papers
        if cluster.in_text and cluster.citations[0].key not in papers:
            return None
        cited = [
            Cited(citation, papers.get(citation.key), partial(self._link, papers.get(citation.key)))
            for citation in cluster.citations
        ]
        html = self._style.cluster(cited, narrative=cluster.narrative)
        # The author's words remain Markdown, everything else becomes a mark.
        in_heading = any(start <= cluster.start < end for start, end in headings)
        return "".join(
            part if index % 2 else self._mark(part, text=_SPECIAL.sub(r"\\\g<0>", _plain(part)) if in_heading else "")
            for index, part in enumerate(_WORDS.split(html))
            if part
        )

    def with_references(self, markdown: str) -> str:
        """Return the page with its references, under a heading of their own unless one stands right before them."""
        before, _, after = markdown.partition(_HERE)
        references = [reference for reference in self._style.references() if is_listed(reference.paper)]
        html = self._site.render(
            "references.html.jinja",
            Address(""),
            references=references,
            places=self._places,
            folded=len(references) > _LONG,
        )
        heading = "" if _HEADING_ABOVE.search(before) else f"## {self._site.messages.citations.references}\n\n"
        return f"{before}{heading}{self._mark(html, 'div')}{after}"

    def with_cards(self, markdown: str, papers: Sequence[Paper]) -> str:
        """Return the page with what the script shows beside its citations: inert until then."""
        html = self._site.render("citation_cards.html.jinja", Address(""), papers=papers)
        return f"{markdown.rstrip()}\n\n{self._mark(html, 'div')}\n"

    def _link(self, paper: Paper | None, label: str) -> str:
        if paper is None:
            return label
        self._places[paper.slug] += 1
        place = f"pa-cite-{paper.slug}-{self._places[paper.slug]}"
        href = self._href(paper)
        link = f' href="{escape(href)}"' if href else ""
        return f'<a class="pa-cite" id="{place}"{link} data-pa-card="{escape(paper.slug)}">{label}</a>'

    def _mark(self, html: str, tag: str = "span", text: str = "") -> str:
        self.pieces.append(html)
        return f'<{tag} data-pa-cited="{len(self.pieces) - 1}">{text}</{tag}>'


def _cited_papers(site: Site, clusters: Iterable[CitationCluster]) -> list[Paper]:
    """Return the papers a page cites, in the order it does."""
    keys = (citation.key for cluster in clusters for citation in cluster.citations)
    papers = site.atlas.papers
    return [papers[key] for key in dict.fromkeys(keys) if key in papers]


def _markers(markdown: str) -> list[re.Match[str]]:
    """Return where the page wants its references; a marker shown as code is none."""
    found = [*_MARKER.finditer(markdown)]
    if not found:
        return []
    plain = mask(_MARKER.sub(lambda match: "x" * len(match[0]), markdown))
    return [match for match in found if plain[match.start()] == "x"]


def _without_markers(markdown: str, markers: Sequence[re.Match[str]], first: str) -> str:
    """Put `first` in the place of the first marker, and nothing in that of the others."""
    starts = [marker.start() for marker in markers] + [len(markdown)]
    between = [markdown[marker.end() : start] for marker, start in zip(markers, starts[1:], strict=True)]
    return "".join([markdown[: starts[0]], first, *between])


def _reference(paper: Paper) -> str:
    return f"#pa-ref-{paper.slug}" if is_listed(paper) else ""


def _page_of(site: Site, origin: Address) -> Callable[[Paper], str]:
    link = site.link_from(origin)
    return lambda paper: link(paper.address)
