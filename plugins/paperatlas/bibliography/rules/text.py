"""The rules of text: encodings, macros and LaTeX."""

from __future__ import annotations

from paperatlas.diagnostics.problem import Rule

NOT_UTF8 = Rule(
    "ENC001",
    "not-utf-8",
    "warning",
    "The file is not written in UTF-8.",
    "Its encoding was guessed from its bytes, and a guess can be wrong for some letters. Save the file as UTF-8.",
)
NUL_BYTE = Rule(
    "ENC002",
    "nul-byte",
    "warning",
    "The file holds NUL bytes.",
    "No text holds them: the file was damaged, or is UTF-16 without a byte order mark. Each is read as a space.",
)
LOST_CHARACTER = Rule(
    "ENC003",
    "lost-character",
    "warning",
    "A character was lost before the file was saved.",
    "The sign `\ufffd` stands where a program could not read a character. Write the character anew.",
    "author = {M\ufffdller, Anna}",
    "author = {Müller, Anna}",
)
MOJIBAKE = Rule(
    "ENC004",
    "mojibake",
    "warning",
    "Letters look like UTF-8 that was read as Latin-1.",
    "A program on the way mistook the encoding. The text is kept as written.",
    "author = {MÃ¼ller, Anna}",
    "author = {Müller, Anna}",
)
UNDEFINED_MACRO = Rule(
    "MAC001",
    "undefined-macro",
    "error",
    "No `@string` defines this macro.",
    "The macro's name is shown in its place. If it is meant as text, put it in braces.",
    "@article{a,\n  journaltitle = jmlr,\n}",
    "@string{jmlr = {Journal of Machine Learning Research}}\n@article{a,\n  journaltitle = jmlr,\n}",
)
REDEFINED_MACRO = Rule(
    "MAC002",
    "redefined-macro",
    "warning",
    "The macro is defined again with another value.",
    "Entries before this line have the first value, entries after it the second.",
    "@string{jmlr = {JMLR}}\n@string{jmlr = {J. Mach. Learn. Res.}}",
    "@string{jmlr = {J. Mach. Learn. Res.}}",
)
LATE_MACRO = Rule(
    "MAC003",
    "late-macro",
    "warning",
    "The macro is used before it is defined.",
    "BibTeX would find nothing here. PaperAtlas takes the value that is defined later.",
    "@article{a,\n  journaltitle = jmlr,\n}\n@string{jmlr = {JMLR}}",
    "@string{jmlr = {JMLR}}\n@article{a,\n  journaltitle = jmlr,\n}",
)
CYCLIC_MACRO = Rule(
    "MAC004",
    "cyclic-macro",
    "error",
    "The macro is defined by itself.",
    "It has no value; its name is shown in its place.",
    "@string{a = b}\n@string{b = a}",
    "@string{a = {A}}\n@string{b = a}",
)
BROKEN_STRING = Rule(
    "MAC005",
    "broken-string",
    "error",
    "This `@string` cannot be read.",
    "The macro it was to define is undefined wherever it is used.",
    "@string{jmlr}",
    "@string{jmlr = {JMLR}}",
)
LONG_MACRO = Rule(
    "MAC006",
    "long-macro",
    "error",
    "The macro stands for a text that is far too long.",
    "Macros that hold others twice, and those others twice, grow without bound. The value is cut.",
)
UNKNOWN_COMMAND = Rule(
    "TEX001",
    "unknown-command",
    "warning",
    "PaperAtlas does not know this LaTeX command.",
    "The text of its argument is kept, the command is not. It is reported once, at its first place.",
    "title = {A \\fancy{new} method}",
    "title = {A new method}",
)
UNBALANCED_MATH = Rule(
    "TEX002",
    "unbalanced-math",
    "warning",
    "A `$` opens a formula that nothing closes.",
    "The sign is shown as it is. A dollar is written `\\$`.",
    "title = {The $100 Question}",
    "title = {The \\$100 Question}",
)
HTML_ENTITY = Rule(
    "TEX004",
    "html-entity",
    "warning",
    "The value holds an HTML entity.",
    "It was copied from a web page or a service that writes HTML. The text is shown as written.",
    "title = {War &amp; Peace}",
    "title = {War \\& Peace}",
)
UNBALANCED_BRACES = Rule(
    "TEX003",
    "unbalanced-braces",
    "warning",
    "The braces inside this value do not balance.",
    "The text is kept without them.",
    'title = "A } B"',
    "title = {A \\textbraceright{} B}",
)
