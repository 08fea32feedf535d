"""A reference as the built-in styles write it."""

from __future__ import annotations

from html import escape

from paperatlas.atlas import Paper
from paperatlas.bibliography import Name
from paperatlas.pages.messages import Messages

_MOST_NAMES = 7


def short_names(paper: Paper) -> list[str]:
    """Who a citation names: the authors by their family's names, else the paper itself.

    A third name stands for any number of others.
    """
    names = [name.literal or name.label for name in paper.authors.names]
    if paper.authors.others:
        names = [*names[:1], "", ""]
    return names or [paper.name]


def year_of(paper: Paper, messages: Messages) -> str:
    """The year, or words for having none."""
    return str(paper.year or messages.citations.no_date)


def sort_key(paper: Paper) -> tuple[object, ...]:
    """The order of references by author, year and title."""
    names = tuple(name.sort_key for name in paper.authors.names) or ((paper.title.text.casefold(), "", "", ""),)
    return names, paper.year or 9999, paper.title.text.casefold(), paper.key


def reference_html(paper: Paper, messages: Messages, href: str, *, year: str, year_first: bool) -> str:
    """`Kong, Z. and Ping, W. (2021). Title. Venue. doi:…`, its title a link to `href` unless that is empty."""
    title = paper.title.html
    if href:
        title = f'<a class="pa-ref__title" href="{escape(href)}">{title}</a>'
    who = _authors(paper, messages)
    where = paper.publication
    if paper.entry.arxiv and where == f"arXiv:{paper.entry.arxiv}":
        where = ""
    parts = [f"{escape(who)} ({escape(year)})" if year_first else escape(who), title]
    if not who:
        parts = [f"{title} ({escape(year)})" if year_first else title]
    last = [f"<i>{escape(where)}</i>"] if where else []
    if not year_first:
        last.append(escape(year))
    parts += [", ".join(last)] if last else []
    text = " ".join(part if part.endswith((".", "?", "!")) else f"{part}." for part in parts)
    return " ".join(part for part in (text, _link(paper)) if part)


def _authors(paper: Paper, messages: Messages) -> str:
    names = [_inverted(name) for name in paper.authors.names]
    more = paper.authors.others or len(names) > _MOST_NAMES
    shown = names[: _MOST_NAMES - 1] if len(names) > _MOST_NAMES else names
    text = ", ".join(shown)
    return f"{text}, {messages.et_al}" if more else text


def _inverted(name: Name) -> str:
    """`von Family, G. H.`; what has no parts, and a Chinese name, as it is."""
    if name.literal or not name.family:
        return name.display
    parts = [name.label, _initials(name.given), name.suffix]
    return ", ".join(part for part in parts if part)


def _initials(given: str) -> str:
    """The initials of a name: `J.-P. É.` of `Jean-Paul Émile`."""
    words = ("-".join(f"{part[0]}." for part in word.split("-") if part) for word in given.split())
    return " ".join(words)


def _link(paper: Paper) -> str:
    """Where the paper is to be had: its DOI, its number at arXiv, or its address."""
    entry = paper.entry
    if entry.doi:
        return _anchor(f"https://doi.org/{entry.doi}", f"doi:{entry.doi}")
    if entry.arxiv:
        return _anchor(f"https://arxiv.org/abs/{entry.arxiv}", f"arXiv:{entry.arxiv}")
    link = paper.link("paper") or paper.link("pdf") or paper.link("website")
    return _anchor(link.url, link.url.partition("://")[2].rstrip("/")) if link else ""


def _anchor(url: str, text: str) -> str:
    return f'<a class="pa-ref__link" href="{escape(url)}">{escape(text)}</a>'
