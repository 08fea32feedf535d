"""What can be wrong with citations and how they are to look; that a key is unknown breaks a rule of the atlas."""

from __future__ import annotations

from paperatlas.diagnostics.extras import install_command
from paperatlas.diagnostics.problem import Rule, Wording, rules_in

UNUSABLE_STYLE = Rule(
    code="CIT002",
    name="unusable-style",
    severity="error",
    summary="The citation style cannot be used.",
    explanation="`citation_style` is `author-year`, `numeric`, or the path of a CSL style. A CSL style needs the "
    "package citeproc-py, or Pandoc (`citation_engine`). Citations are shown by author and year instead.",
    example="citation_style: apa",
    remedy="citation_style: styles/apa.csl",
    message="'{style}' is not a citation style.",
    hint="Write author-year, numeric, or the path of a .csl file.",
    variants={
        "file": Wording("The style cannot be read: {reason}.", "Check that you may read the file."),
        "extra": Wording("A CSL style needs the package citeproc-py.", f"Install it: {install_command('csl')}."),
        "xml": Wording("The style is not valid XML: {reason}.", "Download the .csl file again."),
        "other": Wording("The file is not a CSL style.", "Download the .csl file again."),
        "dependent": Wording(
            "The style only refers to another style.", "Use the style that its `independent-parent` link names."
        ),
        "unreadable": Wording("citeproc-py cannot read the style: {reason}.", "Use another style."),
        "long": Wording("The style has too many parts to carry them out for each paper.", "Use a published style."),
        "footnotes": Wording("The style writes citations as footnotes.", "Use an author–date or numeric style."),
    },
)
FAILED_STYLE = Rule(
    code="CIT003",
    name="failed-style",
    severity="warning",
    summary="The CSL style cannot format a paper.",
    explanation="The reference and the citations of this paper are written by author and year instead; all others "
    "follow the style.",
    message="The style cannot format '{what}': {reason}.",
    hint="Use another style, or report it to citeproc-py.",
    variants={
        "sort": Wording("The style cannot sort the references: {reason}."),
        "cite": Wording("The style cannot cite {what}: {reason}."),
    },
)
UNSUPPORTED_ATTRIBUTE = Rule(
    code="CIT005",
    name="unsupported-attribute",
    severity="info",
    summary="The CSL style asks for something that citeproc-py cannot do.",
    explanation="The style is used all the same; what the attribute asks for is left out. Names are not added to tell "
    "citations apart, numbers in brackets are not collapsed to ranges, and repeated authors are written out.",
    example='<citation collapse="citation-number">',
    message="citeproc-py does not carry out the attribute '{name}' of the style.",
    hint="Compare the references with what the style says, or use another style.",
)
UNUSABLE_ENGINE = Rule(
    code="CIT006",
    name="unusable-engine",
    severity="warning",
    summary="Pandoc, which is to carry out the CSL style, cannot be used.",
    explanation="`citation_engine: pandoc` needs the program Pandoc, which is looked for in the package "
    "pypandoc_binary and then on the path. The style is carried out by citeproc-py instead, which leaves out some of "
    "what styles ask for.",
    example="citation_engine: pandoc",
    remedy="citation_engine: citeproc-py",
    message="Pandoc is not installed; the CSL style is carried out by citeproc-py instead.",
    hint="Install Pandoc {oldest} or newer (https://pandoc.org/installing.html or `pip install pypandoc_binary`), or "
    "write `citation_engine: citeproc-py`.",
    variants={
        "old": Wording(
            "Pandoc {version} ({program}) is older than {oldest}; the CSL style is carried out by citeproc-py instead."
        ),
        "broken": Wording("'{program}' does not run as Pandoc; the CSL style is carried out by citeproc-py instead."),
    },
)
FAILED_PAGE = Rule(
    code="CIT007",
    name="failed-page",
    severity="warning",
    summary="Pandoc could not write the citations of a page.",
    explanation="The citations and references of this page are written by author and year instead; other pages follow "
    "the style.",
    message="Pandoc could not write the citations of a page in this style: {reason}.",
    hint="Use another style, or `citation_engine: citeproc-py`.",
)
FOREIGN_OPTION = Rule(
    code="CIT004",
    name="foreign-option",
    severity="warning",
    summary="An option of mkdocs-bibtex is given to PaperAtlas.",
    explanation="PaperAtlas reads citations and `\\bibliography` as mkdocs-bibtex does, but its options are "
    "different. The option is ignored.",
    example="- paperatlas:\n    bib_file: refs.bib",
    remedy="- paperatlas:\n    bib: refs.bib",
    message="'{name}' is an option of mkdocs-bibtex.",
    variants={
        "bib_file": Wording(hint="Write `bib: FILE`."),
        "bib_dir": Wording(hint="Write `bib: FOLDER`."),
        "csl_file": Wording(hint=f"Write `citation_style: FILE.csl`; it needs `{install_command('csl')}`."),
        "csl_file_encoding": Wording(hint="Remove it: the file declares its own encoding."),
        "bib_by_default": Wording(hint="Write `references: end` for true, `references: marker` for false."),
        "bib_command": Wording(
            hint="Remove it: the command is `\\bibliography`, or `<!-- paperatlas: references -->`."
        ),
        "full_bib_command": Wording(hint="Remove it: write `\\full_bibliography`, or link to the page papers/."),
        "cite_inline": Wording(hint="Remove it: `@key` in the text is always a citation."),
        "cite_style": Wording(hint="Remove it: PaperAtlas reads both `[@key]` and `@key`."),
        "footnote_format": Wording(hint="Remove it: PaperAtlas does not write citations as footnotes."),
        "footnote_formula": Wording(hint="Remove it: PaperAtlas does not write citations as footnotes."),
        "enable_inline_citations": Wording(hint="Remove it: `@key` in the text is always a citation."),
    },
)
FOREIGN_PLUGIN = Rule(
    code="CIT009",
    name="foreign-plugin",
    severity="warning",
    summary="Another plugin reads the same citations.",
    explanation="mkdocs-bibtex makes footnotes of the citations of a page before PaperAtlas sees them.",
    example="plugins:\n  - bibtex:\n      bib_file: refs.bib\n  - paperatlas:\n      bib: refs.bib",
    remedy="plugins:\n  - paperatlas:\n      bib: refs.bib",
    message="The plugin `{name}` reads the same citations.",
    hint="Remove it from `plugins`. If you want citations and references alone, write `pages: false` for `paperatlas`.",
)
LATEX_CITATION = Rule(
    code="NOT014",
    name="latex-citation",
    severity="warning",
    summary="A page cites as LaTeX, Sphinx or MyST do.",
    explanation="Pages are Markdown, where citations are Pandoc's. The command is shown as it is written.",
    example="As in \\cite{ddpm}.",
    remedy="As in [@ddpm].",
    message="'{text}' is no citation in Markdown.",
    hint="Write `{written}`.",
)
LOST_CITATION = Rule(
    code="NOT015",
    name="lost-citation",
    severity="warning",
    summary="A key stands behind another one in a citation, without a semicolon between them.",
    explanation="What follows a key up to a semicolon is text about it, such as a page, and so is the second key.",
    example="As in [@ddpm, @ddim].",
    remedy="As in [@ddpm; @ddim].",
    message="'@{key}' is text that belongs to the citation of '{first}'.",
    hint="Put a semicolon between the two: `[@{first}; @{key}]`.",
)
CITATION_IN_LINK = Rule(
    code="NOT016",
    name="citation-in-link",
    severity="warning",
    summary="A citation stands in the text of a link.",
    explanation="A citation is a link itself, and HTML has no links within links. It is shown as it is written.",
    example="See [their page [@ddpm]](https://example.org/).",
    remedy="See [their page](https://example.org/) [@ddpm].",
    message="'{text}' stands in the text of a link and is no citation there.",
    hint="Put it behind the link.",
)

RULES = rules_in(globals())
