"""What `paperatlas abstracts` can find wrong while it fetches."""

from __future__ import annotations

from paperatlas.diagnostics.problem import Rule, Wording, rules_in

OTHER_WORKS_TITLE = Rule(
    code="ABS001",
    name="other-title",
    severity="warning",
    summary="The DOI or the arXiv identifier belongs to a work with a different title.",
    explanation="Most likely the identifier was copied from the wrong place, and the entry's links lead to another "
    "work. The abstract found by it is neither stored nor shown. Differences in case, punctuation, "
    "accents, formulas and subtitles are ignored.",
    example="@article{turing1936,\n"
    "  title = {On Computable Numbers, with an Application to the Entscheidungsproblem},\n"
    "  doi = {10.1112/plms/s2-43.1.544},\n}",
    remedy="@article{turing1936,\n"
    "  title = {On Computable Numbers, with an Application to the Entscheidungsproblem},\n"
    "  doi = {10.1112/plms/s2-42.1.230},\n}",
    message="The title of the DOI {identifier} is “{title}”, but that of the entry '{key}' is “{own}”.",
    hint="If the identifier is right, correct the title.",
    variants={
        "arxiv": Wording("The title of arXiv:{identifier} is “{title}”, but that of the entry '{key}' is “{own}”."),
    },
)
UNKNOWN_IDENTIFIER = Rule(
    code="ABS002",
    name="unknown-identifier",
    severity="warning",
    summary="arXiv does not know the identifier.",
    explanation="It was most likely mistyped. No abstract can be fetched by it.",
    example="eprint = {2006.99999}",
    remedy="eprint = {2006.11239}",
    message="arXiv does not know {identifier}.",
    hint="Compare it with the identifier on the paper's own page.",
)

RULES = rules_in(globals())
