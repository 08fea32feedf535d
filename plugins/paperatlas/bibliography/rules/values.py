"""The rules of values: names, dates, inheritance, identifiers and addresses."""

from __future__ import annotations

from paperatlas.diagnostics.problem import Rule

EMPTY_NAME = Rule(
    "NAM001",
    "empty-name",
    "warning",
    "A name in this list is empty.",
    "Two `and` follow each other, or one stands at an end. The empty name is skipped.",
    "author = {Ada Lovelace and and Alan Turing}",
    "author = {Ada Lovelace and Alan Turing}",
)
TOO_MANY_COMMAS = Rule(
    "NAM002",
    "too-many-commas",
    "warning",
    "A name has more than two commas.",
    "A name is `First von Last`, `von Last, First` or `von Last, Jr, First`. What follows the third "
    "comma is read as given names.",
    "author = {Lovelace, Ada, King, Byron}",
    "author = {Lovelace, Ada King Byron}",
)
COMMA_SEPARATED = Rule(
    "NAM003",
    "comma-separated-names",
    "error",
    "The names look as if commas separated them.",
    "Names are separated by `and`. PaperAtlas reads them as several people.",
    "author = {Lovelace, A., Turing, A.}",
    "author = {Lovelace, A. and Turing, A.}",
)
ET_AL = Rule(
    "NAM004",
    "et-al",
    "warning",
    "“et al.” is written as a name.",
    "It is read as `and others`.",
    "author = {Ada Lovelace and et al.}",
    "author = {Ada Lovelace and others}",
)
WRONG_SEPARATOR = Rule(
    "NAM005",
    "wrong-separator",
    "error",
    "The names are separated by `;` or `&`.",
    "Names are separated by `and`. PaperAtlas reads them as several people.",
    "author = {Lovelace, Ada; Turing, Alan}",
    "author = {Lovelace, Ada and Turing, Alan}",
)
UNKNOWN_NAME_PART = Rule(
    "NAM006",
    "unknown-name-part",
    "warning",
    "BibLaTeX knows no such part of a name.",
    "The parts are `given`, `family`, `prefix` and `suffix`, each also with `-i` for initials. This one is skipped.",
    "author = {given=Ada, famly=Lovelace}",
    "author = {given=Ada, family=Lovelace}",
)
MALFORMED_DATE = Rule(
    "DAT001",
    "malformed-date",
    "warning",
    "This is no date.",
    "A date is written `2021`, `2021-03`, `2021-03-05`, or two of them joined by `/`. PaperAtlas takes "
    "the year if it can find one.",
    "date = {March 5, 2021}",
    "date = {2021-03-05}",
)
MALFORMED_YEAR = Rule(
    "DAT002",
    "malformed-year",
    "warning",
    "The year is no number.",
    "PaperAtlas takes the first four digits that can be a year, if there are any.",
    "year = {in press}",
    "year = {2021},\npubstate = {inpress}",
)
MALFORMED_MONTH = Rule(
    "DAT003",
    "malformed-month",
    "warning",
    "This is no month.",
    "A month is a number from 1 to 12 or one of the macros `jan` to `dec`. The date is read without it.",
    "month = {Smarch}",
    "month = mar",
)
DATE_CONFLICT = Rule(
    "DAT004",
    "date-and-year",
    "warning",
    "`date` and `year` or `month` disagree.",
    "`date` counts.",
    "date = {2021-03},\nyear = {2020}",
    "date = {2021-03}",
)
REVERSED_RANGE = Rule(
    "DAT005",
    "reversed-range",
    "warning",
    "The range ends before it begins.",
    "It is kept as written.",
    "date = {2021/2019}",
    "date = {2019/2021}",
)
DANGLING_PARENT = Rule(
    "XRF001",
    "dangling-crossref",
    "error",
    "No entry has the key that `crossref` or `xdata` names.",
    "What the entry was to inherit is missing from it.",
    "@inproceedings{a,\n  crossref = {procedings},\n}\n@proceedings{proceedings,\n  title = {All},\n}",
    "@inproceedings{a,\n  crossref = {proceedings},\n}\n@proceedings{proceedings,\n  title = {All},\n}",
)
INHERITANCE_CYCLE = Rule(
    "XRF002",
    "inheritance-cycle",
    "error",
    "The entry inherits from itself, by way of others or at once.",
    "Inheritance stops where the circle closes.",
    "@book{a,\n  crossref = {b},\n}\n@book{b,\n  crossref = {a},\n}",
    "@book{a,\n  crossref = {b},\n}\n@book{b,\n  title = {Both},\n}",
)
NOT_XDATA = Rule(
    "XRF003",
    "xdata-type",
    "warning",
    "`xdata` names an entry that is not of the type `xdata`.",
    "Its fields are inherited all the same; BibLaTeX would ignore them.",
    "@article{a,\n  xdata = {springer},\n}\n@misc{springer,\n  publisher = {Springer},\n}",
    "@article{a,\n  xdata = {springer},\n}\n@xdata{springer,\n  publisher = {Springer},\n}",
)
MALFORMED_DOI = Rule(
    "IDN001",
    "malformed-doi",
    "warning",
    "This is no DOI.",
    "A DOI begins with `10.`, a number of the registrant, and `/`. No link is made of it.",
    "doi = {journal.pone.0012345}",
    "doi = {10.1371/journal.pone.0012345}",
)
MALFORMED_ARXIV = Rule(
    "IDN002",
    "malformed-arxiv",
    "warning",
    "This is no arXiv identifier.",
    "New ones are `2010.11929`, old ones `hep-th/9901001`, both with `v2` or the like where a version "
    "is meant. No link is made of it.",
    "eprint = {20.101192},\neprinttype = {arxiv}",
    "eprint = {2010.11929},\neprinttype = {arxiv}",
)
MALFORMED_URL = Rule(
    "IDN003",
    "malformed-url",
    "warning",
    "This is no web address.",
    "An address begins with `https://` or `http://` and holds no spaces. No link is made of it.",
    "url = {https//example.org}",
    "url = {https://example.org}",
)
UNSAFE_URL = Rule(
    "IDN004",
    "unsafe-url",
    "error",
    "This address would run a program in the reader's browser.",
    "No link is made of `javascript:`, `data:` or `vbscript:` addresses.",
    "url = {javascript:alert(1)}",
    "url = {https://example.org}",
)
MALFORMED_ISBN = Rule(
    "IDN005",
    "malformed-isbn",
    "warning",
    "This is no ISBN.",
    "An ISBN has 10 or 13 digits, and the last one checks the others: most likely one was mistyped.",
    "isbn = {978-3-16-148410-1}",
    "isbn = {978-3-16-148410-0}",
)
