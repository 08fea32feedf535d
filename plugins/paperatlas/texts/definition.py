"""What every language has to say: a text missing in one fails the type check.

A new language is a file beside `en.py` with a `Messages` of its own, and its row in the table of `languages.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from paperatlas.atlas.trend import YearBar
from paperatlas.atlas.venue import VenueKind
from paperatlas.bibliography.model.dates import YearWords
from paperatlas.diagnostics.problem import Severity
from paperatlas.notes import Column, Status
from paperatlas.texts.paper_citations.definition import PaperCitationTexts
from paperatlas.texts.reading.definition import ReadingTexts
from paperatlas.texts.results.definition import ResultTexts
from paperatlas.texts.roles import RoleTexts


@dataclass(frozen=True, slots=True)
class AbstractTexts:
    """The words around an abstract that is not the library's own."""

    title: str
    origin: Callable[[str, str], str]
    """Whose the abstract is: from its source and the day it was fetched."""


@dataclass(frozen=True, slots=True)
class AssessmentTexts:
    """The words of the judgements of how far the directions have come."""

    month: Callable[[int, int], str]
    """A year and the number of a month."""
    own: str
    """Whose judgement it is, where the note does not say."""
    why: str
    why_of: Callable[[str, str], str]
    """The same for those who cannot see where it stands, from the direction and the month; begins with `why`."""
    answer: str
    """Above the directions by status."""
    separator: str
    bars: Callable[[bool], str]
    """What the bars count; whether some papers have code."""


@dataclass(frozen=True, slots=True)
class CitationTexts:
    """The words of citations and references."""

    references: str
    """The heading above them."""
    references_count: Callable[[int], str]
    back: Callable[[int], str]
    """What a link back to the place of a citation says to those who do not see it."""
    comma: str
    names: Callable[[Sequence[str]], str]
    """The authors of a citation, already few enough."""
    narrative: Callable[[str, str], str]
    """Who, and what stands in brackets behind."""
    no_date: str
    roles: RoleTexts


@dataclass(frozen=True, slots=True)
class CitingTexts:
    """The words of what a reader takes away from a paper's page: reference, BibTeX entry, exports."""

    title: str
    bibtex: str
    exports: str
    copy: str
    copy_reference: str
    copy_bibtex: str
    cite: str
    """On the button at the head of the page, which copies the entry."""
    copied: str
    selected: str
    """Where a browser forbids to copy: the text is selected at least."""


@dataclass(frozen=True, slots=True)
class PaperTexts:
    """The words of a paper's page that no other page has."""

    first_public: str
    published: str
    group: str
    """Above the papers before and after it in its group."""
    previous: str
    next: str
    neighbourhood: str
    more_papers: Callable[[int], str]
    """On a link from the drawing to the relations of the papers that it leaves out."""


@dataclass(frozen=True, slots=True)
class ComparisonTexts:
    """The words of tables that compare methods: of a group, and of papers that the reader chooses."""

    title: str
    label: Callable[[str], str]
    """Names the table, from the title of the group."""
    columns: Mapping[Column, str]
    these: str
    """On the link from a group's table to the page that compares any papers."""
    found: str
    """On the link from the list of papers, with a place for the {count} that are shown."""
    page: str
    """The title of that page."""
    intro: str
    add: str
    hint: str
    none: str
    empty: str
    """What stands in the place of the table while no paper is chosen."""
    take_out: str
    """With a place for the {name} of a paper."""
    unknown: str
    """With a place for the {keys} in the address that no paper has."""
    loading: str
    no_script: str
    tables: str
    """The heading above the groups whose tables stand on the pages of directions."""


@dataclass(frozen=True, slots=True)
class ExportTexts:
    """The words of exported files that people read: the feed, `llms.txt`."""

    feed: str
    """What the feed of a site holds; with `{site}`."""
    code: str
    counts: str
    """With `{papers}`, `{directions}` and `{relations}`."""
    how: Callable[[bool], str]
    """How to find something in the data, in one paragraph; whether the exports of papers are files."""
    directions: str
    data: str
    in_direction: str
    """With `{papers}`."""
    statuses: Mapping[Status, str]
    files: Mapping[str, str]
    """What each file holds, by its address."""
    pages: Mapping[str, str]
    """What each page shows that readers of the data can do without, by its address."""
    separator: str
    full_stop: str


@dataclass(frozen=True, slots=True)
class GraphTexts:
    """The words in a drawing of related methods."""

    title: str
    summary: Callable[[int, int], str]
    """From the number of methods and that of relations."""
    canvas: str
    relations: str
    groups: str
    reading: str
    isolated: str
    edge: Callable[[str, str, str], str]
    """A relation as a sentence, from its source, type and target."""
    links: Callable[[int], str]
    between: str
    separator: str


@dataclass(frozen=True, slots=True)
class GraphToolTexts:
    """The words of a graph's tools and table. The script fills in {shown}, {total} and {count}."""

    tools: str
    """Names the row of tools to those who do not see it."""
    find: str
    no_match: str
    matches: str
    years: str
    year_from: str
    year_to: str
    group: str
    all_groups: str
    region: str
    all_regions: str
    shown: str
    clear: str
    zoom_in: str
    zoom_out: str
    zoom_reset: str
    full: str
    leave_full: str
    copy_link: str
    copied: str
    not_copied: str
    keys: str
    skip: str
    swipe: str
    open_paper: str
    column_source: str
    column_relation: str
    column_target: str
    column_evidence: str


@dataclass(frozen=True, slots=True)
class IndexTexts:
    """The words of the indexes. A row's `description` is made of its label and the words for its papers."""

    label: str
    people: str
    people_intro: str
    people_hint: str
    venues: str
    venues_intro: str
    years: str
    years_intro: str
    initials: str
    initial: Callable[[str, str], str]
    """The title of the page of one letter, from that of its index."""
    most_papers: str
    venue_kinds: Mapping[VenueKind, str]
    without_author: str
    without_venue: str
    without_year: str
    description: Callable[[str, str], str]


@dataclass(frozen=True, slots=True)
class LibraryTexts:
    """The words of the library at a glance, and of the home page that shows it."""

    home: str
    newest: str
    latest: Callable[[str], str]
    """When the last of them became public: a month or a year."""
    changed: str
    """Above what was last changed."""
    all_papers: str
    all_people: str
    all_venues: str
    downloads: str
    """Before the files of the whole library."""
    dated: Callable[[str], str]
    """At the foot of every page, from the day on which the library was last changed."""


@dataclass(frozen=True, slots=True)
class ChangesTexts:
    """The words of the page of what has changed; `since` and `nothing_since` have places for the script to fill in."""

    page: str
    intro: str
    since: Callable[[str, str], str]
    nothing_since: Callable[[str], str]
    begun: Callable[[int], str]
    judged: str
    from_to: Callable[[str, str], str]
    papers: Callable[[int], str]
    relations: Callable[[int], str]
    changed: Callable[[int], str]


@dataclass(frozen=True, slots=True)
class MapTexts:
    """The words of a large map, and of graphs that leave something out.

    `shown` has places for {papers}, {all_papers}, {relations} and {all_relations}.
    """

    intro: Callable[[int, int], str]
    search: str
    search_hint: str
    no_match: str
    place: str
    everywhere: str
    every_relation: str
    relation: str
    from_year: str
    to_year: str
    shown: str
    canvas: str
    keys: str
    touch: str
    zoom_in: str
    zoom_out: str
    whole: str
    full_screen: str
    leave_full_screen: str
    view_link: str
    close: str
    more: str
    directions: str
    reading: str
    no_script: str
    overview: str
    overview_title: str
    overview_summary: Callable[[int, int], str]
    tie: Callable[[str, str, int], str]
    ties_left_out: Callable[[int], str]
    nearest: str
    further: Callable[[int], str]
    as_text: str
    all_papers: str
    graph_part: Callable[[int, int, int, int], str]


@dataclass(frozen=True, slots=True)
class DirectionMapTexts:
    """The words of the map of directions, which opens one of them or what connects two."""

    title: str
    summary: Callable[[int, int], str]
    """From the number of directions, and that of the relations between them."""
    legend: str
    opened: str
    """Names the panel to those who do not see it."""
    hint: str
    """What stands in it while nothing is chosen."""
    no_ties: str
    first: str
    """On the choice of a direction to open."""
    second: str
    """On the choice of another one to compare it with."""
    nothing: str
    until: str
    """On the choice of a year, which follows it."""
    connected: str
    """Above the directions that relations lead to from the one that is open."""
    unconnected: str
    elsewhere: Callable[[int], str]
    """How many papers of a direction count for another one where relations are drawn."""
    inside: Callable[[str, int], str]
    among_papers: str
    """On the link to the papers of a direction in the drawing of all papers."""
    all_papers: str
    as_text: Callable[[int, int], str]
    """From the number of pairs of directions and that of all relations."""


@dataclass(frozen=True, slots=True)
class NoteTexts:
    """What the note of a new direction says to whoever fills it in."""

    summary: str
    status: str
    order: str
    groups: str
    group_title: str
    group_summary: str
    related: str
    sections: Sequence[tuple[str, str]]
    """The headings, and what belongs below each."""


@dataclass(frozen=True, slots=True)
class PartTexts:
    """The words of a list that is divided into pages, and of the search in all of them."""

    label: Callable[[str], str]
    """Names the links between the pages to those who do not see them: from the heading of the list."""
    title: Callable[[str, int], str]
    """From the title of the list and the number of the page."""
    previous: str
    next: str
    more: str
    """On a button below what was found; the script fills in {count}."""
    not_loaded: str


@dataclass(frozen=True, slots=True)
class RelatedTexts:
    """The words of derived relations: what they are, and why a paper is on the list.

    Reasons begin without a capital, to stand in a row.
    """

    title: str
    explanation: str
    """How the list came about, and that nobody states it."""
    shared_place: Callable[[str], str]
    """Both papers are in a direction or group of this title."""
    names_it: Callable[[str, str], str]
    """The abstract of the first paper names the second."""
    cited_together: Callable[[Sequence[str]], str]
    """Pages of these titles cite both papers in one sentence."""
    cites_it: Callable[[str, str], str]
    """The first paper cites the second."""
    both_cited: Callable[[int], str]
    """So many papers cite both."""
    both_cite: Callable[[int], str]
    """Both cite so many papers."""
    shared_authors: Callable[[Sequence[str]], str]
    shared_terms: Callable[[Sequence[str]], str]
    joined: Callable[[Sequence[str]], str]
    """The reasons in a row."""


@dataclass(frozen=True, slots=True)
class RulesTexts:
    """The words of the page of rules. The rules themselves are written in English."""

    title: str
    description: str
    intro: str
    """With `{code}` where the command stands."""
    in_english: str
    """A line which says that the rules are in English; empty where that goes without saying."""
    contents: str
    instead_of: str
    write: str
    severities: Mapping[Severity, str]
    families: Mapping[str, str]
    """By the letters of their codes."""


@dataclass(frozen=True, slots=True)
class SearchTexts:
    """The words of search, most of them of one that is loaded in pieces. Its script fills in {count} and {query}."""

    title: str
    placeholder: str
    hint: str
    """Before anything is typed."""
    searching: str
    results: str
    one: str
    count: str
    none: str
    more: str
    close: str
    failed: str
    disk: str
    """That a site cannot be searched which is opened from a disk."""
    kinds: Mapping[str, str]
    """What a page is that was found: a direction, a paper, a person."""


@dataclass(frozen=True, slots=True)
class MovedTexts:
    """The words of a page that has moved."""

    title: Callable[[str], str]
    to: str
    """What stands before the link to where it is now."""


@dataclass(frozen=True, slots=True)
class NotFoundTexts:
    """The words of the page that is shown where there is none."""

    title: str
    intro: str
    near: str
    home: str


@dataclass(frozen=True, slots=True)
class ServedTexts:
    """What a page that is served while the site is written says of what is broken."""

    errors: Callable[[int], str]
    failed: str
    more: Callable[[int], str]


@dataclass(frozen=True, slots=True)
class Messages:
    """Every text of one language. Those with something to fill in are functions."""

    language: str
    abstract: str
    abstract_is_authors: str
    genres: Mapping[str, str]
    """Kinds of theses and reports, by BibLaTeX's words for `type` and BibTeX's types; others are shown in English."""
    record_fields: Mapping[str, str]
    """What else the record of a paper shows, by BibLaTeX's name of the field."""
    abstract_is_ours: str
    abstracts_differ: str
    """Of papers some of which have their authors' abstract, and others the atlas' own."""
    all_directions: str
    all_venues: str
    all_years: str
    assessments: AssessmentTexts
    authors_abstract: AbstractTexts
    backlinks: str
    changes: ChangesTexts
    citation_key: str
    citations: CitationTexts
    citing: CitingTexts
    code_only: str
    code_unofficial: str
    comparison: ComparisonTexts
    details: str
    direction: str
    direction_map: DirectionMapTexts
    directions: str
    et_al: str
    exports: ExportTexts
    filter: str
    filter_text: Callable[[bool], str]
    graph: GraphTexts
    graph_text: Callable[[int], str]
    graph_tools: GraphToolTexts
    indexes: IndexTexts
    keywords: str
    language_names: Mapping[str, str]
    large_map: MapTexts
    library: LibraryTexts
    library_summary: Callable[[int, int, int | None, str], str]
    link_names: Mapping[str, str]
    links: str
    list_separator: str
    map: str
    map_intro: str
    mentioned_in: str
    method: str
    moved: MovedTexts
    new_note: NoteTexts
    no_match: str
    no_relations: str
    not_found: NotFoundTexts
    other_directions: str
    other_papers: str
    paper: str
    paper_citations: PaperCitationTexts
    paper_page: PaperTexts
    papers: str
    papers_count: Callable[[int], str]
    papers_intro: Callable[[bool, bool], str]
    parts: PartTexts
    published: str
    reading: ReadingTexts
    related: RelatedTexts
    related_directions: str
    related_methods: str
    relations: str
    remark: str
    results: ResultTexts
    reset: str
    rules: RulesTexts
    search: SearchTexts
    served: ServedTexts
    share_with_code: Callable[[int], str]
    shown_in: Callable[[str], str]
    shown_of: Callable[[str, str], str]
    sorted_by: Callable[[str, bool], str]
    sorting: str
    newest_first: str
    unknown_value: Callable[[str, str], str]
    sort_by: Callable[[str], str]
    states: Mapping[str, str]
    """What is not published yet, by BibLaTeX's words for `pubstate`; others are shown as written."""
    status_labels: Mapping[Status, str]
    tight_citations: bool
    trend_text: Callable[[Sequence[YearBar]], str]
    trend_year: Callable[[YearBar], str]
    venue: str
    with_code: Callable[[int, int], str]
    year: str
    year_words: YearWords
    years: Callable[[int, int], str]
    parenthesised: Callable[[Sequence[str]], str]
    author_year: Callable[[Sequence[str], int | str | None], str]
