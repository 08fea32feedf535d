"""What can be wrong with the configuration of a site, and with what it names."""

from __future__ import annotations

from paperatlas.diagnostics.problem import Rule, Wording, rules_in
from paperatlas.notes.rules import YAML_SLIPS

UNUSABLE_BASELINE = Rule(
    code="CFG001",
    name="unusable-baseline",
    severity="warning",
    summary="The file of known problems cannot be used.",
    explanation="The setting `baseline` of the option `check` names a file that lists the problems of an old library "
    "which are not to be reported. Until it can be read, all of them are.",
    message="The baseline '{file}' cannot be used: {reason}.",
    hint="`paperatlas check --update-baseline` writes it anew.",
)
STALE_BASELINE = Rule(
    code="CFG002",
    name="stale-baseline",
    severity="info",
    summary="The file of known problems lists some that are no longer found.",
    explanation="They were mended, or their entry, its key or the value has changed, so that the problem, if it is "
    "still there, counts as a new one.",
    message="{count} of the known problems are no longer found: {examples}.",
    hint="`paperatlas check --update-baseline` takes them out of the file.",
    variants={"one": Wording("One of the known problems is no longer found: {examples}.")},
)
UNUSED_TEMPLATE = Rule(
    code="CFG003",
    name="unused-template",
    severity="warning",
    summary="A file in the folder of the option `templates` replaces nothing.",
    explanation="A template replaces the one of the same name. This file has the name of none, and no other template "
    "there mentions it; or the folder does not exist. Style sheets and scripts are replaced in the docs folder.",
    example="templates/paper.html",
    remedy="templates/paper.html.jinja",
    message="'{name}' is not the name of a template, so it replaces nothing.",
    hint="Rename it, or remove it.",
    variants={
        "near": Wording(hint="Did you mean '{near}'?"),
        "asset": Wording(
            "'{name}' is not used: style sheets and scripts are not taken from the folder of templates.",
            "Put it into the docs folder as '{name}', where it replaces ours.",
        ),
        "folder": Wording(
            "The folder of templates '{name}' does not exist.", "Make it, or remove the option `templates`."
        ),
    },
)
NO_NOTES = Rule(
    code="CFG004",
    name="no-notes",
    severity="warning",
    summary="The option `directions` names a folder without notes.",
    explanation="The site has no directions.",
    example="directions: topics",
    message="There is no note in the folder '{folder}' of the docs, which the option `directions` names.",
    hint="Put the notes there, or remove the option.",
)
REFUSED_FILE = Rule(
    code="CFG005",
    name="refused-file",
    severity="error",
    summary="A file is left out because it is not a regular file, is a link to one elsewhere, or has a name that "
    "cannot be shown.",
    explanation="A site is made from regular files below the folder of its repository, or below a folder that its "
    "configuration names. A link to anything else would publish a file of the machine that builds the site; a pipe or "
    "a device may never end. A path with control characters, or with ones that change the order of what follows, would "
    "be shown as another.",
    message="'{file}' is left out: it is a link to something outside of the site's folders.",
    hint="Copy the file, or name its own path in the configuration.",
    variants={
        "special": Wording("'{file}' is left out: it is not a regular file.", "Remove it."),
        "name": Wording(
            "'{file}' is left out: its path holds a control character, or is not UTF-8.",
            "Rename the file or its folder.",
        ),
    },
)
NO_MAP = Rule(
    code="CFG006",
    name="no-map",
    severity="warning",
    summary="The navigation names the map, and the site has none.",
    explanation="A map shows what relates to what. Where no entry states a relation and fewer than two directions have "
    "papers, it would be a heap of names in no order, so there is none, and nothing leads to it.",
    message="The navigation names '{page}', but the site has no map: no paper states a relation to another.",
    hint="State relations (`extends`, `uses`, ...), or take the page out of `nav`.",
)
OUTSIDE_NAVIGATION = Rule(
    code="CFG007",
    name="outside-navigation",
    severity="info",
    summary="A page is not in the navigation.",
    explanation="The site's configuration lists its pages in `nav`, and this one is not among them, nor in "
    "`not_in_nav`: readers find it by links and search alone. With `validation: {nav: {omitted_files: warn}}` it is a "
    "warning, as it is for MkDocs.",
    message="The page is not in the navigation.",
    hint="Add `- {source}` to `nav` in {config}.",
    variants={
        "language": Wording(
            "The page seems to be '{original}' in another language, which the site does not have.",
            "Add the language to the plugin `i18n` in {config}, or give the file another name.",
        ),
    },
)
PAGE_IN_PLACE = Rule(
    code="CFG015",
    name="page-in-place",
    severity="warning",
    summary="A hand-written page stands in place of the page that is generated of a paper.",
    explanation="A page of the same address is not generated where there is a hand-written one. What a paper's page "
    "shows - its abstract, links, relations - comes from its entry in the library.",
    example="docs/papers/ddpm.md",
    message="The page stands in place of the one that is generated of '{key}'.",
    hint="Change the entry at {entry} instead, and remove this file.",
)
ABSENT_PAGE = Rule(
    code="CFG008",
    name="absent-page",
    severity="warning",
    summary="The navigation names a page that is not there.",
    explanation="Nothing is shown for it, or a link that leads nowhere.",
    message="The navigation names '{page}', which is not there.",
    hint="Correct its path, which is relative to the folder of the docs, or take it out of `nav`.",
)

BAD_CONFIGURATION = Rule(
    code="CFG011",
    name="bad-configuration",
    severity="error",
    summary="The configuration of the site is not valid YAML.",
    explanation="Nothing of the site can be read or built, because the file says where all else is.",
    example="plugins:\n  - paperatlas:\n\tbib: bib",
    remedy="plugins:\n  - paperatlas:\n      bib: bib",
    message="The configuration is not valid YAML: {reason}.",
    hint="Compare the line with those above it: each setting is a name, a colon, a blank and a value.",
    variants={
        name: Wording(f"The configuration is not valid YAML: {what}.", hint)
        for name, (what, hint) in YAML_SLIPS.items()
    },
)
UNUSABLE_OPTION = Rule(
    code="CFG012",
    name="unusable-option",
    severity="error",
    summary="An option of the plugin cannot have the value that it is given, or there is none of that name.",
    explanation="The site is not built, as MkDocs builds none where an option is wrong.",
    example="plugins:\n  - paperatlas:\n      abstracts: mine",
    remedy="plugins:\n  - paperatlas:\n      abstracts: own",
    message="The option '{name}' cannot be used: {reason}",
    hint="The guide lists the options, and what each can be.",
)
REPEATED_SETTING = Rule(
    code="CFG013",
    name="repeated-setting",
    severity="warning",
    summary="The configuration has the same setting twice.",
    explanation="The last one is used, and the others are ignored without a word.",
    example="bib: bib\nbib: library",
    remedy="bib: library",
    message="The configuration has '{name}' twice; the last one is used.",
    hint="Remove one of them.",
    label="the first one",
)
MISPLACED_OPTION = Rule(
    code="CFG014",
    name="misplaced-option",
    severity="warning",
    summary="An option of the plugin stands where the settings of the site are.",
    explanation="Nobody reads it there, so the option has its default.",
    example="bib: library\nplugins:\n  - paperatlas",
    remedy="plugins:\n  - paperatlas:\n      bib: library",
    message="'{name}' is an option of the plugin `paperatlas`, and stands outside of it.",
    hint="Put it below `- paperatlas:` in `plugins`, with four more blanks before it than the `-` has.",
)

RULES = rules_in(globals())
