"""The languages that there are texts in."""

from __future__ import annotations

from collections.abc import Mapping

from paperatlas.text.language_tags import primary_language
from paperatlas.texts.definition import Messages
from paperatlas.texts.en import EN
from paperatlas.texts.zh import ZH

LANGUAGES: Mapping[str, Messages] = {texts.language: texts for texts in (EN, ZH)}


def messages_for(language: str) -> Messages:
    """Return the texts for a language tag such as `zh`, `zh-Hant` or `en_GB`; English for one there are none in."""
    return LANGUAGES.get(primary_language(language), EN)
