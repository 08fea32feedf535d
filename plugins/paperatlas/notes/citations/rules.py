"""What can be wrong with how citations are to look; a citation of an unknown key breaks a rule of the atlas."""

from __future__ import annotations

from paperatlas.diagnostics.problem import Rule

UNUSABLE_STYLE = Rule(
    code="CIT002",
    name="unusable-style",
    severity="error",
    summary="The citation style cannot be used.",
    explanation="`citation_style` is `author-year`, `numeric`, or the path of a CSL style, which takes the extra "
    "`paperatlas[csl]` to read. Citations are shown by author and year instead.",
    example="citation_style: apa",
    remedy="citation_style: styles/apa.csl",
)
FAILED_STYLE = Rule(
    code="CIT003",
    name="failed-style",
    severity="warning",
    summary="The CSL style cannot format a paper.",
    explanation="The entry is written by author and year instead, and so are the citations that name it; all others "
    "follow the style.",
)
FOREIGN_OPTION = Rule(
    code="CIT004",
    name="foreign-option",
    severity="warning",
    summary="An option of mkdocs-bibtex is given to PaperAtlas.",
    explanation="Citations and `\\bibliography` are written as for that plugin, but the options differ. The option is "
    "ignored.",
    example="- paperatlas:\n    bib_file: refs.bib",
    remedy="- paperatlas:\n    bib: refs.bib",
)

RULES = (UNUSABLE_STYLE, FAILED_STYLE, FOREIGN_OPTION)
