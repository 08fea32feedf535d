"""The rules of text: encodings, macros and LaTeX."""

from __future__ import annotations

from paperatlas.diagnostics.problem import Rule, Wording

NOT_UTF8 = Rule(
    "ENC001",
    "not-utf-8",
    "warning",
    "The file is not written in UTF-8.",
    "PaperAtlas guesses the encoding, and a guess can be wrong for some letters. Save the file as UTF-8.",
    message="The file is not UTF-8; it is read as {encoding}.",
    hint="Save it as UTF-8.",
    variants={
        "unmarked": Wording("The file is UTF-16 without a byte order mark."),
        "broken": Wording("The file begins as {encoding}, but a later part is not valid {encoding}."),
    },
)
NUL_BYTE = Rule(
    "ENC002",
    "nul-byte",
    "warning",
    "The file contains NUL bytes.",
    "Text files do not contain them: the file was damaged, or is UTF-16 without a byte order mark. "
    "Each is read as a space.",
    message="The file contains {count} NUL bytes.",
    hint="Open the file in an editor and save it again as UTF-8.",
    variants={
        "one": Wording("The file contains 1 NUL byte."),
    },
)
LOST_CHARACTER = Rule(
    "ENC003",
    "lost-character",
    "warning",
    "A character was lost before the file was saved.",
    "A program that could not read a character wrote the replacement character `\ufffd` instead.",
    "author = {M\ufffdller, Anna}",
    "author = {Müller, Anna}",
    message="A character was lost before the file was saved.",
    hint="Replace it by the original character.",
)
MOJIBAKE = Rule(
    "ENC004",
    "mojibake",
    "warning",
    "Letters look like UTF-8 that was read as Latin-1.",
    "A program read the text in the wrong encoding and saved the result. PaperAtlas shows the text as written.",
    "author = {MÃ¼ller, Anna}",
    "author = {Müller, Anna}",
    message="'{text}' looks like UTF-8 that was read as Latin-1.",
    hint="Write the original characters.",
)
INVISIBLE_CHARACTER = Rule(
    "ENC005",
    "invisible-character",
    "warning",
    "A character that cannot be seen stands in the entry.",
    "Zero-width spaces, marks of direction, soft hyphens and control characters come with text that was copied from a "
    "PDF or a web page. Searches and comparisons do not find the text around them, and a key with one cannot be typed.",
    "title = {Deep\u200b Learning}",
    "title = {Deep Learning}",
    message="The character {character}, which cannot be seen, stands here.",
    hint="Remove it.",
)
UNDEFINED_MACRO = Rule(
    "MAC001",
    "undefined-macro",
    "error",
    "No `@string` defines this macro.",
    "The macro's name is shown in its place. If it is meant as text, put it in braces.",
    "@article{a,\n  journaltitle = jmlr,\n}",
    "@string{jmlr = {Journal of Machine Learning Research}}\n@article{a,\n  journaltitle = jmlr,\n}",
    message="No @string defines the macro '{name}'.",
    hint="Define it with @string, or write the value in braces.",
    variants={
        "full-width": Wording(
            "'{name}' is neither in braces nor in quotation marks.",
            "Write `{{` and `}}` around it: '{sign}' is another character.",
        ),
        "near": Wording(hint="Did you mean '{near}'? If not, define it with @string, or write the value in braces."),
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
    message="The macro '{name}' is already defined at {at}, with another value.",
    hint="Rename one of them.",
    label="first defined here",
)
LATE_MACRO = Rule(
    "MAC003",
    "late-macro",
    "warning",
    "The macro is used before it is defined.",
    "BibTeX would find no value here. PaperAtlas uses the later definition.",
    "@article{a,\n  journaltitle = jmlr,\n}\n@string{jmlr = {JMLR}}",
    "@string{jmlr = {JMLR}}\n@article{a,\n  journaltitle = jmlr,\n}",
    message="The macro '{name}' is used here, but defined later, at {at}.",
    hint="Move the @string before its first use.",
    label="defined here",
)
CYCLIC_MACRO = Rule(
    "MAC004",
    "cyclic-macro",
    "error",
    "The macro refers to itself.",
    "It has no value; its name is shown in its place.",
    "@string{a = b}\n@string{b = a}",
    "@string{a = {A}}\n@string{b = a}",
    message="The macro '{name}' refers to itself.",
    hint="Define it with a text.",
)
BROKEN_STRING = Rule(
    "MAC005",
    "broken-string",
    "error",
    "This `@string` cannot be read.",
    "The macro that it should define is undefined wherever it is used.",
    "@string{jmlr}",
    "@string{jmlr = {JMLR}}",
    message="This @string cannot be read.",
    hint="Write @string{{name = {{value}}}}.",
)
LONG_MACRO = Rule(
    "MAC006",
    "long-macro",
    "error",
    "The macro expands to a text that is too long.",
    "Macros that contain another macro twice, which again contains another twice, grow without limit. "
    "The value is cut off.",
    message="The macro '{name}' expands to more than {most} characters.",
    hint="Give it a shorter text.",
    variants={
        "field": Wording("The macros in '{name}' expand to more than {most} characters.", "Use fewer macros."),
    },
)
UNUSED_MACRO = Rule(
    "MAC007",
    "unused-macro",
    "info",
    "A file of entries defines macros that no entry uses.",
    "Reported once for each file. Files of `@string` alone, which libraries share, may define more than one uses.",
    "@string{jmlr = {JMLR}}\n@article{a,\n  journaltitle = {JMLR},\n}",
    "@string{jmlr = {JMLR}}\n@article{a,\n  journaltitle = jmlr,\n}",
    message="The macro '{name}' is not used.",
    hint="Remove it, or use it: a macro stands in a value without braces.",
    label="not used either",
    variants={
        "several": Wording(
            "{count} macros of this file are not used, '{name}' among them.",
            "Remove them, or use them: a macro stands in a value without braces.",
        ),
    },
)
UNKNOWN_COMMAND = Rule(
    "TEX001",
    "unknown-command",
    "warning",
    "PaperAtlas does not know this LaTeX command.",
    "PaperAtlas shows the text of its argument and ignores the command. Each command is reported once, "
    "where it is first used.",
    "title = {A \\fancy{new} method}",
    "title = {A new method}",
    message="PaperAtlas does not know the LaTeX command \\{command}; it shows only the text of its argument.",
    hint="Write the character itself, or remove the command.",
)
UNBALANCED_MATH = Rule(
    "TEX002",
    "unbalanced-math",
    "warning",
    "A `$` begins a formula that does not end.",
    "The character is shown as it is. A dollar sign is written `\\$`.",
    "title = {The $100 Question}",
    "title = {The \\$100 Question}",
    message="A '$' begins a formula that does not end.",
    hint="Write \\$ for a dollar sign.",
)
HTML_ENTITY = Rule(
    "TEX004",
    "html-entity",
    "warning",
    "The value contains an HTML entity.",
    "It was copied from a web page or a service that writes HTML. PaperAtlas shows the character it stands for; "
    "BibTeX styles and other programs show the entity.",
    "title = {War &amp; Peace}",
    "title = {War \\& Peace}",
    message="'{entity}' is an HTML entity.",
    hint="Write the character itself.",
)
ESCAPED_TWICE = Rule(
    "TEX009",
    "escaped-twice",
    "warning",
    "A value has LaTeX that a program took for text and escaped.",
    "It was pasted as LaTeX into a reference manager, which wrote its backslashes, braces and dollar signs as signs to "
    "be seen. PaperAtlas reads accents, letters and formulas as they were meant; BibTeX shows the commands.",
    "author = {Gazta{\\textbackslash}{\\textasciitilde}naga, Enrique}",
    "author = {Gazta{\\~n}aga, Enrique}",
    message="'{name}' has LaTeX that is escaped once too often.",
    hint="Write the LaTeX itself, here and where the entry comes from.",
)
UNBALANCED_BRACES = Rule(
    "TEX003",
    "unbalanced-braces",
    "warning",
    "The braces inside this value are not balanced.",
    "The text is shown without them.",
    'title = "A } B"',
    "title = {A \\textbraceright{} B}",
    message="The braces inside this value are not balanced.",
    hint="Add or remove a brace.",
)
LEFTOVER_MARKUP = Rule(
    "TEX005",
    "leftover-markup",
    "warning",
    "Markup of a web page is shown as text.",
    "PaperAtlas reads the elements of HTML, JATS and MathML for which there is a mark, where they are closed as they "
    "should be. This one is none of them, or is not closed.",
    "title = {The <i>Tachyra caves}",
    "title = {The \\emph{Tachyra} caves}",
    message="'{text}' is shown as text.",
    hint="Write \\emph{{…}} for <i>, \\textsubscript{{…}} for <sub>, \\textsuperscript{{…}} for <sup>, or remove it.",
)
LOOSE_ACCENT = Rule(
    "TEX006",
    "loose-accent",
    "warning",
    "An accent stands beside a letter instead of on it.",
    "It was copied from a PDF, or its LaTeX command has lost its letter.",
    "author = {Garc´ıa, Ana}",
    "author = {García, Ana}",
    message="The accent in '{text}' stands beside its letter.",
    hint="Write the letter with its accent, or ' for an apostrophe.",
    variants={
        "braces": Wording("TeX reads another command in '{text}', for braces are missing.", "Write {meant}."),
    },
)
FOOTNOTE_MARK = Rule(
    "TEX010",
    "footnote-mark",
    "warning",
    "A title has a footnote, or the mark of one.",
    "It was copied from the first page of a work, where the footnote thanks somebody. PaperAtlas does not show the "
    "footnote; its mark is shown.",
    "title = {On Engines*}",
    "title = {On Engines}",
    message="The title has a footnote, or its mark: '{text}'.",
    hint="Remove it.",
)
JOINED_IN_BRACES = Rule(
    "TEX007",
    "joined-in-braces",
    "warning",
    "A `#` that should join texts or macros stands inside braces.",
    "Inside braces or quotation marks `#` is a character like any other; it is shown.",
    'title = {"Proceedings of " # {ICML}}',
    'title = "Proceedings of " # {ICML}',
    message="A '#' stands inside braces; it joins nothing there.",
    hint="Remove the outer braces, or the '#'.",
)
