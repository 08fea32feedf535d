"""A CSL style as a file: what any engine has to know of it before it carries it out."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.etree import ElementTree

from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.notes.citations.rules import UNUSABLE_STYLE

_NAMESPACE = "{http://purl.org/net/xbiblio/csl}"
_MOST_PARTS = 20_000
"""Of the 10,844 published styles none has more than 4,883, but forty macros that call the next one twice have 2^40."""
_LOCALES = {"en": "en-US", "zh": "zh-CN"}


@dataclass(frozen=True, slots=True)
class StyleFile:
    """An independent style that writes citations in the text, known to people as `shown`."""

    data: bytes = field(repr=False)
    shown: str
    by_author: bool
    """Whether its citations name the authors."""
    own_locale: bool
    prints_status: bool = False
    """Whether it has a place of its own for `in press`, which need not stand for the date as well."""

    def locale(self, language: str) -> str | None:
        """Return the locale of a page in a language; None for the style's own, or CSL's default."""
        return None if self.own_locale else _LOCALES.get(language)


def read_style_file(data: bytes | None, shown: str) -> tuple[StyleFile | None, list[Problem]]:
    """Read the style that a file holds; none, and why, if there is no file or the style cannot be used."""
    if data is None:
        return unusable(shown, "")
    try:
        root = ElementTree.fromstring(data)  # noqa: S314 - a file of the site, and expat limits entities
    except ElementTree.ParseError as error:
        return unusable(shown, "xml", str(error).partition(":")[0], error.position[0])
    if root.tag != f"{_NAMESPACE}style":
        return unusable(shown, "other")
    if root.find(f".//{_NAMESPACE}link[@rel='independent-parent']") is not None:
        return unusable(shown, "dependent")
    if root.find(f"{_NAMESPACE}citation") is None or root.get("class") == "note":
        return unusable(shown, "footnotes")
    if _carried_out(root) > _MOST_PARTS:
        return unusable(shown, "long")
    category = root.find(f"{_NAMESPACE}info/{_NAMESPACE}category[@citation-format]")
    by_author = category is not None and category.get("citation-format") in ("author-date", "author")
    prints_status = root.find(f".//{_NAMESPACE}text[@variable='status']") is not None
    own_locale = bool(root.get("default-locale"))
    return StyleFile(data, shown, by_author=by_author, own_locale=own_locale, prints_status=prints_status), []


def _carried_out(root: ElementTree.Element) -> int:
    """Return how many parts of a style are carried out for a paper at most: one alternative, macros at each call."""
    macros = {macro.get("name"): macro for macro in root.iter(f"{_NAMESPACE}macro")}
    counts: dict[str | None, int] = {}

    def called(name: str | None) -> int:
        if name in macros and name not in counts:
            counts[name] = 0  # for a macro that calls itself, at which engines give up
            counts[name] = count(macros[name])
        return counts.get(name, 0)

    def count(element: ElementTree.Element) -> int:
        parts = [count(child) for child in element]
        inside = max(parts, default=0) if element.tag == f"{_NAMESPACE}choose" else sum(parts)
        return 1 + called(element.get("macro")) + inside

    try:
        return sum(count(part) for part in root if part.tag != f"{_NAMESPACE}macro")
    except RecursionError:
        return _MOST_PARTS + 1


def unusable(shown: str, variant: str, reason: str = "", line: int = 0) -> tuple[None, list[Problem]]:
    """Return that there is no style, with the problem that says so."""
    return None, [UNUSABLE_STYLE.at(Span(shown, line), variant, style=shown, reason=reason)]
