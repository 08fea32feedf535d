"""What `paperatlas abstracts` can find wrong while it fetches."""

from __future__ import annotations

from paperatlas.diagnostics.problem import Rule, Wording, rules_in

OTHER_TITLE = Rule(
    code="ABS001",
    name="other-title",
    severity="warning",
    summary="What the DOI or the arXiv identifier stands for has quite another title than the entry.",
    explanation="Most likely the identifier was copied from the wrong place, and the entry's links lead to another "
    "work. The abstract that was found is neither kept nor shown. Case, punctuation, accents, formulas and subtitles "
    "do not make a difference.",
    example="@article{turing1936,\n"
    "  title = {On Computable Numbers, with an Application to the Entscheidungsproblem},\n"
    "  doi = {10.1112/plms/s2-43.1.544},\n}",
    remedy="@article{turing1936,\n"
    "  title = {On Computable Numbers, with an Application to the Entscheidungsproblem},\n"
    "  doi = {10.1112/plms/s2-42.1.230},\n}",
    message="The DOI {identifier} is “{title}”, and the entry '{key}' is “{own}”.",
    hint="If the identifier is right, write the title as it was published.",
    variants={
        "arxiv": Wording("arXiv:{identifier} is “{title}”, and the entry '{key}' is “{own}”."),
    },
)
UNKNOWN_IDENTIFIER = Rule(
    code="ABS002",
    name="unknown-identifier",
    severity="warning",
    summary="The archive does not know the arXiv identifier.",
    explanation="It was most likely mistyped. No abstract can be fetched by it.",
    example="eprint = {2006.99999}",
    remedy="eprint = {2006.11239}",
    message="arXiv knows no {identifier}.",
    hint="Compare it with the identifier on the paper's own page.",
)

RULES = rules_in(globals())
