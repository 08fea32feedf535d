"""The rules of values: names, dates, inheritance."""

from __future__ import annotations

from paperatlas.diagnostics.problem import Rule, Wording

EMPTY_NAME = Rule(
    "NAM001",
    "empty-name",
    "warning",
    "A name in this list is empty.",
    "Two `and` follow each other, or one is at the beginning or end of the list. The empty name is skipped.",
    "author = {Ada Lovelace and and Alan Turing}",
    "author = {Ada Lovelace and Alan Turing}",
    message="A name in this list is empty.",
    hint="Remove one 'and'.",
    variants={
        "parts": Wording("'{name}' contains no name.", "Add given= and family=."),
        "letters": Wording("The name '{name}' has no letters; it is skipped.", "Write the name, or remove it."),
    },
)
TOO_MANY_COMMAS = Rule(
    "NAM002",
    "too-many-commas",
    "warning",
    "A name has more than two commas.",
    "A name is `First von Last`, `von Last, First` or `von Last, Jr, First`. The text after the third "
    "comma is read as given names.",
    "author = {Lovelace, Ada, King, Byron}",
    "author = {Lovelace, Ada King Byron}",
    message="The name '{name}' has {count} commas.",
    hint="Write it as 'von Last, Jr, First'.",
    variants={"people": Wording(hint="If these are several people, put 'and' between them: '{people}'.")},
)
COMMA_SEPARATED = Rule(
    "NAM003",
    "comma-separated-names",
    "error",
    "The names seem to be separated by commas.",
    "Names are separated by `and`. PaperAtlas reads them as several people.",
    "author = {Lovelace, A., Turing, A.}",
    "author = {Lovelace, A. and Turing, A.}",
    message="The names seem to be separated by commas.",
    hint="Separate them by 'and'.",
)
ET_AL = Rule(
    "NAM004",
    "et-al",
    "warning",
    "Words for those who are not named (`et al.`, `others,`, `等`) are written as a name.",
    "They are read as `and others`, which ends the list.",
    "author = {Ada Lovelace and et al.}",
    "author = {Ada Lovelace and others}",
    message="'{text}' is written as a name.",
    hint="Write 'and others'.",
)
WRONG_SEPARATOR = Rule(
    "NAM005",
    "wrong-separator",
    "error",
    "The names are separated by `;` or `&`.",
    "Names are separated by `and`. PaperAtlas reads them as several people.",
    "author = {Lovelace, Ada; Turing, Alan}",
    "author = {Lovelace, Ada and Turing, Alan}",
    message="The names are separated by '{separator}'.",
    hint="Separate them by 'and'.",
)
UNKNOWN_NAME_PART = Rule(
    "NAM006",
    "unknown-name-part",
    "warning",
    "This is not a part of a name in BibLaTeX.",
    "The parts are `given`, `family`, `prefix` and `suffix`, each also with `-i` for initials. This one is skipped.",
    "author = {given=Ada, famly=Lovelace}",
    "author = {given=Ada, family=Lovelace}",
    message="'{name}' is not a part of a name in BibLaTeX.",
    hint="Use given, family, prefix or suffix.",
)
MARK_IN_NAME = Rule(
    "NAM007",
    "mark-in-name",
    "warning",
    "A name has a mark beside it: an asterisk, the number of an address, a degree, a role, an e-mail address.",
    "PaperAtlas reads the name without it. Other programs would show it, and file the person twice.",
    "author = {Ada Lovelace* and Alan Turing\\textsuperscript{1}}",
    "author = {Ada Lovelace and Alan Turing}",
    message="'{text}' has a mark that is not a part of the name.",
    hint="Write '{name}'.",
)
INITIALS_LAST = Rule(
    "NAM008",
    "initials-last",
    "warning",
    "The initials come last, as in PubMed, without a comma.",
    "BibTeX takes the last word for the family name. PaperAtlas reads it as the initials if they have full "
    "stops, or if every name of the list has this form.",
    "author = {Kovar N and Stone KR}",
    "author = {Kovar, N and Stone, KR}",
    message="The names end with their initials: '{text}'.",
    hint="Write '{name}'.",
)
MISPLACED_SUFFIX = Rule(
    "NAM009",
    "misplaced-suffix",
    "warning",
    "The suffix of a name (`Jr.`, `III`) is where BibTeX takes it for a part of another.",
    "BibTeX knows a suffix in the form `von Last, Jr, First` only. PaperAtlas reads it as the suffix.",
    "author = {Martin Luther King Jr.}",
    "author = {King, Jr., Martin Luther}",
    message="'{suffix}' is the suffix of a name, but BibTeX does not read it as one.",
    hint="Write '{name}'.",
)
GROUP_AS_PERSON = Rule(
    "NAM010",
    "group-as-person",
    "warning",
    "A group is written like a person.",
    "BibTeX takes its last word for a family name, and styles shorten the others to initials. PaperAtlas reads it as a "
    "whole.",
    "author = {ATLAS Collaboration and Team, Gemini}",
    "author = {{ATLAS Collaboration} and {Gemini Team}}",
    message="'{name}' is a group, but BibTeX reads it as a person.",
    hint="Write it in braces: {{{name}}}.",
)
MALFORMED_DATE = Rule(
    "DAT001",
    "malformed-date",
    "warning",
    "This is not a valid date.",
    "A date is written as in EDTF: `2021`, `2021-03`, `2021-03-05`, two of them joined by `/`, `2021-21` for spring, "
    "`1984~` for about 1984, `1984?` where it is uncertain, `198X`, `-0043` for 44 BC. PaperAtlas reads other forms "
    "as far as it understands them; what it does not is shown as written.",
    "date = {March 5, 2021}",
    "date = {2021-03-05}",
    message="'{text}' is not a valid date.",
    hint="Write it as 2021, 2021-03 or 2021-03-05.",
    variants={
        "read": Wording("", "It is read as {date}; write date = {{{date}}}."),
        "state": Wording("", "Write pubstate = {{{state}}}."),
    },
)
MALFORMED_YEAR = Rule(
    "DAT002",
    "malformed-year",
    "warning",
    "The year is not a number.",
    "PaperAtlas reads `c. 1984`, `44 BC` and the like, or uses the first four digits. What has no year is shown as "
    "written.",
    "year = {in press}",
    "year = {2021},\npubstate = {inpress}",
    message="'{text}' is not a valid year.",
    hint="Write four digits, or leave the field out if the year is not known.",
    variants={
        "read": Wording("", "It is read as {date}; write date = {{{date}}}."),
        "zero": Wording("There is no year {text}.", "Leave the year out, or write date = {{0000}} for 1 BC."),
        "state": Wording("", "Write pubstate = {{{state}}}."),
    },
)
MALFORMED_MONTH = Rule(
    "DAT003",
    "malformed-month",
    "warning",
    "This is not a valid month.",
    "A month is a number from 1 to 12 or one of the macros `jan` to `dec`. PaperAtlas ignores the month.",
    "month = {Smarch}",
    "month = mar",
    message="'{text}' is not a valid month.",
    hint="Write a number from 1 to 12, or a macro from jan to dec.",
)
MALFORMED_DAY = Rule(
    "DAT006",
    "malformed-day",
    "warning",
    "The month has no such day.",
    "PaperAtlas ignores the day.",
    "year = 2021,\nmonth = feb,\nday = 45",
    "year = 2021,\nmonth = feb,\nday = 5",
    message="'{text}' is not a day of the month.",
    hint="Write a number from 1 to the last day of the month.",
)
DATE_CONFLICT = Rule(
    "DAT004",
    "date-and-year",
    "warning",
    "`date` and `year` or `month` disagree.",
    "`date` is used.",
    "date = {2021-03},\nyear = {2020}",
    "date = {2021-03}",
    message="'{name}' is {text}, but 'date' is {date}; 'date' is used.",
    hint="Keep only 'date'.",
    label="the date that is used",
)
REVERSED_RANGE = Rule(
    "DAT005",
    "reversed-range",
    "warning",
    "The range ends before it begins.",
    "It is shown as written.",
    "date = {2021/2019}",
    "date = {2019/2021}",
    message="The range {text} ends before it begins.",
    hint="Swap the two dates.",
)
IMPOSSIBLE_PAGES = Rule(
    "PAG001",
    "impossible-pages",
    "warning",
    "These are not the pages of a work.",
    "A range ends behind its beginning, pages have numbers above 0, and how many pages a work has is `pagetotal`. "
    "They are shown as written.",
    "pages = {130--123}",
    "pages = {123--130}",
    message="'{text}' are no pages.",
    hint="Write the numbers, or remove the field.",
    variants={
        "reversed": Wording("The pages {text} end before they begin.", "Swap the two numbers, or correct one."),
        "count": Wording("'{text}' is how many pages there are, not which.", "Write pagetotal = {{{number}}}."),
    },
)
DANGLING_PARENT = Rule(
    "XRF001",
    "dangling-crossref",
    "error",
    "No entry has the key that `crossref` or `xdata` names.",
    "The fields that the entry should inherit are missing.",
    "@inproceedings{a,\n  crossref = {procedings},\n}\n@proceedings{proceedings,\n  title = {All},\n}",
    "@inproceedings{a,\n  crossref = {proceedings},\n}\n@proceedings{proceedings,\n  title = {All},\n}",
    message="No entry has the key '{key}', which '{field}' names.",
    hint="Add that entry, or remove the field.",
)
INHERITANCE_CYCLE = Rule(
    "XRF002",
    "inheritance-cycle",
    "error",
    "The entry inherits from itself, directly or through other entries.",
    "Inheritance stops where the cycle closes.",
    "@book{a,\n  crossref = {b},\n}\n@book{b,\n  crossref = {a},\n}",
    "@book{a,\n  crossref = {b},\n}\n@book{b,\n  title = {Both},\n}",
    message="The entry inherits from itself through '{key}'.",
    hint="Remove one of the links.",
    variants={
        "many": Wording(
            "With '{key}' the entry would inherit more than {most} fields.",
            "Write what it inherits into the entry itself: nothing is taken from '{key}'.",
        ),
    },
)
NOT_XDATA = Rule(
    "XRF003",
    "xdata-type",
    "warning",
    "`xdata` names an entry that is not of the type `xdata`.",
    "PaperAtlas inherits its fields anyway; BibLaTeX would ignore them.",
    "@article{a,\n  xdata = {springer},\n}\n@misc{springer,\n  publisher = {Springer},\n}",
    "@article{a,\n  xdata = {springer},\n}\n@xdata{springer,\n  publisher = {Springer},\n}",
    message="The entry '{key}' is of the type '{type}', not 'xdata'.",
    hint="Use `crossref`, or change the type.",
)
GRANULAR_XDATA = Rule(
    "XRF004",
    "granular-xdata",
    "warning",
    "A value is to be taken from a field that is not there.",
    "`xdata=key-field` stands for that field of the entry, as in BibLaTeX, and `xdata=key-field-2` for the second "
    "member of its list. What names no field is left out.",
    "@xdata{springer,\n  publisher = {Springer},\n}\n@book{a,\n  publisher = {xdata=springer-publishr},\n}",
    "@xdata{springer,\n  publisher = {Springer},\n}\n@book{a,\n  publisher = {xdata=springer-publisher},\n}",
    message="'{text}' names no field of an entry, and no member of its list.",
    hint="Correct the key, the field or the number, or write the value itself.",
)
