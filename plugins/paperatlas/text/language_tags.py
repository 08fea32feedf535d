"""Language tags (BCP 47), as configurations and file names write them."""

from __future__ import annotations


def primary_language(tag: str) -> str:
    """Return the primary subtag in lower case: `zh` for `zh-Hans` and for `zh_CN` (BCP 47, 2.2.1)."""
    return tag.replace("_", "-").partition("-")[0].lower()


def covers(tag: str, other: str) -> bool:
    """Return whether two tags may name one language: `zh` and `zh-Hans`, but not `zh-Hans` and `zh-Hant`."""
    shorter, longer = sorted((tag.replace("_", "-").lower(), other.replace("_", "-").lower()), key=len)
    return f"{longer}-".startswith(f"{shorter}-")
