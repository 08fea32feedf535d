"""What can be wrong with the files that are exported."""

from __future__ import annotations

from paperatlas.diagnostics.problem import Rule, rules_in

PAGE_IN_THE_WAY = Rule(
    code="EXP001",
    name="page-in-the-way",
    severity="error",
    summary="A page has the same address as an exported file.",
    explanation="The BibTeX of the paper `flow` is exported to `/papers/flow.bib`. The page of a paper with the "
    "key `flow.bib`, or of a note with that name, has the same address. The page is published, and the "
    "exported file is left out.",
    example="@article{flow, …}\n@article{flow.bib, …}",
    remedy="@article{flow, …}\n@article{flow-bib, …}",
    message="'/{address}' is also the address of an exported file.",
    hint="Give the entry another citation key, or the note another file name.",
)
FILE_IN_PLACE = Rule(
    code="EXP002",
    name="file-in-place",
    severity="info",
    summary="A file in the docs folder replaces an exported file.",
    explanation="A `docs/llms.txt` written by hand, for example, is used instead of the generated one. If the file "
    "is there by mistake, rename it.",
    message="This file replaces the exported '/{address}'.",
)

RULES = rules_in(globals())
