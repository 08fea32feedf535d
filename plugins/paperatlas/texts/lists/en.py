"""The words of the lists of papers, people, venues and years in English."""

from __future__ import annotations

from paperatlas.texts.lists.definition import IndexTexts, LibraryTexts, PartTexts

INDEXES_EN = IndexTexts(
    label="Lists",
    people="People",
    people_intro="All authors, by family name. Names are shown as the library writes them; each spelling, but for "
    "blanks between initials, has its own row.",
    people_hint="The name as the library writes it, with blanks between initials. Each spelling has its own row; "
    "namesakes share one.",
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


LIBRARY_EN = LibraryTexts(
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


PARTS_EN = PartTexts(
    label=lambda heading: f"Pages of the list: {heading}",
    title=lambda title, number: f"{title}, page {number}",
    previous="Previous",
    next="Next",
    more="Show {count} more",
    not_loaded="The list of all papers could not be loaded. Reload the page to try again.",
)
