"""What can be wrong with a table of results."""

from __future__ import annotations

from paperatlas.diagnostics.problem import Rule, Wording, rules_in
from paperatlas.results.model import RESULT_COLUMNS

_HEAD = ",".join(RESULT_COLUMNS)
_OTHERS = "The row is left out; the site shows the others."

UNREADABLE_RESULTS = Rule(
    code="RES001",
    name="unreadable-results",
    severity="error",
    summary="A table of results cannot be read.",
    explanation="Tables of results are CSV files in UTF-8. The site shows the results of the others.",
    message="The table of results '{file}' cannot be read: {reason}.",
    hint="Save the file as CSV in UTF-8.",
    variants={"system": Wording(hint="Make the file readable.")},
)
NO_RESULTS = Rule(
    code="RES013",
    name="no-results",
    severity="error",
    summary="There is no table of results at the path that the site's options name.",
    explanation="The site is built without the results that were meant to be there.",
    message="'{name}' does not exist.",
    hint="Put your tables there, or remove the option `results`.",
    variants={
        "absent": Wording(),
        "empty": Wording("'{name}' contains no .csv file."),
        "pattern": Wording("No file fits the pattern '{name}'."),
    },
)
BAD_HEAD = Rule(
    code="RES002",
    name="missing-column",
    severity="error",
    summary="A table of results lacks a column.",
    explanation="The first line of the file names the columns. Without one of them nothing in the file can be shown.",
    example=_HEAD.removesuffix(",source,place"),
    remedy=_HEAD,
    message="There is no column '{column}'.",
    hint=f"The first line of the file is `{_HEAD}`, in any order, with commas between.",
    variants={
        "twice": Wording("There are two columns '{column}'.", "Remove one of them."),
        "nothing": Wording("The file is empty."),
        "values": Wording("The first line does not name the columns.", f"Write `{_HEAD}` before it."),
        "many": Wording("The first line names {count} columns."),
        "commas": Wording(
            "The columns are divided by {divider}, not by commas.",
            "Save the table as CSV with commas between its columns and points before decimals: spreadsheets have a "
            "setting for that where they export, or follow the language.",
        ),
    },
)
UNKNOWN_COLUMN = Rule(
    code="RES003",
    name="unknown-column",
    severity="warning",
    summary="A column of a table of results is not known.",
    explanation="What stands in it is not shown.",
    example=f"{_HEAD},note",
    remedy=_HEAD,
    message="'{column}' is not a column of a table of results.",
    hint="Put what stands in it into `setting`, as `name=value`, or remove it.",
)
CELL_COUNT = Rule(
    code="RES004",
    name="cell-count",
    severity="error",
    summary="A row of results has more or fewer cells than the table has columns.",
    explanation=f"It is not certain what stands in which column. {_OTHERS}",
    example="ddpm,…,3.17,,paper,https://arxiv.org/abs/2006.11239,section 4, table 1",
    remedy='ddpm,…,3.17,,paper,https://arxiv.org/abs/2006.11239,"section 4, table 1"',
    message="The row has {found} cells where the table has {expected} columns.",
    hint="Put quotation marks around a cell with a comma in it.",
    variants={
        "fewer": Wording(hint="Write all columns, also an empty one with the comma behind it."),
        "divided": Wording(
            "The row is divided by semicolons or tabs, and the table by commas.", "Write ',' between two cells."
        ),
        "full-width": Wording(hint="'{sign}' is a full-width character; write ',' between two cells."),
        "curly": Wording(hint='Put straight quotation marks, ", around a cell with a comma in it: “ and ” are others.'),
        "quotes": Wording(
            "A quotation mark in this row has no other one that closes it.",
            "Close each quoted cell, and write a quotation mark inside one twice.",
        ),
        "unreadable": Wording("The row cannot be read: {reason}.", "Write it anew."),
    },
)
EMPTY_CELL = Rule(
    code="RES005",
    name="empty-result-cell",
    severity="error",
    summary="A row of results leaves out what it has to say.",
    explanation=f"All but the setting has to be there: a value without its evidence is hearsay. {_OTHERS}",
    message="The cell '{column}' is empty.",
    hint="Fill it; a value that nobody can look up is better left out.",
)
UNKNOWN_RESULT_KEY = Rule(
    code="RES006",
    name="unknown-result-key",
    severity="error",
    summary="A row of results names a citation key that no entry has.",
    explanation=_OTHERS,
    message="No entry has the citation key '{key}'.",
    hint="Add the entry to the library, or remove the row.",
)
NO_NUMBER = Rule(
    code="RES007",
    name="result-value",
    severity="error",
    summary="The value of a result is not a number.",
    explanation=f"Values are compared, so each is one number, with a point before its decimals. {_OTHERS}",
    example="ddpm,image-generation,CIFAR-10,FID,3.17 ± 0.05,…",
    remedy="ddpm,image-generation,CIFAR-10,FID,3.17,deviation=0.05,…",
    message="The value '{value}' is not a number.",
    hint="Write one number, such as 81.9: a unit belongs to the metric, a deviation to the setting.",
    variants={
        "comma": Wording(hint="Write a point before decimals, as in 81.9, and nothing between thousands."),
    },
)
BAD_SETTING = Rule(
    code="RES008",
    name="result-setting",
    severity="error",
    summary="The setting of a result cannot be read.",
    explanation=f"It is a list of `name=value` with semicolons between; results are compared by it. {_OTHERS}",
    example="ViT-B/16, 224 px",
    remedy="model=ViT-B/16; resolution=224",
    message="'{part}' in the setting is not of the form `name=value`.",
    hint="Write `model=ViT-B/16; resolution=224`, with semicolons between.",
    variants={
        "twice": Wording("The setting names '{part}' twice.", "Remove one of them."),
        "colon": Wording(hint="Write `{mended}`: an equals sign stands between name and value."),
    },
)
UNKNOWN_KIND = Rule(
    code="RES009",
    name="unknown-result-kind",
    severity="error",
    summary="The kind of a result is not known.",
    explanation="It says whose number it is: of the `paper`, of its `repository`, or of a `rerun` by somebody else. "
    f"{_OTHERS}",
    message="'{kind}' is not a kind of result.",
    hint="The kinds are {known}.",
)
BAD_SOURCE = Rule(
    code="RES010",
    name="result-source",
    severity="error",
    summary="The source of a result is not an address on the web.",
    explanation=f"Readers follow it to where the value was seen. {_OTHERS}",
    message="The source '{source}' is not an http or https address.",
    hint="Write the whole address, `https://…`; which table or page it is stands in `place`.",
)
REPEATED_RESULT = Rule(
    code="RES011",
    name="repeated-result",
    severity="warning",
    summary="A row of results stands there twice.",
    explanation="The site shows it once.",
    message="This row is the same as that at {at}.",
    hint="Remove one of them.",
    label="first here",
)
CONTRADICTING_RESULTS = Rule(
    code="RES012",
    name="contradicting-results",
    severity="warning",
    summary="Two rows of results give different values of the same thing.",
    explanation="Paper, task, dataset, metric, setting, kind and source are the same, the value is not. The site shows "
    "both.",
    message="The value is {value} here and {other} at {at}, with the same setting, kind and source.",
    hint="Correct one of them, or say in `setting` what tells them apart.",
    label="the other value",
)

RULES = rules_in(globals())
