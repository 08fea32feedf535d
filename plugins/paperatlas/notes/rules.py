"""What can be wrong with a note."""

from __future__ import annotations

from collections.abc import Mapping

from paperatlas.diagnostics.problem import DID_YOU_MEAN, Rule, Wording, rules_in

UNREADABLE = Rule(
    code="NOT001",
    name="unreadable-note",
    severity="error",
    summary="The file cannot be read as UTF-8 text.",
    explanation="Notes are UTF-8 text files. The page is left out of the atlas; everything else is built.",
    message="The file cannot be read: {reason}.",
    hint="Save the file as UTF-8 text.",
    variants={"system": Wording(hint="Make the file readable.")},
)
YAML_SLIPS: Mapping[str, tuple[str, str]] = {
    "indent": (
        "this line is indented otherwise than the lines it belongs to",
        "Put as many blanks before it as before the name above it that it belongs to.",
    ),
    "dash": ("a `-` stands without a blank", "Write `- slug: …`."),
    "tab": ("a tab indents this line", "Use blanks instead."),
    "colon": ("this colon is a full-width one", "Write `:` and a blank instead."),
    "conflict": (
        "this line was left by a merge",
        "Keep one of the two versions, or both, and remove the lines with `<<<<<<<`, `=======` and `>>>>>>>`.",
    ),
    "blank": (
        "a blank in this line is not an ordinary one",
        "Write an ordinary blank there, as the space bar does without another key.",
    ),
    "name": (
        "this line is no `name: value`",
        "Put `: ` behind its name; a value that goes on in a further line is indented there.",
    ),
    "quote": ("this quotation mark has no counterpart", "Add it, or remove this one."),
    "bracket": ("this bracket has no counterpart", "Close it in the same line."),
    "behind": (
        "text stands behind the quotation mark that ends a value",
        "Put quotes around the whole value; within `'…'` write `''` for an apostrophe.",
    ),
    "inner": ("a value contains `: `", "Put quotes around the whole value."),
}
"""What is wrong where a text is no YAML, and how to correct it, by the slips that `yaml_slip` knows."""
BAD_FRONT_MATTER = Rule(
    code="NOT002",
    name="bad-front-matter",
    severity="error",
    summary="The front matter is not valid YAML.",
    explanation="The block between the two `---` lines contains the note's title, summary, status and groups. The "
    "note is shown without them.",
    example="---\ntitle: Flows: an overview\n---",
    remedy='---\ntitle: "Flows: an overview"\n---',
    message="The front matter is not valid YAML: {reason}.",
    hint="Put quotes around a value that contains `: ` or begins with a special character.",
    variants={
        "open": Wording(
            "The front matter has no end, so it is shown as text.", "Write a line of three hyphens, `---`, behind it."
        ),
        "dashes": Wording(
            "The front matter does not begin with three hyphens, so it is shown as text.",
            "Write `---` alone as the first line, and as the one behind the front matter.",
        ),
        "late": Wording(
            "The front matter does not begin in the first line, so it is shown as text.",
            "Remove the lines before its first `---`.",
        ),
        "mapping": Wording(
            "The front matter is not a mapping.", "Write `name: value` lines, with a blank behind the colon."
        ),
        **{
            name: Wording(f"The front matter is not valid YAML: {what}.", hint)
            for name, (what, hint) in YAML_SLIPS.items()
        },
        "deep": Wording(
            "The front matter has values in others, more than {limit} levels deep.",
            "Close each bracket, and use no alias (`*name`) in what it stands for.",
        ),
        "many": Wording(
            "The front matter has more than {limit} values, each alias (`*name`) counted with all it stands for.",
            "Write what the page needs without aliases.",
        ),
        "value": Wording("The front matter has a value that cannot be read: {reason}.", "Put quotes around it."),
        "character": Wording(
            "The front matter has half of a character, {character}.", "Write the character itself instead of `\\u`."
        ),
    },
)
WRONG_TYPE = Rule(
    code="NOT003",
    name="wrong-type",
    severity="error",
    summary="A front matter field has a value of the wrong type.",
    explanation="The field is ignored, as if it were not there.",
    example="order: second",
    remedy="order: 2",
    message="'{name}' should be text, but is {value}.",
    hint="Write text there.",
    variants={
        "number": Wording(
            "'{name}' should be a number, but is {value}.", "Write a number there, without quotation marks."
        ),
        "groups": Wording(
            "'{name}' should be a list of groups, but is {value}.",
            "Write `- slug: models` for each group, and below it, indented alike, `title: Models`.",
        ),
        "list": Wording("'{name}' should be a list, but is {value}.", "Write a list there."),
        "mapping": Wording(
            "'{name}' should be `name: value` lines, but is {value}.", "Write `name: value` lines there."
        ),
        "switch": Wording("'{name}' should be true or false, but is {value}.", "Write `true` or `false`."),
        "month": Wording("'{name}' should be a month, but is {value}.", "Write year and month, as in `2026-11`."),
        "anchor": Wording(
            "'{name}' should be the anchor of a heading in the note, but is {value}.", "Write it as in `since-2021`."
        ),
    },
)
UNKNOWN_FIELD = Rule(
    code="NOT004",
    name="unknown-field",
    severity="warning",
    summary="A group or an assessment has a field, or a group names a column, that PaperAtlas does not know.",
    explanation="The field is ignored; most likely its name is mistyped. Fields of the note itself may belong to the "
    "host or its theme; they are reported only where they differ by one letter from a field that the note lacks.",
    example="groups:\n  - slug: models\n    titel: Models",
    remedy="groups:\n  - slug: models\n    title: Models",
    message="'{name}' is not a field of {whole}.",
    hint="The fields of {whole} are {known}.",
    variants={
        "slip": Wording("'{name}' seems to be a mistyped '{near}'.", DID_YOU_MEAN),
        "column": Wording("'{name}' is not a column of a comparison.", "A group's `columns` may be {known}."),
    },
)
MISSING_TITLE = Rule(
    code="NOT005",
    name="missing-title",
    severity="warning",
    summary="A direction has no title.",
    explanation="The direction is listed under its slug until its front matter has a `title` or its text a "
    "first-level heading.",
    message="The direction '{slug}' has no title.",
    hint="Add `title: …` to its front matter.",
)
UNKNOWN_STATUS = Rule(
    code="NOT006",
    name="unknown-status",
    severity="error",
    summary="The status is not one of `early`, `rising`, `hot` and `maturing`.",
    explanation="The direction is shown without a status.",
    example="status: booming",
    remedy="status: hot",
    message="'{status}' is not a valid status.",
    hint="Write one of {known}.",
    variants={
        "none": Wording("'{name}' explains a status, but there is none.", "Add `status:` with one of {known}."),
    },
)
BAD_GROUP = Rule(
    code="NOT007",
    name="bad-group",
    severity="error",
    summary="A group has no slug, an invalid slug, or the slug of another group.",
    explanation="A group's slug is used in `keywords = {direction/group}` and in the page's address. It consists "
    "of lower-case letters, digits and hyphens. The group is ignored.",
    example="groups:\n  - title: Models",
    remedy="groups:\n  - slug: models\n    title: Models",
    message="'{slug}' is not a valid slug.",
    hint="Write `slug:` with lower-case letters, digits and hyphens.",
    variants={
        "none": Wording("The group has no slug."),
        "taken": Wording(
            "The slug '{slug}' is already used by the group in line {at.line}.",
            "Give each group its own slug.",
            label="first used here",
        ),
    },
)

MISSING_TRANSLATION = Rule(
    code="NOT008",
    name="missing-translation",
    severity="warning",
    summary="A page has no translation into one of the site's languages.",
    explanation="Its text is shown in the site's first language, with a line that says so.",
    message="The page has no translation into '{language}'.",
    hint="Add the file '{wanted}'.",
)
UNKNOWN_LANGUAGE = Rule(
    code="NOT009",
    name="unknown-language",
    severity="warning",
    summary="A page is written for a language that the site does not have.",
    explanation="The file is not shown anywhere. Either its suffix, or with `docs_structure: folder` its folder, is "
    "mistyped, or the language is missing in the site's configuration.",
    example="docs/about.fr.md",
    remedy="docs/about.en.md",
    message="The site has no language '{language}'.",
    hint="The site's languages are {known}.",
    variants={
        "meant": Wording(
            "The file seems to be a translation, and its name does not say so: it is a page of its own.",
            "Rename it to '{meant}'.",
        ),
    },
)
STRAY_NOTE = Rule(
    code="NOT010",
    name="stray-note",
    severity="warning",
    summary="A page has the front matter of a direction but is not in the folder of the directions.",
    explanation="A direction is a note that stands in that folder itself, not in one below it. The page is shown as "
    "any other, without papers.",
    example="docs/directions/vision/detection.md",
    remedy="docs/directions/detection.md",
    message="The page has the `{field}` of a direction, but is not in the folder '{folder}'.",
    hint="Move it there, or remove `{field}`.",
)
UNREADABLE_FORMULA = Rule(
    code="NOT011",
    name="unreadable-formula",
    severity="warning",
    summary="A formula cannot be read.",
    explanation="Formulas stand between dollar signs, in LaTeX; the site shows them without a script. This one has a "
    "command that is not known, or its braces and arguments do not fit. It is shown as it is written.",
    example="$\\frac{1}$",
    remedy="$\\frac{1}{n}$",
    message="The formula '{source}' cannot be read.",
    hint="Check its braces, and that each command has its arguments.",
    variants={
        "command": Wording(
            "The formula '{source}' cannot be read: '{command}' is not known in formulas.",
            "Write it with other commands, or as text: \\text{{…}}.",
        ),
    },
)
LONG_NAME = Rule(
    code="NOT012",
    name="long-name",
    severity="error",
    summary="The name of a direction's file is too long.",
    explanation="The name is part of the address of the direction's page and of its exports, for which no file could "
    "be made. The page is shown as any other, without papers.",
    message="The file's name has {count} bytes; that of a direction may have {limit}.",
    hint="Give it a shorter name.",
)
CONFLICT_IN_PAGE = Rule(
    code="NOT017",
    name="conflict-in-page",
    severity="error",
    summary="The page holds two versions of a place that git could not merge.",
    explanation="Lines that begin with `<<<<<<<`, `=======` and `>>>>>>>` stand around the two versions. Readers see "
    "all of it.",
    example="<<<<<<< HEAD\nFew steps.\n=======\nFewer steps.\n>>>>>>> new-note",
    remedy="Fewer steps.",
    message="This line was left by a merge: '{text}'.",
    hint="Keep what is wanted of the two versions below it, and remove the three lines that begin with `<<<<<<<`, "
    "`=======` and `>>>>>>>`.",
)
REPEATED_FIELD = Rule(
    code="NOT018",
    name="repeated-field",
    severity="warning",
    summary="The front matter has the same name twice.",
    explanation="The last value counts; what stands behind the first is lost.",
    example="---\norder: 1\norder: 2\n---",
    remedy="---\norder: 2\n---",
    message="The front matter has '{name}' twice; the last one is used.",
    hint="Remove one of them.",
    label="the first one",
)
MISSING_HEADING = Rule(
    code="NOT019",
    name="missing-heading",
    severity="warning",
    summary="`see` names a heading that the note does not have.",
    explanation="`see` is the id of the heading below which the judgement is argued: the heading's words in small "
    "letters with hyphens between them, or what stands in `{ #… }` behind it. The link in `atlas.json` leads to the "
    "top of the page.",
    example="now:\n  as_of: 2026-11\n  see: since-2012",
    remedy="now:\n  as_of: 2026-11\n  see: since-2021",
    message="The note has no heading with the id '{see}'.",
    hint="Write the id of a heading of this file.",
)
DEAD_PAGE_LINK = Rule(
    code="NOT013",
    name="dead-page-link",
    severity="warning",
    summary="A page links to a page, or shows a picture, that the site does not have.",
    explanation="Links within the site are relative to the file they stand in. Those to headings, and to pages by "
    "their address, are told where the site's `validation` has its host warn of them; whether addresses elsewhere "
    "still answer is what `paperatlas links` asks.",
    example="See [normalizing flows](normalising-flows.md).",
    remedy="See [normalizing flows](normalizing-flows.md).",
    message="There is no page '{target}'.",
    hint="Correct the path, which is relative to the folder of this page, or remove the link.",
    variants={
        "address": Wording(
            "'{target}' is the address of a page, and no file.",
            "Write '{file}': links to pages are paths of Markdown files, relative to the folder of this page.",
        ),
        "file": Wording(
            "There is no file '{target}'.",
            "Put the file there, or correct the path, which is relative to the folder of this page.",
        ),
        "heading": Wording("'{target}' leads to no heading of its page.", "Correct the part behind `#`, or remove it."),
        "near-heading": Wording("'{target}' leads to no heading of its page.", "Did you mean '#{meant}'?"),
        "near-image": Wording("There is no picture '{target}'.", DID_YOU_MEAN),
        "image": Wording(
            "There is no picture '{target}'.",
            "Put the file there, or correct the path, which is relative to the folder of this page.",
        ),
    },
)

RULES = rules_in(globals())
