"""The rules of text: encodings, macros and LaTeX."""

from __future__ import annotations

from paperatlas.diagnostics.problem import Rule, Wording

NOT_UTF8 = Rule(
    "ENC001",
    "not-utf-8",
    "warning",
    "The file is not written in UTF-8.",
    "Its encoding was guessed from its bytes, and a guess can be wrong for some letters. Save the file as UTF-8.",
    message="The file is not UTF-8; it is read as {encoding}.",
    hint="Save it as UTF-8.",
    variants={
        "unmarked": Wording("The file is UTF-16 without a byte order mark."),
        "broken": Wording("The file begins as {encoding}, but does not go on so."),
    },
)
NUL_BYTE = Rule(
    "ENC002",
    "nul-byte",
    "warning",
    "The file holds NUL bytes.",
    "No text holds them: the file was damaged, or is UTF-16 without a byte order mark. Each is read as a space.",
    message="The file holds {count} NUL bytes.",
    hint="Open the file in an editor and save it again as UTF-8.",
    variants={
        "one": Wording("The file holds 1 NUL byte."),
    },
)
LOST_CHARACTER = Rule(
    "ENC003",
    "lost-character",
    "warning",
    "A character was lost before the file was saved.",
    "The sign `\ufffd` stands where a program could not read a character. Write the character anew.",
    "author = {M\ufffdller, Anna}",
    "author = {Müller, Anna}",
    message="A character was lost before the file was saved.",
    hint="Write the character anew.",
)
MOJIBAKE = Rule(
    "ENC004",
    "mojibake",
    "warning",
    "Letters look like UTF-8 that was read as Latin-1.",
    "A program on the way mistook the encoding. The text is kept as written.",
    "author = {MÃ¼ller, Anna}",
    "author = {Müller, Anna}",
    message="“{text}” looks like UTF-8 that was read as Latin-1.",
    hint="Write the character anew.",
)
UNDEFINED_MACRO = Rule(
    "MAC001",
    "undefined-macro",
    "error",
    "No `@string` defines this macro.",
    "The macro's name is shown in its place. If it is meant as text, put it in braces.",
    "@article{a,\n  journaltitle = jmlr,\n}",
    "@string{jmlr = {Journal of Machine Learning Research}}\n@article{a,\n  journaltitle = jmlr,\n}",
    message="No @string defines {name}.",
    hint="Define it with @string, or write the value in braces.",
    variants={
        "near": Wording(hint="Did you mean '{near}'? Define it with @string, or write the value in braces."),
    },
)
REDEFINED_MACRO = Rule(
    "MAC002",
    "redefined-macro",
    "warning",
    "The macro is defined again with another value.",
    "Entries before this line have the first value, entries after it the second.",
    "@string{jmlr = {JMLR}}\n@string{jmlr = {J. Mach. Learn. Res.}}",
    "@string{jmlr = {J. Mach. Learn. Res.}}",
    message="The macro {name} was already defined at {at}, with another value.",
    hint="Rename one of the two.",
    label="first defined here",
)
LATE_MACRO = Rule(
    "MAC003",
    "late-macro",
    "warning",
    "The macro is used before it is defined.",
    "BibTeX would find nothing here. PaperAtlas takes the value that is defined later.",
    "@article{a,\n  journaltitle = jmlr,\n}\n@string{jmlr = {JMLR}}",
    "@string{jmlr = {JMLR}}\n@article{a,\n  journaltitle = jmlr,\n}",
    message="The macro {name} is used here, but defined only at {at}.",
    hint="Move the @string before its first use.",
    label="defined here",
)
CYCLIC_MACRO = Rule(
    "MAC004",
    "cyclic-macro",
    "error",
    "The macro is defined by itself.",
    "It has no value; its name is shown in its place.",
    "@string{a = b}\n@string{b = a}",
    "@string{a = {A}}\n@string{b = a}",
    message="The macro {name} is defined by itself.",
    hint="Give it a text.",
)
BROKEN_STRING = Rule(
    "MAC005",
    "broken-string",
    "error",
    "This `@string` cannot be read.",
    "The macro it was to define is undefined wherever it is used.",
    "@string{jmlr}",
    "@string{jmlr = {JMLR}}",
    message="This @string cannot be read.",
    hint="Write @string{{name = {{value}}}}.",
)
LONG_MACRO = Rule(
    "MAC006",
    "long-macro",
    "error",
    "The macro stands for a text that is far too long.",
    "Macros that hold others twice, and those others twice, grow without bound. The value is cut.",
    message="The macro {name} stands for more than {most} characters.",
    hint="Give it a short text.",
    variants={
        "field": Wording("The macros in {name} stand for more than {most} characters.", "Use fewer of them."),
    },
)
UNKNOWN_COMMAND = Rule(
    "TEX001",
    "unknown-command",
    "warning",
    "PaperAtlas does not know this LaTeX command.",
    "The text of its argument is kept, the command is not. It is reported once, at its first place.",
    "title = {A \\fancy{new} method}",
    "title = {A new method}",
    message="PaperAtlas does not know the LaTeX command \\{command}; the text of its argument is kept.",
    hint="Write the character itself, or remove it.",
)
UNBALANCED_MATH = Rule(
    "TEX002",
    "unbalanced-math",
    "warning",
    "A `$` opens a formula that nothing closes.",
    "The sign is shown as it is. A dollar is written `\\$`.",
    "title = {The $100 Question}",
    "title = {The \\$100 Question}",
    message="A “$” opens a formula that nothing closes.",
    hint="Write \\$ for a dollar sign.",
)
HTML_ENTITY = Rule(
    "TEX004",
    "html-entity",
    "warning",
    "The value holds an HTML entity.",
    "It was copied from a web page or a service that writes HTML. The text is shown as written.",
    "title = {War &amp; Peace}",
    "title = {War \\& Peace}",
    message="“{entity}” is HTML.",
    hint="Write the character itself.",
)
UNBALANCED_BRACES = Rule(
    "TEX003",
    "unbalanced-braces",
    "warning",
    "The braces inside this value do not balance.",
    "The text is kept without them.",
    'title = "A } B"',
    "title = {A \\textbraceright{} B}",
    message="The braces inside this value do not balance.",
    hint="Add or remove a brace.",
)
