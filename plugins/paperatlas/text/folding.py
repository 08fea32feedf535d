"""Texts without case and accents: what two spellings of one name have in common."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SPELLED_OUT = str.maketrans({
    "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ß": "ss",
    "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ı": "i", "ŋ": "ng",
})  # fmt: skip
"""Letters that Unicode does not decompose into a base letter and an accent."""
_WORD = re.compile(r"[^\W_]+")
_NOT_IN_A_SLUG = re.compile(r"[^a-z0-9]+")


def fold(text: str) -> str:
    """Return a text without case and accents: `Łukasz Ångström` as `lukasz angstrom`."""
    if text.isascii():
        return text.casefold()
    decomposed = unicodedata.normalize("NFKD", text.translate(_SPELLED_OUT))
    return "".join(character for character in decomposed if not unicodedata.combining(character)).casefold()


# As many as the titles and names of a library of some thousand entries, each of which is asked for a few times.
@lru_cache(maxsize=1 << 14)
def folded_words(text: str) -> tuple[str, ...]:
    """Return the words of a text, folded: runs of letters and figures of any script."""
    return tuple(_WORD.findall(fold(text)))


def ascii_slug(text: str, separator: str = "-") -> str:
    """Return the ASCII letters and figures of a text, folded, with a separator for every run of anything else.

    It is empty for a text in another script than Latin's.
    """
    letters = fold(text).encode("ascii", "ignore").decode()
    return _NOT_IN_A_SLUG.sub(separator, letters).strip(separator or None)
