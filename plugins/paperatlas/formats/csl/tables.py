"""BibLaTeX's words and those of CSL 1.0.2 for the same things."""

from __future__ import annotations

from collections.abc import Mapping

from paperatlas.bibliography.model.fields import LINK_FIELDS
from paperatlas.formats.entry_types import ENTRY_TYPES

CSL_TYPES: Mapping[str, str] = {name: csl for name, (csl, _) in ENTRY_TYPES.items()}
"""By BibLaTeX's name of the type; any other is a `document`."""

CSL_NAMES: Mapping[str, str] = {
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "bookauthor": "container-author",
    "director": "director",
    "holder": "contributor",
}

CSL_DATES: Mapping[str, str] = {
    "date": "issued",
    "eventdate": "event-date",
    "origdate": "original-date",
    "urldate": "accessed",
}

CSL_TEXTS: Mapping[str, str] = {
    "abstract": "abstract",
    "annotation": "annote",
    "chapter": "chapter-number",
    "edition": "edition",
    "institution": "publisher",
    "publisher": "publisher",
    "organization": "publisher",
    "isbn": "ISBN",
    "issn": "ISSN",
    "library": "call-number",
    "location": "publisher-place",
    "origlocation": "original-publisher-place",
    "origpublisher": "original-publisher",
    "pagetotal": "number-of-pages",
    "part": "part",
    "pmcid": "PMCID",
    "pmid": "PMID",
    "venue": "event-place",
    "version": "version",
    "volume": "volume",
    "volumes": "number-of-volumes",
}
"""Where two fields have one variable, the first that is there counts."""

CUSTOM = tuple(sorted(LINK_FIELDS))
"""Addresses that CSL has no variable for."""

CSL_GENRES: Mapping[str, str] = {
    "bathesis": "Bachelor’s thesis",
    "candthesis": "Candidate thesis",
    "mastersthesis": "Master’s thesis",
    "mathesis": "Master’s thesis",
    "phdthesis": "PhD thesis",
    "resreport": "Research report",
    "techreport": "Technical report",
}
"""BibLaTeX's words for `type`, and BibTeX's entry types that say the same."""

CSL_MARKS: Mapping[str, tuple[str, str]] = {
    "em": ("<i>", "</i>"),
    "strong": ("<b>", "</b>"),
    "sup": ("<sup>", "</sup>"),
    "sub": ("<sub>", "</sub>"),
    "caps": ('<span style="font-variant:small-caps;">', "</span>"),
}

LANGUAGE_TAGS: Mapping[str, str] = {
    "american": "en-US",
    "arabic": "ar",
    "australian": "en-AU",
    "austrian": "de-AT",
    "brazil": "pt-BR",
    "brazilian": "pt-BR",
    "british": "en-GB",
    "canadian": "en-CA",
    "catalan": "ca",
    "chinese": "zh",
    "croatian": "hr",
    "czech": "cs",
    "danish": "da",
    "dutch": "nl",
    "english": "en",
    "esperanto": "eo",
    "estonian": "et",
    "finnish": "fi",
    "french": "fr",
    "german": "de",
    "greek": "el",
    "hebrew": "he",
    "hungarian": "hu",
    "icelandic": "is",
    "italian": "it",
    "japanese": "ja",
    "korean": "ko",
    "latin": "la",
    "latvian": "lv",
    "lithuanian": "lt",
    "ngerman": "de",
    "norsk": "nb",
    "norwegian": "no",
    "nynorsk": "nn",
    "persian": "fa",
    "polish": "pl",
    "portuguese": "pt",
    "romanian": "ro",
    "russian": "ru",
    "serbian": "sr",
    "slovak": "sk",
    "slovene": "sl",
    "slovenian": "sl",
    "spanish": "es",
    "swedish": "sv",
    "swiss": "de-CH",
    "turkish": "tr",
    "ukenglish": "en-GB",
    "ukrainian": "uk",
    "usenglish": "en-US",
    "vietnamese": "vi",
}
"""babel's and polyglossia's names of languages, as BCP 47 writes them."""
