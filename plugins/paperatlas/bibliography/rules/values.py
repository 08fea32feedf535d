"""The rules of values: dates, pages, inheritance."""

from __future__ import annotations

from paperatlas.diagnostics.problem import Rule, Wording

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
        "short": Wording("'{text}' is a year of the first century.", "Write all four digits: {full}, or {date}."),
        "far": Wording("The year {text} lies far ahead.", "Correct it; years are those of the common era."),
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
        "apart": Wording(
            "No dash stands between the pages '{text}'.", "Write two hyphens between the first and the last."
        ),
        "date": Wording("'{text}' is a date that a spreadsheet made of pages.", "Write the pages, as 3--12."),
        "count": Wording("'{text}' is how many pages there are, not which.", "Write pagetotal = {{{number}}}."),
    },
)
NUMBER_IN_VOLUME = Rule(
    "PAG002",
    "number-in-volume",
    "warning",
    "The volume of a journal names its issue as well, or has a label.",
    "`volume` has the volume alone, and `number` the issue. PaperAtlas reads `12(3)` as both, and leaves out "
    "`vol.` and `no.`, which styles write themselves.",
    "@article{a,\n  volume = {12(3)},\n}",
    "@article{a,\n  volume = {12},\n  number = {3},\n}",
    message="'{text}' is volume {volume} and number {number}.",
    hint="Write volume = {{{volume}}} and number = {{{number}}}.",
    variants={
        "conflict": Wording(
            "'{text}' names number {number}, but 'number' is {other}.", "Write volume = {{{volume}}} and one number."
        ),
        "label": Wording("'{text}' has a label, which styles write themselves.", "Write {field} = {{{value}}}."),
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
