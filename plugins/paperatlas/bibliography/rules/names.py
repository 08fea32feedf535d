"""The rules of names."""

from __future__ import annotations

from paperatlas.diagnostics.problem import Rule, Wording

EMPTY_NAME = Rule(
    "NAM001",
    "empty-name",
    "warning",
    "A name in this list is empty.",
    "Two `and` follow each other, or one is at the beginning or end of the list. The empty name is skipped.",
    "author = {Ada Lovelace and and Alan Turing}",
    "author = {Ada Lovelace and Alan Turing}",
    message="A name in this list is empty.",
    hint="Remove one 'and'.",
    variants={
        "parts": Wording("'{name}' contains no name.", "Add given= and family=."),
        "nobody": Wording(
            "'{name}' is nobody's name; it is skipped.", "Remove it: references without an author begin with the title."
        ),
        "letters": Wording("The name '{name}' has no letters; it is skipped.", "Write the name, or remove it."),
    },
)
TOO_MANY_COMMAS = Rule(
    "NAM002",
    "too-many-commas",
    "warning",
    "A name has more than two commas.",
    "A name is `First von Last`, `von Last, First` or `von Last, Jr, First`. The text after the third "
    "comma is read as given names.",
    "author = {Lovelace, Ada, King, Byron}",
    "author = {Lovelace, Ada King Byron}",
    message="The name '{name}' has {count} commas.",
    hint="Write it as 'von Last, Jr, First'.",
    variants={"people": Wording(hint="If these are several people, put 'and' between them: '{people}'.")},
)
COMMA_SEPARATED = Rule(
    "NAM003",
    "comma-separated-names",
    "error",
    "The names seem to be separated by commas.",
    "Names are separated by `and`. PaperAtlas reads them as several people.",
    "author = {Lovelace, A., Turing, A.}",
    "author = {Lovelace, A. and Turing, A.}",
    message="The names seem to be separated by commas.",
    hint="Separate them by 'and'.",
)
ET_AL = Rule(
    "NAM004",
    "et-al",
    "warning",
    "Words for those who are not named (`et al.`, `others,`, `等`) are written as a name.",
    "They are read as `and others`, which ends the list.",
    "author = {Ada Lovelace and et al.}",
    "author = {Ada Lovelace and others}",
    message="'{text}' is written as a name.",
    hint="Write 'and others'.",
)
WRONG_SEPARATOR = Rule(
    "NAM005",
    "wrong-separator",
    "error",
    "The names are separated by `;`, `&` or another sign.",
    "Names are separated by `and`. PaperAtlas reads them as several people.",
    "author = {Lovelace, Ada; Turing, Alan}",
    "author = {Lovelace, Ada and Turing, Alan}",
    message="The names are separated by '{separator}'.",
    hint="Separate them by 'and'.",
    variants={
        "blanks": Wording("The names are separated by blanks."),
        "and": Wording("A blank is missing before an 'and'.", "Write a blank before it."),
    },
)
UNKNOWN_NAME_PART = Rule(
    "NAM006",
    "unknown-name-part",
    "warning",
    "This is not a part of a name in BibLaTeX.",
    "The parts are `given`, `family`, `prefix` and `suffix`, each also with `-i` for initials. This one is skipped.",
    "author = {given=Ada, famly=Lovelace}",
    "author = {given=Ada, family=Lovelace}",
    message="'{name}' is not a part of a name in BibLaTeX.",
    hint="Use given, family, prefix or suffix.",
)
MARK_IN_NAME = Rule(
    "NAM007",
    "mark-in-name",
    "warning",
    "A name has a mark beside it: an asterisk, the number of an address, a degree, a role, an e-mail address.",
    "PaperAtlas reads the name without it. Other programs would show it, and file the person twice.",
    "author = {Ada Lovelace* and Alan Turing\\textsuperscript{1}}",
    "author = {Ada Lovelace and Alan Turing}",
    message="'{text}' has a mark that is not a part of the name.",
    hint="Write '{name}'.",
)
INITIALS_LAST = Rule(
    "NAM008",
    "initials-last",
    "warning",
    "The initials come last, as in PubMed, without a comma.",
    "BibTeX takes the last word for the family name. PaperAtlas reads it as the initials if they have full "
    "stops, or if every name of the list has this form.",
    "author = {Kovar N and Stone KR}",
    "author = {Kovar, N and Stone, KR}",
    message="The names end with their initials: '{text}'.",
    hint="Write '{name}'.",
)
MISPLACED_SUFFIX = Rule(
    "NAM009",
    "misplaced-suffix",
    "warning",
    "The suffix of a name (`Jr.`, `III`) is where BibTeX takes it for a part of another.",
    "BibTeX knows a suffix in the form `von Last, Jr, First` only. PaperAtlas reads it as the suffix.",
    "author = {Martin Luther King Jr.}",
    "author = {King, Jr., Martin Luther}",
    message="'{suffix}' is the suffix of a name, but BibTeX does not read it as one.",
    hint="Write '{name}'.",
)
GROUP_AS_PERSON = Rule(
    "NAM010",
    "group-as-person",
    "warning",
    "A group is written like a person.",
    "BibTeX takes its last word for a family name, and styles shorten the others to initials. PaperAtlas reads it as a "
    "whole.",
    "author = {ATLAS Collaboration and Team, Gemini}",
    "author = {{ATLAS Collaboration} and {Gemini Team}}",
    message="'{name}' is a group, but BibTeX reads it as a person.",
    hint="Write it in braces: {{{name}}}.",
    variants={"and": Wording("'{name}' is one group, but BibTeX reads two people: its name has an 'and'.")},
)
PERSON_AS_GROUP = Rule(
    "NAM011",
    "person-as-group",
    "warning",
    "A person, or a whole list of people, is in braces like a group.",
    "Braces around a name hold it together: BibTeX takes it for the name of a group, and so does PaperAtlas. It has no "
    "given name, is sorted as it stands, and stands beside the same person in the index. A list of several people in "
    "braces is read as these people.",
    "author = {{Lovelace, Ada}}",
    "author = {Lovelace, Ada}",
    message="'{name}' is in braces, and so one group.",
    hint="Remove the inner braces if this is a person.",
    variants={
        "list": Wording("'{name}' is in braces, which make one group of several people.", "Remove the inner braces."),
    },
)
MAY_BE_TWO = Rule(
    "NAM012",
    "may-be-two-people",
    "info",
    "One name may be two people's.",
    "What stands before the comma is the family name, and PaperAtlas reads it so. A family name of two words with a "
    "given name of two words is rare; two people without an `and` between them look the same.",
    "author = {Kovar Stone, Barr Mace}",
    "author = {Kovar Stone and Barr Mace}",
    message="'{name}' is read as one person: the family name is '{family}'.",
    hint="If these are two people, write 'and' instead of the comma.",
)
