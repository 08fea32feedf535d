"""Find Pandoc citations in Markdown: `[@key]`, `[see @a, p. 3; -@b]`.

The grammar is that of Pandoc's manual, section "Citation syntax". Text in which an `@` is no citation -
code, comments, link targets, mathematics - is masked before the search, so a position in the mask is a
position in the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

_KEY = r"(?:\{(?P<braced>[^{}\n]+)\}|(?P<bare>\w(?:[:.#$%&\-+?<>~/]?\w)*))"
_CLUSTER = re.compile(
    r"^ {0,3}\[[^\[\]]*\]:"  # the definition of a link's target, which is none
    r"|(?<![\\!])\[(?P<inner>[^\[\]]*@[^\[\]]*)\](?![(\[])",
    re.MULTILINE,
)
_ITEM = re.compile(rf"(?:\A|(?<=[\s;(]))(?P<suppress>-?)@{_KEY}")

_MASKED = re.compile(
    "|".join(
        (
            r"^(?P<fence>[ \t]*(?P<ticks>`{3,}|~{3,})[^\n]*\n.*?(?:^[ \t]*(?P=ticks)[`~]*[ \t]*$|\Z))",
            r"(?P<indented>(?:\A|(?<=\n\n))(?:(?: {4}|\t)(?![-*+] |\d+\. )[^\n]*(?:\n|\Z))+)",
            r"(?P<comment><!--.*?(?:-->|\Z))",
            r"(?P<code>(?P<tick>`+)(?!`).+?(?<!`)(?P=tick)(?!`))",
            r"(?P<math>\$\$.+?\$\$|(?<![\\$\w])\$(?=\S)[^$\n]+?(?<=\S)\$(?!\d))",
            r"(?P<target>(?<=\]\()[^()\n]*(?:\([^()\n]*\)[^()\n]*)*\))",
            r"(?P<tag><[a-zA-Z/][^<>]*>)",
        )
    ),
    re.DOTALL | re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Citation:
    """One cited key inside a cluster, with what stands around it."""

    key: str
    start: int
    """Offset of the key in the text, in characters."""
    prefix: str = ""
    suffix: str = ""
    """What follows the key: a locator such as `p. 3`, or any words."""
    suppress_author: bool = False


@dataclass(frozen=True, slots=True)
class CitationCluster:
    """A bracket of citations: `text[start:end]` is the whole bracket."""

    start: int
    end: int
    citations: tuple[Citation, ...]


def find_citations(text: str) -> list[CitationCluster]:
    """All citation clusters of the Markdown `text`, in order.

    A bracket in which some part is no citation (`[write to me@example.org]`, `[@]`) is no cluster.
    """
    if "@" not in text:
        return []
    masked = _mask(text)
    clusters = []
    for match in _CLUSTER.finditer(masked):
        if match["inner"] is None:
            continue
        citations = _read_cluster(text, match.start("inner"), match.end("inner"))
        if citations:
            clusters.append(CitationCluster(match.start(), match.end(), citations))
    return clusters


def replace_citations(text: str, render: Callable[[CitationCluster], str], *, tight: bool = False) -> str:
    """The Markdown `text` with every citation cluster replaced by what `render` makes of it.

    `tight` drops the blanks around a cluster, for languages whose brackets bring their own space.
    """
    parts: list[str] = []
    position = 0
    for cluster in find_citations(text):
        before = text[position : cluster.start]
        parts += before.rstrip(" ") if tight and before.strip() else before, render(cluster)
        position = cluster.end
        if tight and text[position : position + 1] == " ":
            position += 1
    return "".join([*parts, text[position:]])


def _mask(text: str) -> str:
    """`text` with everything that cannot hold a citation blanked, line breaks kept."""
    return _MASKED.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


def _read_cluster(text: str, start: int, end: int) -> tuple[Citation, ...]:
    """The citations between two offsets, separated by semicolons; none if any part is not one."""
    citations = []
    for part in re.finditer(r"[^;]+", text[start:end]):
        match = _ITEM.search(part[0])
        if not match:
            return ()
        group = "braced" if match["braced"] else "bare"
        citations.append(
            Citation(
                key=match[group].strip(),
                start=start + part.start() + match.start(group),
                prefix=part[0][: match.start()].strip(),
                suffix=part[0][match.end() :].strip(" ,\n"),
                suppress_author=bool(match["suppress"]),
            )
        )
    return tuple(citations)
