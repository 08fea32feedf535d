"""A reference in words: as the built-in styles write it, and the parts that every plain reference is made of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import escape

from paperatlas.atlas import Paper
from paperatlas.bibliography import Name, NameList
from paperatlas.bibliography.model.dates import read_year
from paperatlas.bibliography.model.identifiers import arxiv_page, doi_page
from paperatlas.pages.render import lang_attribute, title_language
from paperatlas.text.collation import Key, collation_key
from paperatlas.texts.definition import Messages

_MOST_NAMES = 7
_NUMBERED_KINDS = frozenset({"patent", "report", "thesis"})
_PRESORT = "mm"
"""The `presort` of an entry that has none (the BibLaTeX manual, 2.2.3)."""
_UNLISTED = re.compile(r"\b(?:skipbib|dataonly)\b(?!\s*=\s*false)", re.IGNORECASE)
_ENDED = re.compile(r"[.?!。？！](?:</\w+>)*\Z")
_INITIALS = re.compile("[A-Z]{2,3}")
_GIVEN = re.compile(r"(?P<initial>[^\W\d_])[^\s.-]*\.?(?P<hyphen>-?)")


def short_names(paper: Paper, *, initials: bool = False) -> list[str]:
    """Return who a citation names: the authors by their family's names, else the paper itself.

    A third name stands for any number of others. `shortauthor` and `label` are BibLaTeX's, for citations alone. With
    `initials` the first author has some, who would else be taken for another.
    """
    people = paper.entry.names(f"short{paper.role}") if paper.authors else NameList()
    people = people or paper.authors
    names = [name.literal or name.label for name in people.names]
    if initials and names:
        names[0] = _with_initials(people.names[0])
    if people.others:
        names = [*names[:1], "", ""]
    return names or [paper.entry.plain("label") or paper.name]


def shorthand_of(paper: Paper) -> str:
    """Return what an entry is cited with in place of names and year or of a number, or nothing (BibLaTeX, 2.2.3)."""
    return paper.entry.plain("shorthand")


def is_listed(paper: Paper) -> bool:
    """Return whether references list a paper: not with the option `skipbib` or `dataonly` (the manual, 3.1.3)."""
    return _UNLISTED.search(paper.entry.verbatim("options") or "") is None


def year_of(paper: Paper, messages: Messages) -> str:
    """Return the year or years, the state of what is not published, or words for having none."""
    return paper.years_in(messages.year_words, messages.states) or messages.citations.no_date


def sort_key(paper: Paper) -> tuple[object, ...]:
    """Return the order of references by author, as in the index of people, year and title.

    What BibLaTeX sorts by instead, if an entry has it, comes first here as there (its manual, 2.2.3 and 4.5.6).
    """
    entry = paper.entry
    title = _sorted_as(entry.plain("sorttitle") or paper.title.text)
    people = entry.names("sortname") or paper.authors
    names = tuple(_without_case(name.sort_key) for name in people.names) or (title,)
    sortkey = entry.field("sortkey")
    if sortkey and sortkey.written_name == "sortkey":  # BibTeX's `key` is a number of the publisher's in many files
        names = (_sorted_as(sortkey.raw),)
    year, _ = read_year(entry.verbatim("sortyear") or "")
    year = year or entry.date
    number = 9999 if year is None or year.year is None else year.year
    return (entry.verbatim("presort") or _PRESORT).lower(), names, number, title, paper.key


def _sorted_as(text: str) -> tuple[object, ...]:
    return _without_case(collation_key(text))


def _without_case(key: Key) -> tuple[object, ...]:
    """Return a key without what tells equal Latin texts apart: the year comes before that."""
    *folded, _ = key
    return tuple(folded) if folded[-1] else key


def reference_html(paper: Paper, messages: Messages, href: str, *, year: str, year_first: bool) -> str:
    """Return `Kong, Z. and Ping, W. (2021). Title. Venue. doi:…`, its title a link to `href` unless that is empty."""
    title, lang = paper.title.html, lang_attribute(title_language(messages.language, paper))
    if href:
        title = f'<a class="pa-ref__title" href="{escape(href)}"{lang}>{title}</a>'
    elif lang:
        title = f"<span{lang}>{title}</span>"
    title += kind_html(paper, messages.genres)
    who, roles = _authors(paper, messages), messages.citations.roles
    number_at_arxiv = paper.entry.arxiv and paper.publication == f"arXiv:{paper.entry.arxiv}"
    where = "" if number_at_arxiv else publication_html(paper)
    parts = [f"{escape(who)} ({escape(year)})" if year_first else escape(who), title]
    if not who:
        parts = [f"{title} ({escape(year)})" if year_first else title]
    contributed = [
        escape(roles.contributed(role, messages.list_separator.join(name.display for name in names.names)))
        for role, names in paper.contributors.items()
    ]
    if not paper.container:  # those of a collection stand behind its name
        parts += contributed
    last = [where] if where else []
    if not year_first:
        last.append(escape(year))
    parts += [", ".join(last)] if last else []
    if paper.container:
        parts += contributed
    return " ".join(part for part in (sentences(parts), _link(paper)) if part)


def sentences(parts: Iterable[str]) -> str:
    """Return the parts of a reference that there are, each ended like a sentence."""
    return " ".join(part if _ENDED.search(part) else f"{part}." for part in parts if part)


def publication_html(paper: Paper) -> str:
    """Return where the paper appeared, the name of the proceedings or journal in italics."""
    container = paper.container
    if container and paper.publication.startswith(container.text):
        return f"<em>{container.html}</em>{escape(paper.publication.removeprefix(container.text))}"
    return escape(paper.publication)


def kind_html(paper: Paper, genres: Mapping[str, str]) -> str:
    """Return what kind of thesis, report or patent a paper is, with its number: ` (Technical report RT 2005-08)`."""
    entry = paper.entry
    if entry.kind not in _NUMBERED_KINDS:
        return ""
    kind = genres.get((entry.plain("type") or entry.type).lower()) or entry.plain("type")
    words = " ".join(part for part in (kind, entry.plain("number")) if part)
    return f" ({escape(words)})" if words else ""


def with_name_note(paper: Paper, names: str) -> str:
    """Return the authors with what their entry adds to their names, such as a pen name: `Roe, J. [pseud.]`."""
    note = paper.entry.plain("nameaddon") if names and paper.role == "author" else ""
    return f"{names} {note}" if note[:1] in ("(", "[") else f"{names} [{note}]" if note else names


def inverted(name: Name) -> str:
    """Return `van den Oord, A.`; what has no parts, and a Chinese name, as it is."""
    if name.literal or not name.given or not name.family:
        return name.display
    particle = f" {name.prefix}" if name.prefix and name.useprefix is False else ""
    return ", ".join(part for part in (name.label, _initials(name) + particle, name.suffix) if part)


def _with_initials(name: Name) -> str:
    """Return `Z. Kong`; what has no parts, and a Chinese name, as it is."""
    return f"{_initials(name)} {name.label}" if name.given and name.family and not name.literal else name.display


def _initials(name: Name) -> str:
    """Return the initials of the given names, or these where they have none."""
    # `KR`, as PubMed writes two given names, has two initials.
    given = " ".join(name.given) if _INITIALS.fullmatch(name.given) else name.given
    initials = "".join(
        f"{match['initial'].upper()}.{match['hyphen'] or ' '}"
        for word in given.split()
        for match in _GIVEN.finditer(word)
    )
    return initials.rstrip(" -") or given


def _authors(paper: Paper, messages: Messages) -> str:
    names = [inverted(name) for name in paper.authors.names]
    more = paper.authors.others or len(names) > _MOST_NAMES
    shown = names[: _MOST_NAMES - 1] if len(names) > _MOST_NAMES else names
    text = ", ".join(shown)
    role = messages.citations.roles.mark(paper.role, len(names) + paper.authors.others)
    text = with_name_note(paper, f"{text}, {messages.et_al}" if more else text)
    return f"{text}{'' if role[:1] == '（' else ' '}{role}" if text and role else text


def _link(paper: Paper) -> str:
    """Return where the paper is to be had: its DOI, its number at arXiv, or its address."""
    entry = paper.entry
    if entry.doi:
        return _anchor(doi_page(entry.doi), f"doi:{entry.doi}")
    if entry.arxiv:
        return _anchor(arxiv_page(entry.arxiv), f"arXiv:{entry.arxiv}")
    link = paper.link("paper") or paper.link("pdf") or paper.link("website")
    return _anchor(link.url, link.url.partition("://")[2].rstrip("/")) if link else ""


def _anchor(url: str, text: str) -> str:
    return f'<a class="pa-ref__link" href="{escape(url)}">{escape(text)}</a>'
