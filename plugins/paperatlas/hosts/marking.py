"""Pages whose text is whole only when extensions of Python-Markdown have put in what they include.

Their citations are marked while they are converted, behind these extensions.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

BEHIND_INCLUDES = 27
"""After snippets (32) and before code is taken out (25): both see the text as it is written."""


class MarkWhenWhole(Extension):
    """Has a text marked once everything that it includes is there."""

    def __init__(self, mark: Callable[[str], str]) -> None:
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
