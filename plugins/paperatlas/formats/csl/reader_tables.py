"""CSL's words for types and variables, read back: the inverse of the tables that the export writes by."""

from __future__ import annotations

from collections.abc import Mapping

from paperatlas.bibliography.model.container import BOOK, IN_JOURNALS, JOURNAL
from paperatlas.formats.csl.tables import CSL_DATES, CSL_GENRES, CSL_TEXTS, CSL_TYPES
from paperatlas.text.language_tags import LANGUAGE_TAGS, primary_language

_PREFERRED: dict[str, str] = {
    "article": "online",
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "bill": "legislation",
    "broadcast": "audio",
    "chapter": "incollection",
    "classic": "book",
    "collection": "collection",
    "document": "misc",
    "entry": "inreference",
    "entry-dictionary": "inreference",
    "figure": "image",
    "graphic": "image",
    "hearing": "legal",
    "musical_score": "music",
    "post": "online",
    "post-weblog": "online",
    "regulation": "legislation",
    "review-book": "review",
    "speech": "unpublished",
}
"""Where several of BibLaTeX's types are one of CSL's, or the export does not write CSL's."""

TYPES_FROM_CSL: Mapping[str, str] = {kind: name for name, kind in reversed([*CSL_TYPES.items()])} | _PREFERRED
"""CSL's type -> BibLaTeX's."""

TYPES_FROM_CROSSREF: Mapping[str, str] = {
    "journal-article": "article", "proceedings-article": "inproceedings", "book-chapter": "incollection",
    "book-section": "incollection", "book-part": "incollection", "reference-entry": "inreference", "book": "book",
    "monograph": "book", "edited-book": "collection", "reference-book": "reference", "dissertation": "thesis",
    "report": "report", "report-component": "report", "posted-content": "online", "other": "misc",
}  # fmt: skip
"""Crossref's types of works -> BibLaTeX's types of entries; doi.org writes them into CSL-JSON as well."""

TYPES: Mapping[str, str] = {**TYPES_FROM_CROSSREF, **TYPES_FROM_CSL}

TYPE_IN_CUSTOM = "entrytype"
"""What the export keeps BibLaTeX's type by, where CSL has one for several: `mvbook`, `suppbook`."""

SUBTYPES_FROM_CSL: Mapping[str, str] = {"article-magazine": "magazine", "article-newspaper": "newspaper"}

DATES_FROM_CSL: Mapping[str, str] = {variable: name for name, variable in CSL_DATES.items()}

TEXTS_FROM_CSL: Mapping[str, str] = {
    variable: name for name, variable in CSL_TEXTS.items()
} | {"title": "title", "title-short": "shorttitle", "shortTitle": "shorttitle", "collection-title": "series",
     "event-title": "eventtitle",
     "short-title": "shorttitle", "event": "eventtitle", "status": "pubstate",
     "original-title": "origtitle", "DOI": "doi", "URL": "url", "source": ""}  # fmt: skip
"""CSL's variable -> the field; of `source`, which names the data base a record is from, nothing is made."""

LANGUAGES_FROM_CSL: Mapping[str, str] = {tag.lower(): name for name, tag in reversed([*LANGUAGE_TAGS.items()])} | {
    "de": "german", "en": "english", "en-us": "american", "en-gb": "british", "pt-br": "brazilian",
    "zh-cn": "chinese", "zh-tw": "chinese",
}  # fmt: skip
"""A language's tag -> babel's name."""

GENRES_FROM_CSL: Mapping[str, str] = {
    word.lower(): name for name, word in CSL_GENRES.items() if name != "mastersthesis"
} | {
    "doctoral dissertation": "phdthesis", "doctoral thesis": "phdthesis", "dissertation": "phdthesis",
    "ph.d. thesis": "phdthesis",
    "phd dissertation": "phdthesis", "master thesis": "mathesis", "master's thesis": "mathesis",
    "bachelor's thesis": "bathesis",
}  # fmt: skip
"""What kind of thesis or report -> BibLaTeX's word for it."""

_THREE_LETTERS = {
    "chi": "chinese", "deu": "german", "eng": "english", "fra": "french", "fre": "french", "ger": "german",
    "ita": "italian", "jpn": "japanese", "rus": "russian", "spa": "spanish", "zho": "chinese",
}  # fmt: skip
"""ISO 639-2's codes, which data bases write."""

IN_BOOKS = frozenset({"inproceedings", "incollection", "inbook", "inreference"})
WITH_INSTITUTION = frozenset({"thesis", "report"})
WITH_PUBLISHER = (
    frozenset({"article", "book", "collection", "proceedings", "reference", "booklet"}) | IN_BOOKS | IN_JOURNALS
)


def type_of_item(item: Mapping[str, object]) -> str:
    """Return BibLaTeX's type for that of an item, and for whom and what it names."""
    written = str(item.get("type") or "").strip()
    if written == "book" and item.get("editor") and not item.get("author"):
        return "collection"
    if written == "article" and item.get("container-title"):
        return "article"
    return TYPES.get(written, "misc")


def language(tag: str) -> tuple[str, str]:
    """Return the field and value for a language's tag; what is no tag that babel has a name for is a text."""
    text = tag.strip()
    lowered = text.lower().replace("_", "-")
    if lowered in LANGUAGE_TAGS:
        return "langid", lowered
    name = LANGUAGES_FROM_CSL.get(lowered) or LANGUAGES_FROM_CSL.get(primary_language(lowered))
    name = name or _THREE_LETTERS.get(lowered)
    return ("langid", name) if name else ("language", text)


def langid(code: object) -> str:
    """Return babel's name of a language, whatever its variety; empty if the code is unknown."""
    return LANGUAGES_FROM_CSL.get(primary_language(str(code or "")), "")


def publisher_field(kind: str) -> str:
    """Return where BibLaTeX puts who published a work of a type."""
    if kind in WITH_INSTITUTION:
        return "institution"
    return "publisher" if kind in WITH_PUBLISHER else "organization"


def container_field(kind: str) -> str:
    """Return where BibLaTeX puts what a work of a type appeared in."""
    return JOURNAL.title if kind in IN_JOURNALS else BOOK.title if kind in IN_BOOKS else "howpublished"


def genre_fields(written: str) -> str:
    """BibLaTeX's word for a kind of thesis or report; what is none stays as it is."""
    lowered = written.lower()
    return GENRES_FROM_CSL.get(lowered) or GENRES_FROM_CSL.get(lowered.replace("’", "'"), written)
