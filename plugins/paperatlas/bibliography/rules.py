"""The rules of this floor: everything a .bib file's text alone can break, written for its readers.

Codes are never reused. `SYN` is syntax, `ENC` encodings, `MAC` macros, `TEX` LaTeX, `NAM` names,
`DAT` dates, `XRF` inheritance, `IDN` identifiers and addresses.
"""

from __future__ import annotations

from paperatlas.problems import Rule

UNREADABLE_FILE = Rule(
    "SYN001",
    "unreadable-file",
    "error",
    "The file cannot be opened.",
    "A library named in the configuration is missing, is a folder, or may not be read. PaperAtlas goes on with the other files.",
)
BROKEN_ENTRY = Rule(
    "SYN002",
    "broken-entry",
    "error",
    "An entry begins here, but nothing of it can be read.",
    "Neither a citation key nor a field could be made out, so this entry is missing from the site. Its neighbours are not touched.",
    "@article{",
    "@article{lovelace1843,\n  title = {Notes},\n}",
)
MISSING_COMMA = Rule(
    "SYN003",
    "missing-comma",
    "error",
    "A comma is missing before this field.",
    "Other readers glue the field to the one before, or drop it. PaperAtlas reads both fields, because the next "
    "`name =` leaves no doubt where the value before it ends.",
    "@book{a,\n  title = {One}\n  year = {2020},\n}",
    "@book{a,\n  title = {One},\n  year = {2020},\n}",
)
UNCLOSED_BRACE = Rule(
    "SYN004",
    "unclosed-brace",
    "error",
    "A brace is opened and never closed.",
    "Everything after it would belong to the value. PaperAtlas ends the value before the next line that looks like a field, "
    "and the entry before the next entry, so only this value may be incomplete.",
    "@book{a,\n  title = {One,\n  year = {2020},\n}",
    "@book{a,\n  title = {One},\n  year = {2020},\n}",
)
STRAY_BRACE = Rule(
    "SYN005",
    "stray-brace",
    "error",
    "A closing brace has no opening one.",
    "Other readers end the entry there and lose the fields that follow. PaperAtlas skips the brace when fields follow it.",
    "@book{a,\n  title = {One}},\n  year = {2020},\n}",
    "@book{a,\n  title = {One},\n  year = {2020},\n}",
)
UNCLOSED_QUOTE = Rule(
    "SYN006",
    "unclosed-quote",
    "error",
    "A quotation mark opens a value and no other closes it.",
    "PaperAtlas ends the value before the next line that looks like a field.",
    '@book{a,\n  title = "One,\n  year = 2020,\n}',
    '@book{a,\n  title = "One",\n  year = 2020,\n}',
)
MISSING_KEY = Rule(
    "SYN007",
    "missing-key",
    "error",
    "The entry has no citation key.",
    "Nothing can cite it. PaperAtlas reads it under a key made of its type and line, which changes when lines move.",
    "@article{,\n  title = {Notes},\n}",
    "@article{lovelace1843,\n  title = {Notes},\n}",
)
ODD_KEY = Rule(
    "SYN008",
    "odd-key",
    "warning",
    "The citation key holds a character that keys may not hold.",
    "Spaces, quotation marks, braces, `#`, `%`, `\\` and `~` end a key in one program or another. PaperAtlas keeps the key as written.",
    "@article{Lovelace 1843,\n  title = {Notes},\n}",
    "@article{lovelace1843,\n  title = {Notes},\n}",
)
MISSING_TYPE = Rule(
    "SYN009",
    "missing-type",
    "error",
    "The entry has no type.",
    "PaperAtlas reads it as `misc`.",
    "@{lovelace1843,\n  title = {Notes},\n}",
    "@article{lovelace1843,\n  title = {Notes},\n}",
)
DUPLICATE_FIELD = Rule(
    "SYN010",
    "duplicate-field",
    "warning",
    "The entry has this field twice.",
    "The first one counts, as in BibTeX; the other is not shown anywhere.",
    "@book{a,\n  title = {One},\n  title = {Two},\n}",
    "@book{a,\n  title = {One},\n}",
)
STRAY_TEXT = Rule(
    "SYN011",
    "stray-text",
    "error",
    "This text inside an entry is no field.",
    "It is skipped up to the next field. A field is a name, `=`, and a value in braces or quotation marks.",
    "@book{a,\n  title {One},\n}",
    "@book{a,\n  title = {One},\n}",
)
MISSING_VALUE = Rule(
    "SYN012",
    "missing-value",
    "warning",
    "The field has no value.",
    "PaperAtlas reads it as if it were not there.",
    "@book{a,\n  title = ,\n}",
    "@book{a,\n  title = {One},\n}",
)
BARE_VALUE = Rule(
    "SYN013",
    "bare-value",
    "error",
    "A value of several words needs braces.",
    "Without braces or quotation marks only a number or the name of a macro may stand here. PaperAtlas reads the words as they are.",
    "@book{a,\n  title = The One,\n}",
    "@book{a,\n  title = {The One},\n}",
)
COMMENTED_ENTRY = Rule(
    "SYN014",
    "commented-entry",
    "info",
    "These entries stand inside `@comment{…}`.",
    "They are not read. BibTeX itself would read them, BibLaTeX would not.",
    "@comment{\n@book{a, title = {One}}\n}",
)
MISSING_OPENING = Rule(
    "SYN015",
    "missing-opening",
    "error",
    "An entry seems to begin here, but no brace follows its type.",
    "BibTeX skips such an entry without a word, and so it is missing from the site.",
    "@article lovelace1843,\n  title = {Notes},\n}",
    "@article{lovelace1843,\n  title = {Notes},\n}",
)
COMMENT_IN_ENTRY = Rule(
    "SYN016",
    "comment-in-entry",
    "info",
    "A `%` comment stands between the fields of an entry.",
    "PaperAtlas and BibLaTeX skip it; BibTeX stops with an error.",
    "@book{a,\n  % year = {2019},\n  title = {One},\n}",
    "@book{a,\n  title = {One},\n}",
)
ODD_FIELD_NAME = Rule(
    "SYN017",
    "odd-field-name",
    "warning",
    "The name of a field holds a character that names may not hold.",
    "The field is kept under the name as written.",
    "@book{a,\n  date added = {2020},\n}",
    "@book{a,\n  date-added = {2020},\n}",
)
ALIAS_CONFLICT = Rule(
    "SYN018",
    "alias-conflict",
    "warning",
    "Two fields of the entry are two names for the same thing.",
    "`journal` is BibTeX's name for `journaltitle`, `address` for `location`, and so on. The BibLaTeX name counts.",
    "@article{a,\n  journal = {J. Sci.},\n  journaltitle = {Journal of Science},\n}",
    "@article{a,\n  journaltitle = {Journal of Science},\n}",
)
NOT_UTF8 = Rule(
    "ENC001",
    "not-utf-8",
    "warning",
    "The file is not written in UTF-8.",
    "Its encoding was guessed from its bytes, and a guess can be wrong for some letters. Save the file as UTF-8.",
)
NUL_BYTE = Rule(
    "ENC002",
    "nul-byte",
    "warning",
    "The file holds NUL bytes.",
    "No text holds them: the file was damaged, or is UTF-16 without a byte order mark. Each is read as a space.",
)
LOST_CHARACTER = Rule(
    "ENC003",
    "lost-character",
    "warning",
    "A character was lost before the file was saved.",
    "The sign `\ufffd` stands where a program could not read a character. Write the character anew.",
    "author = {M\ufffdller, Anna}",
    "author = {Müller, Anna}",
)
MOJIBAKE = Rule(
    "ENC004",
    "mojibake",
    "warning",
    "Letters look like UTF-8 that was read as Latin-1.",
    "A program on the way mistook the encoding. The text is kept as written.",
    "author = {MÃ¼ller, Anna}",
    "author = {Müller, Anna}",
)
UNDEFINED_MACRO = Rule(
    "MAC001",
    "undefined-macro",
    "error",
    "No `@string` defines this macro.",
    "The macro's name is shown in its place. If it is meant as text, put it in braces.",
    "@article{a,\n  journaltitle = jmlr,\n}",
    "@string{jmlr = {Journal of Machine Learning Research}}\n@article{a,\n  journaltitle = jmlr,\n}",
)
REDEFINED_MACRO = Rule(
    "MAC002",
    "redefined-macro",
    "warning",
    "The macro is defined again with another value.",
    "Entries before this line have the first value, entries after it the second.",
    "@string{jmlr = {JMLR}}\n@string{jmlr = {J. Mach. Learn. Res.}}",
    "@string{jmlr = {J. Mach. Learn. Res.}}",
)
LATE_MACRO = Rule(
    "MAC003",
    "late-macro",
    "warning",
    "The macro is used before it is defined.",
    "BibTeX would find nothing here. PaperAtlas takes the value that is defined later.",
    "@article{a,\n  journaltitle = jmlr,\n}\n@string{jmlr = {JMLR}}",
    "@string{jmlr = {JMLR}}\n@article{a,\n  journaltitle = jmlr,\n}",
)
CYCLIC_MACRO = Rule(
    "MAC004",
    "cyclic-macro",
    "error",
    "The macro is defined by itself.",
    "It has no value; its name is shown in its place.",
    "@string{a = b}\n@string{b = a}",
    "@string{a = {A}}\n@string{b = a}",
)
BROKEN_STRING = Rule(
    "MAC005",
    "broken-string",
    "error",
    "This `@string` cannot be read.",
    "The macro it was to define is undefined wherever it is used.",
    "@string{jmlr {JMLR}}",
    "@string{jmlr = {JMLR}}",
)
UNKNOWN_COMMAND = Rule(
    "TEX001",
    "unknown-command",
    "warning",
    "PaperAtlas does not know this LaTeX command.",
    "The text of its argument is kept, the command is not. It is reported once, at its first place.",
    "title = {A \\fancy{new} method}",
    "title = {A new method}",
)
UNBALANCED_MATH = Rule(
    "TEX002",
    "unbalanced-math",
    "warning",
    "A `$` opens a formula that nothing closes.",
    "The sign is shown as it is. A dollar is written `\\$`.",
    "title = {The $100 Question}",
    "title = {The \\$100 Question}",
)
UNBALANCED_BRACES = Rule(
    "TEX003",
    "unbalanced-braces",
    "warning",
    "The braces inside this value do not balance.",
    "The text is kept without them.",
    "title = {A \\} B}",
    "title = {A \\{ \\} B}",
)
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
    "A name is `First von Last`, `von Last, First` or `von Last, Jr, First`. What follows the third comma is read as given names.",
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
    "A date is written `2021`, `2021-03`, `2021-03-05`, or two of them joined by `/`. PaperAtlas takes the year if it can find one.",
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
    "@inproceedings{a,\n  crossref = {procedings},\n}",
    "@inproceedings{a,\n  crossref = {proceedings},\n}",
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
    "New ones are `2010.11929`, old ones `hep-th/9901001`, both with `v2` or the like where a version is meant. No link is made of it.",
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

RULES: tuple[Rule, ...] = tuple(value for value in list(globals().values()) if isinstance(value, Rule))
"""All rules of this floor, by code family as listed above."""
