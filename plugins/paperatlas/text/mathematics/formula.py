"""A formula in LaTeX, read once: as MathML, as plain text, or what keeps it from being read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING

from paperatlas.text.mathematics.markup import markup
from paperatlas.text.mathematics.readable import formula_text

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_LONGEST = 4_000
"""Characters. What is longer is no formula, but a `$` that was never closed."""
_ANNOTATION = re.compile(r"<annotation\b.*?</annotation>", re.DOTALL)
_NEVER_CLOSED = 40
"""How deep braces may stand in each other; the converter's recursion ends in an error far behind that."""
_REFUSED = re.compile(
    r"\\((?:re)?newcommand|providecommand|[egx]?def|let|href|url|class|style|cssId|require|htmlData)(?![A-Za-z])"
)
"""Commands that define others, of which three lines can make gigabytes, or that say more than a formula should."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula: its `html` (MathML), its plain `text`, and its `flaw` if it could not be read.

    What cannot be read is shown as it is written. The flaw is the command at fault, or `?` where none can be named.
    """

    html: str
    text: str
    flaw: str = ""

    @property
    def bare(self) -> str:
        """Return the HTML without the annotation: for headings, of whose text hosts make ids and contents."""
        return _ANNOTATION.sub("", self.html)


# An abstract repeats its formulas, and a page and its search entry show the same; 2 kB each.
@lru_cache(maxsize=1 << 12)
def read_formula(tex: str, *, display: bool = False) -> Formula:
    """Return a formula, written without its dollar signs; `display` is one on a line of its own."""
    source = " ".join(tex.split())
    refused = _REFUSED.search(source)
    if refused is not None:
        return _as_written(source, refused[0])
    if len(source) > _LONGEST or _depth(source) > _NEVER_CLOSED:
        return _as_written(source, "?")
    element = _convert(source, display=display)
    if element is None:
        return _as_written(source, "?")
    written = markup(element, display=display)
    if written.flaw:
        return _as_written(source, written.flaw)
    block = ' display="block"' if display else ""
    # The annotation is what copying and screen readers take; search reads the formula itself.
    annotation = (
        f'<annotation encoding="application/x-tex" data-search-exclude>{escape(source, quote=False)}</annotation>'
    )
    html = f'<math{block} class="pa-math"><semantics>{written.html}{annotation}</semantics></math>'
    return Formula(html, formula_text(element))


def _convert(source: str, *, display: bool) -> Element | None:
    # A site without formulas need not wait for it: 0.1 to 0.4 s.
    from latex2mathml.converter import convert_to_element  # noqa: PLC0415

    try:
        return convert_to_element(_known_names(source), display="block" if display else "inline")
    # It has twelve exceptions without a common base, and ends some bad input with IndexError, KeyError and others.
    except Exception:
        return None


def _known_names(source: str) -> str:
    """Return a formula with the converter's names for environments that go by two, and for `arg min`."""
    for name, known in (("aligned", "split"), ("alignedat", "split"), ("gathered", "split")):
        source = source.replace(f"{{{name}}}", f"{{{known}}}")
    return re.sub(r"\\arg\s*\\(min|max)(?![A-Za-z])", r"\\arg\1", source)


def _depth(source: str) -> int:
    """Return how deep braces stand in each other."""
    deepest = depth = 0
    for character in source:
        depth += (character == "{") - (character == "}")
        deepest = max(deepest, depth)
    return deepest


def _as_written(source: str, flaw: str) -> Formula:
    shown = f"${source}$"
    return Formula(f'<code class="pa-math-source">{escape(shown, quote=False)}</code>', shown, flaw)
