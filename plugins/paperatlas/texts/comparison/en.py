"""The words of comparisons in English."""

from __future__ import annotations

from paperatlas.texts.comparison.definition import ComparisonTexts
from paperatlas.texts.papers.en import PAPER_EN

COMPARISON_EN = ComparisonTexts(
    title="Compare",
    label=lambda group: f"Comparison: {group}",
    columns={
        "first_public": PAPER_EN.first_public,
        "venue": "Venue",
        "change": "What it changes",
        "builds_on": "Builds on",
        "results": "Results",
        "code": "Code",
        "licence": "Licence",
    },
    these="Choose papers to compare, beginning with these",
    found="Compare these {count}",
    page="Compare papers",
    intro="Papers of your choice side by side. The address of this page keeps the choice: share it, or save it.",
    add="Add a paper",
    hint="Method or title",
    none="No paper matches.",
    empty="No paper is chosen yet. Add one above, or begin with a group below.",
    take_out="Take out {name}",
    unknown="Not in this library: {keys}",
    loading="Loading…",
    no_script="To choose papers, this page needs JavaScript. Without it, these groups have tables of their own.",
    tables="Groups side by side",
)
