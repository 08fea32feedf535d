"""Pages whose text is whole only when extensions of Python-Markdown have put in what they include.

Their citations are marked while they are converted, behind these extensions.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import InitVar, dataclass
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

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
        """Mark the text behind snippets."""
        md.preprocessors.register(_Marker(md, self._mark), "paperatlas-citations", BEHIND_INCLUDES)


class _Marker(Preprocessor):
    def __init__(self, md: Markdown, mark: Callable[[str], str]) -> None:
        super().__init__(md)
        self._mark = mark

    def run(self, lines: list[str]) -> list[str]:
        return self._mark("\n".join(lines)).split("\n")
