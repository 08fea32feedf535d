"""Find Pandoc's citations in Markdown: `[see @a, p. 3; -@b]`, `@a [p. 3]`, `@{a b}`.

The grammar is that of Pandoc's manual, section "Citation syntax". Text in which an `@` is no citation is masked
before the search. Unlike Pandoc, a citation may touch Chinese text, which has no spaces.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from paperatlas.notes.citations.locators import Locator, read_locator
from paperatlas.notes.citations.masking import DEFINITION, blank_links

_CJK = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef"
_ADDRESS = r"https?://[^\s\[\](){}<>,;\"]*[\w/]"
"""Pandoc wants braces around it; without them it would cite `https`, which is nobody's key."""
KEY = rf"(?:\{{(?P<braced>[^{{}}\n]+)\}}|(?P<bare>{_ADDRESS}|\w(?:[:.#$%&\-+?<>~/]?\w)*))"
_AT = rf"(?<![^\W{_CJK}])(?<![@\\/])(?P<suppress>(?<![-\w])-)?@{KEY}"
_PUNCTUATION = "，。；：、,.;:"
_AFTER_LINK = r"(?!\(|\[[^\[\]@]*\])"
# Possessive, and up to the first `@`: a bracket that is never closed is given up at once, however many keys it holds.
_NESTED = r"[^\[\]]*+(?:\[[^\[\]@]*\][^\[\]]*+)*+"
_FOUND = re.compile(
    rf"(?<![\\!])\[(?!\^)(?P<inner>[^\[\]@]*@{_NESTED})\]{_AFTER_LINK}"
    rf"|{_AT}(?P<after>[ \t]*(?:\n[ \t]*)?\[(?!\^)(?P<suffix>{_NESTED})\]{_AFTER_LINK})?"
)
_ITEM = re.compile(_AT)
_DEFINED = re.compile(DEFINITION, re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Citation:
    """One cited key, with what stands around it."""

    key: str
    start: int
    """Offset of the key in the text, in characters."""
    prefix: str = ""
    suffix: str = ""
    """What follows the key as written, with what parts it from the key: `, p. 3`, `: a test`, ` and others`."""
    suppress_author: bool = False

    @property
    def locator(self) -> Locator | None:
        """Return the place in the work, if the suffix begins with one."""
        return read_locator(self.suffix)[0]

    @property
    def words(self) -> str:
        """Return what follows the locator, or else the key, with what parts it from there."""
        return read_locator(self.suffix)[1]


@dataclass(frozen=True, slots=True)
class CitationCluster:
    """Citations that stand together: `text[start:end]` is the whole bracket.

    In a `narrative` one the first citation is part of the sentence, `Ho et al. (2020)`, and the others stand in its
    brackets.
    """

    start: int
    end: int
    citations: tuple[Citation, ...]
    narrative: bool = False
    in_text: bool = False
    """Whether it begins outside brackets. It may be no citation then: only its key tells `@ddpm` from `@property`."""


def find_citations(text: str, without_code: str) -> list[CitationCluster]:
    """Find all citation clusters of the Markdown `text`, in order; `without_code` is the same text with code blanked.

    A bracket in which some part is no citation (`[write to me@example.org]`, `[@]`) is no cluster.
    """
    if "@" not in text:
        return []
    masked = blank_links(without_code)
    defined = {match["label"] for match in _DEFINED.finditer(text)}
    clusters = []
    position = 0
    while match := _FOUND.search(masked, position):
        if match["inner"] in defined:
            position = match.end()
        elif cluster := _read(text, masked, match):
            clusters.append(cluster)
            position = cluster.end
        else:
            position = match.start() + 1
    return clusters


def _read(text: str, masked: str, match: re.Match[str]) -> CitationCluster | None:
    """Return the cluster of a match, if it is one."""
    if match["inner"] is not None:
        found = _read_items(text, masked, match.start("inner"), match.end("inner"))
        return CitationCluster(match.start(), match.end(), found) if found else None
    key, start = _read_key(match)
    suppress, end = bool(match["suppress"]), match.end()
    citations: tuple[Citation, ...] = (Citation(key, start, suppress_author=suppress),)
    if match["after"] is not None:
        after = _read_after(text, masked, citations[0], match.start("suffix"), match.end("suffix"))
        citations, end = (after, end) if after else (citations, match.start("after"))
    return CitationCluster(match.start(), end, citations, narrative=not suppress, in_text=True)


def _read_key(match: re.Match[str]) -> tuple[str, int]:
    """Return the key of a match and where it begins, without the blanks inside its braces."""
    group = "braced" if match["braced"] else "bare"
    key = match[group].lstrip()
    return key.rstrip(), match.end(group) - len(key)


def _read_after(text: str, masked: str, first: Citation, start: int, end: int) -> tuple[Citation, ...]:
    """Return the citation in the text with what the bracket behind it adds: a suffix, then further citations.

    Nothing if the bracket is one of its own: `@a [@b]`.
    """
    suffix, semicolon, _ = masked[start:end].partition(";")
    if "@" in suffix:
        return ()
    words = text[start : start + len(suffix)].strip(" ,\n")
    # The key stands before the bracket: a comma parts them, unless the author wrote something else.
    written = words if words[:1] in _PUNCTUATION else f", {words}"
    cited = Citation(first.key, first.start, suffix=written, suppress_author=first.suppress_author)
    if not semicolon:
        return (cited,)
    others = _read_items(text, masked, start + len(suffix) + 1, end)
    return (cited, *others) if others else ()


def _read_items(text: str, masked: str, start: int, end: int) -> tuple[Citation, ...]:
    """Return the citations between two offsets, separated by semicolons; none if any part is not one."""
    citations = []
    for part in re.finditer(r"[^;]+", masked[start:end]):
        match = _ITEM.search(part[0])
        if not match:
            return ()
        key, key_start = _read_key(match)
        offset = start + part.start()
        citations.append(
            Citation(
                key=key,
                start=offset + key_start,
                prefix=text[offset : offset + match.start()].strip(),
                suffix=text[offset + match.end() : offset + len(part[0])].rstrip(" ,\n"),
                suppress_author=bool(match["suppress"]),
            )
        )
    return tuple(citations)
