"""What the browser's part of search says, in every language: a site's pages are in several."""

from __future__ import annotations

import json
from dataclasses import asdict

from paperatlas.texts.languages import LANGUAGES

WORDS = "assets/search-words.js"
"""A script rather than data: it is there when the button is."""


def search_words() -> str:
    """Return the script that holds the words of search by language."""
    words = {language: asdict(messages.search) for language, messages in LANGUAGES.items()}
    return f"(window.paperatlas ??= {{}}).searchWords = {json.dumps(words, ensure_ascii=False, indent=2)};\n"
