r"""HTML, JATS and MathML in values, as Crossref, doi.org, Zotero and Mendeley write them into BibTeX: read as LaTeX.

They escape the signs of it for LaTeX: `$\less$em$\greater$`, `{\textless}i{\textgreater}`, `{\&}lt;i{\&}gt;`.
Only what is certain is read: known elements that are closed where they should be. All else stays, and is reported.
"""

from __future__ import annotations

import re
from html.entities import html5

from paperatlas.bibliography.model.marked_text import MarkedText

_SEMICOLON = r"(?:;|\$\\mathsemicolon\$|\{;\})"
_AND = r"(?:\{\\&\}|\\&|&)(?:amp" + _SEMICOLON + ")*"
_LESS = (
    rf"(?:<|\{{\\textless(?:\{{\}})?\}}|\\textless(?:\{{\}}|\s)?|\{{?\$(?:<|\\less|\\lt)\s?\$\}}?|{_AND}lt{_SEMICOLON})"
)
_GREATER = (
    rf"(?:>|\{{\\textgreater(?:\{{\}})?\}}|\\textgreater(?:\{{\}}|\s)?|\{{?\$(?:>|\\greater|\\gt)\s?\$\}}?"
    rf"|{_AND}gt{_SEMICOLON})"
)
_COMMANDS = {
    "i": "emph", "em": "emph", "italic": "emph", "b": "textbf", "strong": "textbf", "bold": "textbf",
    "sub": "textsubscript", "inf": "textsubscript", "sup": "textsuperscript", "sc": "textsc", "scp": "textsc",
    "small-caps": "textsc", "tt": "texttt", "code": "texttt", "monospace": "texttt",
}  # fmt: skip
"""An element of HTML or JATS -> the command that marks its content."""
_PLAIN = frozenset({
    "u", "underline", "span", "font", "inline-formula", "disp-formula", "named-content",
    "styled-content", "math", "mi", "mn", "mo", "mtext", "mrow", "mstyle", "semantics", "mpadded",
})  # fmt: skip
"""Elements that are only their content."""
_BLOCKS = frozenset({"p", "title", "sec", "div", "ul", "ol", "li", "list", "list-item"})
"""Elements that are only their content, apart from what is around them."""
_SCRIPTS = {"msub": ("_",), "msup": ("^",), "msubsup": ("_", "^"), "mfrac": ("/",)}
_SCRIPT_COMMANDS = {"_": r"\textsubscript", "^": r"\textsuperscript", "/": "/"}
_VOID = frozenset({"br", "mspace"})

_NAMES = "|".join(sorted({*_COMMANDS, *_PLAIN, *_BLOCKS, *_SCRIPTS, *_VOID}, key=len, reverse=True))
_TAG = re.compile(
    rf"{_LESS}\s?(?P<end>/?)\s?(?:mml:|m:|jats:)?(?P<name>{_NAMES})(?:\s[\w:-]+\s?=(?:(?!{_LESS}|{_GREATER}).){{1,300}})?\s?"
    rf"(?P<empty>/?)\s?{_GREATER}",
    re.IGNORECASE | re.DOTALL,
)
_ELEMENT = re.compile(r"\x02([a-z-]+)#\d+\x03([^\x02\x03]*)\x02/\1#\d+\x03")
"""An element that holds no other: known tags are numbered, between signs that no text holds."""
_UNREAD = re.compile(r"[\x02\x04]/?[a-z-]+#(\d+)[\x03\x05]")
_SET_ASIDE = str.maketrans("\x02\x03", "\x04\x05")
_SIGNS = re.compile("[\x02-\x05]")
_ENTITY = re.compile(
    rf"(?P<and>{_AND})(?P<name>#\d{{1,7}}|#x[0-9a-f]{{1,6}}|[a-z][a-z0-9]{{1,30}}){_SEMICOLON}", re.IGNORECASE
)
_BRACKET = re.compile(rf"{_AND}(lt|gt){_SEMICOLON}", re.IGNORECASE)
_GROUP = re.compile(r"\s*\{((?:[^{}]|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})*)\}")

_DEEPEST = 24
"""Rounds, each of which reads the innermost elements: MathML nests deeper than HTML."""


def may_have_markup(text: str) -> bool:
    """Return whether it is worth looking for markup in a text."""
    return "<" in text or "&" in text or ("\\" in text and ("less" in text or "$\\lt" in text))


def without_markup(text: str) -> str:
    """Return a LaTeX text whose elements are commands and whose entities are characters."""
    if "&" not in text:
        return _without_tags(text)
    text = _without_tags(_ENTITY.sub(_character, text))
    return _BRACKET.sub(lambda match: "<" if match[1].lower() == "lt" else ">", text)


def _without_tags(text: str) -> str:
    if _TAG.search(text) is None:
        return text
    tags: list[str] = []

    def numbered(match: re.Match[str]) -> str:
        name = match["name"].lower()
        if name in _VOID:
            return "" if match["end"] else " "
        if match["empty"]:
            return ""
        tags.append(match[0])
        return f"\x02{match['end']}{name}#{len(tags) - 1}\x03"

    tagged = _TAG.sub(numbered, _SIGNS.sub("", text))
    for _ in range(_DEEPEST):
        read = _ELEMENT.sub(_element, tagged)
        if read == tagged:
            break
        tagged = read
    return _UNREAD.sub(lambda match: tags[int(match[1])], tagged)


def _character(match: re.Match[str]) -> str:
    """Return the character that an entity names, as LaTeX; those of tags are left to be read with them."""
    name = match["name"]
    if name.lower() in ("lt", "gt"):
        return match[0]
    if name.startswith("#"):
        number = int(f"0{name[1:]}", 16) if name[1] in "xX" else int(name[1:])
        character = chr(number) if 32 <= number < 0x110000 and not 0xD800 <= number < 0xE000 else ""
    else:
        character = html5.get(f"{name};", "")
    if not character:
        return match[0]
    return "~" if character == "\u00a0" else MarkedText.of(character).bibtex


def _element(match: re.Match[str]) -> str:
    """Return an element as LaTeX; set aside, to stay as it is, if braces or children are not what they should be."""
    name, content = match[1], match[2]
    if not _is_balanced(content):
        return match[0].translate(_SET_ASIDE)
    if (command := _COMMANDS.get(name)) is not None:
        return f"\\{command}{{{content}}}"
    if (scripts := _SCRIPTS.get(name)) is None:
        return f"{{{content}}}" if name.startswith("m") else f" {content} " if name in _BLOCKS else content
    parts = [group[1] for group in _GROUP.finditer(content)]
    if len(parts) != len(scripts) + 1 or _GROUP.sub("", content).strip():
        return match[0].translate(_SET_ASIDE)
    pairs = zip(scripts, parts[1:], strict=True)
    return f"{{{parts[0]}{''.join(f'{_SCRIPT_COMMANDS[sign]}{{{part}}}' for sign, part in pairs)}}}"


def _is_balanced(text: str) -> bool:
    depth = 0
    for brace in re.finditer(r"\\.|[{}]", text):
        depth += 1 if brace[0] == "{" else -1 if brace[0] == "}" else 0
        if depth < 0:
            return False
    return depth == 0
