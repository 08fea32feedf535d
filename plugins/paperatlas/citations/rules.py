"""What can be wrong with the file that says which paper cites which."""

from __future__ import annotations

from paperatlas.citations.model import CITATION_COLUMNS
from paperatlas.diagnostics.problem import Rule, Wording, rules_in

_HEAD = "\t".join(CITATION_COLUMNS)
_SHOWN_HEAD = ", ".join(f"`{name}`" for name in CITATION_COLUMNS)
_OTHERS = "The row is left out; the others are used."

UNREADABLE_CITATIONS = Rule(
    code="CBP001",
    name="unreadable-citations",
    severity="error",
    summary="The file of citations between papers cannot be read.",
    explanation="It is a text file in UTF-8. The site is built without the citations in it.",
    message="The citations in '{file}' cannot be read: {reason}.",
    hint="Save the file as text in UTF-8.",
    variants={"system": Wording(hint="Make the file readable.")},
)
CITATION_HEAD = Rule(
    code="CBP002",
    name="citation-columns",
    severity="error",
    summary="The first line of a file of citations does not name its columns.",
    explanation="Without it the file may be another one, so nothing in it is used.",
    example="ddim\tddpm\tOpenAlex",
    remedy=f"{_HEAD}\nddim\tddpm\tOpenAlex",
    message=f"The first line is not {_SHOWN_HEAD}.",
    hint=f"Write {_SHOWN_HEAD} as the first line, in this order, with a tab between each two.",
    variants={"nothing": Wording("The file is empty.")},
)
CITATION_CELL_COUNT = Rule(
    code="CBP003",
    name="citation-cell-count",
    severity="error",
    summary="A row of citations has more or fewer than three cells.",
    explanation=f"It is not certain what stands in which column. {_OTHERS}",
    example="ddim  ddpm  OpenAlex",
    remedy="ddim\tddpm\tOpenAlex",
    message="The row has {found} cells where the file has three columns.",
    hint="Put one tab between each two cells, and none at the end.",
    variants={"no-tab": Wording("There is no tab in this row, where the file has three columns.")},
)
EMPTY_CITATION_CELL = Rule(
    code="CBP004",
    name="empty-citation-cell",
    severity="error",
    summary="A row of citations leaves out what it has to say.",
    explanation=f"A citation that names no source cannot be looked up. {_OTHERS}",
    message="The cell '{column}' is empty.",
    hint="Fill it: both citation keys, and the service or the address where the citation can be seen.",
)
UNKNOWN_CITATION_KEY = Rule(
    code="CBP005",
    name="unknown-citing-or-cited",
    severity="error",
    summary="A row of citations names a citation key that no entry has.",
    explanation=_OTHERS,
    message="No entry has the citation key '{key}'.",
    hint="Add the entry to the library, or remove the row: only citations within the library are listed.",
)
SELF_CITATION = Rule(
    code="CBP006",
    name="self-citation",
    severity="error",
    summary="A row of citations says that a paper cites itself.",
    explanation=f"Most likely one of the two keys was copied from the other. {_OTHERS}",
    message="'{key}' is said to cite itself.",
    hint="Correct one of the two keys, or remove the row.",
)
REPEATED_CITATION = Rule(
    code="CBP007",
    name="repeated-citation",
    severity="warning",
    summary="A row of citations stands there twice.",
    explanation="The first row counts. If two sources have the citation, one row names both.",
    example="ddim\tddpm\tOpenAlex\nddim\tddpm\tSemantic Scholar",
    remedy="ddim\tddpm\tOpenAlex, Semantic Scholar",
    message="That '{citing}' cites '{cited}' stands at {at} already.",
    hint="Keep one row, with both sources and a comma between.",
    label="first here",
)
CITATION_CHARACTER = Rule(
    code="CBP008",
    name="citation-character",
    severity="error",
    summary="A row of citations has a character that cannot be seen.",
    explanation="Characters of control or of direction can hide what a row says from those who review it. " + _OTHERS,
    message="'{text}' holds a character that cannot be seen.",
    hint="Write the cell anew.",
)
CITATION_SOURCE = Rule(
    code="CBP013",
    name="citation-source",
    severity="error",
    summary="The source of a citation is neither a name nor an address on the web.",
    explanation=f"Readers and programs follow it to where the citation was seen. {_OTHERS}",
    message="The source '{source}' is neither the name of a service nor an http or https address.",
    hint="Write the name, such as OpenAlex, or the whole address, `https://…`; between two, a comma and a blank.",
)
UNSORTED_CITATIONS = Rule(
    code="CBP009",
    name="unsorted-citations",
    severity="warning",
    summary="The rows of a file of citations are not sorted.",
    explanation="All rows are used. But in a sorted file two people who add citations of two papers change two places, "
    "and git merges them line by line.",
    message="This row belongs further up: rows are sorted by their first two columns.",
    hint="Run `paperatlas citations --sort`, or sort the rows below the first line.",
)
NO_CITATIONS = Rule(
    code="CBP010",
    name="no-citations",
    severity="error",
    summary="There is no file of citations at the path that the site's options name.",
    explanation="The site is built without the citations that were meant to be there.",
    message="'{name}' does not exist.",
    hint="Put the file there, or remove the option `citations`.",
    variants={
        "absent": Wording(),
        "empty": Wording("'{name}' contains no .tsv file."),
        "pattern": Wording("No file fits the pattern '{name}'."),
    },
)
EXTENDS_WITHOUT_CITATION = Rule(
    code="CBP011",
    name="extends-without-citation",
    severity="info",
    summary="A paper is said to extend one that it does not cite.",
    explanation="A service has the list of references of the paper, and the one it is said to extend is not in it. "
    "Such a list can be incomplete, so this is only worth a second look. Rows that name addresses alone say nothing of "
    "what else the paper cites.",
    example="@inproceedings{ddim, extends = {ddpm}, …}",
    message="'{source}' extends '{target}', but is not known to cite it.",
    hint="Look into its list of references: correct the relation, or add the row to the citations.",
)

RULES = rules_in(globals())
