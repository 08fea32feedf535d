"""Every text in English."""

from __future__ import annotations

from collections.abc import Sequence

from paperatlas.atlas.trend import YearBar
from paperatlas.bibliography.model.dates import ENGLISH_YEARS, year_label
from paperatlas.formats.csl.tables import CSL_GENRES
from paperatlas.texts.citations.en import CITATIONS_EN, CITING_EN
from paperatlas.texts.comparison.en import COMPARISON_EN
from paperatlas.texts.definition import Messages
from paperatlas.texts.directions.en import ASSESSMENTS_EN, NEW_NOTE_EN
from paperatlas.texts.english import counted
from paperatlas.texts.exports.en import EXPORTS_EN
from paperatlas.texts.graphs.en import GRAPH_EN, GRAPH_TOOLS_EN
from paperatlas.texts.history.en import CHANGES_EN
from paperatlas.texts.lists.en import INDEXES_EN, LIBRARY_EN, PARTS_EN
from paperatlas.texts.maps.en import DIRECTION_MAP_EN, MAP_EN
from paperatlas.texts.paper_citations.en import PAPER_CITATIONS_EN
from paperatlas.texts.papers.en import ABSTRACTS_EN, PAPER_EN, RECORD_FIELDS_EN, RELATED_EN
from paperatlas.texts.problems.definition import ServedTexts
from paperatlas.texts.problems.en import RULES_EN
from paperatlas.texts.reading.en import READING_EN
from paperatlas.texts.results.en import RESULTS_EN
from paperatlas.texts.search.definition import MovedTexts, NotFoundTexts
from paperatlas.texts.search.en import SEARCH_EN
from paperatlas.texts.verification.en import VERIFICATION_EN


def _author_year(names: Sequence[str], year: int | str | None) -> str:
    return ", ".join(part for part in (CITATIONS_EN.names(names), str(year or CITATIONS_EN.no_date)) if part)


def _year(bar: YearBar) -> str:
    before = " and before" if bar.and_before else ""
    code = "" if bar.with_code is None else f", {bar.with_code} with code"
    return f"{bar.year}{before}: {counted(bar.papers, 'paper')}{code}"


def _library_summary(directions: int, papers: int, with_code: int | None, years: str) -> str:
    facts = [counted(directions, "direction") if directions else "", counted(papers, "paper")]
    return ", ".join(fact for fact in (*facts, "" if with_code is None else f"{with_code}% with code", years) if fact)


def _papers_intro(directions: bool, code: bool) -> str:
    filters = [*(["direction"] if directions else []), "year", "venue", *(["code"] if code else [])]
    listed = f"{', '.join(filters[:-1])} or {filters[-1]}"
    return f"Every paper of the library. Filter by {listed}, or sort by a column."


def _range(first: int, last: int) -> str:
    return year_label(first) if first == last else f"{year_label(first)}–{year_label(last)}"


EN = Messages(
    language="en",
    abstract="Abstract",
    genres=CSL_GENRES,
    record_fields=RECORD_FIELDS_EN,
    abstract_is_authors="The abstracts are the authors’ own.",
    abstracts_differ="The abstracts are the authors’ own, or written for this atlas where the page of a paper says so.",
    abstract_is_ours="The abstracts are written for this atlas; the paper’s links lead to the authors’ abstract.",
    all_directions="All directions",
    all_venues="All venues",
    all_years="All years",
    assessments=ASSESSMENTS_EN,
    authors_abstract=ABSTRACTS_EN,
    backlinks="Mentioned in",
    changes=CHANGES_EN,
    citation_key="Citation key",
    citations=CITATIONS_EN,
    citing=CITING_EN,
    code_only="With code",
    code_unofficial="Code (not by the authors)",
    comparison=COMPARISON_EN,
    details="Details",
    direction="Direction",
    direction_map=DIRECTION_MAP_EN,
    directions="Directions",
    et_al="et al.",
    exports=EXPORTS_EN,
    filter="Filter",
    filter_text=lambda abstracts: "Method, title, author or abstract" if abstracts else "Method, title or author",
    graph=GRAPH_EN,
    graph_text=lambda number: f"The same {counted(number, 'relation')} as text",
    graph_tools=GRAPH_TOOLS_EN,
    indexes=INDEXES_EN,
    keywords="Keywords",
    language_names={"en": "English", "zh": "Chinese"},
    large_map=MAP_EN,
    library=LIBRARY_EN,
    library_summary=_library_summary,
    link_names={
        "paper": "Paper",
        "pdf": "PDF",
        "code": "Code",
        "website": "Website",
        "video": "Video",
        "slides": "Slides",
        "poster": "Poster",
        "blog": "Blog",
        "arxiv": "arXiv",
        "doi": "DOI",
        "review": "Review",
    },
    links="Links",
    list_separator=", ",
    map="Map",
    map_intro=lambda directions: (
        "Directions and what connects them; below, every paper."
        if directions
        else "Every paper, and what connects them."
    ),
    mentioned_in="Mentioned in",
    method="Method",
    moved=MovedTexts(title=lambda name: f"{name} has moved", to="This page has moved to"),
    new_note=NEW_NOTE_EN,
    no_match="No paper matches.",
    no_relations="The library states no relation between these papers yet.",
    not_found=NotFoundTexts(
        title="This page does not exist",
        intro="It may have moved, or the address is mistyped. Search for it:",
        near="Pages with a similar address",
        home="Home",
    ),
    other_directions="In other directions",
    other_papers="More papers",
    paper="Paper",
    paper_citations=PAPER_CITATIONS_EN,
    paper_page=PAPER_EN,
    papers="Papers",
    papers_count=lambda number: counted(number, "paper"),
    papers_intro=_papers_intro,
    parts=PARTS_EN,
    published="Published",
    reading=READING_EN,
    related=RELATED_EN,
    related_directions="Related directions",
    related_methods="Related methods",
    relations="Relations",
    remark="Remark",
    results=RESULTS_EN,
    reset="Reset",
    rules=RULES_EN,
    search=SEARCH_EN,
    served=ServedTexts(
        errors=lambda count: f"{counted(count, 'error')} in the library and the notes",
        failed="What was saved cannot be built. This is the site as it was before.",
        more=lambda count: f"And {count:,} more, in the log.",
    ),
    share_with_code=lambda percent: f"{percent}% with code",
    shown_in=lambda language: f"This page is not translated yet; its text is shown in {language}.",
    shown_of=lambda shown, total: f"Papers shown: {shown} of {total}",
    sorted_by=lambda column, ascending: f"{column}, {'ascending' if ascending else 'descending'}",
    sorting="Sort by",
    newest_first="Newest first",
    unknown_value=lambda name, value: f"{name}: “{value}” is nothing that can be chosen here, and is left out.",
    sort_by=lambda column: f"Sort by {column.lower()}",
    states={
        "forthcoming": "forthcoming",
        "inpreparation": "in preparation",
        "inpress": "in press",
        "prepublished": "prepublished",
        "submitted": "submitted",
    },
    status_labels={"early": "Early", "rising": "Rising", "hot": "Hot", "maturing": "Maturing"},
    tight_citations=False,
    trend_text=lambda bars: "Papers by year. " + "; ".join(_year(bar) for bar in bars if bar.papers),
    trend_year=_year,
    venue="Venue",
    verification=VERIFICATION_EN,
    with_code=lambda count, total: f"{count} of {total} with code",
    year="Year",
    year_words=ENGLISH_YEARS,
    years=_range,
    parenthesised=lambda parts: f"({'; '.join(parts)})",
    author_year=_author_year,
)
