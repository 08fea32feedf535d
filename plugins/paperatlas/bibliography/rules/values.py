"""The rules of values: names, dates, inheritance, identifiers and addresses."""

from __future__ import annotations

from paperatlas.diagnostics.problem import Rule, Wording

EMPTY_NAME = Rule(
    "NAM001",
    "empty-name",
    "warning",
    "A name in this list is empty.",
    "Two `and` follow each other, or one stands at an end. The empty name is skipped.",
    "author = {Ada Lovelace and and Alan Turing}",
    "author = {Ada Lovelace and Alan Turing}",
    message="A name in this list is empty.",
    hint="Remove one “and”.",
    variants={
        "parts": Wording("“{name}” names nobody.", "Add given= and family=."),
    },
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
    message="The name “{name}” has {count} commas.",
    hint="Write “von Last, Jr, First”.",
)
COMMA_SEPARATED = Rule(
    "NAM003",
    "comma-separated-names",
    "error",
    "The names look as if commas separated them.",
    "Names are separated by `and`. PaperAtlas reads them as several people.",
    "author = {Lovelace, A., Turing, A.}",
    "author = {Lovelace, A. and Turing, A.}",
    message="The names look as if commas separated them.",
    hint="Separate them by “and”.",
)
ET_AL = Rule(
    "NAM004",
    "et-al",
    "warning",
    "“et al.” is written as a name.",
    "It is read as `and others`.",
    "author = {Ada Lovelace and et al.}",
    "author = {Ada Lovelace and others}",
    message="“{text}” is written as a name.",
    hint="Write “and others”.",
)
WRONG_SEPARATOR = Rule(
    "NAM005",
    "wrong-separator",
    "error",
    "The names are separated by `;` or `&`.",
    "Names are separated by `and`. PaperAtlas reads them as several people.",
    "author = {Lovelace, Ada; Turing, Alan}",
    "author = {Lovelace, Ada and Turing, Alan}",
    message="The names are separated by “{separator}”.",
    hint="Separate them by “and”.",
)
UNKNOWN_NAME_PART = Rule(
    "NAM006",
    "unknown-name-part",
    "warning",
    "BibLaTeX knows no such part of a name.",
    "The parts are `given`, `family`, `prefix` and `suffix`, each also with `-i` for initials. This one is skipped.",
    "author = {given=Ada, famly=Lovelace}",
    "author = {given=Ada, family=Lovelace}",
    message="BibLaTeX knows no name part “{name}”.",
    hint="Use given, family, prefix or suffix.",
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
    message="“{text}” is no date.",
    hint="Write it as 2021, 2021-03 or 2021-03-05.",
)
MALFORMED_YEAR = Rule(
    "DAT002",
    "malformed-year",
    "warning",
    "The year is no number.",
    "PaperAtlas takes the first four digits that can be a year, if there are any.",
    "year = {in press}",
    "year = {2021},\npubstate = {inpress}",
    message="“{text}” is no year.",
    hint="Write four digits.",
)
MALFORMED_MONTH = Rule(
    "DAT003",
    "malformed-month",
    "warning",
    "This is no month.",
    "A month is a number from 1 to 12 or one of the macros `jan` to `dec`. The date is read without it.",
    "month = {Smarch}",
    "month = mar",
    message="“{text}” is no month.",
    hint="Write a number from 1 to 12, or a macro from jan to dec.",
)
DATE_CONFLICT = Rule(
    "DAT004",
    "date-and-year",
    "warning",
    "`date` and `year` or `month` disagree.",
    "`date` counts.",
    "date = {2021-03},\nyear = {2020}",
    "date = {2021-03}",
    message="{name} says {text}, but date says {date}; date counts.",
    hint="Keep date alone.",
    label="the date that counts",
)
REVERSED_RANGE = Rule(
    "DAT005",
    "reversed-range",
    "warning",
    "The range ends before it begins.",
    "It is kept as written.",
    "date = {2021/2019}",
    "date = {2019/2021}",
    message="The range {text} ends before it begins.",
    hint="Exchange its two ends.",
)
DANGLING_PARENT = Rule(
    "XRF001",
    "dangling-crossref",
    "error",
    "No entry has the key that `crossref` or `xdata` names.",
    "What the entry was to inherit is missing from it.",
    "@inproceedings{a,\n  crossref = {procedings},\n}\n@proceedings{proceedings,\n  title = {All},\n}",
    "@inproceedings{a,\n  crossref = {proceedings},\n}\n@proceedings{proceedings,\n  title = {All},\n}",
    message="No entry has the key {key}, which {field} names.",
    hint="Add that entry, or remove the field.",
)
INHERITANCE_CYCLE = Rule(
    "XRF002",
    "inheritance-cycle",
    "error",
    "The entry inherits from itself, by way of others or at once.",
    "Inheritance stops where the circle closes.",
    "@book{a,\n  crossref = {b},\n}\n@book{b,\n  crossref = {a},\n}",
    "@book{a,\n  crossref = {b},\n}\n@book{b,\n  title = {Both},\n}",
    message="The entry inherits from itself by way of {key}.",
    hint="Remove one of the links.",
)
NOT_XDATA = Rule(
    "XRF003",
    "xdata-type",
    "warning",
    "`xdata` names an entry that is not of the type `xdata`.",
    "Its fields are inherited all the same; BibLaTeX would ignore them.",
    "@article{a,\n  xdata = {springer},\n}\n@misc{springer,\n  publisher = {Springer},\n}",
    "@article{a,\n  xdata = {springer},\n}\n@xdata{springer,\n  publisher = {Springer},\n}",
    message="The entry {key} is of the type {type}, not xdata.",
    hint="Use crossref, or change the type.",
)
MALFORMED_DOI = Rule(
    "IDN001",
    "malformed-doi",
    "warning",
    "This is no DOI.",
    "A DOI begins with `10.`, a number of the registrant, and `/`. No link is made of it.",
    "doi = {journal.pone.0012345}",
    "doi = {10.1371/journal.pone.0012345}",
    message="“{text}” is no DOI.",
    hint="A DOI looks like 10.1000/182.",
)
DOI_AS_ADDRESS = Rule(
    "IDN006",
    "doi-as-address",
    "info",
    "The DOI is written as an address.",
    "PaperAtlas reads the DOI in it. BibTeX styles and other programs put `https://doi.org/` before what they find, "
    "and their links lead nowhere.",
    "doi = {https://doi.org/10.1371/journal.pone.0012345}",
    "doi = {10.1371/journal.pone.0012345}",
    message="The DOI {doi} is written as an address.",
    hint="Write the DOI alone.",
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
    message="“{text}” is no arXiv identifier.",
    hint="It looks like 2010.11929 or hep-th/9901001.",
)
MALFORMED_URL = Rule(
    "IDN003",
    "malformed-url",
    "warning",
    "This is no web address.",
    "An address begins with `https://` or `http://` and holds no spaces. No link is made of it.",
    "url = {https//example.org}",
    "url = {https://example.org}",
    message="“{text}” is no web address.",
    hint="Begin it with https://, and leave no spaces in it.",
)
UNSAFE_URL = Rule(
    "IDN004",
    "unsafe-url",
    "error",
    "This address would run a program in the reader's browser.",
    "No link is made of `javascript:`, `data:` or `vbscript:` addresses.",
    "url = {javascript:alert(1)}",
    "url = {https://example.org}",
    message="The address “{text}” would run a program in the reader's browser.",
    hint="Use an https:// address.",
)
MALFORMED_ISBN = Rule(
    "IDN005",
    "malformed-isbn",
    "warning",
    "This is no ISBN.",
    "An ISBN has 10 or 13 digits, and the last one checks the others: most likely one was mistyped.",
    "isbn = {978-3-16-148410-1}",
    "isbn = {978-3-16-148410-0}",
    message="“{text}” is no ISBN.",
    hint="Check its digits.",
)
