"""What can go wrong when `paperatlas import` makes entries from other formats."""

from __future__ import annotations

from paperatlas.diagnostics.problem import Rule

UNREADABLE_SOURCE = Rule(
    code="IMP001",
    name="unreadable-source",
    severity="error",
    summary="A file that should be imported is not in the format it is taken for.",
    explanation="Nothing behind the place that is named was read. Where the beginning could be read, its entries are "
    "written.",
)
UNREADABLE_RECORD = Rule(
    code="IMP002",
    name="unreadable-record",
    severity="error",
    summary="A record of an imported file cannot become an entry.",
    explanation="It is left out, and all others are written.",
)
NO_TITLE = Rule(
    code="IMP003",
    name="paper-without-title",
    severity="warning",
    summary="A list links to a paper, but it cannot be told what its title is.",
    explanation="The paper is left out: an entry is made only of what the list says.",
    example="- [pdf](https://arxiv.org/abs/2006.11239)",
    remedy="- Denoising Diffusion Probabilistic Models [pdf](https://arxiv.org/abs/2006.11239)",
)
KNOWN_ALREADY = Rule(
    code="IMP004",
    name="known-already",
    severity="info",
    summary="A work that should be imported is in the library already.",
    explanation="It is left out, and the library's entry is left as it is.",
)
TWICE = Rule(
    code="IMP005",
    name="twice-in-the-source",
    severity="info",
    summary="A work is in the imported files more than once.",
    explanation="The first one is written.",
)
VALUE_LEFT_OUT = Rule(
    code="IMP006",
    name="value-left-out",
    severity="warning",
    summary="A value of a record has no place in an entry, or cannot be read.",
    explanation="The entry is written without it.",
)
OTHER_TITLE = Rule(
    code="IMP007",
    name="one-identifier-two-titles",
    severity="warning",
    summary="A list gives one paper's link to two different titles.",
    explanation="One of the links is most likely wrong. The first one is written.",
)
NAME_FOR_TITLE = Rule(
    code="IMP008",
    name="name-for-title",
    severity="info",
    summary="A list gives only the name of a method where the title should be.",
    explanation="The entry has the name for its title until somebody completes it.",
)
NOT_TAKEN = Rule(
    code="IMP009",
    name="link-not-taken",
    severity="info",
    summary="Links of a list are in no entry.",
    explanation="They lead to no paper that is known by its address, or stand where no paper is listed.",
)

OTHER_KEY = Rule(
    code="IMP010",
    name="other-key",
    severity="info",
    summary="An imported work has another citation key than in the imported file.",
    explanation="Its own is taken by another work, or is none that every reader of BibTeX takes for one.",
)
NOT_COMPLETED = Rule(
    code="IMP011",
    name="not-completed",
    severity="warning",
    summary="With `--fetch`, no record was found for an imported work.",
    explanation="The entry is written with what the imported file says of it.",
)

RULES = (
    UNREADABLE_SOURCE,
    UNREADABLE_RECORD,
    NO_TITLE,
    KNOWN_ALREADY,
    TWICE,
    VALUE_LEFT_OUT,
    OTHER_TITLE,
    NAME_FOR_TITLE,
    NOT_TAKEN,
    OTHER_KEY,
    NOT_COMPLETED,
)
