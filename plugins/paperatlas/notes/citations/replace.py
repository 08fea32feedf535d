"""Put something else where the citations of a Markdown text stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from paperatlas.notes.citations.find import KEY, CitationCluster
from paperatlas.notes.citations.masking import mask

_ESCAPED = re.compile(rf"\\(?=@{KEY})")


def replace_citations(
    text: str,
    clusters: Iterable[CitationCluster],
    render: Callable[[CitationCluster], str | None],
    *,
    tight: bool = False,
) -> str:
    r"""Replace each of the citation `clusters` of the Markdown `text` by what `render` makes of it.

    Where that is nothing the text stays as it is. `tight` drops the blanks around a cluster, for languages whose
    brackets bring their own space. The backslash of `\@key` has done its work and is dropped.
    """
    parts: list[str] = []
    position = 0
    for cluster in clusters:
        rendered = render(cluster)
        if rendered is None:
            continue
        before = text[position : cluster.start]
        if tight and not cluster.narrative and before.strip():
            before = before.rstrip(" ")
        parts += before, rendered
        position = cluster.end
        if tight and text[position : position + 1] == " ":
            position += 1
    return _unescaped("".join([*parts, text[position:]]))


def _unescaped(text: str) -> str:
    """Drop the backslashes that kept an `@` from being a citation; those in code stay."""
    if "\\@" not in text:
        return text
    masked = mask(text)
    parts, position = [], 0
    for match in _ESCAPED.finditer(text):
        # Of an escape the sign is masked and the key is not; of code, both.
        if masked[match.end() + 1].strip():
            parts.append(text[position : match.start()])
            position = match.end()
    return "".join([*parts, text[position:]])
