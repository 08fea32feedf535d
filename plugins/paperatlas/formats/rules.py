"""What can go wrong when `paperatlas import` makes entries from other formats."""

from __future__ import annotations

from paperatlas.diagnostics.problem import Rule, Wording, rules_in

UNREADABLE_SOURCE = Rule(
    code="IMP001",
    name="unreadable-source",
    severity="error",
    summary="A file that should be imported is not in the format it is taken for.",
    explanation="Nothing behind the place that is named was read. Where the beginning could be read, its entries are "
    "written.",
    message="This is no JSON: {reason}.",
    hint="Export it again; nothing from here on was read.",
    variants={
        "archive": Wording(hint="The file may not have come whole; nothing from here on was read."),
        "damaged": Wording("The file is damaged: {reason}.", "Fetch it again."),
        "ris": Wording("No line begins a record of RIS (`TY  - JOUR`).", "Say with --from which format it is."),
    },
)
UNREADABLE_RECORD = Rule(
    code="IMP002",
    name="unreadable-record",
    severity="error",
    summary="A record of an imported file cannot become an entry.",
    explanation="It is left out, and all others are written.",
    message="The item '{key}' has no title.",
    hint="Give it one where it is from.",
    variants={
        "bibtex": Wording("The entry '{key}' has no title.", "Give it one."),
        "ris": Wording("The record has no title (TI or T1).", "Give it one where it is from, and export it again."),
        "zotero": Wording(hint="Give it one in Zotero, and export it again."),
        "archive": Wording("The paper '{key}' has no title.", "Add it with `paperatlas add`."),
        "csl_member": Wording(
            "An item of CSL-JSON is an object; this is none.", "Remove it, or export the library again."
        ),
        "zotero_member": Wording("An item of Zotero is an object; this is none.", "Export the library again."),
        "archive_member": Wording("A member of the archive is an object; this is none.", "Fetch the file again."),
        "written": Wording("'{title}' cannot be written so that it is read again.", "Add it by hand."),
        "broken": Wording("'{title}' cannot be written so that it is read again. {reason}", "Add it by hand."),
    },
)
NO_TITLE = Rule(
    code="IMP003",
    name="paper-without-title",
    severity="warning",
    summary="A list links to a paper, but it cannot be told what its title is.",
    explanation="The paper is left out: an entry is made only of what the list says.",
    example="- [pdf](https://arxiv.org/abs/2006.11239)",
    remedy="- Denoising Diffusion Probabilistic Models [pdf](https://arxiv.org/abs/2006.11239)",
    message="It cannot be told what {paper} is called.",
    hint="Write its title beside the link, or add it with `paperatlas add`.",
    variants={
        "beside": Wording(
            "{paper} stands beside another paper and has no title of its own.",
            "If it is another paper, add it with `paperatlas add`.",
        ),
    },
)
KNOWN_ALREADY = Rule(
    code="IMP004",
    name="known-already",
    severity="info",
    summary="A work that should be imported is in the library already.",
    explanation="It is left out, and the library's entry is left as it is.",
    message="'{title}' is in the library already: it has the same title as '{other}' at {at}.",
    hint="It is left as it is there.",
    label="'{other}' is here",
    variants={
        "nearly": Wording("'{title}' is in the library already: it has nearly the same title as '{other}' at {at}."),
        "doi": Wording("'{title}' is in the library already: it has the DOI of '{other}' at {at}."),
        "arxiv": Wording("'{title}' is in the library already: it has the arXiv identifier of '{other}' at {at}."),
    },
)
TWICE = Rule(
    code="IMP005",
    name="twice-in-the-source",
    severity="info",
    summary="A work is in the imported files more than once.",
    explanation="The first one is written.",
    message="'{title}' has the same title as '{other}' at {at}.",
    hint="The first one is written.",
    label="the first one",
    variants={
        "nearly": Wording("'{title}' has nearly the same title as '{other}' at {at}."),
        "doi": Wording("'{title}' has the DOI of '{other}' at {at}."),
        "arxiv": Wording("'{title}' has the arXiv identifier of '{other}' at {at}."),
    },
)
VALUE_LEFT_OUT = Rule(
    code="IMP006",
    name="value-left-out",
    severity="warning",
    summary="A value of a record has no place in an entry, or cannot be read.",
    explanation="The entry is written without it.",
    message="This line belongs to no record: {text}",
    hint="A record begins with a line `TY  - …`.",
    variants={
        "date": Wording("'{variable}' of '{key}' is no date: {text}.", "Add it by hand."),
        "names": Wording(
            "The names in '{variable}' of '{key}' were left out: {names}.",
            "Add them to the entry's `note` if they matter.",
        ),
        "people": Wording(
            "The names in '{variable}' of '{key}' were left out: {names}.", "Add them to the entry as `{field}`."
        ),
        "variables": Wording("'{key}' has variables of which nothing was made: {names}.", "Add what matters by hand."),
        "ris_type": Wording("'{type}' is no type of RIS; the entry is `misc`.", "Add what matters by hand."),
        "ris_names": Wording("The names in {tag} were left out: {names}.", "Add what matters by hand."),
        "ris_line": Wording("Nothing was made of the line '{tag}  - {text}'.", "Add what matters by hand."),
    },
)
OTHER_TITLE = Rule(
    code="IMP007",
    name="one-identifier-two-titles",
    severity="warning",
    summary="A list gives one paper's link to two different titles.",
    explanation="One of the links is most likely wrong. The first one is written.",
    message="'{title}' has the link of '{other}' in line {at.line}.",
    hint="Mend the link in the list, or add the paper by hand.",
    label="the first title",
)
NAME_FOR_TITLE = Rule(
    code="IMP008",
    name="name-for-title",
    severity="info",
    summary="A list gives only the name of a method where the title should be.",
    explanation="The entry has the name for its title until somebody completes it.",
    message="The list calls {paper} only '{title}'.",
    hint="Complete the title in the entry.",
)
NOT_TAKEN = Rule(
    code="IMP009",
    name="link-not-taken",
    severity="info",
    summary="Links of a list are in no entry.",
    explanation="They lead to no paper that is known by its address, or stand where no paper is listed.",
    message="{paper} is named here, but not as a paper of the list.",
    hint="If it is meant to be one, add it with `paperatlas add`.",
    variants={
        "others": Wording(
            "{count} links of the list have titles but lead to no paper that is known by its address.",
            "They lead to courses, programs and other pages; nothing was made of them.",
        ),
    },
)

OTHER_KEY = Rule(
    code="IMP010",
    name="other-key",
    severity="info",
    summary="An imported work has another citation key than in the imported file.",
    explanation="Its own is taken by another work, or is none that every reader of BibTeX takes for one.",
    message="'{wanted}' is written as '{key}'.",
    hint="Its own key is taken, or is none.",
)
NOT_COMPLETED = Rule(
    code="IMP011",
    name="not-completed",
    severity="warning",
    summary="With `--fetch`, no record was found for an imported work.",
    explanation="The entry is written with what the imported file says of it.",
    message="'{title}' has no identifier that a record could be fetched by.",
    hint="Complete the entry by hand.",
    variants={
        "failed": Wording("{reason}", "Try it again with `paperatlas add`."),
    },
)

RULES = rules_in(globals())
