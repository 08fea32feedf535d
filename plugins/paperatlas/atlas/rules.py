"""What can be wrong when entries and notes are put together."""

from __future__ import annotations

from paperatlas.diagnostics.problem import DID_YOU_MEAN, Rule, Wording, rules_in

DUPLICATE_KEY = Rule(
    code="KEY001",
    name="duplicate-key",
    severity="error",
    summary="Two entries have the same citation key.",
    explanation="A key is a paper's address and what notes cite, so it can name one entry only. The first entry "
    "stands; the second is left out of the site until it has a key of its own.",
    example="@online{ddpm, …}\n@inproceedings{ddpm, …}",
    remedy="@online{ddpm-preprint, …}\n@inproceedings{ddpm, …}",
    message="The key '{key}' is that of the entry at {at} already.",
    hint="Give one of them another key, or remove it.",
    label="first defined here",
)
UNKNOWN_DIRECTION = Rule(
    code="DIR001",
    name="unknown-direction",
    severity="error",
    summary="A keyword `direction/group` names a direction that has no note.",
    explanation="A direction is a note in the folder of directions. The paper has its page, but is in no direction "
    "by this keyword.",
    example="keywords = {difusion/models}",
    remedy="keywords = {diffusion/models}",
    message="There is no direction '{direction}'.",
    hint="Add its note, or write the keyword without a slash.",
)
UNKNOWN_GROUP = Rule(
    code="DIR002",
    name="unknown-group",
    severity="error",
    summary="A keyword names a group that its direction does not have.",
    explanation="Groups are listed in the front matter of the direction's note. The paper stands at the end of the "
    "direction, outside its groups.",
    example="keywords = {diffusion/modles}",
    remedy="keywords = {diffusion/models}",
    message="The direction '{direction}' has no group '{group}'.",
    hint="It has {known}; a new one goes into its note.",
)
UNKNOWN_RELATED = Rule(
    code="DIR003",
    name="unknown-related-direction",
    severity="error",
    summary="A note names a related direction that does not exist.",
    explanation="The name is left out of the list of related directions.",
    message="There is no direction '{direction}'.",
    hint="Remove it, or add its note.",
)
NO_DIRECTION = Rule(
    code="DIR004",
    name="no-direction",
    severity="info",
    summary="A paper is in no direction, though the site has some.",
    explanation="It has its page and stands in the list of all papers, where readers of a direction will not see it.",
    example="keywords = {generative models}",
    remedy="keywords = {diffusion/models, generative models}",
    message="'{key}' is in no direction.",
    hint="Add `keywords = {{direction/group}}` to the entry.",
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
    summary="A relation is stated twice.",
    explanation="It counts once.",
    example="extends = {ddpm, ddpm}",
    remedy="extends = {ddpm}",
    message="'{key}' is there already.",
    hint="Remove one of them.",
    label="first stated here",
)
STRAY_EVIDENCE = Rule(
    code="REL004",
    name="stray-evidence",
    severity="warning",
    summary="The evidence explains a relation that the entry does not state.",
    explanation="`evidence` is a run of `[key] why` or `[type key] why`, one for each relation. The text is not shown.",
    example="extends  = {ddpm},\nevidence = {[dppm] It keeps the forward process.}",
    remedy="extends  = {ddpm},\nevidence = {[ddpm] It keeps the forward process.}",
    message="'{name}' explains a relation to '{key}' that the entry does not state.",
    hint="Add the relation, or drop the line.",
    variants={
        "typed": Wording("'{name}' explains a relation '{type}' to '{key}' that the entry does not state."),
        "near-typed": Wording(
            "'{name}' explains a relation '{type}' to '{key}' that the entry does not state.", DID_YOU_MEAN
        ),
    },
)
UNKNOWN_RELATED_TYPE = Rule(
    code="REL005",
    name="unknown-related-type",
    severity="warning",
    summary="A `relatedtype` is neither one of BibLaTeX's nor a relation type of the site.",
    explanation="The entries in `related` are shown as related, without saying how.",
    example="related     = {ddpm-zh},\nrelatedtype = {translatedas}",
    remedy="related     = {ddpm-zh},\nrelatedtype = {translationas}",
    message="There is no type '{type}'.",
    hint="Leave `relatedtype` out for works that are just related.",
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
)
LOST_ENTRY = Rule(
    code="LIB001",
    name="lost-entry",
    severity="error",
    summary="A library file holds more entries than the site shows.",
    explanation="The beginnings of entries are counted apart from the reader, and compared at every build with the "
    "papers on the site, so that nothing is dropped in silence. The other problems of the file say which entries "
    "are missing and why.",
    message="{starts} entries begin in this file, but {shown} of them are on the site.",
    hint="The other problems of this file say which ones are missing.",
)
NO_LIBRARY = Rule(
    code="LIB002",
    name="no-library",
    severity="error",
    summary="There is no .bib file where the site's options say.",
    explanation="The site is built without papers.",
    message="'{name}' does not exist.",
    hint="Put your .bib files there, or set the plugin's option `bib` to where they are.",
    variants={
        "empty": Wording("'{name}' holds no .bib file."),
    },
)

RULES = rules_in(globals())
