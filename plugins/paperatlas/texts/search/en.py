"""The words of search, and of pages that are not there in English."""

from __future__ import annotations

from paperatlas.texts.search.definition import SearchTexts

SEARCH_EN = SearchTexts(
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
