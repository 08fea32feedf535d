"""What can go wrong when `paperatlas import` makes entries from other formats."""

from __future__ import annotations

from paperatlas.diagnostics.problem import Rule, Wording, rules_in

UNREADABLE_SOURCE = Rule(
    code="IMP001",
    name="unreadable-source",
    severity="error",
    summary="A file to import is not in the expected format.",
    explanation="Nothing after the reported place was read. Entries before it are written.",
    message="This is not valid JSON: {reason}.",
    hint="Export it again; nothing from here on was read.",
    variants={
        "archive": Wording(hint="The file may be incomplete; nothing from here on was read."),
        "damaged": Wording("The file is damaged: {reason}.", "Download it again."),
        "too_large": Wording(
            "The file unpacks to more than {megabytes} MB.", "Unpack it yourself, and import it in several parts."
        ),
        "ris": Wording("No line begins an RIS record (`TY  - JOUR`).", "Name the format with --from."),
        "tagged": Wording("This is not {format}: nothing begins a record (`{begin}`).", "Name the format with --from."),
        "csl": Wording(
            "This is no CSL-JSON: its members are {names}.",
            "Save the references as CSL-JSON, or name the format with --from.",
        ),
        "xml": Wording("This is not EndNote's XML: {reason}."),
    },
)
UNREADABLE_RECORD = Rule(
    code="IMP002",
    name="unreadable-record",
    severity="error",
    summary="A record of an imported file cannot become an entry.",
    explanation="It is left out; all others are written.",
    message="The item '{key}' has no title.",
    hint="Add a title in the program it comes from.",
    variants={
        "bibtex": Wording("The entry '{key}' has no title.", "Add a title."),
        "ris": Wording(
            "The record has no title (TI or T1).", "Add a title in the program it comes from, and export it again."
        ),
        "tagged": Wording("The record has no title.", "Add a title in the program it comes from, and export it again."),
        "zotero": Wording(hint="Add a title in Zotero, and export it again."),
        "archive": Wording("The paper '{key}' has no title.", "Add it with `paperatlas add`."),
        "csl_member": Wording(
            "An item of CSL-JSON must be an object, but this is not.", "Remove it, or export the library again."
        ),
        "zotero_member": Wording("An item of Zotero must be an object, but this is not.", "Export the library again."),
        "archive_member": Wording(
            "A member of the archive must be an object, but this is not.", "Download the file again."
        ),
        "written": Wording("'{title}' cannot be written as a BibTeX entry that reads the same.", "Add it by hand."),
        "broken": Wording(
            "'{title}' cannot be written as a BibTeX entry that reads the same. {reason}", "Add it by hand."
        ),
    },
)
NO_TITLE = Rule(
    code="IMP003",
    name="paper-without-title",
    severity="warning",
    summary="A list links to a paper without a recognisable title.",
    explanation="The paper is left out: an entry contains only what the list says.",
    example="- [pdf](https://arxiv.org/abs/2006.11239)",
    remedy="- Denoising Diffusion Probabilistic Models [pdf](https://arxiv.org/abs/2006.11239)",
    message="The list gives no title for {paper}.",
    hint="Write its title beside the link, or add it with `paperatlas add`.",
    variants={
        "beside": Wording(
            "{paper} follows another paper and has no title of its own.",
            "If it is a different paper, add it with `paperatlas add`.",
        ),
    },
)
KNOWN_ALREADY = Rule(
    code="IMP004",
    name="known-already",
    severity="info",
    summary="A work to import is already in the library.",
    explanation="It is left out, and the library's entry is not changed.",
    message="'{title}' is already in the library: it has the same title as '{other}' at {at}.",
    hint="The library's entry is not changed.",
    label="'{other}' is here",
    variants={
        "nearly": Wording("'{title}' is already in the library: it has nearly the same title as '{other}' at {at}."),
        "doi": Wording("'{title}' is already in the library: it has the same DOI as '{other}' at {at}."),
        "arxiv": Wording("'{title}' is already in the library: it has the same arXiv identifier as '{other}' at {at}."),
    },
)
TWICE = Rule(
    code="IMP005",
    name="twice-in-the-source",
    severity="info",
    summary="A work is in the imported files more than once.",
    explanation="Only the first one is written.",
    message="'{title}' has the same title as '{other}' at {at}.",
    hint="Only the first one is written.",
    label="the first one",
    variants={
        "nearly": Wording("'{title}' has nearly the same title as '{other}' at {at}."),
        "doi": Wording("'{title}' has the same DOI as '{other}' at {at}."),
        "arxiv": Wording("'{title}' has the same arXiv identifier as '{other}' at {at}."),
    },
)
VALUE_LEFT_OUT = Rule(
    code="IMP006",
    name="value-left-out",
    severity="warning",
    summary="A value of a record has no field in an entry, or cannot be read.",
    explanation="The entry is written without it.",
    message="This line does not belong to a record: {text}",
    hint="A record begins with a line `TY  - …`.",
    variants={
        "date": Wording("'{variable}' of '{key}' is not a valid date: {text}.", "Add it by hand."),
        "names": Wording(
            "The names in '{variable}' of '{key}' were left out: {names}.",
            "Add them to the entry's `note` if they matter.",
        ),
        "variables": Wording("These variables of '{key}' were left out: {names}.", "Add what you need by hand."),
        "csl_type": Wording(
            "'{type}' of '{key}' is not a type of CSL; the entry is `misc`.", "Correct the entry's type if necessary."
        ),
        "off_the_calendar": Wording("No calendar has the date in {text}; only a part of it was read.", "Correct it."),
        "ris_type": Wording(
            "'{type}' is not an RIS type; the entry is `misc`.", "Correct the entry's type if necessary."
        ),
        "ris_names": Wording("The names in {tag} were left out: {names}.", "Add what you need by hand."),
        "ris_line": Wording("The line '{tag}  - {text}' was left out.", "Add what you need by hand."),
        "tagged_line": Wording("The line '{line}' was left out.", "Add what you need by hand."),
        "stray": Wording(hint="A record begins with a line `{begin}`."),
    },
)
OTHER_TITLE = Rule(
    code="IMP007",
    name="one-identifier-two-titles",
    severity="warning",
    summary="A list gives the same link to two different titles.",
    explanation="One of the links is most likely wrong. Only the first title is written.",
    message="'{title}' has the same link as '{other}' in line {at.line}.",
    hint="Correct the link in the list, or add the paper by hand.",
    label="the first title",
)
NAME_FOR_TITLE = Rule(
    code="IMP008",
    name="name-for-title",
    severity="info",
    summary="A list gives only the name of a method instead of a title.",
    explanation="The name is used as the title until somebody completes the entry.",
    message="The list gives only the name '{title}' for {paper}.",
    hint="Complete the title in the entry.",
)
NOT_TAKEN = Rule(
    code="IMP009",
    name="link-not-taken",
    severity="info",
    summary="Links in a list are not in any entry.",
    explanation="They do not lead to a paper that is recognised by its address, or the list does not present them "
    "as papers.",
    message="{paper} is mentioned here, but not as a paper of the list.",
    hint="If it should be one, add it with `paperatlas add`.",
    variants={
        "others": Wording(
            "Links with a title that do not lead to a recognised paper: {count}.",
            "They lead to courses, programs and other pages, and were left out.",
        ),
    },
)

OTHER_KEY = Rule(
    code="IMP010",
    name="other-key",
    severity="info",
    summary="An imported work has a different citation key than in the imported file.",
    explanation="Its original key is used by another work, or is not valid in every BibTeX program.",
    message="The key '{wanted}' was changed to '{key}'.",
    hint="The original key is already used, or is not valid.",
)
NOT_COMPLETED = Rule(
    code="IMP011",
    name="not-completed",
    severity="warning",
    summary="With `--fetch`, no record was found for an imported work.",
    explanation="The entry contains only what the imported file says.",
    message="'{title}' has no identifier by which a record could be fetched.",
    hint="Complete the entry by hand.",
    variants={
        "failed": Wording("{reason}", "Try again with `paperatlas add`."),
    },
)

RULES = rules_in(globals())
