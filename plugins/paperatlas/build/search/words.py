"""What the browser's part of search says, in every language: a site's pages are in several."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict

from paperatlas.texts.languages import LANGUAGES

WORDS = "assets/search-words.js"
"""A script rather than data: it is there when the button is."""


def search_words(indexes: Mapping[str, str] | None = None) -> str:
    """Return the script that holds the words of search by language, and where its `indexes` are if they are scripts."""
    words = {language: asdict(messages.search) for language, messages in LANGUAGES.items()}
    values = {"searchWords": words} | ({"searchFiles": indexes} if indexes else {})
    return "window.paperatlas ??= {};\n" + "".join(
        f"window.paperatlas.{name} = {json.dumps(value, ensure_ascii=False, indent=2)};\n"
        for name, value in values.items()
    )
