"""citeproc-py with those of its faults mended that change what readers see, and a list of those that are not.

Each function below stands in for one of citeproc-py's that does not do what CSL 1.0.2 says; `mend` puts them in.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Self

_PART = r"[^\W\d_]*\d+[^\W\d_]*"
_NUMERIC = re.compile(rf"\s*{_PART}(?:\s*[,&\-–\ue004]\s*{_PART})*\s*")
"""CSL 1.0.2, "Choose": numbers with prefixes and suffixes, parted by a comma, a hyphen or an ampersand.

The private character is the hyphen that an author wrote in a locator.
"""
_SEVERAL = re.compile(r"\w\s*[,;&–\ue004]\s*\w|\w\s+(?:and|et|und|和)\s+\w")
_INITIAL = re.compile(r"[^\W\d_]\.?")
_BEHIND_QUOTE = re.compile(r"(?P<ended>[?!.,])?(?P<close>”(?:</\w+>)*)(?P<mark>[,.])")
_FIRST_LETTER = re.compile(r"[^\W_]")

UNSUPPORTED = {
    "collapse": None,
    "disambiguate-add-names": "true",
    "disambiguate-add-givenname": "true",
    "subsequent-author-substitute": None,
}
"""The attributes that citeproc-py does not carry out, and the value at which they ask for something; None for any."""


@cache
def mend() -> None:
    """Put what is mended into citeproc-py, once in a process."""
    from citeproc import model, string  # noqa: PLC0415 - an optional extra

    initialize, is_plural = model.Name.initialize, model.Label._is_plural  # noqa: SLF001

    def initialized(self: Any, given: str, mark: str, context: Any) -> str:  # noqa: ANN401
        if self.get_option("initialize", context) == "false":
            return _with_marks(given, mark)
        return str(initialize(self, given, mark, context))

    def is_plural_locator(self: Any, item: Any) -> bool:  # noqa: ANN401
        if self.get("variable") == "locator" and item.has_locator:
            return bool(_SEVERAL.search(str(item.locator.identifier)))
        return bool(is_plural(self, item))

    for options in _name_options(model):
        options.setdefault("initialize", "true")
    model.Name.initialize = initialized
    model.If._is_numeric = _is_numeric  # noqa: SLF001
    model.Label._is_plural = is_plural_locator  # noqa: SLF001
    string.String.capitalize_first = _with_first_letter_raised


def _name_options(model: Any) -> list[dict[str, Any]]:  # noqa: ANN401
    """Return the tables of inheritable options, which lack `initialize`."""
    classes = (getattr(model, name) for name in dir(model))
    tables = [getattr(each, "_default_options", None) for each in classes if isinstance(each, type)]
    return [table for table in tables if isinstance(table, dict) and "initialize-with" in table]


def _with_marks(given: str, mark: str) -> str:
    """Return given names with the mark behind each that is an initial already (`initialize="false"`)."""
    parts = [f"{word[0]}{mark}" if _INITIAL.fullmatch(word) else f"{word} " for word in given.split()]
    return "".join(parts).strip()


def _is_numeric(self: Any, item: Any) -> list[bool]:  # noqa: ANN401
    """Return for each variable that is asked for whether it is numeric; a locator is one of the citation."""
    return [_NUMERIC.fullmatch(_value(item, name)) is not None for name in self.get("is-numeric").split()]


def _value(item: Any, name: str) -> str:  # noqa: ANN401
    if name == "locator":
        return str(item.locator.identifier) if item.has_locator else ""
    key = name.replace("-", "_")
    return str(item.reference[key]) if key in item.reference else ""


def _with_first_letter_raised(self: Any) -> Any:  # noqa: ANN401
    """Return a word with its first letter as a capital: that of `(apples` stands behind a bracket."""
    text = str(self)
    match = _FIRST_LETTER.search(text)
    place = match.start() if match else 0
    return type(self)(text[:place] + text[place : place + 1].upper() + text[place + 1 :])


def with_punctuation_in_quotes(html: str, style: Any) -> str:  # noqa: ANN401
    """Return HTML with commas and full stops before closing quotation marks, if the style's locale wants them there."""
    if style.root.get_locale_option("punctuation-in-quote").lower() != "true":
        return html
    return _BEHIND_QUOTE.sub(lambda match: (match["ended"] or match["mark"]) + match["close"], html)


class SuffixedYear(int):
    """A year with the letter that tells it from another of the same authors; it counts and sorts as the year."""

    letter: str

    def __new__(cls, year: int, letter: str) -> Self:
        """Return the year with its letter."""
        made = super().__new__(cls, year)
        made.letter = letter
        return made

    def __abs__(self) -> SuffixedYear:
        """Return itself: citeproc-py shows the absolute value."""
        return self

    def __str__(self) -> str:
        """Return `2020a`."""
        return f"{int(self)}{self.letter}"
