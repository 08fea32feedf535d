"""In which script a text is written, as far as that tells its language."""

from __future__ import annotations

import re
from collections.abc import Mapping

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_SCRIPTS: Mapping[str, str] = {
    "zh": _HAN,
    "ja": rf"\u3040-\u30ff{_HAN}",
    "ko": "\uac00-\ud7af",
    "ru": "\u0400-\u04ff",
    "uk": "\u0400-\u04ff",
    "ar": "\u0600-\u06ff",
    "fa": "\u0600-\u06ff",
    "he": "\u0590-\u05ff",
    "hi": "\u0900-\u097f",
    "th": "\u0e00-\u0e7f",
}
"""The characters of languages with a script of their own. Greek is not among them: it is in formulas everywhere."""
_OTHERS = re.compile(f"[{''.join(sorted(set(_SCRIPTS.values())))}]")
_OWN_SHARE = 0.25
"""How much of the letters of a text are of its own script: names of methods and data sets stay in Latin letters, in the
atlas up to three quarters of a line in Chinese."""
_FOREIGN_SHARE = 0.05
"""How much of the letters of a text in Latin letters may be of another script: a name that is quoted."""


def is_in_script_of(text: str, language: str) -> bool:
    """Return whether a text is in the script of a language; one without letters is, in any."""
    letters = sum(map(str.isalpha, text))
    if not letters:
        return True
    characters = _SCRIPTS.get(language.partition("-")[0])
    if characters is None:
        return len(_OTHERS.findall(text)) <= _FOREIGN_SHARE * letters
    return len(re.findall(f"[{characters}]", text)) >= _OWN_SHARE * letters
