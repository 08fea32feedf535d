"""What goes into a CSL engine and what comes out, whichever engine it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from typing import Any

from paperatlas.atlas import Paper
from paperatlas.bibliography.model.container import container_of
from paperatlas.bibliography.model.han_names import is_han
from paperatlas.formats.csl.writer import csl_item
from paperatlas.notes import Citation
from paperatlas.pages.citations.csl_html import LINK_BEGIN, clean, linked
from paperatlas.pages.citations.csl_style_file import StyleFile
from paperatlas.pages.citations.styles import Reference, words, words_behind
from paperatlas.pages.render import lang_attribute, title_language

_QUOTE = "[“”‘’'\"«»„‚]"
_QUOTE_MARK = re.compile(_QUOTE)
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])|(?<=\s)'(?=[^\W\d_]{1,2}(?:\s|\Z))")
"""An apostrophe within a name or a word, or before a short one: `d'Arc`, `van 't Hoff`."""
_NUMBER = re.compile(r"\s*(\[\d+\]|\(?\d+[.)])\s*")


def item_for_style(paper: Paper, id_: str, style: StyleFile) -> dict[str, Any]:
    """Return the paper as CSL-JSON, as a style is to see it.

    Chinese names are given whole: an engine would write initials and a comma, or a full stop behind them. What the
    number of a preprint says, the archive does not repeat, nor the date what the status says. Who holds a patent has
    no variable in CSL; styles name a contributor as one who took part. A volume stands behind the work that it is of.
    An apostrophe is that of print, as Pandoc and citeproc-js write it.
    """
    item = csl_item(paper.entry, id_)
    if item["type"] == "patent":
        item.pop("contributor", None)
    if style.prints_status and "status" in item and item.get("issued") == {"literal": item["status"]}:
        del item["issued"]
    if str(item.get("number", "")) == f"{item.get('archive')}:{item.get('archive_location')}":
        del item["archive"], item["archive_location"]
    if (work := item.get("custom", {}).get("maintitle")) and container_of(paper.entry) is not None:
        item |= {"container-title": work, "volume-title": item["container-title"]}
    for variable, value in item.items():
        if isinstance(value, list) and value and all(isinstance(name, dict) for name in value):
            item[variable] = [_whole(name) for name in value]
        elif isinstance(value, str) and (variable == "title-short" or variable.endswith("title")):
            item[variable] = _APOSTROPHE.sub("’", value)
    return item


def _whole(name: dict[str, str]) -> dict[str, str]:
    written = name.get("family", "") + name.get("given", "")
    if written and is_han(written):
        return {"literal": written}
    return {part: _APOSTROPHE.sub("’", text) for part, text in name.items()}


def words_around(citation: Citation) -> tuple[str, str]:
    """Return an author's words before and behind a citation, without the locator, which the style formats."""
    before = f"{words(citation.prefix)} " if citation.prefix else ""
    return before, words_behind(citation.words, ", ")


def reference_of(paper: Paper, html: str, href: Callable[[Paper], str], *, language: str, numbered: bool) -> Reference:
    """Return a reference from an engine's HTML: its number apart, if the style has them, and with links.

    `language` is that of the page, in which a title in another one says so.
    """
    number = _NUMBER.match(html) if numbered else None
    text = html[number.end() :] if number else html
    return Reference(paper, _with_link(paper, text, href(paper), language), number[1] if number else "")


def _with_link(paper: Paper, html: str, href: str, language: str) -> str:
    """Make the title of a reference lead to the paper, or its words if the style prints no title; it adds nothing."""
    lang = lang_attribute(title_language(language, paper))
    written = clean(csl_item(paper.entry).get("title", "\0"))
    # As a whole: the title `T` is no part of a name. A style has its own quotation marks.
    pattern = "".join(_QUOTE if _QUOTE_MARK.match(character) else re.escape(character) for character in written)
    title = re.search(rf"(?<!\w){pattern}(?!\w)", html, re.IGNORECASE)
    if title is None:
        return _words_linked(html, href) if href else linked(html)
    if href:
        marked = f'<a class="pa-ref__title" href="{escape(href)}"{lang}>{title[0]}</a>'
    else:
        marked = f"<span{lang}>{title[0]}</span>" if lang else title[0]
    return linked(html[: title.start()]) + marked + linked(html[title.end() :])


def _words_linked(html: str, href: str) -> str:
    """Return a reference whose words up to the first address are a link; its full stop is none of them."""
    words = linked(html).partition(LINK_BEGIN)[0]
    if words.count("</") * 2 != words.count("<"):  # an element goes on behind the address
        words = words.partition("<")[0]
    words = words.rstrip(" .,")
    marked = f'<a class="pa-ref__title" href="{escape(href)}">{words}</a>' if words else ""
    return marked + linked(html[len(words) :])
