"""Keywords that a site gives a meaning of its own: they mark their papers, and are no subjects."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


class KeywordMarkError(ValueError):
    """A mark that cannot be used; the message says which, and what to write."""


@dataclass(frozen=True, slots=True)
class KeywordMark:
    """A keyword that marks a paper wherever a direction lists it; `texts` say by language what the mark says."""

    keyword: str
    texts: dict[str, str]

    def text(self, language: str) -> str:
        """Return what the mark says; in English, else in its first language, where the language has none."""
        return self.texts.get(language) or self.texts.get("en") or next(iter(self.texts.values()))


def configured_marks(written: Mapping[str, Any]) -> tuple[KeywordMark, ...]:
    """Return the marks of a site from a text, or texts by language, under each keyword.

    Raises `KeywordMarkError`.
    """
    marks = []
    for keyword, said in written.items():
        texts = {"en": said} if isinstance(said, str) else said
        if not isinstance(texts, Mapping) or not texts or not all(isinstance(text, str) for text in texts.values()):
            message = f"'{keyword}' cannot be {said!r}: write what the mark says, or a text under each language."
            raise KeywordMarkError(message)
        marks.append(KeywordMark(keyword, dict(texts)))
    return tuple(marks)
