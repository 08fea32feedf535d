"""citeproc-py with those of its faults mended that change what readers see, and a list of those that are not.

Each function here and in `csl_rendering.py` stands in for one of citeproc-py's that does not do what CSL 1.0.2 says;
`mend` puts them in.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Self

from paperatlas.pages.citations.csl_case import mend_case
from paperatlas.pages.citations.csl_dates import mend_dates
from paperatlas.pages.citations.csl_names import mend_names
from paperatlas.pages.citations.csl_numbers import mend_numbers
from paperatlas.pages.citations.csl_rendering import mend_groups, mend_labels, mend_others, mend_terms

_PART = r"[^\W\d_]*\d+[^\W\d_]*"
_NUMERIC = re.compile(rf"\s*{_PART}(?:\s*[,&\-–\ue004]\s*{_PART})*\s*")
"""CSL 1.0.2, "Choose": numbers with prefixes and suffixes, parted by a comma, a hyphen or an ampersand.

The private character is the hyphen that an author wrote in a locator.
"""
_INITIAL = re.compile(r"[^\W\d_]\.?")
_TWO_STOPS = re.compile(r"\.((?:</\w+>)+)\.(?!\.)")
_BEHIND_QUOTE = re.compile(r"(?P<ended>[?!.,])?(?P<close>”(?:</\w+>)*)(?P<mark>[,.])")
_FIRST_LETTER = re.compile(r"[^\W_]")

ALIKE = "alike"
"""The mark of works that are cited alike until a style tells them apart by more than letters."""

UNSUPPORTED = {
    "collapse": None,
    "disambiguate-add-names": "true",
    "disambiguate-add-givenname": "true",
    "subsequent-author-substitute": None,
    "et-al-subsequent-min": None,
    "et-al-subsequent-use-first": None,
}
"""The attributes that citeproc-py does not carry out, and the value at which they ask for something; None for any."""


@cache
def mend() -> None:
    """Put what is mended into citeproc-py, once in a process."""
    from citeproc import model, string  # noqa: PLC0415 - an optional extra

    initialize = model.Name.initialize

    def initialized(self: Any, given: str, mark: str, context: Any) -> str:  # noqa: ANN401
        if self.get_option("initialize", context) == "false":
            return _with_marks(given, mark)
        return str(initialize(self, given, mark, context))

    write_label = model.Label.process

    def labelled(self: Any, item: Any, variable: str | None = None, *values: Any, **more: Any) -> Any:  # noqa: ANN401
        locator = (variable or self.get("variable")) == "locator" and item.has_locator
        return write_label(self, item, variable, *values, **more) if not locator or item.locator.label else None

    model.Label.process = labelled
    for options in _name_options(model):
        options.setdefault("initialize", "true")
    model.Name.initialize = initialized
    model.If._is_numeric = _is_numeric  # noqa: SLF001
    string.String.capitalize_first = _with_first_letter_raised
    mend_case(model, string)
    mend_names(model)
    mend_numbers(model)
    mend_terms(model)
    mend_groups(model)
    mend_dates(model)
    mend_labels(model)
    mend_others(model)
    _mend_sorting(model)
    _mend_disambiguation(model)


def _mend_sorting(model: Any) -> None:  # noqa: ANN401
    """Sort names without the particles that `demote-non-dropping-particle="sort-only"` puts behind them."""
    get_option = model.Name.get_option

    def option(self: Any, name: str, context: Any = None, sort_options: Any = None) -> Any:  # noqa: ANN401
        value = get_option(self, name, context, sort_options)
        demoted = sort_options and name == "demote-non-dropping-particle" and value == "sort-only"
        return "display-and-sort" if demoted else value

    model.Name.get_option = option


def _mend_disambiguation(model: Any) -> None:  # noqa: ANN401
    """Have `disambiguate="true"` hold for works with that mark alone; citeproc-py takes it as true of all."""
    render = model.If.render

    def rendered(self: Any, item: Any, *values: Any, **more: Any) -> Any:  # noqa: ANN401
        if self.get("disambiguate") == "true" and ALIKE not in item.reference:
            raise model.ConditionFailed
        return render(self, item, *values, **more)

    model.If.render = rendered


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
    """Return a text with its first letter as a capital: that of `(apples` stands behind a bracket.

    CSL 1.0.2, "Text-case": only if the first word is in lower case, unlike `arXiv`.
    """
    text = str(self)
    if not text[:1].strip() or not text.split(maxsplit=1)[0].islower():
        return self
    match = _FIRST_LETTER.search(text)
    place = match.start() if match else 0
    return type(self)(text[:place] + text[place : place + 1].upper() + text[place + 1 :])


def with_punctuation(html: str, style: Any) -> str:  # noqa: ANN401
    """Return HTML with one full stop where an italic "et al." ends a sentence.

    Commas and full stops stand before closing quotation marks, if the style's locale wants them there.
    """
    html = _TWO_STOPS.sub(r".\1", html)
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
