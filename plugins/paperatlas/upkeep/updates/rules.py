"""What `paperatlas update` can find, besides what `paperatlas links` says of addresses."""

from __future__ import annotations

from paperatlas.diagnostics.problem import Rule, rules_in

UNNAMED_CODE_LICENCE = Rule(
    code="UPD001",
    name="unnamed-code-licence",
    severity="info",
    summary="The repository of the code has a licence that the entry does not name.",
    explanation="Readers want to know whether they may use the code. `paperatlas update --fix` writes the field where "
    "the link leads to the whole repository, not to a folder, which may have a licence of its own.",
    example="code = {https://github.com/lovelace/analytical-engine},",
    remedy="code = {https://github.com/lovelace/analytical-engine},\ncodelicense = {MIT},",
    message="{forge} recognises the licence {licence} in the repository of '{key}', which names none.",
    hint="Write `codelicense = {{{licence}}}`.",
)
OTHER_CODE_LICENCE = Rule(
    code="UPD002",
    name="other-code-licence",
    severity="warning",
    summary="The repository of the code has another licence than the entry names.",
    explanation="Either its owner has changed it, or the entry is wrong; a folder of a repository may have a licence "
    "of its own. A person has to look.",
    message="'{key}' names the licence {written} for its code, but {forge} recognises {licence}.",
    hint="Look into the repository, and correct `codelicense`.",
)

RULES = rules_in(globals())
