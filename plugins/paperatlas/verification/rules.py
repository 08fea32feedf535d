"""What can be wrong with the file that says what was looked up of papers."""

from __future__ import annotations

from paperatlas.diagnostics.problem import Rule, Wording, rules_in
from paperatlas.verification.model import FINDINGS, VERIFICATION_COLUMNS

_HEAD = "\t".join(VERIFICATION_COLUMNS)
_SHOWN_HEAD = ", ".join(f"`{name}`" for name in VERIFICATION_COLUMNS)
_SUBJECTS = ", ".join(f"`{name}`" for name in FINDINGS)
_OTHERS = "The row is left out; the others are used."

UNREADABLE_VERIFICATIONS = Rule(
    code="VER001",
    name="unreadable-verifications",
    severity="error",
    summary="The file that says what was looked up of papers cannot be read.",
    explanation="It is a text file in UTF-8. The site is built without what is in it.",
    message="'{file}' cannot be read: {reason}.",
    hint="Save the file as text in UTF-8.",
    variants={"system": Wording(hint="Make the file readable.")},
)
VERIFICATION_HEAD = Rule(
    code="VER002",
    name="verification-columns",
    severity="error",
    summary="The first line of a file of what was looked up does not name its columns.",
    explanation="Without it the file may be another one, so nothing in it is used.",
    example="ddim\tcode\t2026-11-01\tGitHub",
    remedy=f"{_HEAD}\nddim\tcode\t2026-11-01\tGitHub",
    message=f"The first line is not {_SHOWN_HEAD}.",
    hint=f"Write {_SHOWN_HEAD} as the first line, in this order, with a tab between each two.",
    variants={"nothing": Wording("The file is empty.")},
)
VERIFICATION_CELL_COUNT = Rule(
    code="VER003",
    name="verification-cell-count",
    severity="error",
    summary="A row of what was looked up has more or fewer than four cells.",
    explanation=f"It is not certain what stands in which column. {_OTHERS}",
    example="ddim  code  2026-11-01  GitHub",
    remedy="ddim\tcode\t2026-11-01\tGitHub",
    message="The row has {found} cells where the file has four columns.",
    hint="Put one tab between each two cells, and none at the end.",
    variants={"no-tab": Wording("There is no tab in this row, where the file has four columns.")},
)
EMPTY_VERIFICATION_CELL = Rule(
    code="VER004",
    name="empty-verification-cell",
    severity="error",
    summary="A row of what was looked up leaves out what it has to say.",
    explanation=f"What names no day or no source cannot be looked up again. {_OTHERS}",
    message="The cell '{column}' is empty.",
    hint="Fill it: the citation key, what was looked up, the day, and the service or the address.",
)
UNKNOWN_VERIFIED_KEY = Rule(
    code="VER005",
    name="unknown-verified-key",
    severity="error",
    summary="A row of what was looked up names a citation key that no entry has.",
    explanation=_OTHERS,
    message="No entry has the citation key '{key}'.",
    hint="Add the entry to the library, or remove the row.",
)
UNKNOWN_FINDING = Rule(
    code="VER006",
    name="unknown-finding",
    severity="error",
    summary="A row says that something was looked up, or found, that is not known.",
    explanation=f"Looked up are {_SUBJECTS}; what was found stands behind a colon, as `name=value` with semicolons "
    f"between. {_OTHERS}",
    example="ddim\tcode: archived\t2026-11-01\tGitHub",
    remedy="ddim\tcode: state=archived\t2026-11-01\tGitHub",
    message="'{name}' is not known here.",
    hint=f"Write one of {_SUBJECTS}.",
    variants={
        "finding": Wording("'{name}' is not a finding of `{subject}`.", "Known are: {known}."),
        "no-value": Wording("'{name}' has no value.", "Write `{name}=…`."),
        "state": Wording("'{value}' is not a state of `{subject}`.", "Write one of: {known}; or leave the state out."),
    },
)
REPEATED_VERIFICATION = Rule(
    code="VER007",
    name="repeated-verification",
    severity="warning",
    summary="Two rows say when the same thing of a paper was looked up.",
    explanation="The first row counts.",
    example="ddim\tcode\t2026-11-01\tGitHub\nddim\tcode\t2026-05-01\tGitHub",
    remedy="ddim\tcode\t2026-11-01\tGitHub",
    message="When the {subject} of '{key}' was looked up stands at {at} already.",
    hint="Keep the later one.",
    label="first here",
)
VERIFICATION_CHARACTER = Rule(
    code="VER008",
    name="verification-character",
    severity="error",
    summary="A row of what was looked up has a character that cannot be seen.",
    explanation=f"Characters of control or of direction can hide what a row says from those who review it. {_OTHERS}",
    message="'{text}' holds a character that cannot be seen.",
    hint="Write the cell anew.",
)
UNSORTED_VERIFICATIONS = Rule(
    code="VER009",
    name="unsorted-verifications",
    severity="warning",
    summary="The rows of a file of what was looked up are not sorted.",
    explanation="All rows are used. But in a sorted file two people who look up two papers change two places, and git "
    "merges them line by line.",
    message="This row belongs further up: rows are sorted by their first two columns.",
    hint="Sort the rows below the first line.",
)
NO_VERIFICATIONS = Rule(
    code="VER010",
    name="no-verifications",
    severity="error",
    summary="There is no file of what was looked up at the path that the site's options name.",
    explanation="The site is built without what was meant to be there.",
    message="'{name}' does not exist.",
    hint="Put the file there, or remove the option `verified`.",
    variants={
        "absent": Wording(),
        "empty": Wording("'{name}' contains no .tsv file."),
        "pattern": Wording("No file fits the pattern '{name}'."),
    },
)
VERIFICATION_DATE = Rule(
    code="VER011",
    name="verification-date",
    severity="error",
    summary="A row of what was looked up does not say on which day.",
    explanation=f"Readers judge by the day how far they can rely on it. {_OTHERS}",
    example="ddim\tcode\tNov. 2026\tGitHub",
    remedy="ddim\tcode\t2026-11-01\tGitHub",
    message="'{written}' is not a day such as 2026-11-01.",
    hint="Write the year, the month and the day with hyphens between.",
)
VERIFICATION_SOURCE = Rule(
    code="VER012",
    name="verification-source",
    severity="error",
    summary="The source of what was looked up is neither a name nor an address on the web.",
    explanation=f"Readers follow it to where it was seen. {_OTHERS}",
    message="The source '{source}' is neither the name of a service nor an http or https address.",
    hint="Write the name, such as GitHub, or the whole address, `https://…`.",
)

RULES = rules_in(globals())
