"""What can be wrong with a library as a whole, or with an entry for what it claims to be."""

from __future__ import annotations

from paperatlas.diagnostics.problem import Rule, Wording, rules_in

KEYS_BUT_FOR_CASE = Rule(
    code="KEY002",
    name="keys-but-for-case",
    severity="warning",
    summary="Two citation keys differ only in the case of their letters.",
    explanation="BibTeX treats them as one key, and so do file systems that ignore case. Both papers are on the "
    "site, but the address of the second one's page differs from its key.",
    example="@book{Lovelace1843, …}\n@article{lovelace1843, …}",
    remedy="@book{lovelace1843-book, …}\n@article{lovelace1843, …}",
    message="The key '{key}' differs only in case from '{other}' at {at}.",
    hint="Give one of them another key.",
    label="'{other}' is here",
)
KEY_NOT_FOR_BIBTEX = Rule(
    code="KEY003",
    name="key-not-for-bibtex",
    severity="info",
    summary="A citation key has characters that BibTeX and Biber do not read in one.",
    explanation="Blanks, quotation marks, braces, brackets and the signs `# % = ~ \\` end a key, or end LaTeX's run "
    "where it is cited. The exported BibTeX has a key without them. Reported once for each file.",
    example="@misc{o'brien#1, …}",
    remedy="@misc{obrien1, …}",
    message="The key '{key}' cannot stand in BibTeX; it is exported as '{written}'.",
    hint="Give the entry another key.",
    label="and this key",
    variants={
        "several": Wording(
            "{count} keys of this file cannot stand in BibTeX; '{key}' is exported as '{written}', the others alike.",
            "Give the entries other keys.",
        ),
    },
)
SAME_DOI = Rule(
    code="DUP001",
    name="same-doi",
    severity="warning",
    summary="Two entries have the same DOI.",
    explanation="A DOI identifies one work. Either the work is in the library twice, and its citations, notes and "
    "relations are split between two pages, or one of the DOIs is wrong. Entries that name each other "
    "in `related` or in a relation are treated as different works.",
    example="@article{turing1936, doi = {10.1112/plms/s2-42.1.230}, …}\n"
    "@article{computable, doi = {10.1112/PLMS/S2-42.1.230}, …}",
    remedy="@article{turing1936, doi = {10.1112/plms/s2-42.1.230}, …}",
    message="'{key}' has the same DOI as '{other}' at {at}.",
    hint="Remove one of them. If they are different works, write `related = {{{other}}}`.",
    label="'{other}' is here",
)
SAME_ARXIV = Rule(
    code="DUP002",
    name="same-arxiv-id",
    severity="warning",
    summary="Two entries have the same arXiv identifier.",
    explanation="Most often these are a preprint and the paper that was published later. One entry can describe "
    "both: the published paper, with the preprint's identifier in `eprint`. Versions (`v2`) make no "
    "difference.",
    example="@online{ddpm-preprint, eprint = {2006.11239}, …}\n@inproceedings{ddpm, eprint = {2006.11239v2}, …}",
    remedy="@inproceedings{ddpm, eprint = {2006.11239}, …}",
    message="'{key}' has the same arXiv identifier as '{other}' at {at}.",
    hint="Remove one of them. If they are different works, write `related = {{{other}}}`.",
    label="'{other}' is here",
)
SAME_TITLE = Rule(
    code="DUP003",
    name="same-title",
    severity="warning",
    summary="Two entries have the same first author and the same title, or titles that differ by a typing error.",
    explanation="Case, punctuation, accents, hyphens and a leading article make no difference, nor does one "
    "mistyped letter in a long word. Entries with different DOIs, arXiv identifiers, volumes, "
    "editions, parts or versions are treated as different works, and so are entries that name each "
    "other in `related` or in a relation.",
    example="title = {Deep Residual Learning for Image Recognition}\n"
    "title = {Deep residual learning for image recogniton.}",
    remedy="title = {Deep Residual Learning for Image Recognition}",
    message="'{key}' has the same title as '{other}' at {at}.",
    hint="Remove one of them. If they are different works, write `related = {{{other}}}`.",
    label="'{other}' is here",
    variants={
        "nearly": Wording("'{key}' has nearly the same title as '{other}' at {at}."),
    },
)
SHARED_METHOD = Rule(
    code="MET001",
    name="shared-method-name",
    severity="warning",
    summary="Two papers have the same method name (`shorttitle`).",
    explanation="Lists, graphs and relations show a paper by its method name, so readers could not tell the two "
    "apart. Papers that name each other in `related` or in a relation may share a name.",
    example="shorttitle = {DPT}\nshorttitle = {DPT}",
    remedy="shorttitle = {DPT}\nshorttitle = {DPT (depth)}",
    message="'{method}' is also the method name of '{other}' at {at}.",
    hint="Make the two different in `shorttitle`, or name the other paper in `related`.",
    label="'{other}' is here",
)
MISSING_FIELD = Rule(
    code="REQ001",
    name="missing-field",
    severity="warning",
    summary="The entry lacks a field that its type requires.",
    explanation="The required fields are those of BibLaTeX's data model, with the alternatives it allows: `date` "
    "or `year`, `author` or `editor` of a book, `url`, `doi` or `eprint` of something online. "
    "Inherited fields count. Without the field the reference is incomplete.",
    example="@inproceedings{ddpm,\n  author = {Ho, Jonathan},\n  title = {Denoising Diffusion Probabilistic Models},\n"
    "  date = {2020},\n}",
    remedy="@inproceedings{ddpm,\n  author = {Ho, Jonathan},\n  title = {Denoising Diffusion Probabilistic Models},\n"
    "  booktitle = {Advances in Neural Information Processing Systems},\n  date = {2020},\n}",
    message="The {type} '{key}' has no {fields}.",
    hint="Add it, or choose the entry type that fits the work.",
    variants={
        "mistyped": Wording(hint="Did you mean '{near}' instead of '{name}'?"),
    },
)
UNKNOWN_TYPE = Rule(
    code="TYP001",
    name="unknown-type",
    severity="warning",
    summary="BibTeX and BibLaTeX do not know this entry type.",
    explanation="PaperAtlas shows the entry anyway; other programs treat it as `misc`, or leave it out.",
    example="@inproceeding{ddpm, …}",
    remedy="@inproceedings{ddpm, …}",
    message="'{type}' is not a known entry type.",
    hint="Use `misc`, or the type that fits best.",
)
MISTYPED_FIELD = Rule(
    code="FLD001",
    name="mistyped-field",
    severity="warning",
    summary="The name of a field seems to be mistyped.",
    explanation="An entry may have fields of any name, but this name differs by one letter from that of a known "
    "field. Most likely the known field is meant, which is not shown.",
    example="auhtor = {Lovelace, Ada}",
    remedy="author = {Lovelace, Ada}",
    message="'{name}' seems to be a mistyped '{meant}'.",
    hint="Write '{meant}'.",
    variants={
        "there": Wording(hint="The entry already has '{meant}'; remove or rename this field."),
    },
)
MISTYPED_LANGUAGE = Rule(
    code="FLD004",
    name="mistyped-language",
    severity="warning",
    summary="`langid` differs by one letter from the name of a language.",
    explanation="The language decides how a title is read, sorted and exported. One that is not known is ignored.",
    example="langid = {englsh}",
    remedy="langid = {english}",
    message="'{value}' seems to be a mistyped '{meant}'.",
    hint="Write '{meant}'.",
)
UNKNOWN_CODE_TYPE = Rule(
    code="FLD003",
    name="unknown-code-type",
    severity="warning",
    summary="`codetype` is neither `official` nor `unofficial`.",
    explanation="It says whether the code is by the authors. With any other value the code is shown as theirs.",
    example="codetype = {inofficial}",
    remedy="codetype = {unofficial}",
    message="'{value}' does not say whether the code is by the authors.",
    hint="Write one of {known}.",
)
UNPUBLISHED_FIELD = Rule(
    code="FLD002",
    name="unpublished-field",
    severity="info",
    summary="A field of the library is not published.",
    explanation="Only fields that describe a work are on pages, in exports and in the search index. Files on your "
    "disk, remarks to yourself (`annote`), groups, owners, dates of editing and fields of unknown names stay in the "
    "library; so does an address that leads to a file on your disk. Reported once for each file, with the names and "
    "how many entries have each.",
    example="file = {/home/ada/papers/engine.pdf},\nannote = {Do not cite.}",
    message="A field is not published: {names}.",
    hint="To publish it, add '{name}' to the option `publish_fields`.",
    label="also here",
    variants={
        "several": Wording(
            "{count} fields are not published: {names}.", "To publish one, add its name to the option `publish_fields`."
        ),
    },
)
UNKNOWN_RELATION_FIELD = Rule(
    code="REL006",
    name="unknown-relation-field",
    severity="warning",
    summary="A field of an unknown name lists citation keys, as if it were a relation.",
    explanation="Relations are fields whose names are the relation types of the site. This one is none of them, so "
    "what it states is not shown. Reported once for each name.",
    example="speedsup = {ddpm}",
    remedy="accelerates = {ddpm}",
    message="'{name}' lists citation keys, but is no relation type.",
    hint="The types are {types}; `relation_types` in the site's configuration adds one.",
    label="also here",
)
OTHER_GROUPS = Rule(
    code="NOT020",
    name="other-groups",
    severity="warning",
    summary="A note has a group that its version in another language does not have.",
    explanation="Each language shows the groups of its own note, so in the other one papers of this group are in none.",
    example="# diffusion.md:    groups: [{slug: models, title: 模型}]\n# diffusion.en.md: groups: []",
    remedy="# diffusion.md:    groups: [{slug: models, title: 模型}]\n"
    "# diffusion.en.md: groups: [{slug: models, title: Models}]",
    message="The note has the group '{group}', which its version in '{file}' does not have.",
    hint="Add the group there as well, with its title in that language, or remove it here.",
    variants={"near": Wording(hint="There it is '{meant}': write the same slug in both.")},
)
UNKNOWN_REFERENCE = Rule(
    code="REF001",
    name="unknown-reference",
    severity="warning",
    summary="`related`, `xref` or `entryset` names a key that no entry has.",
    explanation="Nothing is shown for it.",
    example="related = {dppm}",
    remedy="related = {ddpm}",
    message="No entry has the key '{key}'.",
    hint="Add the entry, or remove the key.",
)
UNFINISHED_ABSTRACT = Rule(
    code="ABS003",
    name="unfinished-abstract",
    severity="info",
    summary="An abstract ends without a full stop.",
    explanation="Most likely its end was lost when it was copied or cut. Question marks, dots, formulas, addresses and "
    "the lines that publishers add (“© 1843 …”, “Keywords: …”) may end an abstract as well.",
    example="abstract = {The engine weaves algebraic patterns, just as},",
    remedy="abstract = {The engine weaves algebraic patterns, just as the loom weaves flowers and leaves.},",
    message="The field '{name}' of '{key}' ends without a full stop: “… {end}”.",
    hint="Complete the last sentence.",
)
UNREADABLE_ENTRY_FORMULA = Rule(
    code="TEX008",
    name="unreadable-entry-formula",
    severity="info",
    summary="A formula of the library cannot be read.",
    explanation="Pages set formulas without a script. This one has a command that is not known, or its braces and "
    "arguments do not fit. It is shown as it is written. An unknown command is reported once for each file.",
    example="title = {Sorting in $\\bigoh{n}$ Steps}",
    remedy="title = {Sorting in $\\mathcal{O}(n)$ Steps}",
    message="The formula '{source}' in the field '{name}' cannot be read.",
    hint="Check its braces, and that each command has its arguments.",
    variants={
        "command": Wording(
            "The formula '{source}' in the field '{name}' cannot be read: '{command}' is not known in formulas.",
            "Write it with other commands.",
        ),
    },
)

RULES = rules_in(globals())
