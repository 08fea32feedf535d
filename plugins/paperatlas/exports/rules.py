"""What can be wrong with the files that are exported."""

from __future__ import annotations

from paperatlas.diagnostics.problem import Rule, rules_in

PAGE_IN_THE_WAY = Rule(
    code="EXP001",
    name="page-in-the-way",
    severity="error",
    summary="A page of the site has the address of a file that is exported.",
    explanation="The BibTeX of the paper `flow` is at `/papers/flow.bib`, and a paper with the key `flow.bib` has its "
    "page in a folder of that name; notes can have such names, too. The page stands, and the file is left out.",
    example="@article{flow, …}\n@article{flow.bib, …}",
    remedy="@article{flow, …}\n@article{flow-bib, …}",
    message="'/{address}' is the address of an export already.",
    hint="Give what the page is made from another key or file name.",
)
FILE_IN_PLACE = Rule(
    code="EXP002",
    name="file-in-place",
    severity="info",
    summary="A file of the docs folder stands in the place of one that would be exported.",
    explanation="A `docs/llms.txt` written by hand, for one, is better than a generated one, so it stands. If the file "
    "is there by mistake, rename it.",
    message="The file is shown instead of the exported '/{address}'.",
)

RULES = rules_in(globals())
