"""The rules of what stands between entries, where BibTeX sees comments."""

from __future__ import annotations

from paperatlas.diagnostics.problem import Rule, Wording

FIELD_OUTSIDE = Rule(
    "SYN019",
    "field-outside",
    "warning",
    "A field is outside any entry.",
    "The entry before it is already closed, so the field is not read.",
    "@book{a,\n  title = {One},\n}\n  volume = {3},\n",
    "@book{a,\n  title = {One},\n  volume = {3},\n}",
    message="The field '{name}' is outside any entry.",
    hint="Move it into the entry, before the closing brace.",
)
CONFLICT_MARKER = Rule(
    "SYN020",
    "conflict-marker",
    "error",
    "The file holds two versions of a place that git could not merge.",
    "Lines that begin with `<<<<<<<`, `=======` and `>>>>>>>` stand around the two versions. BibTeX takes them for "
    "text between entries, so both are read.",
    "<<<<<<< HEAD\n@misc{a, title = {One}}\n=======\n@misc{b, title = {Two}}\n>>>>>>> new-paper",
    "@misc{a, title = {One}}\n\n@misc{b, title = {Two}}",
    message="This line was left by a merge: '{text}'.",
    hint="Keep what is wanted of the two versions below it, both if they are different entries, and remove the three "
    "lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`.",
)
HEADLESS_ENTRY = Rule(
    "SYN021",
    "headless-entry",
    "error",
    "The `@` before an entry is missing.",
    "Text between entries is a comment for BibTeX, so that the entry is not read.",
    "article{a,\n  title = {One},\n}",
    "@article{a,\n  title = {One},\n}",
    message="'{text}' looks like the first line of an entry without its '@'.",
    hint="Write '@' before it.",
    variants={
        "cut": Wording(
            "The file ends with '{text}', where an entry begins.",
            "The file was cut short: get it again, or remove its last line.",
        ),
        "full-width": Wording(
            "'{text}' looks like the first line of an entry, but '{sign}' is a full-width character.",
            "Write '{plain}'.",
        ),
    },
)
NO_ENTRY = Rule(
    "SYN023",
    "no-entry",
    "error",
    "The file has text, but no entry.",
    "What stands outside of entries is a comment for BibTeX, so that nothing of this file is on the site. Of what is "
    "no text at all, a picture or an archive that is called `.bib`, nothing is read.",
    message="The file contains no entry.",
    hint="An entry begins with `@article{{key,` or the like. `paperatlas import` makes entries from other formats.",
    variants={
        "ris": Wording(
            "The file contains no entry: it is RIS.", "`paperatlas import --from ris {file}` makes entries of it."
        ),
        "page": Wording(
            "The file contains no entry: it is a web page.",
            "Save the BibTeX that the page offers, not the page itself.",
        ),
        "json": Wording(
            "The file contains no entry: it is JSON.",
            "`paperatlas import {file}` makes entries of CSL-JSON and the like.",
        ),
        "binary": Wording("The file is not a text.", "Put the .bib file itself in its place, or remove this one."),
    },
)
