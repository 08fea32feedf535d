"""What a reader cites a paper with: a reference, its BibTeX entry, and what reference managers find in the page."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup, escape

from paperatlas.atlas import Paper
from paperatlas.bibliography import NameList
from paperatlas.bibliography.model.date_words import STATE_WORDS
from paperatlas.bibliography.model.dates import ENGLISH_YEARS
from paperatlas.bibliography.model.fields import NAME_FIELDS
from paperatlas.bibliography.model.han_names import is_han
from paperatlas.formats.bibtex.writer import classic_bibtex
from paperatlas.formats.csl.tables import CSL_GENRES
from paperatlas.pages.citations.reference import (
    inverted,
    kind_html,
    publication_html,
    sentences,
    with_name_note,
)
from paperatlas.pages.metadata.coins import coins
from paperatlas.pages.render import lang_attribute, title_language
from paperatlas.texts.roles import ENGLISH_ROLES

_MOST_AUTHORS = 20
"""As many as the APA's style (7th edition) writes out; of more, the first 19 and the last."""

CITED = NAME_FIELDS | {
    "title", "subtitle", "titleaddon", "shorttitle", "booktitle", "booksubtitle", "booktitleaddon", "maintitle",
    "mainsubtitle", "maintitleaddon", "journaltitle", "journalsubtitle", "journaltitleaddon", "shortjournal",
    "issuetitle", "issuesubtitle", "eventtitle", "eventdate", "venue", "series", "volume", "volumes", "number",
    "issue", "part", "edition", "chapter", "pages", "pagetotal", "eid", "version", "type", "pubstate",
    "publisher", "institution", "organization", "school", "location", "howpublished", "date", "year", "month",
    "origdate", "origtitle", "origpublisher", "origlocation", "nameaddon", "reprinttitle",
    "eprint", "eprinttype", "eprintclass", "doi", "url", "urldate",
    "isbn", "issn", "pmid", "pmcid", "mrnumber", "zblnumber", "langid", "language", "note", "addendum", "editortype",
    "authortype",
}  # fmt: skip
"""The fields that identify a work and that bibliographies print: what others want in a file of their own."""


@dataclass(frozen=True, slots=True)
class CiteAs:
    """A paper as others cite it. `coins` is the `title` of a COinS element."""

    reference: Markup
    bibtex: str
    coins: str


def cite_as(paper: Paper) -> CiteAs:
    """Return everything to cite `paper` with on its page."""
    return CiteAs(reference=reference(paper), bibtex=classic_bibtex(paper.entry, CITED), coins=coins(paper))


def reference(paper: Paper) -> Markup:
    """Return the reference in an author–year style: `Ho, J., & Ermon, S. (2016). Title. Where, pages. Address`."""
    who = _people(paper)
    year = f"({escape(paper.years_in(ENGLISH_YEARS, STATE_WORDS) or 'n.d.')})"
    contributors, book = map(escape, _contributors(paper))
    lang = lang_attribute(title_language("en", paper))  # the words around it are English
    title = f"<span{lang}>{paper.title.html}</span>" if lang else paper.title.html
    title = f"{title}{kind_html(paper, CSL_GENRES)}{contributors}"
    begin = [f"{escape(who)} {year}", title] if who else [f"{title} {year}"]
    link = paper.link("paper") or paper.link("pdf")
    text = sentences([*begin, f"{book}{publication_html(paper)}"])
    if link:
        text += str(Markup(' <a href="{0}">{0}</a>').format(link.url))
    return Markup(text)  # noqa: S704 - every part is escaped


def _people(paper: Paper) -> str:
    """Return those whom the paper is cited by, with their role where they are no authors."""
    people = with_name_note(paper, _names(paper))
    return f"{people} {_mark(paper.role, paper.authors)}".rstrip() if people else ""


def _mark(role: str, names: NameList) -> str:
    """Return what stands behind names, as the APA's style has it whatever the language of the page."""
    return ENGLISH_ROLES.mark(role, len(names.names) + names.others)


def _contributors(paper: Paper) -> tuple[str, str]:
    """Return the editors and translators of the work of others, for its title and for the book that it is in.

    `(D. W. Lucas, Ed.; A. Kenny, Trans.)` stands behind a title, `In D. W. Lucas (Ed.), ` before the book of a part.
    """
    words, book = [], ""
    for role, names in paper.contributors.items():
        suffix = _mark(role, names)
        who = " & ".join(name.display for name in names.names) + (" et al." if names.others else "")
        if role == "editor" and paper.container:
            book = f"In {who} {suffix}, "
        else:
            words.append(f"{who}, {suffix.strip('()')}" if suffix else who)
    return f" ({'; '.join(words)})" if words else "", book


def _names(paper: Paper) -> str:
    names = [inverted(name) for name in paper.authors.names]
    # References to Chinese works have neither "&" nor "et al." (GB/T 7714-2015, 8.1.2).
    chinese = bool(names) and all(map(is_han, names))
    if paper.authors.others:
        return ", ".join([*names, "等" if chinese else "et al."])
    if chinese and len(names) <= _MOST_AUTHORS:
        return ", ".join(names)
    if len(names) > _MOST_AUTHORS:
        return ", ".join(names[: _MOST_AUTHORS - 1]) + f", … {names[-1]}"
    return ", & ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)
