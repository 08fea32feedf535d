"""What can be wrong when entries and notes are put together."""

from __future__ import annotations

from paperatlas.diagnostics.problem import DID_YOU_MEAN, Rule, Wording, rules_in

DUPLICATE_KEY = Rule(
    code="KEY001",
    name="duplicate-key",
    severity="error",
    summary="Two entries have the same citation key.",
    explanation="Notes cite a paper by its key, and the key is part of the page's address, so it must be unique. "
    "The first entry is used; the second is left out of the site until it has another key.",
    example="@online{ddpm, …}\n@inproceedings{ddpm, …}",
    remedy="@online{ddpm-preprint, …}\n@inproceedings{ddpm, …}",
    message="The key '{key}' is already used by the entry at {at}.",
    hint="Give one of them another key, or remove it.",
    label="first defined here",
)
TAKEN_ALIAS = Rule(
    code="KEY004",
    name="taken-alias",
    severity="error",
    summary="A former name, in `ids` of an entry or `aliases` of a direction, is that of something else.",
    explanation="Under its former name a page leads to its new address. A name that another page has, or had as well, "
    "can do that only for one of them: a page that exists wins, and of two former names the first.",
    example="@online{ddpm, …}\n@online{fastdpm, ids = {ddpm}, …}",
    remedy="@online{ddpm, …}\n@online{fastdpm, …}",
    message="'{name}' is the key of another entry, or the name of a page.",
    hint="Remove it, unless the other one is to have another name.",
    label="already here",
    variants={
        "direction": Wording("'{name}' is the name of another direction or page."),
        "twice": Wording("'{name}' is also the former name of something else."),
        "blank": Wording("'{name}' was no citation key: it has a blank.", "Put commas between keys: `{names}`."),
        "no-name": Wording("'{name}' cannot have been the name of a direction.", "Write what its file was called."),
    },
)
UNKNOWN_DIRECTION = Rule(
    code="DIR001",
    name="unknown-direction",
    severity="error",
    summary="A keyword `direction/group` names a direction that has no note.",
    explanation="A direction is a note in the folder of directions. The paper has a page, but this keyword does "
    "not put it in a direction.",
    example="keywords = {difusion/models}",
    remedy="keywords = {diffusion/models}",
    message="There is no direction '{direction}'.",
    hint="Add a note for it with `paperatlas new direction {direction}`, or write the keyword without a slash.",
)
UNKNOWN_GROUP = Rule(
    code="DIR002",
    name="unknown-group",
    severity="error",
    summary="A keyword names a group that its direction does not have.",
    explanation="Groups are listed in the front matter of the direction's note. The paper is shown at the end of "
    "the direction, outside its groups.",
    example="keywords = {diffusion/modles}",
    remedy="keywords = {diffusion/models}",
    message="The direction '{direction}' has no group '{group}'.",
    hint="Its groups: {known}. Add new groups to the front matter of its note, in each language.",
    variants={"separator": Wording(hint="Put commas between keywords: `{keywords}`.")},
)
UNKNOWN_RELATED = Rule(
    code="DIR003",
    name="unknown-related-direction",
    severity="error",
    summary="A note names a related direction that does not exist, or itself.",
    explanation="The name is left out of the list of related directions.",
    message="There is no direction '{direction}'.",
    hint="Remove it, or add a note for it.",
    variants={"itself": Wording("The direction '{direction}' is related to itself.", "Remove it.")},
)
NO_DIRECTION = Rule(
    code="DIR004",
    name="no-direction",
    severity="info",
    summary="A paper is in no direction, though the site has some.",
    explanation="It has a page and is in the list of all papers, but readers of a direction do not see it.",
    example="keywords = {generative models}",
    remedy="keywords = {diffusion/models, generative models}",
    message="'{key}' is in no direction.",
    hint="Add `keywords = {{direction/group}}` to the entry.",
    variants={
        "meant": Wording(hint="Did you mean the keyword '{meant}' instead of '{keyword}'?"),
        "several": Wording(
            "{count} papers are in no direction, '{key}' among them.",
            "Add `keywords = {{direction/group}}` to their entries.",
        ),
    },
)
MISTYPED_MARK = Rule(
    code="DIR005",
    name="mistyped-mark",
    severity="warning",
    summary="A keyword differs by one letter from one that the site marks papers by.",
    explanation="The option `marks` names keywords that are told beside each paper that has them. This one is read as "
    "any other.",
    example="keywords = {diffusion/models, named-in-artcle}",
    remedy="keywords = {diffusion/models, named-in-article}",
    message="The keyword '{keyword}' seems to be a mistyped '{mark}'.",
    hint="Write '{mark}'.",
)
UNKNOWN_TARGET = Rule(
    code="REL001",
    name="unknown-target",
    severity="error",
    summary="A relation points to a key that no entry has.",
    explanation="The relation is left out.",
    example="extends = {dppm}",
    remedy="extends = {ddpm}",
    message="No entry has the key '{key}'.",
    hint="Add the paper to the library, or remove the key.",
    variants={
        "separator": Wording(hint="Put commas between keys: `{keys}`."),
        "signs": Wording(hint="Write the key alone, `{bare}`: `@` and brackets belong into notes."),
    },
)
SELF_RELATION = Rule(
    code="REL002",
    name="self-relation",
    severity="error",
    summary="A paper has a relation to itself.",
    explanation="The relation is left out.",
    message="'{key}' has a relation to itself.",
    hint="Remove it.",
)
REPEATED_RELATION = Rule(
    code="REL003",
    name="repeated-relation",
    severity="warning",
    summary="A relation is listed twice.",
    explanation="It counts once.",
    example="extends = {ddpm, ddpm}",
    remedy="extends = {ddpm}",
    message="'{key}' is already listed.",
    hint="Remove one of them.",
    label="first listed here",
)
STRAY_EVIDENCE = Rule(
    code="REL004",
    name="stray-evidence",
    severity="warning",
    summary="The evidence explains a relation that the entry does not state.",
    explanation="`evidence` is a sequence of `[key] reason` or `[type key] reason`, one for each relation. The "
    "text is not shown.",
    example="extends  = {ddpm},\nevidence = {[dppm] It keeps the forward process.}",
    remedy="extends  = {ddpm},\nevidence = {[ddpm] It keeps the forward process.}",
    message="'{name}' explains a relation to '{key}' that the entry does not state.",
    hint="Add the relation, for example `uses = {{{key}}}`, or remove the evidence.",
    variants={
        "typed": Wording("'{name}' explains a relation '{type}' to '{key}' that the entry does not state."),
        "near-typed": Wording(
            "'{name}' explains a relation '{type}' to '{key}' that the entry does not state.", DID_YOU_MEAN
        ),
        "other-type": Wording(
            "'{name}' explains a relation '{type}' to '{key}' that the entry does not state.",
            "The entry's relation to '{key}' is '{stated}'.",
        ),
        "no-type": Wording(
            "'{name}' explains a relation '{type}', which is no relation type.", "Write one of {types}."
        ),
    },
)
UNREAD_EVIDENCE = Rule(
    code="REL007",
    name="unread-evidence",
    severity="warning",
    summary="A reason does not say which relation it explains.",
    explanation="`evidence` is a sequence of `[key] reason` or `[type key] reason`, one for each relation. Text "
    "without a key in brackets before it is not shown.",
    example="extends  = {ddpm},\nevidence = {It keeps the forward process.}",
    remedy="extends  = {ddpm},\nevidence = {[ddpm] It keeps the forward process.}",
    message="'{name}' does not say which relation it explains: “{text}”.",
    hint="Write the key in brackets before each reason: `[KEY] It keeps …`.",
    variants={"sign": Wording(hint="Write `[` and `]` around the key: '{sign}' is another character.")},
)
CIRCULAR_EXTENDS = Rule(
    code="REL008",
    name="circular-extends",
    severity="warning",
    summary="Papers extend each other in a circle.",
    explanation="A paper extends earlier work, so one of these relations points the wrong way, or is none. "
    "All are shown.",
    example="@online{ddpm, extends = {ddim}}\n@online{ddim, extends = {ddpm}}",
    remedy="@online{ddpm}\n@online{ddim, extends = {ddpm}}",
    message="Papers extend each other in a circle: '{keys}'.",
    hint="Remove `extends` from the older paper, or state another relation, such as `compares`.",
    label="another relation of the circle",
)
UNKNOWN_RELATED_TYPE = Rule(
    code="REL005",
    name="unknown-related-type",
    severity="warning",
    summary="A `relatedtype` is neither one of BibLaTeX's nor a relation type of the site.",
    explanation="The entries in `related` are shown as related, without saying how.",
    example="related     = {ddpm-zh},\nrelatedtype = {translatedas}",
    remedy="related     = {ddpm-zh},\nrelatedtype = {translationas}",
    message="'{type}' is not a relation type.",
    hint="If the works are simply related, remove `relatedtype`.",
)
UNKNOWN_CITATION = Rule(
    code="CIT001",
    name="unknown-citation",
    severity="error",
    summary="A page cites a key that no entry has.",
    explanation="The citation is shown as written, without a link.",
    example="… as in [@dppm].",
    remedy="… as in [@ddpm].",
    message="No entry has the key '{key}'.",
    hint="Add the paper to the library, or correct the key.",
    variants={
        "mistyped": Wording(
            "No entry has the key '{key}', but one has '{near}'.",
            "Correct the key; if it is the name of an account, put a backslash before the `@`.",
        ),
        "touching": Wording(
            "The text behind '@{meant}' is read as a part of the key.",
            "Write `[@{meant}]`, or `@{{{meant}}}` in a sentence.",
        ),
    },
)
UNMARKED_CITATION = Rule(
    code="CIT008",
    name="unmarked-citation",
    severity="warning",
    summary="Keys of entries stand in brackets without an `@` of their own, or with full-width signs.",
    explanation="It is no citation, and the page shows it as written: a citation stands in `[` and `]`, has `@` before "
    "each key and `;` between two, all of them half-width. Words in brackets that are no keys are left alone.",
    example="… as in [ddpm] and ［@ddim］.",
    remedy="… as in [@ddpm] and [@ddim].",
    message="'{text}' is not a citation.",
    hint="Write `{written}`; if the brackets are meant as they are, put a backslash before the first.",
    variants={
        "around": Wording(
            "'{text}' is a citation in a sentence, whose year gets brackets of its own within these.",
            "Write `{written}`; if the brackets are meant as they are, put a backslash before the first.",
        ),
        "open": Wording("The bracket of '{text}' is not closed.", "Write `{written}`."),
    },
)
LOST_ENTRY = Rule(
    code="LIB001",
    name="lost-entry",
    severity="error",
    summary="A library file contains more entries than the site shows.",
    explanation="PaperAtlas counts the beginnings of entries separately and compares the number with the papers on "
    "the site, so that no entry is lost unnoticed. The other problems of the file say which entries "
    "are missing and why.",
    message="Of the entries of this file, {shown} are on the site; it contains {starts}.",
    hint="The other problems of this file say which ones are missing.",
)
NO_LIBRARY = Rule(
    code="LIB002",
    name="no-library",
    severity="error",
    summary="There is no .bib file at the path that the site's options name.",
    explanation="The site is built without papers.",
    message="'{name}' does not exist.",
    hint="Put your .bib files there, or set the plugin's option `bib` to their path.",
    variants={
        "absent": Wording(),
        "empty": Wording("'{name}' contains no .bib file."),
        "pattern": Wording("No file fits the pattern '{name}'."),
    },
)
MISNAMED_FILE = Rule(
    code="LIB003",
    name="misnamed-file",
    severity="warning",
    summary="A file of the library or a note is not read, because its name ends otherwise.",
    explanation="Of a folder, files are read whose names end with `.bib`, in small letters, and below `results` with "
    "`.csv`; pages end with `.md`. Some systems hide the end of a name, so that a file is called `papers.bib.txt` "
    "unseen.",
    message="'{file}' is not read: its name does not end with '{suffix}'.",
    hint="Rename it to '{name}'.",
    variants={
        "table": Wording(
            "'{file}' is not read: tables of results are text files whose names end with '.csv'.",
            "Save the table as CSV (UTF-8) with the program that wrote it, and put that file in its place.",
        ),
        "format": Wording(
            "'{file}' is not read: the library's files are BibTeX, and their names end with '.bib'.",
            "Add its entries with `paperatlas import {path} --into-library`, then remove it.",
        ),
        "note": Wording("'{file}' is not read as a page: names of pages end with '.md'.", "Rename it to '{name}'."),
        "document": Wording(
            "'{file}' is not read as a note: notes are Markdown, and their names end with '.md'.",
            "Write its text as Markdown in '{name}', and remove it from here.",
        ),
        "among-pages": Wording(
            "'{file}' is not read: it stands in the folder of the pages, not in that of the library.",
            "Move it into the folder that the option `bib` names, or link a page to it if readers are to have it.",
        ),
    },
)
LOST_FILE = Rule(
    code="LIB004",
    name="lost-file",
    severity="error",
    summary="A file of the library holds no entry, and keys are used that no entry has.",
    explanation="The keys are probably those of its entries: the file is empty, damaged, not to be opened, or its name "
    "ends otherwise. As long as that is so, it is told in place of each key that no entry has.",
    message="Nothing is read of '{file}', and {count} keys are used that no entry has, '{key}' among them.",
    hint="Look at this file first; what is wrong elsewhere is told when its entries are read.",
    label="such a key",
)

RULES = rules_in(globals())
