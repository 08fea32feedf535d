"""Pages whose text is whole only when extensions of Python-Markdown have put in what they include.

Their citations are marked while they are converted, behind these extensions.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import InitVar, dataclass
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from paperatlas.build.includes import why_not_included

_SNIPPET = "snippet"
"""The name by which Python-Markdown knows what `pymdownx.snippets` has registered."""
BEHIND_INCLUDES = 27
"""After snippets (32) and before code is taken out (25): both see the text as it is written."""


@dataclass(eq=False)
class MarkWhenWhole(Extension):
    """Has a text marked once everything that it includes is there.

    A dataclass without fields is the same in every build: a theme's pages do not depend on it.
    """

    mark: InitVar[Callable[[str], str]]

    def __post_init__(self, mark: Callable[[str], str]) -> None:
        """Remember what marks."""
        super().__init__()
        self._mark = mark

    def __deepcopy__(self, _memo: dict[int, Any]) -> MarkWhenWhole:
        """Return the same: other plugins copy a configuration, which must not copy the plugin that marks."""
        return self

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Mark the text behind snippets, none of which is a file from elsewhere."""
        if _SNIPPET in md.preprocessors:
            _refuse_foreign(md.preprocessors[_SNIPPET])
        md.preprocessors.register(_Marker(md, self._mark), "paperatlas-citations", BEHIND_INCLUDES)


def _refuse_foreign(snippets: Any) -> None:  # noqa: ANN401 - it is installed only where a site wants it
    """Have `pymdownx.snippets` take what is refused for a file that is not there; `read_page` reports it."""
    find = snippets.get_snippet_path
    bases = [Path(base) for base in snippets.base_path]

    def find_inside(path: str) -> str | None:
        found: str | None = find(path)
        return None if found is None or why_not_included(Path(found), bases) else found

    snippets.get_snippet_path = find_inside


class _Marker(Preprocessor):
    def __init__(self, md: Markdown, mark: Callable[[str], str]) -> None:
        super().__init__(md)
        self._mark = mark

    def run(self, lines: list[str]) -> list[str]:
        return self._mark("\n".join(lines)).split("\n")
