"""BibLaTeX's fields: their names, BibTeX's older names for them, and how each kind of value is read."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from paperatlas.diagnostics.problem import Span

ALIASES: dict[str, str] = {
    "address": "location",
    "annote": "annotation",
    "archiveprefix": "eprinttype",
    "hyphenation": "langid",
    "journal": "journaltitle",
    "key": "sortkey",
    "pmc": "pmcid",
    "primaryclass": "eprintclass",
    "pubmed": "pmid",
    "school": "institution",
}
"""BibTeX's name -> BibLaTeX's (the BibLaTeX manual, 2.2.5 "Field Aliases", and `langid` for `hyphenation`).

`pubmed` and `pmc` are what converters of PubMed's records call its numbers.

Not BibLaTeX's `pdf` for `file`: people keep the file of their own computer in one, and an address in the other.
"""

TYPE_ALIASES: dict[str, str] = {
    "conference": "inproceedings",
    "electronic": "online",
    "mastersthesis": "thesis",
    "phdthesis": "thesis",
    "techreport": "report",
    "www": "online",
    "webpage": "online",
    "codefragment": "software",
    "softwaremodule": "software",
    "softwareversion": "software",
}
"""BibTeX's entry type -> BibLaTeX's (the BibLaTeX manual, 2.1.2 "Type Aliases"); BibDesk's page of the web; the types
of biblatex-software (its manual, 3), as HAL writes them."""

LINK_FIELDS = ("code", "website", "video", "slides", "poster", "blog")
"""Where else a work is to be found, in the order it is shown; BibLaTeX has no such fields, people use these names."""

PAGE_FIELDS = ("url", "html", "adsurl")
"""Where the work's own page is; `adsurl` is the Astrophysics Data System's."""

ADDRESS_FIELDS = (*PAGE_FIELDS, *LINK_FIELDS)
"""Fields that hold one web address each."""

OR_FILE_FIELDS = ("pdf", "html", "poster", "slides")
"""Fields that may hold an address, or else name a file: beside the library, as al-folio has it, or on a disk."""

VERBATIM = frozenset({
    "crossref", "doi", "eid", "entryset", "eprint", "eprintclass", "eprinttype", "codetype", "codelicense",
    "file", "github", "gender", "ids", "isan", "isbn", "ismn", "isrn", "issn", "iswc", "keywords", "langid",
    "langidopts", "local-url", "mrnumber", "options", "pdf", "pmcid", "pmid", "related", "relatedtype", "sha1",
    "sortkey",
    "urlraw", "verba", "verbb", "verbc", "xdata", "xref", "date", "eventdate", "origdate",
    "urldate", "year", "month", "day", "zblnumber", *ADDRESS_FIELDS,
})  # fmt: skip
"""Fields that are never LaTeX-decoded: addresses, identifiers, keys, options, dates (BibLaTeX's verbatim,
URI, key, date and integer fields, and the names people use for links)."""

NAME_FIELDS = frozenset({
    "afterword", "annotator", "author", "bookauthor", "commentator", "director", "editor", "editora",
    "editorb", "editorc", "foreword", "holder", "introduction", "namea", "nameb", "namec", "shortauthor",
    "shorteditor", "sortname", "translator",
})  # fmt: skip
"""Fields that hold lists of names (the BibLaTeX manual, 2.2.2)."""


class Field(NamedTuple):
    """A field of an entry.

    `name` is BibLaTeX's, `written_name` the one in the file, in lower case. `raw` is the value without its
    braces or quotation marks, macros replaced, otherwise as written. `inherited_from` is the citation key of
    the entry that a `crossref` or `xdata` took the field from, or empty.
    """

    name: str
    written_name: str
    raw: str
    inherited_from: str
    file: str
    line: int
    column: int
    value_line: int
    value_column: int

    @property
    def span(self) -> Span:
        """Return where the name stands."""
        return Span(self.file, self.line, self.column).covering(self.written_name)

    @property
    def value_span(self) -> Span:
        """Return where the value's text begins."""
        return Span(self.file, self.value_line, self.value_column)


# Far more names of fields than a library has; each is asked for again and again, most of them for fields not there.
@lru_cache(maxsize=4096)
def canonical(name: str) -> str:
    """BibLaTeX's name for a field, in lower case."""
    name = name.lower()
    return ALIASES.get(name, name)
