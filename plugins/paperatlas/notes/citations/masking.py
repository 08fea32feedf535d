"""Blank what cannot hold a citation: code, comments, links, mathematics, HTML, addresses, escapes.

A mask is as long as its text and has the same line breaks, so a position in one is a position in the other.
"""

from __future__ import annotations

import re

from paperatlas.text.mathematics.prices import PRICE

# Each pattern begins with what its alternatives can begin with: to try all of them everywhere takes five times as long.
_BLOCKS = re.compile(
    r"(?:(?=[<$\\])|^(?=[ \t>]*[`~]))(?:"
    + "|".join(
        (
            r"^(?P<fence>(?P<lead>[ \t>]*)(?P<ticks>`{3,}+|~{3,}+)[^\n]*\n.*?(?:^[ \t>]*(?P=ticks)[`~]*[ \t]*$|\Z))",
            r"(?P<comment><!--.*?(?:-->|\Z))",
            r"(?P<raw><(?P<element>script|style|pre|textarea|svg|math)\b[^<>]*>.*?(?:</(?P=element)\s*>|\Z))",
            r"(?P<display>\$\$.+?\$\$|(?<!\\)\\\[(?=[^\[\]]*\\\]).+?\\\])",
        )
    )
    + ")",
    re.DOTALL | re.MULTILINE | re.IGNORECASE,
)
_IN_PARAGRAPH = r"(?:(?!\n[ \t]*\n).)"
DEFINITION = r"^ {0,3}\[(?!\^)(?P<label>[^\[\]\n]+)\]:[ ]*\S+[ ]*(?:[\"'(][^\n]*[\"')][ ]*)?$"
"""A pattern: a line that says where the links of a label lead."""

_TARGET = r"\([^()\n]*+(?:\([^()\n]*\)[^()\n]*+)*+\)"
LABEL = r"[^\[\]]*+(?:\[[^\[\]]*\][^\[\]]*+)*+"
"""A pattern: the text of a link, which may hold brackets itself."""

# What is never closed is looked for up to the next beginning only, or a paragraph full of beginnings takes its square.
_CODE = re.compile(
    r"(?=[`<$\\])(?:"
    + "|".join(
        (
            rf"(?P<code>(?<!`)(?P<tick>`+)(?!`){_IN_PARAGRAPH}+?(?<!`)(?P=tick)(?!`))",
            rf"(?P<element><(?P<name>a|code|kbd|samp|button)\b[^<>]*>(?:(?!<(?P=name)\b){_IN_PARAGRAPH})*?</(?P=name)\s*>)",
            rf"(?P<math>(?<![\\$\w])\$(?=\S)(?!{PRICE})[^$`\n]+?(?<=\S)\$(?!\d)|(?<!\\)\\\((?:(?!\\\()[^\n])+?\\\))",
            r"(?P<tag></?[a-zA-Z][^<>]*>)",
        )
    )
    + ")",
    re.DOTALL | re.MULTILINE,
)
_LINKS = re.compile(
    r"(?:(?=[\[!hf\\])|^(?= {1,3}\[))(?:"
    + "|".join(
        (
            rf"(?P<definition>{DEFINITION})",
            rf"(?P<image>!\[{LABEL}\](?:{_TARGET}|\[[^\[\]]*\])?)",
            rf"(?P<link>(?<!\\)\[{LABEL}\](?:{_TARGET}|\[[^\[\]@]*\]))",
            r"(?P<footnote>\[\^[^\[\]\n]+\](?!:))",
            r"(?P<address>(?<!@\{)(?<!@)\b(?:https?|ftp)://[!#-;=?-Z\\^_a-z|~]+)",
            r"(?P<escape>\\(?:\[[^\[\]\n]*\]|[!-/:-@\[-`{-~]))",
        )
    )
    + ")",
    re.DOTALL | re.MULTILINE,
)
_EMPTY_LINE = re.compile(r"\n[ \t]*\n")
_CONTAINER = re.compile(r"(?:[-*+]|\d+[.)]|:)[ \t]|\[\^[^\]]+\]:|(?:!!!|\?\?\?\+?|===!?\+?|///) ?")


def mask(text: str) -> str:
    """Blank everything in the Markdown `text` that cannot hold a citation."""
    return blank_links(blank_code(text))


def blank_links(text: str) -> str:
    """Blank links, addresses, footnotes and escapes in a text without code."""
    return _blanked(_LINKS, text)


def blank_code(text: str) -> str:
    """Blank code, comments, mathematics and HTML in the Markdown `text`, but not its links."""
    return _blanked(_CODE, _without_indented_code(_blanked(_BLOCKS, text)))


def formula_spans(text: str) -> list[tuple[int, int]]:
    """Return where the formulas of the Markdown `text` stand: what is blanked as mathematics, and as nothing else."""
    found = [match.span() for match in _BLOCKS.finditer(text) if match["display"]]
    inner = _without_indented_code(_blanked(_BLOCKS, text))
    found += [match.span() for match in _CODE.finditer(inner) if match["math"]]
    kept = _without_indented_code(text) if found else text
    return sorted(span for span in found if kept[span[0]].strip() and not _EMPTY_LINE.search(text, *span))


def _blanked(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda match: _blank(match[0]), text)


def _blank(text: str) -> str:
    return "\n".join([" " * len(line) for line in text.split("\n")])


def _without_indented_code(text: str) -> str:
    """Blank the code blocks that are told by their indentation: beyond that of the list or note they stand in."""
    levels: list[int] = []
    after_blank, in_code = True, False
    lines = []
    for line in text.split("\n"):
        bare = line.expandtabs(4)
        content = bare.lstrip(" ")
        if not content:
            after_blank = True
            lines.append(line)
            continue
        indent = len(bare) - len(content)
        if (indent < 4 * len(levels) and after_blank) or _CONTAINER.match(content):
            del levels[indent // 4 :]
        beyond = indent - 4 * len(levels)
        in_code = beyond >= 4 and (after_blank or in_code)
        if in_code:
            lines.append(_blank(line))
        else:
            lines.append(line)
            if _CONTAINER.match(content):
                levels.append(indent)
        after_blank = False
    return "\n".join(lines)
