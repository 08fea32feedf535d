"""The words of the pages of papers in English."""

from __future__ import annotations

from collections.abc import Sequence

from paperatlas.texts.english import counted
from paperatlas.texts.papers.definition import AbstractTexts, PaperTexts, RelatedTexts

_AUTHORS_SHOWN = 3  # of those that two papers share; more make the reason longer than the title


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


ABSTRACTS_EN = AbstractTexts(
    title="The authors’ abstract",
    origin=lambda source, day: f"The authors’ abstract, from {source}, fetched {day}",
)


PAPER_EN = PaperTexts(
    first_public="First public",
    published="Published",
    group="In the same group",
    previous="Before",
    next="After",
    neighbourhood="Next to it",
    more_papers=lambda number: f"and {counted(number, 'more paper')}",
)


RECORD_FIELDS_EN = {
    "titleaddon": "Title note",
    "nameaddon": "Name note",
    "shorthand": "Shorthand",
    "type": "Type",
    "date": "Date",
    "pubstate": "Status",
    "journaltitle": "Listed in",
    "booktitle": "Book",
    "maintitle": "Multivolume work",
    "issuetitle": "Issue title",
    "eventtitle": "Event",
    "eventdate": "Event date",
    "venue": "Event place",
    "institution": "Institution",
    "organization": "Organization",
    "publisher": "Publisher",
    "location": "Place",
    "medium": "Medium",
    "howpublished": "How published",
    "series": "Series",
    "volume": "Volume",
    "volumes": "Volumes",
    "part": "Part",
    "number": "Number",
    "issue": "Issue",
    "eid": "Article number",
    "articleno": "Article number",
    "chapter": "Chapter",
    "pages": "Pages",
    "pagetotal": "Pages in all",
    "edition": "Edition",
    "version": "Version",
    "isbn": "ISBN",
    "issn": "ISSN",
    "isan": "ISAN",
    "ismn": "ISMN",
    "isrn": "ISRN",
    "iswc": "ISWC",
    "reportnumber": "Report number",
    "collaboration": "Collaboration",
    "bookauthor": "Book author",
    "holder": "Holder",
    "foreword": "Foreword by",
    "introduction": "Introduction by",
    "afterword": "Afterword by",
    "annotator": "Annotated by",
    "commentator": "Commentary by",
    "fjournal": "Journal in full",
    "origtitle": "Original title",
    "reprinttitle": "Reprint title",
    "origpublisher": "Original publisher",
    "origlocation": "Original place",
    "origdate": "First published",
    "eprint": "E-print",
    "pmid": "PubMed",
    "pmcid": "PubMed Central",
    "mrnumber": "MathSciNet",
    "zblnumber": "zbMATH",
    "library": "Call number",
    "addendum": "Addendum",
    "urldate": "Accessed",
}


RELATED_EN = RelatedTexts(
    title="Related papers",
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
