"""What can be wrong with a site that is to be opened from a disk."""

from __future__ import annotations

from paperatlas.diagnostics.problem import Rule, Wording, rules_in

FROM_ANOTHER_HOST = Rule(
    code="OFF001",
    name="from-another-host",
    severity="warning",
    summary="A site to be read offline needs a file from another host.",
    explanation="Scripts and style sheets that the configuration loads from another host are left out of such a site. "
    "Pictures, videos and frames in a page stay, but readers without a network do not see them.",
    example="![The model](https://example.org/model.png)",
    remedy="![The model](model.png)",
    message="The page shows '{url}', which is not there without a network.",
    hint="Put the file into the docs folder, and name it there.",
    variants={
        "left-out": Wording(
            "'{setting}' names '{url}', which is left out of a site to be read offline.",
        ),
        "mermaid": Wording(
            "The page has a Mermaid diagram, for which the theme loads a script from another host.",
            "Put mermaid.min.js into the docs folder and name it in `extra_javascript`, or draw the diagram as SVG.",
        ),
    },
)

RULES = rules_in(globals())
