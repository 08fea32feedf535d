"""What every language has to say: a text missing in one fails the type check.

What several kinds of pages say stands here, what one kind says in the folder of its name. A new language is a file
beside each `en.py`, the one here with a `Messages` of its own, and its row in the table of `languages.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from paperatlas.atlas.trend import YearBar
from paperatlas.bibliography.model.dates import YearWords
from paperatlas.notes import Status
from paperatlas.texts.citations.definition import CitationTexts, CitingTexts
from paperatlas.texts.comparison.definition import ComparisonTexts
from paperatlas.texts.directions.definition import AssessmentTexts, NoteTexts
from paperatlas.texts.exports.definition import ExportTexts
from paperatlas.texts.graphs.definition import GraphTexts, GraphToolTexts
from paperatlas.texts.history.definition import ChangesTexts
from paperatlas.texts.lists.definition import IndexTexts, LibraryTexts, PartTexts
from paperatlas.texts.maps.definition import DirectionMapTexts, MapTexts
from paperatlas.texts.paper_citations.definition import PaperCitationTexts
from paperatlas.texts.papers.definition import AbstractTexts, PaperTexts, RelatedTexts
from paperatlas.texts.problems.definition import RulesTexts, ServedTexts
from paperatlas.texts.reading.definition import ReadingTexts
from paperatlas.texts.results.definition import ResultTexts
from paperatlas.texts.search.definition import MovedTexts, NotFoundTexts, SearchTexts
from paperatlas.texts.verification.definition import VerificationTexts


@dataclass(frozen=True, slots=True)
class Messages:
    """Every text of one language. Those with something to fill in are functions."""

    language: str
    abstract: str
    abstract_is_authors: str
    genres: Mapping[str, str]
    """Kinds of theses and reports, by BibLaTeX's words for `type` and BibTeX's types; others are shown in English."""
    record_fields: Mapping[str, str]
    """What else the record of a paper shows, by BibLaTeX's name of the field, in this order."""
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
    map_intro: Callable[[bool], str]
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
    verification: VerificationTexts
    with_code: Callable[[int, int], str]
    year: str
    year_words: YearWords
    years: Callable[[int, int], str]
    parenthesised: Callable[[Sequence[str]], str]
    author_year: Callable[[Sequence[str], int | str | None], str]
