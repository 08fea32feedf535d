"""The rules of syntax: entries, fields, braces and commas."""

from __future__ import annotations

from paperatlas.diagnostics.problem import Rule, Wording

UNREADABLE_FILE = Rule(
    "SYN001",
    "unreadable-file",
    "error",
    "The file cannot be opened.",
    "A library file named in the configuration is missing, is a folder, or may not be read. PaperAtlas "
    "reads the other files.",
    message="The library file '{file}' cannot be opened: {reason}.",
    hint="Correct the path, or make the file readable.",
    variants={
        "folder": Wording("The folder '{file}' of the library cannot be opened: {reason}.", "Make it readable."),
    },
)
BROKEN_ENTRY = Rule(
    "SYN002",
    "broken-entry",
    "error",
    "An entry begins here, but it cannot be read.",
    "PaperAtlas found neither a citation key nor a field, so this entry is missing from the site. The "
    "entries around it are not affected.",
    "@article{",
    "@article{lovelace1843,\n  title = {Notes},\n}",
    message="An entry begins here, but it cannot be read.",
    hint="Write @type{{key, name = {{value}}, …}}.",
)
MISSING_COMMA = Rule(
    "SYN003",
    "missing-comma",
    "error",
    "A comma is missing before this field.",
    "Other programs join the field to the one before, or drop it. PaperAtlas reads both fields, "
    "because the next `name =` shows where the value before it ends.",
    "@book{a,\n  title = {One}\n  year = {2020},\n}",
    "@book{a,\n  title = {One},\n  year = {2020},\n}",
    message="A comma is missing between '{name}' and '{following}'.",
    hint="Add a comma before '{following}'.",
    variants={
        "key": Wording("A comma is missing after the citation key '{key}'.", "Add a comma after the key."),
        "full-width": Wording(
            "A comma is missing after the citation key '{key}': '{sign}' is a full-width character.",
            "Write ',' instead.",
        ),
    },
)
UNCLOSED_BRACE = Rule(
    "SYN004",
    "unclosed-brace",
    "error",
    "An opening brace is never closed.",
    "Everything after it would belong to the value. PaperAtlas ends the value before the next line that looks like "
    "a field, and the entry before the next entry, so only this value may be incomplete.",
    "@book{a,\n  title = {One,\n  year = {2020},\n}",
    "@book{a,\n  title = {One},\n  year = {2020},\n}",
    message="The opening brace of '{name}' is never closed.",
    hint="Add '}}' where the value ends.",
    variants={
        "entry": Wording("The entry is never closed.", "Add '{closer}' after its last field."),
        "block": Wording("This @{kind} is never closed.", "Add its closing brace."),
    },
)
STRAY_BRACE = Rule(
    "SYN005",
    "stray-brace",
    "error",
    "A closing brace has no opening brace.",
    "Other readers end the entry there and lose the fields that follow. PaperAtlas skips the brace when "
    "fields follow it.",
    "@book{a,\n  title = {One}},\n  year = {2020},\n}",
    "@book{a,\n  title = {One},\n  year = {2020},\n}",
    message="This closing brace has no opening brace.",
    hint="Remove it.",
)
UNCLOSED_QUOTE = Rule(
    "SYN006",
    "unclosed-quote",
    "error",
    "A quotation mark opens a value and is never closed.",
    "PaperAtlas ends the value before the next line that looks like a field.",
    '@book{a,\n  title = "One,\n  year = 2020,\n}',
    '@book{a,\n  title = "One",\n  year = 2020,\n}',
    message="The quotation mark that opens '{name}' is never closed.",
    hint="Add '\"' where the value ends.",
    variants={
        "inside": Wording(
            "A quotation mark inside '{name}', which is in quotation marks, ends it for BibTeX.",
            "Write {name} = {{…}}, or '{{\"}}' for the quotation mark.",
        )
    },
)
MISSING_KEY = Rule(
    "SYN007",
    "missing-key",
    "error",
    "The entry has no citation key.",
    "It cannot be cited reliably. PaperAtlas gives it a key made of its type and line, which changes when lines move.",
    "@article{,\n  title = {Notes},\n}",
    "@article{lovelace1843,\n  title = {Notes},\n}",
    message="The entry has no citation key; it is read as {type}-{line}.",
    hint="Write a key after the opening brace.",
    variants={
        "unformatted": Wording("The entry has no citation key.", "Write one after the brace."),
    },
)
ODD_KEY = Rule(
    "SYN008",
    "odd-key",
    "warning",
    "The citation key contains a character that is not allowed.",
    "Spaces, quotation marks, braces, `#`, `%`, `\\` and `~` end a key in one program or another. "
    "PaperAtlas uses the key as written.",
    "@article{Lovelace 1843,\n  title = {Notes},\n}",
    "@article{lovelace1843,\n  title = {Notes},\n}",
    message="The citation key '{key}' contains a character that is not allowed.",
    hint="Use only letters, digits and - _ : . + / in a key.",
)
MISSING_TYPE = Rule(
    "SYN009",
    "missing-type",
    "error",
    "The entry has no type.",
    "PaperAtlas reads it as `misc`.",
    "@{lovelace1843,\n  title = {Notes},\n}",
    "@article{lovelace1843,\n  title = {Notes},\n}",
    message="The entry has no type; it is read as misc.",
    hint="Write a type like @article before the brace.",
)
DUPLICATE_FIELD = Rule(
    "SYN010",
    "duplicate-field",
    "warning",
    "The entry has this field twice.",
    "The first one is used, as in BibTeX; the other is ignored.",
    "@book{a,\n  title = {One},\n  title = {Two},\n}",
    "@book{a,\n  title = {One},\n}",
    message="The entry has the field '{name}' twice; the first one is used.",
    hint="Remove one of them.",
    label="the first one",
)
STRAY_TEXT = Rule(
    "SYN011",
    "stray-text",
    "error",
    "This text inside an entry is not a field.",
    "It is skipped up to the next field. A field is a name, `=`, and a value in braces or quotation marks.",
    "@book{a,\n  title {One},\n}",
    "@book{a,\n  title = {One},\n}",
    message="'{text}' is not a field.",
    hint="Write it as name = {{value}}, or remove it.",
    variants={
        "equals": Wording("'=' is missing after '{name}'.", "Write {name} = and the value."),
        "full-width": Wording(hint="'{sign}' is a full-width character; write '{plain}'."),
    },
)
MISSING_VALUE = Rule(
    "SYN012",
    "missing-value",
    "warning",
    "The field has no value.",
    "PaperAtlas ignores the field.",
    "@book{a,\n  title = ,\n}",
    "@book{a,\n  title = {One},\n}",
    message="The field '{name}' has no value.",
    hint="Give it a value, or remove it.",
)
PLACEHOLDER = Rule(
    "SYN024",
    "placeholder",
    "warning",
    "The value of a field is what a program writes where it has none.",
    "Tables and programs write `NA`, `null`, `None`, `nan` or `undefined` for a value that is missing. PaperAtlas "
    "ignores the field.",
    "@article{a,\n  volume = {NA},\n}",
    "@article{a,\n  volume = {12},\n}",
    message="'{text}' in '{name}' stands for no value.",
    hint="Give the field a value, or remove it.",
)
BARE_VALUE = Rule(
    "SYN013",
    "bare-value",
    "error",
    "A value of several words needs braces.",
    "Without braces or quotation marks a value must be a number or the name of a macro. PaperAtlas "
    "reads the words as they are.",
    "@book{a,\n  title = The One,\n}",
    "@book{a,\n  title = {The One},\n}",
    message="The value of '{name}' is not in braces.",
    hint="Write {name} = {{{value}}}.",
)
COMMENTED_ENTRY = Rule(
    "SYN014",
    "commented-entry",
    "info",
    "These entries are inside `@comment{…}`.",
    "They are not read. BibTeX itself would read them, BibLaTeX would not.",
    "@comment{\n@book{a, title = {One}}\n}",
    message="{count} entries are inside this @comment and are not read.",
    hint="Remove @comment to read them.",
    variants={
        "one": Wording("1 entry is inside this @comment and is not read."),
    },
)
MISSING_OPENING = Rule(
    "SYN015",
    "missing-opening",
    "error",
    "An entry seems to begin here, but no brace follows its type.",
    "PaperAtlas reads the entry; BibTeX skips it without a warning.",
    "@article lovelace1843,\n  title = {Notes},\n}",
    "@article{lovelace1843,\n  title = {Notes},\n}",
    message="No brace follows @{type}.",
    hint="Write @{type}{{ and the citation key.",
)
COMMENT_IN_ENTRY = Rule(
    "SYN016",
    "comment-in-entry",
    "info",
    "A `%` comment is between the fields of an entry.",
    "PaperAtlas and BibLaTeX skip it; BibTeX stops with an error.",
    "@book{a,\n  % year = {2019},\n  title = {One},\n}",
    "@book{a,\n  title = {One},\n}",
    message="A % comment is inside the entry.",
    hint="Move it out of the entry.",
)
ODD_FIELD_NAME = Rule(
    "SYN017",
    "odd-field-name",
    "warning",
    "The name of a field contains a character that is not allowed.",
    "PaperAtlas uses the name as written.",
    "@book{a,\n  date added = {2020},\n}",
    "@book{a,\n  date-added = {2020},\n}",
    message="The field name '{name}' contains a space.",
    hint="Join its words with a hyphen.",
)
LONG_VALUE = Rule(
    "SYN022",
    "long-value",
    "error",
    "The value of a field is far too long.",
    "A value of more than a million characters is read up to there. The file stays as it is.",
    message="The field '{name}' has {length} characters; only the first {most} are read.",
    hint="Put what is so long into a file of its own, and link to it.",
)
ALIAS_CONFLICT = Rule(
    "SYN018",
    "alias-conflict",
    "warning",
    "Two fields of the entry are two names for the same thing.",
    "`journal` is BibTeX's name for `journaltitle`, `address` for `location`, and so on. The field "
    "with the BibLaTeX name is used.",
    "@article{a,\n  journal = {J. Sci.},\n  journaltitle = {Journal of Science},\n}",
    "@article{a,\n  journaltitle = {Journal of Science},\n}",
    message="'{name}' and '{other}' are two names for the same field.",
    hint="Keep only '{standard}'.",
    label="the other one",
)
