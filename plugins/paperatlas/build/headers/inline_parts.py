"""What pages have inside them that a Content-Security-Policy stops unless it names their digest."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import Literal

InlineKind = Literal["script", "style", "handler", "style attribute"]

_ELEMENT = re.compile(r"<(script|style)\b([^>]*)>(.*?)</\1\s*>", re.IGNORECASE | re.DOTALL)
_TYPE = re.compile(r"""\stype\s*=\s*["']?([^"'\s>]*)""", re.IGNORECASE)
_SOURCE = re.compile(r"\ssrc\s*=", re.IGNORECASE)
_RUNS = frozenset({"", "module", "text/javascript", "application/javascript", "importmap", "speculationrules"})
"""The types of scripts that are more than data."""
_TAG = re.compile(r"""<[a-z](?:[^<>"']|"[^"]*"|'[^']*')*>""", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""\s(style|on[a-z]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_LEADS_ON = re.compile(r"""<meta[^>]*http-equiv=["']?refresh""", re.IGNORECASE)
_MAKES_STYLE = re.compile(r"""\("style",\{\},([\w$]+)\.toString\(\)\)""")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r"}
_TO_THE_ROOT = re.compile(r"""(["'])(?:\.{1,2}(?:/\.\.)*/?|/(?:[^"'\s/][^"'\s]*)?)\1""")
"""A text that is the way to the root of the site, the only one that themes write otherwise on each page."""


@dataclass(frozen=True, slots=True)
class InlinePart:
    """A script, a style or a handler that is written in a page, as a browser reads it."""

    kind: InlineKind
    text: str

    @property
    def source(self) -> str:
        """What allows it in a policy."""
        digest = hashlib.sha256(self.text.encode()).digest()
        return f"'sha256-{base64.b64encode(digest).decode()}'"


_ON_FEW_PAGES = frozenset(
    InlinePart("style attribute", text)
    for text in ("color: #fcfcfc", "padding: 0; font-size: inherit; line-height: inherit", "text-align: center")
)
"""What MkDocs' own themes have on pages of the navigation alone, and on the page for a missing one. Whoever else writes
it does no harm."""
_TEXT_OF_A_SCRIPT = r'(?:"(?:[^"\\\n]|\\.)*"|null)'
_PAGE_DATA = re.compile(
    r"\s*// Current page data\s+"
    + r"\s*".join(rf"var mkdocs_page_{name} = {_TEXT_OF_A_SCRIPT};" for name in ("name", "input_path", "url"))
    + r"\s*"
)


@dataclass(frozen=True, slots=True)
class InlineParts:
    """What the pages of a site hold: of the theme, and of single pages, each of these with the first that has it."""

    of_theme: tuple[InlinePart, ...]
    of_pages: Mapping[InlinePart, str] = field(default_factory=dict)


def find_inline_parts(pages: Iterable[tuple[str, str]]) -> InlineParts:
    """Divide what pages, each an address and its HTML, have inside them into what is the theme's and what is not.

    What at least half of the pages have is the theme's, whatever way it names to the root, and so is what MkDocs' own
    themes are known to have. The rest came with the content of single pages, so that it may be a stranger's.
    """
    count = 0
    first: dict[InlinePart, str] = {}
    having: dict[InlinePart, int] = {}
    for address, html in pages:
        if _LEADS_ON.search(html):
            continue
        count += 1
        found = set(inline_parts_of(html))
        for part in found:
            first.setdefault(part, address)
        for part in set(map(_on_every_page, found)):
            having[part] = having.get(part, 0) + 1
    ordered = sorted(first, key=lambda part: (part.kind, part.text))
    of_theme = tuple(part for part in ordered if part in _ON_FEW_PAGES or 2 * having[_on_every_page(part)] >= count)
    return InlineParts(of_theme, {part: first[part] for part in ordered if part not in of_theme})


def inline_parts_of(html: str) -> Iterator[InlinePart]:
    """Yield what a page has inside it, in its order: first elements, then attributes."""
    html = html.replace("\r\n", "\n").replace("\r", "\n")
    for element in _ELEMENT.finditer(html):
        if element[1].lower() == "style":
            yield InlinePart("style", element[3])
        elif not _SOURCE.search(element[2]) and _type_of(element[2]) in _RUNS:
            yield InlinePart("script", element[3])
    for tag in _TAG.finditer(_ELEMENT.sub("", html)):
        for attribute in _ATTRIBUTE.finditer(tag[0]):
            kind: InlineKind = "style attribute" if attribute[1].lower() == "style" else "handler"
            yield InlinePart(kind, unescape(attribute[2] if attribute[2] is not None else attribute[3]))


def is_page_data(part: InlinePart) -> bool:
    """Return whether a script only tells others which page it is in: MkDocs' theme `readthedocs` has one in each page.

    No policy can name one digest for each page, and nothing of the theme reads what it sets.
    """
    return part.kind == "script" and _PAGE_DATA.fullmatch(part.text) is not None


def styles_of_script(script: str) -> Iterator[InlinePart]:
    """Yield the style sheets that a script of the theme puts into pages: that of Zensical's search has one."""
    for made in _MAKES_STYLE.finditer(script):
        written = re.search(rf"\b{re.escape(made[1])}='((?:[^'\\]|\\.)*)'", script, re.DOTALL)
        if written:
            yield InlinePart("style", _ESCAPED.sub(lambda match: _ESCAPES.get(match[1], match[1]), written[1]))


def _type_of(attributes: str) -> str:
    written = _TYPE.search(attributes)
    return written[1].lower() if written else ""


def _on_every_page(part: InlinePart) -> InlinePart:
    return InlinePart(part.kind, _TO_THE_ROOT.sub('"."', part.text))
