"""What can be missing from what a site asks of its entries and notes. Each of these rules waits for its setting."""

from __future__ import annotations

from paperatlas.diagnostics.problem import Rule, Wording, rules_in

_ASKED = "Only sites that ask for it report this: the option `require`. "

MISSING_TEXT = Rule(
    code="EDI001",
    name="missing-text",
    severity="error",
    summary="An entry lacks a field that the site asks of each paper.",
    explanation=f"{_ASKED}It lists under `fields` the fields that each paper has.",
    example="@online{ddpm, title = {…}, abstract = {…}}",
    remedy="@online{ddpm, title = {…}, abstract = {…}, abstract_zh = {…}}",
    message="'{key}' has no {fields}, which this site asks of each paper.",
    hint="Add it to the entry; the site's guide for contributors says what goes in.",
    variants={"named": Wording(hint="Write '{meant}' for '{written}': that is the name of this field here.")},
)
TEXT_LENGTH = Rule(
    code="EDI002",
    name="text-length",
    severity="error",
    summary="A text is shorter or longer than the site wants it.",
    explanation=f"{_ASKED}`words` and `characters` bound the length of a field. Marks of LaTeX do not count.",
    message="The length of '{name}' of '{key}' in {unit} is {count}; {least} to {most} are asked for.",
    hint="It is at least {by} too short.",
    variants={"long": Wording(hint="It is at least {by} too long.")},
)
TEXT_LANGUAGE = Rule(
    code="EDI003",
    name="text-language",
    severity="error",
    summary="A text is not in the language that the site wants it in.",
    explanation=f"{_ASKED}`language` is that of a field. Only the script is looked at: a text in Chinese is mainly in "
    "Chinese characters, one in English has none but for a few words.",
    example="abstract_zh = {The engine weaves algebraic patterns.}",
    remedy="abstract_zh = {分析机编织代数的图样。}",
    message="The field '{name}' of '{key}' does not seem to be written in the language '{language}'.",
    hint="Write it in that language; a field without a suffix and one with a suffix may be exchanged.",
)
TEXT_FORM = Rule(
    code="EDI004",
    name="text-form",
    severity="error",
    summary="A text has not the form that the site wants.",
    explanation=f"{_ASKED}`full_stop` tells whether a field ends with a full stop, `pattern` is a regular expression "
    "that the whole of it fits.",
    message="The field '{name}' of '{key}' has not the form that this site asks for.",
    hint="It is to fit the pattern `{pattern}`.",
    variants={
        "said": Wording(hint="The site says of it: “{said}”."),
        "stop": Wording("The field '{name}' of '{key}' ends with a full stop.", "Remove it."),
        "no-stop": Wording("The field '{name}' of '{key}' ends without a full stop.", "Add one."),
    },
)
UNRELATED_PAPER = Rule(
    code="EDI005",
    name="unrelated-paper",
    severity="error",
    summary="A paper has no relation to another one.",
    explanation=f"{_ASKED}With `relation: true` each paper states a relation, or another states one to it; a paper "
    "without any is alone in every graph.",
    example="@online{ddim, …}",
    remedy="@online{ddim, extends = {ddpm}, …}",
    message="'{key}' has no relation to another paper, and none has one to it.",
    hint="State one, for example `extends = {{KEY}}`; the types are {types}.",
)
MISSING_EVIDENCE = Rule(
    code="EDI006",
    name="missing-evidence",
    severity="error",
    summary="A relation has no reason in one of the languages that the site asks for.",
    explanation=f"{_ASKED}`evidence` lists languages: the field `evidence` has the reasons in English, `evidence_zh` "
    "those in Chinese, and so on.",
    example="extends  = {ddpm},",
    remedy="extends  = {ddpm},\nevidence = {[ddpm] It keeps the forward process.},",
    message="The relation to '{key}' has no reason in '{name}'.",
    hint="Add `[{key}] …` to '{name}', in one sentence.",
)
MISSING_SOURCE = Rule(
    code="EDI007",
    name="missing-source",
    severity="error",
    summary="No source is recorded for the facts of a paper.",
    explanation=f"{_ASKED}`sources` names a table with the columns `key`, `confirms` and `address`, separated by tabs: "
    "which paper, which facts, and where they can be seen.",
    message="'{key}' has no row in '{file}', which says where its facts are confirmed.",
    hint="Add a row with its key, what is confirmed, and the address, separated by tabs{after}.",
)
BAD_SOURCE_ROW = Rule(
    code="EDI008",
    name="bad-source",
    severity="error",
    summary="A row of the table of sources cannot be used.",
    explanation=f"{_ASKED}Rows have the columns `key`, `confirms` and `address`, separated by tabs, and are sorted, so "
    "that two people who add rows seldom change the same place.",
    example="ddpm record https://example.org",
    remedy="ddpm\trecord\thttps://example.org",
    message="The number of columns in this row is {count} instead of three.",
    hint="Write the key, what is confirmed, and the address, separated by tabs.",
    label="that row",
    variants={
        "absent": Wording("The table of sources '{file}' cannot be read: {reason}.", "Make it: {header}."),
        "header": Wording("The first line does not name the columns.", "Write `{header}`, separated by tabs."),
        "key": Wording("No entry has the key '{key}'.", "Remove the row, or correct the key."),
        "near": Wording("No entry has the key '{key}'.", "Did you mean '{near}'?"),
        "address": Wording("'{address}' is not a URL.", "Write the whole address, with `https://`."),
        "nothing": Wording("The row of '{key}' does not say what is confirmed.", "Write it into the second column."),
        "order": Wording("The row of '{key}' stands below one that comes after it.", "Sort the rows."),
        "twice": Wording("The row is there twice.", "Remove one of them."),
    },
)
SMALL_GROUP = Rule(
    code="EDI009",
    name="small-group",
    severity="error",
    summary="A group of a direction has fewer papers than the site asks for.",
    explanation=f"{_ASKED}`groups` says by slug how many papers a group of each direction has.",
    message="The group '{group}' of the direction '{direction}' has {count} papers; {least} are asked for.",
    hint="Give {by} more the keyword `{direction}/{group}`.",
    variants={
        "absent": Wording(
            "The direction '{direction}' has no group '{group}', which is to have {least} papers.",
            "Add the group to `groups` in the front matter, and give papers the keyword `{direction}/{group}`.",
        ),
    },
)
YEAR_OF_GROUP = Rule(
    code="EDI010",
    name="year-of-group",
    severity="error",
    summary="A paper is of another year than its group is for.",
    explanation=f"{_ASKED}`groups` says by slug which years a group is for.",
    message="'{key}' is of {year}, and the group '{group}' is for {least} to {most}.",
    hint="Put it into another group, or correct its date.",
    variants={
        "none": Wording("'{key}' has no year, and the group '{group}' is for {least} to {most}.", "Add its date.")
    },
)
MISSING_NOTE_FIELD = Rule(
    code="EDI011",
    name="missing-note-field",
    severity="error",
    summary="The front matter of a direction lacks a field that the site asks for.",
    explanation=f"{_ASKED}`note` lists the fields that the front matter of each direction has.",
    message="The direction '{direction}' has no {fields} in its front matter.",
    hint="Fill it in: `paperatlas new direction` writes what belongs there as comments.",
)
OTHER_CITATIONS = Rule(
    code="EDI012",
    name="other-citations",
    severity="error",
    summary="Two language versions of a note cite different papers.",
    explanation=f"{_ASKED}With `same_citations: true` the versions of a note cite the same papers.",
    message="The note cites '{key}', and its version in '{file}' does not.",
    hint="Cite it there as well, or remove it here.",
)

RULES = rules_in(globals())
