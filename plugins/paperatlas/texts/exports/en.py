"""The words of exports in English."""

from __future__ import annotations

from paperatlas.texts.exports.definition import ExportTexts

EXPORTS_EN = ExportTexts(
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
