"""Rendering templates: what every one of them can use."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from jinja2 import BaseLoader, Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from paperatlas.atlas import Address, Atlas, Link, Paper, href
from paperatlas.atlas.addresses import page_file
from paperatlas.atlas.indexes import Index, Indexes, make_indexes
from paperatlas.atlas.paper_model import AbstractOrigin
from paperatlas.bibliography import MarkedText, NameList
from paperatlas.graph.layout import lay_out
from paperatlas.graph.model import Graph, Layout
from paperatlas.graph.svg import FILTERS
from paperatlas.pages.broken_template import broken_template
from paperatlas.pages.kinds import COLLECTIVE_PAGES, PAGE_KINDS, collective_pages
from paperatlas.pages.pictures.fonts import Typeface
from paperatlas.pages.results.words import measure_name, setting_text, value_text
from paperatlas.pages.time_limit import TimeLimitedTemplate
from paperatlas.similarity.derived import Related
from paperatlas.text.language_tags import covers, primary_language, text_direction
from paperatlas.texts.definition import Messages
from paperatlas.upkeep.abstracts.abstracts import AuthorsAbstract

_PLACES = {
    "://doi.org/": "doi", "://arxiv.org/abs/": "arxiv", "://openreview.net/": "OpenReview",
    "://pubmed.ncbi.nlm.nih.gov/": "PubMed", "://pmc.ncbi.nlm.nih.gov/": "PubMed Central",
    "://www.jstor.org/stable/": "JSTOR", "://books.google.com/books?id=": "Google Books",
    "://hdl.handle.net/": "Handle", "://ui.adsabs.harvard.edu/": "ADS", "://adsabs.harvard.edu/": "ADS",
    "://mathscinet.ams.org/": "MathSciNet", "://zbmath.org/": "zbMATH", "://hal.science/": "HAL",
    "://eprint.iacr.org/": "ePrint", "://ssrn.com/": "SSRN",
}  # fmt: skip
"""What a link is called that leads there; a name that no language has is its own."""


NOTE_CHANGED, ENTRY_CHANGED = "note:", "entry:"
"""What stands before the file of a note, and the key of an entry, where a site has the days of their last changes."""

ENTRY_ADDED, RELATION_ADDED, NOTE_VERDICTS = "added:", "relation:", "verdicts:"
"""What stands before the key of an entry, and `source type target`, where a site has the days on which they were added;
and before the file of a note, where it has lines of `day before status`, the latest first, `-` for no status."""


@dataclass(frozen=True)
class Site:
    """What all pages of one language have in common."""

    atlas: Atlas
    indexes: Indexes
    """The papers by person, venue and year."""
    messages: Messages
    environment: Environment
    language: str
    """The language of the site, `de`; where there are no texts in it, the messages are in another."""
    directory_urls: bool = True
    folder: str = ""
    """Where the pages of this language are below the whole site, with a trailing slash: `en/`."""
    authors_abstracts: Mapping[str, AuthorsAbstract] = field(default_factory=dict)
    """By citation key, of papers whose authors' abstract was fetched; only the page of the paper shows it."""
    related: Mapping[str, tuple[Related, ...]] = field(default_factory=dict)
    """By citation key: the papers related to it that nobody states a relation to, strongest first."""
    lay_out: Callable[[Graph], Layout] = lay_out
    """What lays out graphs, or knows how they were laid out before."""
    changed: Mapping[str, str] = field(default_factory=dict)
    """The days of the last changes, of notes under their files and of entries under their keys; none without git."""
    abstracts: AbstractOrigin = "authors"
    """Whose words abstracts are, but for those of entries that say otherwise."""
    has_exports: bool = True
    """Whether the site exports files, of the library at least."""
    paper_files: bool = True
    """Whether the exports of a paper are files beside its page; its page has them from a script otherwise."""
    export_scripts: int = 1
    """How many scripts the exports of papers are in."""
    pages: frozenset[Address] = COLLECTIVE_PAGES
    """The collective pages that there are. Without the list of papers no paper has a page."""
    has_code: bool = True
    """Whether any paper has code: a site without any does not speak of it."""
    name: str = ""
    """What the site is called."""
    typefaces: tuple[Typeface, ...] = ()
    """What pictures for previews of links are drawn with, the first choice first; none on a site without pictures."""

    @property
    def content_language(self) -> str:
        """Return the language of what the library says, as its fields name it: `zh` also for a site in `zh-Hant`."""
        return primary_language(self.language)

    def in_own_words(self, html: str) -> str:
        """Return HTML in the language of the messages, which it names if the site is in another one."""
        own = self.messages.language
        return html if covers(own, self.language) else f"<div{block_language(own, self.language)}>{html}</div>"

    def abstract_origin(self, paper: Paper) -> AbstractOrigin:
        """Return whose words the abstract of a paper is."""
        return paper.abstract_origin or self.abstracts

    def abstract_of(self, paper: Paper) -> tuple[MarkedText, str] | None:
        """Return the abstract of a paper that the site shows, and the language it is in.

        The authors write theirs in the language of the paper, as far as that is known, whoever writes for the site in
        English.
        """
        found = paper.localised("abstract", self.content_language)
        is_authors = self.abstract_origin(paper) == "authors"
        if found and paper.language and is_authors and found[0] == paper.entry.text("abstract"):
            return found[0], paper.language
        return found

    def link_from(self, origin: Address) -> Callable[[str], str]:
        """Return the function that turns an address into a relative link from the page at `origin`."""
        return lambda target: href(origin, Address(target), directory_urls=self.directory_urls)

    def file_link_from(self, origin: Address) -> Callable[[str], str]:
        """Return the same for files that are there once for all languages."""
        here = Address(self.folder + (origin if self.directory_urls else page_file(origin)))
        return lambda target: href(here, Address(target), directory_urls=self.directory_urls)

    def render(self, template: str, origin: Address, **values: object) -> str:
        """Render a template for the page at `origin`: it sees the atlas, the messages (`t`) and both links.

        Raises `BrokenTemplateError` if the template fails.
        """
        try:
            return self.environment.get_template(template).render(
                atlas=self.atlas,
                indexes=self.indexes,
                t=self.messages,
                link=self.link_from(origin),
                file_link=self.file_link_from(origin),
                origin=origin,
                pages=self.pages,
                has_code=self.has_code,
                **values,
            )
        except Exception as error:
            loader = self.environment.loader
            broken = broken_template(error, loader.searchpath if isinstance(loader, FileSystemLoader) else ())
            if broken is None:
                raise
            raise broken from error


def absolute(site: Site, address: Address, site_url: str) -> str:
    """Return the whole web address of a page of a site at `site_url`; empty if it is not known where the site is."""
    path = site.link_from(Address(""))(address).removeprefix("./")
    return f"{site_url.rstrip('/')}/{path}" if site_url else ""


def make_site(
    atlas: Atlas,
    messages: Messages,
    templates: BaseLoader,
    *,
    directory_urls: bool = True,
    index_threshold: int = 3,
    folder: str = "",
    indexes: Indexes | None = None,
    kinds: Collection[str] = PAGE_KINDS.keys(),
) -> Site:
    """Return the site of `atlas`, rendered with `templates`, with pages of some `kinds`.

    So many papers as the `index_threshold` give a person, venue or year a page of its own. The language of the site is
    that of the `messages`; see `in_language`. The `indexes` are made if they are not known.
    """
    pages = collective_pages(atlas, kinds)
    environment = Environment(
        loader=templates,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # a site is made anew when a template changes
    )
    environment.template_class = TimeLimitedTemplate
    environment.filters |= FILTERS
    environment.filters["marked"] = _marked
    environment.filters["authors"] = partial(authors_in, messages)
    environment.filters["when"] = partial(when_in, messages)
    environment.filters["link_label"] = partial(link_label, messages)
    environment.filters |= {
        "measure": partial(measure_name, messages.results),
        "setting": partial(setting_text, messages.results),
        "value": value_text,
    }
    site = Site(
        atlas=atlas,
        indexes=_indexes_in(pages, indexes or make_indexes(atlas, index_threshold)),
        messages=messages,
        environment=environment,
        language=messages.language,
        directory_urls=directory_urls,
        folder=folder,
        pages=pages,
        has_code=any(paper.link("code") for paper in atlas.papers.values()),
    )
    return in_language(site, messages.language)


def in_language(site: Site, language: str) -> Site:
    """Return a site in a language that there may be no messages in; templates name what is in another."""
    own = site.messages.language
    site.environment.globals["lang"] = partial(_lang, own, language)
    site.environment.globals["content_language"] = primary_language(language)
    site.environment.globals["own_lang"] = _lang(language, "", own)
    site.environment.globals["title_lang"] = partial(_title_lang, own)
    site = replace(site, language=language)
    site.environment.globals["abstract_of"] = site.abstract_of
    return site


def _indexes_in(pages: Collection[Address], indexes: Indexes) -> Indexes:
    """Return the indexes, those empty that are not among `pages`: nothing leads to a row of theirs."""
    every = (indexes.people, indexes.venues, indexes.years)
    return Indexes(*(index if index.address in pages else Index(index.address, (), ()) for index in every))


def link_label(messages: Messages, link: Link) -> str:
    """Return the words of a paper's link. Those to the paper itself are told apart by where they lead."""
    if not link.official:
        return messages.code_unofficial
    place = next((name for part, name in _PLACES.items() if part in link.url), link.kind)
    return messages.link_names.get(place, place)


def title_language(around: str, paper: Paper) -> str:
    """Return the language of a paper's title where it stands in a text in `around`, as HTML names it.

    It is empty if that goes without saying or is not known.
    """
    language = paper.language
    return "" if not language or covers(around, language) else language.replace("_", "-")


def title_languages(site: Site, papers: Sequence[Paper]) -> list[str]:
    """Return the same for the titles of `papers` on a page of a site; nothing if it goes without saying for each."""
    languages = [title_language(site.messages.language, paper) for paper in papers]
    return languages if any(languages) else []


def _lang(around: str, site: str, tag: str) -> Markup:
    """Return the attribute of an element in the language `tag` (empty: that of the site) in a text in `around`."""
    named = tag or site
    return Markup("") if covers(around, named) else lang_attribute(named.replace("_", "-"))


def block_language(language: str, around: str) -> Markup:
    """Return the attributes of a block in another language than what is around it, with its direction if other."""
    direction = text_direction(language)
    turned = "" if direction == text_direction(around) else f' dir="{direction}"'
    return lang_attribute(language) + Markup(turned)  # noqa: S704 - one of two words


def lang_attribute(language: str) -> Markup:
    """Return the attribute that names a language, if there is one to name."""
    return Markup(' lang="{}"').format(language) if language else Markup("")


def _title_lang(around: str, paper: Paper) -> Markup:
    """Return the attribute of an element with the title of a paper in a text in `around`."""
    return lang_attribute(title_language(around, paper))


def _marked(text: MarkedText) -> Markup:
    """Return a marked-up text as HTML, which it has escaped itself."""
    return Markup(text.html)  # noqa: S704


def when_in(messages: Messages, paper: Paper) -> str:
    """Return when a paper appeared."""
    return paper.when_in(messages.year_words, messages.states)


def authors_in(messages: Messages, authors: NameList, most: int = 0) -> str:
    """Return names in a row: the first `most` of them (0: all), then words for the others."""
    names = [name.display for name in authors.names]
    shown = names[:most] if most and len(names) > most + 1 else names
    text = messages.list_separator.join(shown)
    return f"{text} {messages.et_al}" if authors.others or len(shown) < len(names) else text
