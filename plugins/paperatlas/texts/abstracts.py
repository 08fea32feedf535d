"""The words around an abstract that is not the library's own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AbstractTexts:
    """The texts of one language."""

    title: str
    origin: Callable[[str, str], str]
    """Whose the abstract is: from its source and the day it was fetched."""


ABSTRACTS_EN = AbstractTexts(
    title="The authors’ abstract",
    origin=lambda source, day: f"The authors’ abstract, from {source}, fetched {day}",
)

ABSTRACTS_ZH = AbstractTexts(
    title="作者原文摘要",
    origin=lambda source, day: f"作者原文摘要，取自 {source}，{day} 获取",
)
