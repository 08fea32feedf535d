"""Every text in English."""

from __future__ import annotations

from collections.abc import Sequence

from paperatlas.atlas.trend import YearBar
from paperatlas.bibliography.model.dates import ENGLISH_YEARS, year_label
from paperatlas.diagnostics.families import FAMILIES
from paperatlas.formats.csl.tables import CSL_GENRES
from paperatlas.texts.definition import (
    AbstractTexts,
    AssessmentTexts,
    ChangesTexts,
    CitationTexts,
    CitingTexts,
    ComparisonTexts,
    DirectionMapTexts,
    ExportTexts,
    GraphTexts,
    GraphToolTexts,
    IndexTexts,
    LibraryTexts,
    MapTexts,
    Messages,
    MovedTexts,
    NoteTexts,
    NotFoundTexts,
    PaperTexts,
    PartTexts,
    RelatedTexts,
    RulesTexts,
    SearchTexts,
    ServedTexts,
)
from paperatlas.texts.english import counted
from paperatlas.texts.paper_citations.en import PAPER_CITATIONS_EN
from paperatlas.texts.reading.en import READING_EN
from paperatlas.texts.results.en import RESULTS_EN
from paperatlas.texts.roles import ENGLISH_ROLES

_AUTHORS_SHOWN = 3  # of those that two papers share; more make the reason longer than the title


def _names(names: Sequence[str]) -> str:
    return f"{names[0]} et al." if len(names) > 2 else " and ".join(names)


def _author_year(names: Sequence[str], year: int | str | None) -> str:
    return ", ".join(part for part in (_CITATIONS.names(names), str(year or _CITATIONS.no_date)) if part)


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


def _listed(names: Sequence[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _authors(names: Sequence[str]) -> str:
    word = "author" if len(names) == 1 else "authors"
    if len(names) > _AUTHORS_SHOWN + 1:
        return f"shared {word}: {', '.join(names[:_AUTHORS_SHOWN])} and {len(names) - _AUTHORS_SHOWN} more"
    return f"shared {word}: {_listed(names)}"


def _joined(reasons: Sequence[str]) -> str:
    text = "; ".join(reasons)
    # A method's name keeps its letters.
    return text[:1].upper() + text[1:] if text.startswith(("both", "cited", "shared")) else text


def _range(first: int, last: int) -> str:
    return year_label(first) if first == last else f"{year_label(first)}–{year_label(last)}"


_RECORD_FIELDS = {
    "titleaddon": "Title note",
    "type": "Type",
    "institution": "Institution",
    "publisher": "Publisher",
    "location": "Place",
    "series": "Series",
    "volume": "Volume",
    "number": "Number",
    "edition": "Edition",
    "version": "Version",
    "isbn": "ISBN",
    "origdate": "First published",
}
_ABSTRACTS = AbstractTexts(
    title="The authors’ abstract",
    origin=lambda source, day: f"The authors’ abstract, from {source}, fetched {day}",
)

_CITATIONS = CitationTexts(
    references="References",
    references_count=lambda number: f"{number} {'paper' if number == 1 else 'papers'} cited on this page",
    back=lambda number: f"Back to citation {number}",
    comma=", ",
    names=_names,
    narrative=lambda who, inside: f"{who} ({inside})",
    no_date="n.d.",
    roles=ENGLISH_ROLES,
)

_CITING = CitingTexts(
    title="Cite this paper",
    bibtex="BibTeX entry",
    exports="Export",
    copy="Copy",
    copy_reference="Copy the reference",
    copy_bibtex="Copy the BibTeX entry",
    cite="Cite",
    copied="Copied",
    selected="Selected; copy it with Ctrl+C",
)

_PAPER = PaperTexts(
    first_public="First public",
    published="Published",
    group="In the same group",
    previous="Before",
    next="After",
    neighbourhood="Next to it",
    more_papers=lambda number: f"and {counted(number, 'more paper')}",
)

_COMPARISON = ComparisonTexts(
    title="Compare",
    label=lambda group: f"Comparison: {group}",
    columns={
        "first_public": _PAPER.first_public,
        "venue": "Venue",
        "change": "What it changes",
        "builds_on": "Builds on",
        "results": "Results",
        "code": "Code",
        "licence": "Licence",
    },
    these="Choose papers to compare, beginning with these",
    found="Compare these {count}",
    page="Compare papers",
    intro="Papers of your choice side by side. The address of this page keeps the choice: share it, or save it.",
    add="Add a paper",
    hint="Method or title",
    none="No paper matches.",
    empty="No paper is chosen yet. Add one above, or begin with a group below.",
    take_out="Take out {name}",
    unknown="Not in this library: {keys}",
    loading="Loading…",
    no_script="To choose papers, this page needs JavaScript. Without it, these groups have tables of their own.",
    tables="Groups side by side",
)

_DIRECTION_MAP = DirectionMapTexts(
    title="Directions and what connects them",
    summary=lambda directions, relations: (
        f"{counted(directions, 'direction')}, {counted(relations, 'relation')} from one to another."
    ),
    legend=(
        "A box is a direction with the number of its papers. The thicker a line, the more relations lead from one to "
        "the other; those of a paper of several directions lead from the first of them."
    ),
    opened="What is chosen",
    hint="Choose a direction to open it, and a second one to read what connects the two.",
    no_ties="No stated relation leads from one direction to another.",
    first="Open",
    second="Connected with",
    nothing="–",
    until="Up to the year",
    connected="Connected with",
    unconnected="No stated relation connects the two.",
    elsewhere=lambda count: (
        f"{count} of these also {'belongs' if count == 1 else 'belong'} to another direction and "
        f"{'is' if count == 1 else 'are'} drawn there."
    ),
    inside=lambda title, count: f"Inside {title}: {counted(count, 'relation')}",
    among_papers="Show among all papers",
    all_papers="All papers",
    as_text=lambda pairs, relations: (
        f"As text: {counted(pairs, 'pair')} of directions, {counted(relations, 'relation')} in all"
    ),
)

_EXPORTS = ExportTexts(
    feed="{site}: papers, the latest publication first",
    code="Code",
    counts="Papers: {papers}. Directions: {directions}. Stated relations between papers: {relations}.",
    how=lambda files: (
        "Everything is in `atlas.json`: each paper with its authors, venue, abstract, code and directions, and which "
        "paper extends, accelerates or uses which. The page of a paper is at its `path`; its BibTeX, RIS and CSL-JSON "
        + (
            "are at the same place with `.bib`, `.ris` or `.csl.json` instead of the last slash, and likewise for "
            "directions."
            if files
            else "are links in that page. Those of a direction are at the place of its page with `.bib`, `.ris` or "
            "`.csl.json` instead of the last slash."
        )
    ),
    directions="Directions",
    data="Data",
    in_direction="papers: {papers}",
    statuses={"early": "early", "rising": "rising", "hot": "hot", "maturing": "maturing"},
    files={
        "atlas.json": "directions, papers and relations as JSON",
        "atlas.schema.json": "the JSON Schema of that file",
        "library.bib": "all papers as BibLaTeX",
        "library.ris": "all papers as RIS",
        "library.csl.json": "all papers as CSL-JSON",
        "results.csv": "all published results as CSV",
        "feed.xml": "the latest papers as an Atom feed",
    },
    pages={
        "papers/": "All papers",
        "map/": "How methods relate",
        "people/": "People",
        "venues/": "Venues",
        "years/": "Years",
    },
    separator="; ",
    full_stop=".",
)

_GRAPH = GraphTexts(
    title="Related methods",
    summary=lambda methods, relations: f"Methods: {methods}. Relations between them: {relations}.",
    canvas="Graph of related methods, scrollable",
    relations="Relations",
    groups="Groups",
    reading="An arrow points at the work that is built upon: A → B reads “A extends B”, “A uses B”.",
    isolated="No relation stated yet",
    edge=lambda source, relation, target: f"{source} {relation} {target}",
    links=lambda count: f"relations: {count}",
    between="to another direction, of any kind",
    separator=", ",
)

_GRAPH_TOOLS = GraphToolTexts(
    tools="Tools of the graph",
    find="Find a method",
    no_match="No method matches",
    matches="Matches: {count}",
    years="Years",
    year_from="From year",
    year_to="To year",
    group="Group",
    all_groups="All groups",
    region="Direction",
    all_regions="All directions",
    shown="Methods shown: {shown} of {total}",
    clear="Clear",
    zoom_in="Zoom in",
    zoom_out="Zoom out",
    zoom_reset="Original size",
    full="Full screen",
    leave_full="Leave full screen",
    copy_link="Copy a link to this view",
    copied="Link copied",
    not_copied="The link is in the address bar",
    keys="Arrow keys: next method · Enter: open · Esc: leave · + − 0: zoom",
    skip="Skip the graph",
    swipe="Swipe sideways to see the rest",
    open_paper="Page of the paper",
    column_source="Method",
    column_relation="Relation",
    column_target="To",
    column_evidence="Why",
)

_INDEXES = IndexTexts(
    label="Lists",
    people="People",
    people_intro="All authors, by family name. Names are shown as the library writes them; each spelling has its "
    "own row.",
    people_hint="The name as the library writes it. Each spelling has its own row; namesakes share one.",
    venues="Venues",
    venues_intro="Where the papers appeared: journals, conferences, books, archives, publishers and institutions.",
    years="Years",
    years_intro="Every year in which a paper of the library appeared, newest first.",
    initials="Initials",
    initial=lambda title, letter: f"{title}: {letter}",
    most_papers="With the most papers",
    venue_kinds={
        "journal": "Journal",
        "conference": "Conference",
        "book": "Book",
        "archive": "Archive",
        "university": "University",
        "institution": "Institution",
        "publisher": "Publisher",
    },
    without_author="Without a named author",
    without_venue="Without a venue",
    without_year="Without a date",
    description=lambda label, papers: f"{label}: {papers} in this atlas.",
)

_LIBRARY = LibraryTexts(
    home="Home",
    newest="Newest papers",
    latest=lambda when: f"By first appearance; the latest in this library is from {when}.",
    changed="Last changed",
    all_papers="All papers",
    all_people="All people",
    all_venues="All venues",
    downloads="The whole library:",
    dated=lambda day: f"Library of {day}",
)

_CHANGES = ChangesTexts(
    page="What has changed",
    intro="Papers, relations and statuses that were added or changed, month by month, as git has it.",
    since=lambda count, day: f"New since your last visit ({day}): {count}. They are marked; only this browser knows.",
    nothing_since=lambda day: f"Nothing is new since your last visit ({day}).",
    begun=lambda papers: f"{counted(papers, 'paper')} came at once, as the library began or moved.",
    judged="Statuses",
    from_to=lambda before, status: f"{before} → {status}",
    papers=lambda count: f"{counted(count, 'new paper')}",
    relations=lambda count: f"{counted(count, 'new relation')} between papers that were here",
    changed=lambda count: f"{counted(count, 'changed entry', 'changed entries')}",
)

_MAP = MapTexts(
    intro=lambda papers, relations: (
        f"{counted(papers, 'paper')} and {counted(relations, 'stated relation')}. "
        "Every point is a paper and leads to its page."
    ),
    search="Find a paper",
    search_hint="Method or title",
    no_match="No paper matches.",
    place="Direction or group",
    everywhere="All directions",
    every_relation="All relations",
    relation="Relation",
    from_year="From year",
    to_year="to",
    shown="{papers} of {all_papers} papers, {relations} of {all_relations} relations",
    canvas="Map of all papers",
    keys="Arrow keys move the map, + and − zoom. To reach a paper without a mouse, find it by name; then follow its "
    "related papers. Escape deselects it.",
    touch="Click the map to zoom with the mouse wheel.",
    zoom_in="Zoom in",
    zoom_out="Zoom out",
    whole="Whole map",
    full_screen="Full screen",
    leave_full_screen="Leave full screen",
    view_link="Link to this view",
    close="Deselect this paper",
    more="and {count} more",
    directions="Directions",
    reading="Colour and shape show the direction, size the number of relations. In each group the oldest papers are in "
    "the middle. A line is a relation; point at a paper to see its relations. A paper of several directions is drawn "
    "in the first.",
    no_script="The interactive map needs JavaScript. Below are the directions and the relations between them.",
    overview="The map as an overview and a list",
    overview_title="Directions and the relations between them",
    overview_summary=lambda directions, relations: (
        f"{counted(directions, 'direction')}; {counted(relations, 'relation')} between papers of different ones."
    ),
    tie=lambda first, second, count: f"{first} – {second}: {counted(count, 'relation')}",
    ties_left_out=lambda count: (
        "Each direction has lines to the three with which it has the most relations; "
        f"{counted(count, 'further pair')} of directions with relations {'has' if count == 1 else 'have'} no line."
    ),
    nearest="Most relations with",
    further=lambda count: f"and {count} more",
    as_text="Each relation is listed as text on the page of its direction and on those of its papers.",
    all_papers="All papers as a table",
    graph_part=lambda papers, all_papers, relations, all_relations: (
        f"The drawing shows {papers:,} of {counted(all_papers, 'paper')}, around those with the most relations, and "
        f"{relations:,} of {counted(all_relations, 'relation')}. The list below has every relation."
    ),
)

_NEW_NOTE = NoteTexts(
    summary="one line about it, for the home page",
    status="how far it has come: {statuses}",
    order="its position among the directions, a number",
    groups="Headings for its papers. `keywords = {{{slug}/models}}` puts an entry below one, `{{{slug}}}` below none.",
    group_title="Models",
    group_summary="One line about the group",
    related="the slugs of related directions: [one, another]",
    sections=(
        ("What it is", "Two or three paragraphs for someone who has never heard of it. Cite papers: [@key]."),
        ("Why now", "What makes people take it up, and who says so."),
        ("How it developed", "The papers that carry it, in the order of their ideas."),
        ("Open questions", "What nobody has solved yet."),
    ),
)

_PARTS = PartTexts(
    label=lambda heading: f"Pages of the list: {heading}",
    title=lambda title, number: f"{title}, page {number}",
    previous="Previous",
    next="Next",
    more="Show {count} more",
    not_loaded="The list of all papers could not be loaded. Reload the page to try again.",
)

_RELATED = RelatedTexts(
    title="Related methods",
    explanation="These relations are not stated but computed, from texts, directions, citations and authors.",
    shared_place=lambda title: f"both in “{title}”",
    names_it=lambda paper, other: f"{paper}’s abstract names {other}",
    cited_together=lambda titles: f"cited in one sentence of {_listed([f'“{title}”' for title in titles])}",
    cites_it=lambda paper, other: f"{paper} cites {other}",
    both_cited=lambda number: f"both cited by {counted(number, 'paper')} of this atlas",
    both_cite=lambda number: f"both cite {counted(number, 'paper')} of this atlas",
    shared_authors=_authors,
    shared_terms=lambda terms: f"shared {'term' if len(terms) == 1 else 'terms'}: {', '.join(terms)}",
    joined=_joined,
)

_RULES = RulesTexts(
    title="Problems",
    description="Every rule for a library and its notes, and how to correct what breaks it.",
    intro="Every build checks the library and the notes against these rules, and so does {code}. The command can "
    "report only some of them: by code, or by the letters of a family.",
    in_english="",
    contents="Rules by family",
    instead_of="Instead of",
    write="write",
    severities={"error": "error", "warning": "warning", "info": "remark"},
    families=FAMILIES,
)

_SEARCH = SearchTexts(
    title="Search",
    placeholder="Paper, author, direction, topic",
    hint="↑ ↓ choose, Enter opens, Esc closes.",
    searching="Searching …",
    results="Results",
    one="1 page",
    count="{count} pages",
    none="No results for “{query}”.",
    more="More pages",
    close="Close the search",
    failed="The search index cannot be loaded.",
    disk="Search needs a site that is served over HTTP: browsers do not load its index from a disk.",
    kinds={
        "direction": "Direction",
        "paper": "Paper",
        "person": "Person",
        "venue": "Venue",
        "year": "Year",
        "page": "Page",
    },
)

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_ASSESSMENTS = AssessmentTexts(
    month=lambda year, month: f"{_MONTHS[month - 1]} {year}",
    own="this atlas",
    why="See why",
    why_of=lambda direction, month: f"See why: {direction}, {month}",
    answer="The directions by status today",
    separator=", ",
    bars=lambda code: (
        "Bars: papers in this library by year of publication, on one axis for all; the tallest bar of each direction "
        "has the same height. "
        + ("The coloured part has code. " if code else "")
        + "They count what is collected here, not all "
        "that was published."
    ),
)

EN = Messages(
    language="en",
    abstract="Abstract",
    genres=CSL_GENRES,
    record_fields=_RECORD_FIELDS,
    abstract_is_authors="The abstracts are the authors’ own.",
    abstracts_differ="The abstracts are the authors’ own, or written for this atlas where the page of a paper says so.",
    abstract_is_ours="The abstracts are written for this atlas; the paper’s links lead to the authors’ abstract.",
    all_directions="All directions",
    all_venues="All venues",
    all_years="All years",
    assessments=_ASSESSMENTS,
    authors_abstract=_ABSTRACTS,
    backlinks="Mentioned in",
    changes=_CHANGES,
    citation_key="Citation key",
    citations=_CITATIONS,
    citing=_CITING,
    code_only="With code",
    code_unofficial="Code (not by the authors)",
    comparison=_COMPARISON,
    details="Details",
    direction="Direction",
    direction_map=_DIRECTION_MAP,
    directions="Directions",
    et_al="et al.",
    exports=_EXPORTS,
    filter="Filter",
    filter_text=lambda abstracts: "Method, title, author or abstract" if abstracts else "Method, title or author",
    graph=_GRAPH,
    graph_text=lambda number: f"The same {counted(number, 'relation')} as text",
    graph_tools=_GRAPH_TOOLS,
    indexes=_INDEXES,
    keywords="Keywords",
    language_names={"en": "English", "zh": "Chinese"},
    large_map=_MAP,
    library=_LIBRARY,
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
    map_intro="Directions and what connects them; below, every paper.",
    mentioned_in="Mentioned in",
    method="Method",
    moved=MovedTexts(title=lambda name: f"{name} has moved", to="This page has moved to"),
    new_note=_NEW_NOTE,
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
    paper_page=_PAPER,
    papers="Papers",
    papers_count=lambda number: counted(number, "paper"),
    papers_intro=_papers_intro,
    parts=_PARTS,
    published="Published",
    reading=READING_EN,
    related=_RELATED,
    related_directions="Related directions",
    related_methods="Related methods",
    relations="Relations",
    remark="Remark",
    results=RESULTS_EN,
    reset="Reset",
    rules=_RULES,
    search=_SEARCH,
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
    with_code=lambda count, total: f"{count} of {total} with code",
    year="Year",
    year_words=ENGLISH_YEARS,
    years=_range,
    parenthesised=lambda parts: f"({'; '.join(parts)})",
    author_year=_author_year,
)
