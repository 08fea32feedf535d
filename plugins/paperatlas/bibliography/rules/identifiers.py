"""The rules of identifiers and addresses."""

from __future__ import annotations

from paperatlas.diagnostics.problem import Rule, Wording

MALFORMED_DOI = Rule(
    "IDN001",
    "malformed-doi",
    "warning",
    "This is not a valid DOI.",
    "A DOI begins with `10.`, a registrant number and `/`. The value is not shown as a link.",
    "doi = {journal.pone.0012345}",
    "doi = {10.1371/journal.pone.0012345}",
    message="'{text}' is not a valid DOI.",
    hint="A DOI looks like 10.1000/182.",
    variants={
        "address": Wording("'{text}' is the page that a publisher has for a DOI.", "Write {doi}."),
        "arxiv": Wording(
            "'{text}' is an arXiv identifier, and no DOI.",
            "Write eprint = {{{arxiv}}}, eprinttype = {{arxiv}} instead.",
        ),
        "url": Wording("'{text}' is an address, and no DOI.", "Write it into 'url', or the DOI alone here."),
        "leftover": Wording("The DOI '{text}' contains '{sign}'.", "Write the DOI without LaTeX commands and braces."),
        "copied": Wording("'{text}' is probably no DOI as it stands.", "If the DOI is {doi}, write that."),
        "several": Wording(
            "'{text}' are several DOIs; only {doi} is used.",
            "Write the DOI of the work; that of an erratum goes into 'note'.",
        ),
    },
)
DOI_AS_ADDRESS = Rule(
    "IDN006",
    "doi-as-address",
    "info",
    "The DOI is written as a URL.",
    "PaperAtlas finds the DOI in it. BibTeX styles and other programs put `https://doi.org/` before "
    "the value, so their links do not work.",
    "doi = {https://doi.org/10.1371/journal.pone.0012345}",
    "doi = {10.1371/journal.pone.0012345}",
    message="The DOI {doi} is written as a URL.",
    hint="Write only the DOI.",
    variants={"label": Wording("The DOI {doi} has a label before it.")},
)
TWO_DOIS = Rule(
    "IDN009",
    "two-dois",
    "warning",
    "`doi` and `url` have the DOIs of two works.",
    "Both are links on the paper's page, and one leads to another work. The DOI of a preprint may stand beside it, and "
    "so may one that begins with the other, as those of a book and its chapter do.",
    "doi = {10.1000/182},\nurl = {https://doi.org/10.1000/999}",
    "doi = {10.1000/182}",
    message="'url' leads to the DOI {other}, but 'doi' is {doi}.",
    hint="Correct one of them, or remove 'url'.",
)
MALFORMED_ARXIV = Rule(
    "IDN002",
    "malformed-arxiv",
    "warning",
    "This is not a valid arXiv identifier.",
    "New identifiers look like `2010.11929`, old ones like `hep-th/9901001`; both may end with a "
    "version, such as `v2`. The value is not shown as a link.",
    "eprint = {20.101192},\neprinttype = {arxiv}",
    "eprint = {2010.11929},\neprinttype = {arxiv}",
    message="'{text}' is not a valid arXiv identifier.",
    hint="An identifier looks like 2010.11929 or hep-th/9901001.",
)
MALFORMED_URL = Rule(
    "IDN003",
    "malformed-url",
    "warning",
    "This is not a valid URL.",
    "A URL begins with `https://` or `http://` and contains no spaces. The value is not shown as a link.",
    "url = {https//example.org}",
    "url = {https://example.org}",
    message="'{text}' is not a valid URL.",
    hint="A URL begins with https:// or http:// and contains no spaces.",
    variants={
        "mistyped": Wording("'{text}' is not a valid URL: its colon or a slash is missing.", "Write {meant}."),
        "signs": Wording("The URL '{text}' has signs that no URL has.", "Write {meant}."),
        "ending": Wording("The URL '{text}' ends with '{sign}', which is no part of it.", "Write {meant}."),
        "clone": Wording("'{text}' is what `git clone` takes, and no URL.", "Write {meant}."),
        "scheme": Wording("'{text}' is not a valid URL.", "Write https://{text}."),
        "markup": Wording("'{text}' is a link of HTML or Markdown and no URL.", "Write {meant}."),
        "leftover": Wording(
            "The URL '{text}' contains '{sign}'.",
            "Write the URL without LaTeX commands and braces. If '{sign}' belongs to it, write %7B for {{, %7D for }} "
            "and %5C for \\.",
        ),
    },
)
LOCAL_URL = Rule(
    "IDN007",
    "local-url",
    "warning",
    "The URL leads to a file of one computer.",
    "Only that computer can open a URL that begins with `file:`. The value is not shown as a link.",
    "url = {file:///C:/Users/ada/Downloads/paper.pdf}",
    "file = {C:/Users/ada/Downloads/paper.pdf}",
    message="The URL '{text}' leads to a file of one computer.",
    hint="Write where readers find the work, or name the file in 'file'.",
)
MALFORMED_IDENTIFIER = Rule(
    "IDN008",
    "malformed-identifier",
    "warning",
    "This is not a valid identifier of the registry that the field names.",
    "`pmid` holds a number, `pmcid` one after `PMC`, `mrnumber` one such as `MR1333035`, `zblnumber` one such as "
    "`0823.11029`; what `eprint` holds depends on `eprinttype`. The value is not shown as a link.",
    "pmid = {see below}",
    "pmid = {10487864}",
    message="'{text}' is not a valid identifier of {registry}.",
    hint="Copy the identifier from the page of the work there.",
)
UNSAFE_URL = Rule(
    "IDN004",
    "unsafe-url",
    "error",
    "This URL would run a program in the reader's browser.",
    "URLs that begin with `javascript:`, `data:` or `vbscript:` are not shown as links.",
    "url = {javascript:alert(1)}",
    "url = {https://example.org}",
    message="The URL '{text}' would run a program in the reader's browser.",
    hint="Use a URL that begins with https://.",
)
MALFORMED_ISBN = Rule(
    "IDN005",
    "malformed-isbn",
    "warning",
    "This is not a valid ISBN.",
    "An ISBN has 10 or 13 digits, and the last one is a check digit: most likely one digit is mistyped.",
    "isbn = {978-3-16-148410-1}",
    "isbn = {978-3-16-148410-0}",
    message="'{text}' is not a valid ISBN.",
    hint="Check its digits.",
    variants={"address": Wording("'{text}' is the address of an ISBN.", "Write {isbn}.")},
)
