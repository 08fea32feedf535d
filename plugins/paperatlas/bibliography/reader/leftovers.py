r"""What no reader wants to see in a value: markup as text, accents beside their letter, characters without a picture.

Whatever could be read for certain has been read by then; this names the rest. A library has few such values, so that
each check is begun by the cheapest test that most values fail.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from paperatlas.bibliography import rules
from paperatlas.bibliography.latex.tables import KNOWN_COMMANDS
from paperatlas.bibliography.model.complaints import Complaint, complaint
from paperatlas.bibliography.model.marked_text import Node, plain
from paperatlas.text.control_characters import CONTROLS, has_controls

if TYPE_CHECKING:
    from paperatlas.bibliography.model.complaints import SourceBlock
    from paperatlas.diagnostics.problem import Problem, Rule, Span

_TAG = re.compile(
    r"</?(?:(?:mml|jats|m):[a-z-]+|i|em|b|strong|su[bp]|inf|scp?|small-caps|italic|bold|tt|code|u|span|font|p|br|div|script|title|[uo]l|li"
    r"|math|m(?:row|sub|sup|subsup|frac|sqrt|over|under|text|style|[ino]))(?:\s[\w:-]+\s?=[^<>]{1,300})?\s?/?>"
    r"|\b(?:mml|jats):[a-z]+\b",
    re.IGNORECASE,
)
_ACCENTS = "´¨¸˘˙˛˜ˆ˝"
_LOOSE_ACCENT = re.compile(rf"[^\W\d_][{_ACCENTS}]|[{_ACCENTS}][^\W\d_]")
_LOST_BRACES = re.compile(r"\\(['`^\"~=.u])\s*\\([ij])(?!(?:math)?\b)([A-Za-z]+)")
_WORDS = re.compile(r"\\([A-Za-z]{2,})")
FOOTNOTE_MARKS = "*†‡§¶"
"""What may stand for a footnote behind a title."""
_FOOTNOTE = re.compile(r"(?<=[a-z\u00df-\u017f)]{3})\s*(\*+|[†‡§¶]+)\Z|\\(?:thanks|footnote|footnotemark)\b")
_HAT_IN_NAME = re.compile(r"\^[^\W\d_]|[^\W\d_]\^")
_INVISIBLE = re.compile(
    f"[{CONTROLS}\x80-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]"
)
"""Controls, soft hyphen, zero-width space, marks of direction and their kin. Joiners are letters' own business."""
_DIRECTIONS = re.compile("[\u200e\u200f\u202a-\u202c\u2066-\u2069]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")
"""Hebrew, Arabic, Syriac, Thaana: beside them, marks of direction have their place."""
_JOINED = re.compile(r"(?:^|\s)#\s*[\"{]|[\"}]\s+#(?:\s|$)")


def _loose_accent(text: str) -> re.Match[str] | None:
    """Return an accent beside a letter. Nine searches for a character take a tenth of one for the pattern."""
    if text.isascii() or not any(accent in text for accent in _ACCENTS):
        return None
    return _LOOSE_ACCENT.search(text)


def text_leftover(raw: str, nodes: tuple[Node, ...]) -> Complaint | None:
    """Return what is left over in a text as it is shown."""
    if "#" in raw and (joined := _JOINED.search(raw)) is not None:
        return complaint(rules.JOINED_IN_BRACES, joined.start(), "", len(joined[0]))
    has_tag = "<" in raw or "less" in raw or "mml:" in raw or "jats:" in raw or "&lt" in raw
    if not has_tag and "\\" not in raw:
        return None
    text = plain(nodes)
    if has_tag and (tag := _TAG.search(text)) is not None:
        return _at(rules.LEFTOVER_MARKUP, raw, tag[0])
    if "\\" in raw:
        if (lost := _lost_braces(raw)) is not None:
            return lost
        if (accent := _loose_accent(text)) is not None:
            return _at(rules.LOOSE_ACCENT, raw, accent[0])
    return None


def footnote_mark(raw: str) -> Complaint | None:
    """Return the mark of a footnote at the end of a title, or the footnote itself."""
    # Of most titles a glance tells that they have none.
    if raw[-1:] not in FOOTNOTE_MARKS and "\\thanks" not in raw and "\\footnote" not in raw:
        return None
    mark = _FOOTNOTE.search(raw)
    return (
        None if mark is None else complaint(rules.FOOTNOTE_MARK, mark.start(), "", len(mark[0]), text=mark[0].strip())
    )


def _lost_braces(raw: str) -> Complaint | None:
    """Return an accent on a dotless letter that has lost its braces, which TeX takes for another command."""
    if "\\i" not in raw and "\\j" not in raw:
        return None
    lost = _LOST_BRACES.search(raw)
    if lost is None:
        return None
    accent, letter, rest = lost.groups()
    meant = f"{{\\{accent}\\{letter}}}{rest}"
    found = complaint(rules.LOOSE_ACCENT, lost.start(), "braces", len(lost[0]), text=lost[0], meant=meant)
    return found._replace(edit=(lost.start(), lost[0], meant))


def has_unknown_command(raw: str) -> bool:
    """Return whether names have a LaTeX command of no table, or a dollar sign: the decoder tells what is wrong."""
    return raw.count("$") % 2 == 1 or ("\\" in raw and not KNOWN_COMMANDS.issuperset(_WORDS.findall(raw)))


def name_leftover(raw: str, names: str) -> Complaint | None:
    """Return what is left over in names, which are shown as `names`."""
    if "\\" in raw and (lost := _lost_braces(raw)) is not None:
        return lost
    if "\\" in raw and (accent := _loose_accent(names)) is not None:
        return _at(rules.LOOSE_ACCENT, raw, accent[0])
    if "<" in raw and (tag := _TAG.search(names)) is not None:
        return _at(rules.LEFTOVER_MARKUP, raw, tag[0])
    if "^" in raw and (hat := _HAT_IN_NAME.search(names)) is not None:
        return _at(rules.LOOSE_ACCENT, raw, hat[0])
    return None


def character_leftovers(block: SourceBlock) -> list[Problem]:
    """Return the characters of a whole entry, key included, that have no picture, or stand beside their letter."""
    text = block.text
    problems = []
    if (accent := _loose_accent(text)) is not None:
        problems.append(rules.LOOSE_ACCENT.at(block.span(accent.start(), 2), text=accent[0]))
    if (invisible := invisible_character(text)) is not None:
        problems.append(invisible_problem(invisible, block.span(invisible.start(), 1)))
    return problems


def invisible_character(text: str) -> re.Match[str] | None:
    """Return the first character of a text that cannot be seen and has no place in it."""
    # Blanks of other lengths are not printable either, but most texts have none of them.
    invisible = _INVISIBLE.search(text) if has_controls(text) else None
    if invisible is not None and _DIRECTIONS.match(invisible[0]) and _RIGHT_TO_LEFT.search(text):
        rest = (found for found in _INVISIBLE.finditer(text) if not _DIRECTIONS.match(found[0]))
        invisible = next(rest, None)
    return invisible


def invisible_problem(found: re.Match[str], span: Span) -> Problem:
    """Return what is wrong with such a character, at its place."""
    return rules.INVISIBLE_CHARACTER.at(span, character=f"U+{ord(found[0]):04X}")


def _at(rule: Rule, raw: str, found: str) -> Complaint:
    """Return the complaint at the place in a value where what was found stands, or begins at least."""
    offset = raw.find(found)
    return complaint(rule, max(0, offset), "", len(found) if offset >= 0 else 0, text=found[:40])
