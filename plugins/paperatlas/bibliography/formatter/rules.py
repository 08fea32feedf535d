"""The rules that only formatting checks."""

from __future__ import annotations

from paperatlas.diagnostics.problem import Rule, Wording, rules_in

_CHECK = "Check the braces, quotation marks and commas around it."

UNCERTAIN_TEXT = Rule(
    "FMT001",
    "uncertain-text",
    "error",
    "It is not certain what this text belongs to, so the file is not formatted.",
    "Formatting moves fields and lines. That is safe only if it is certain what each text belongs to: "
    "an entry, another block, or text outside both. The file is not changed.",
    "@book{a,\n  title = {One},\n}\n\n  year = {2020},\n}",
    "@book{a,\n  title = {One},\n  year = {2020},\n}",
    message="This looks like a part of an entry, but it is outside any entry.",
    hint="Check the braces above it, or put '%' before text that does not belong to an entry.",
    variants={
        "anew": Wording("After formatting, this would be read differently."),
        "key": Wording("It is not certain what the key of this entry is.", _CHECK),
        "comma": Wording("A comma is missing here, or the text that follows is not a field.", _CHECK),
        "value": Wording("It is not certain where the value of {name} ends.", _CHECK),
        "end": Wording("It is not certain where this entry ends.", _CHECK),
    },
)
NOT_IN_STYLE = Rule(
    "FMT002",
    "not-in-style",
    "warning",
    "This differs from the format that `paperatlas fmt` writes.",
    "If a whole library is formatted in one style, the difference between two versions shows only what has changed. "
    "Formatting does not change values.",
    "@Book{a, year=2020, title = {One}}",
    "@book{a,\n  title        = {One},\n  year         = 2020,\n}",
    message="The entry is not formatted from this line on: `paperatlas fmt` writes “{written}” here.",
    hint="`paperatlas fmt` formats it.",
    variants={
        "gap": Wording("The blank lines or line ends above this are not formatted."),
        "end": Wording("The blank lines or line ends at the end of the file are not formatted."),
    },
)

RULES = rules_in(globals())
