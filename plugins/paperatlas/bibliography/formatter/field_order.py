"""The order of an entry's fields: who, what, where, when, how to reach it, how it is placed, what is said of it.

BibTeX's name of a field stands beside BibLaTeX's. Every field of the BibLaTeX manual (2.2) has its place.
"""

from __future__ import annotations

import re

_SUBJECTS = (
    # Who made the work.
    "author authortype shortauthor nameaddon bookauthor editor editortype shorteditor editora editoratype",
    "editorb editorbtype editorc editorctype director translator annotator commentator introduction foreword",
    "afterword holder namea nameatype nameb namebtype namec namectype",
    # What it is called.
    "title subtitle titleaddon shorttitle origtitle reprinttitle",
    # Where it appeared; a parent stands for all of it.
    "crossref xref xdata",
    "booktitle booksubtitle booktitleaddon maintitle mainsubtitle maintitleaddon",
    "journaltitle journal journalsubtitle journaltitleaddon shortjournal issuetitle issuesubtitle issuetitleaddon",
    "eventtitle eventtitleaddon eventdate venue",
    "series shortseries edition volume volumes part number issue chapter eid articleno",
    "pages pagetotal numpages pagination bookpagination",
    "type publisher institution school organization howpublished location address origpublisher origlocation",
    # When.
    "date year month day origdate pubstate version",
    # How to reach it: identifiers, addresses, files.
    "isbn issn isrn ismn isan iswc",
    "eprint eprinttype archiveprefix eprintclass primaryclass arxiv arxivid pmid pubmed pmcid pmc mrnumber zblnumber",
    "lccn",
    "doi url urldate urlraw html adsurl",
    "code codetype codelicense github website video slides poster blog file pdf local-url sha1 library",
    # How it is placed: language, labels and sorting, keywords, relations.
    "langid hyphenation langidopts language origlanguage",
    "ids label shorthand shorthandintro sortkey key presort sortname sorttitle sortyear sortshorthand indextitle",
    "indexsorttitle gender options execute entryset entrysubtype",
    "keywords keyword",
    "related relatedtype relatedstring relatedoptions",
    "extends accelerates applies combines compares evaluates unifies uses alternative evidence",
    # What has no meaning of its own, and after it the fields that are not listed here.
    "lista listb listc listd liste listf usera userb userc userd usere userf verba verbb verbc",
    # What is said of it.
    "change results note addendum annotation annote abstract",
)

ORDER: tuple[str, ...] = tuple(name for subject in _SUBJECTS for name in subject.split())
"""Every known field, first to last."""

_RANKS = {name: rank for rank, name in enumerate(ORDER)}
_VARIANT = re.compile(r"\+.*|_[a-z]{2,3}$", re.DOTALL)


def rank(name: str) -> tuple[int, int]:
    """Return what to sort a field by, its name in lower case.

    A field's twin in another language (`abstract_zh`) and its annotation (`author+an`) follow the field.
    Fields of unknown names come before `note`.
    """
    if (known := _RANKS.get(name)) is not None:
        return known, 0
    if (known := _RANKS.get(_VARIANT.sub("", name))) is not None:
        return known, 1
    return _RANKS["note"] - 1, 2
