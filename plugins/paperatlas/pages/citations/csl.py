"""Citations and references by any CSL style, through citeproc-py, which is optional.

citeproc-py knows neither links nor Pandoc's ways to cite, so both are told it in private characters: around the
part of a citation that becomes a link, and for a name that is to be left out. What it returns is not escaped, and is
cleaned here.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from html import escape
from io import BytesIO
from typing import Any

from paperatlas.atlas import Paper
from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.notes import CitationCluster
from paperatlas.notes.citations.rules import FAILED_STYLE, UNSUPPORTED_ATTRIBUTE
from paperatlas.pages.citations.csl_engine import ALIKE, UNSUPPORTED, SuffixedYear, mend, with_punctuation
from paperatlas.pages.citations.csl_html import clean
from paperatlas.pages.citations.csl_style_file import StyleFile, read_style_file, unusable
from paperatlas.pages.citations.csl_text import item_for_style, reference_of, words_around
from paperatlas.pages.citations.reference import short_names
from paperatlas.pages.citations.styles import (
    AuthorYear,
    CitationStyle,
    Cited,
    PageStyle,
    Reference,
    letter_of,
    unknown,
)
from paperatlas.texts.definition import Messages

_LINK_BEGIN = 0xE100
"""The first of the characters that begin a link: the second citation's link begins with the second one."""

_LINK_END, _NO_NAME, _HYPHEN = "\ue002", "\ue003", "\ue004"
_LINKED = re.compile(f"([\ue100-\uf8ff])(.*?){_LINK_END}", re.DOTALL)
_TAG, _WORD = re.compile(r"<[^<>]*>"), re.compile(r"\w")
_LEFT_OUT = re.compile(f"{_NO_NAME}[\\s,，.、]*")
_NAMESPACE = "{http://purl.org/net/xbiblio/csl}"


def read_csl_style(data: bytes | None, shown: str) -> tuple[CitationStyle | None, list[Problem]]:
    """Read the style that a file holds, which people know as `shown`; none if it cannot be used, or is not there."""
    file, problems = read_style_file(data, shown)
    if file is None:
        return None, problems
    try:
        import citeproc  # noqa: PLC0415 - an optional extra
    except ImportError:
        return unusable(shown, "extra")
    try:
        with _quiet():
            style = citeproc.CitationStylesStyle(BytesIO(file.data), validate=False)
    except Exception as error:
        return unusable(shown, "unreadable", str(error))
    mend()
    return CslStyle(file), _unsupported(style.root, shown)


def _unsupported(root: Any, shown: str) -> list[Problem]:  # noqa: ANN401 - an element of lxml
    """Return a problem for each attribute of a style that citeproc-py does not carry out, at its first place."""
    found: dict[str, Problem] = {}
    for element in root.iter():
        for name, value in element.attrib.items():
            if name in UNSUPPORTED and name not in found and UNSUPPORTED[name] in (None, value):
                found[name] = UNSUPPORTED_ATTRIBUTE.at(Span(shown, element.sourceline), name=name, value=value)
    return list(found.values())


@contextmanager
def _quiet() -> Iterator[None]:
    """Silence citeproc-py, which warns of every CSL variable that it does not know."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


@dataclass(frozen=True)
class CslStyle:
    """A CSL style that has been read once without a fault."""

    file: StyleFile
    _read: dict[str | None, Any] = field(default_factory=dict, compare=False, repr=False)

    @property
    def key(self) -> tuple[str | bytes, ...]:
        """Return what tells it from other styles."""
        return "citeproc-py", self.file.data

    def on_page(
        self,
        papers: Sequence[Paper],
        messages: Messages,
        href: Callable[[Paper], str],
        clusters: Sequence[CitationCluster],  # noqa: ARG002 - citeproc-py writes one after the other
    ) -> PageStyle:
        """Return the style with a page's papers."""
        import citeproc  # noqa: PLC0415

        locale = self.file.locale(messages.language)
        if locale not in self._read:
            with _quiet():
                self._read[locale] = citeproc.CitationStylesStyle(BytesIO(self.file.data), locale, validate=False)
        fallback = AuthorYear().on_page(papers, messages, href)
        return _CslPage(self.file, self._read[locale], papers, messages, href, fallback)


class _CslPage:
    """A style with the bibliography of a page. Papers that it cannot format are left to `fallback`."""

    def __init__(
        self,
        file: StyleFile,
        processor: Any,  # noqa: ANN401 - citeproc-py has no types
        papers: Sequence[Paper],
        messages: Messages,
        href: Callable[[Paper], str],
        fallback: PageStyle,
    ) -> None:
        from citeproc import CitationStylesBibliography, formatter  # noqa: PLC0415
        from citeproc.source.json import CiteProcJSON  # noqa: PLC0415

        self.tight = False
        self._file, self._messages, self._href, self._fallback = file, messages, href, fallback
        self._papers = {f"p{number}": paper for number, paper in enumerate(papers)}
        self._ids = {paper.key: id_ for id_, paper in self._papers.items()}
        self._problems: list[Problem] = []
        self._failed: set[str] = set()
        items = [item_for_style(paper, id_, file) for id_, paper in self._papers.items()]
        nameless = [{**item, "id": f"{item['id']}n", "author": [{"literal": _NO_NAME}]} for item in items]
        with _quiet():
            source = CiteProcJSON([*items, *nameless])
            self._bibliography = CitationStylesBibliography(processor, source, formatter.html)
            # Without locators, which citeproc-py would repeat in the reference.
            self._register(self._ids.values())
            try:
                self._bibliography.sort()
            except Exception as error:
                self._problems.append(self._failure("sort", "", error))
            self._order = list(self._bibliography.keys)
            if processor.root.find(f".//{_NAMESPACE}choose/*[@disambiguate='true']") is not None:
                self._mark_alike()
            if processor.root.find(f"{_NAMESPACE}citation").get("disambiguate-add-year-suffix") == "true":
                self._add_year_letters()
            self._register(f"{id_}n" for id_ in self._ids.values())
        self._items = {item.key: item for item in self._bibliography.items}

    def cluster(self, cited: Sequence[Cited], *, narrative: bool) -> str:
        """Return the style's own citation, after the authors' names if it is part of the sentence."""
        first = cited[0].paper
        known = [each for each in cited if each.paper is not None]
        if not known or any(each.paper and each.paper.key in self._failed for each in known):
            return self._fallback.cluster(cited, narrative=narrative)
        in_sentence = narrative and first is not None
        try:
            with _quiet():
                html = self._render(known[:1], nameless=True) if in_sentence else self._render(known)
                more = f" {self._render(known[1:])}" if in_sentence and known[1:] else ""
        except Exception as error:
            names = ", ".join(f"'{each.citation.key}'" for each in known)
            self._problems.append(self._failure("cite", names, error))
            return self._fallback.cluster(cited, narrative=narrative)
        missing = more + "".join(f" {unknown(each.citation)}" for each in cited if each.paper is None)
        # Brackets that hold nothing without the name, of a style that cites by the name alone.
        empty = _WORD.search(_TAG.sub("", html)) is None
        if not in_sentence or first is None:
            return self._fallback.cluster(cited, narrative=narrative) if empty else html + missing
        who = escape(self._messages.citations.names(short_names(first)))
        if empty:
            return known[0].link(who) + missing
        return who + ("" if html.startswith("<sup") else " ") + html + missing

    def references(self) -> list[Reference]:
        """Return the style's bibliography, in its own order."""
        fallback = {reference.paper.key: reference for reference in self._fallback.references()}
        references = []
        for id_ in self._order:
            paper = self._papers[id_]
            try:
                html = self._reference(id_)
            except Exception as error:
                self._problems.append(self._failure("", paper.key, error, paper))
                html = ""
            if not html:
                references.append(fallback[paper.key])
                continue
            numbered, language = not self._file.by_author, self._messages.language
            references.append(reference_of(paper, html, self._href, language=language, numbered=numbered))
        return references

    def problems(self) -> list[Problem]:
        """Return what the style could not do, each once."""
        return list(dict.fromkeys(self._problems))

    def _mark_alike(self) -> None:
        """Mark papers whose citations read the same, so that the style adds what it has for that."""
        from citeproc import CitationItem  # noqa: PLC0415

        alike: dict[str, list[str]] = {}
        for id_ in self._order:
            with suppress(Exception):  # what cannot be cited is reported where it is
                alike.setdefault(self._cite([CitationItem(id_)]), []).append(id_)
        for ids in alike.values():
            for id_ in ids if len(ids) > 1 else ():
                self._bibliography.source[id_][ALIKE] = self._bibliography.source[f"{id_}n"][ALIKE] = True

    def _add_year_letters(self) -> None:
        """Give papers that would be cited alike a letter each, in the order of the references."""
        texts = self._bibliography.style.root.iter(f"{_NAMESPACE}text")
        written = any(text.get("variable") == "year-suffix" for text in texts)
        alike: dict[tuple[object, ...], list[str]] = {}
        for id_ in self._order:
            paper = self._papers[id_]
            if paper.year is not None:
                alike.setdefault((tuple(short_names(paper)), paper.year), []).append(id_)
        for ids in alike.values():
            for number, id_ in enumerate(ids if len(ids) > 1 else ()):
                for key in (id_, f"{id_}n"):
                    reference, letter = self._bibliography.source[key], letter_of(number)
                    if written:
                        reference["year_suffix"] = letter
                    elif isinstance(year := getattr(reference.get("issued"), "year", None), int):
                        reference["issued"]["year"] = SuffixedYear(year, letter)

    def _register(self, ids: Any) -> None:  # noqa: ANN401
        from citeproc import Citation, CitationItem  # noqa: PLC0415

        for id_ in ids:
            self._bibliography.register(Citation([CitationItem(id_)]))

    def _render(self, known: Sequence[Cited], *, nameless: bool = False) -> str:
        from citeproc import CitationItem, Locator  # noqa: PLC0415

        items = []
        for index, each in enumerate(known):
            citation = each.citation
            left_out = self._file.by_author and (nameless or citation.suppress_author)
            id_ = self._ids[citation.key] + ("n" if left_out else "")
            before, behind = words_around(citation)
            options: dict[str, Any] = {"prefix": before + chr(_LINK_BEGIN + index), "suffix": _LINK_END + behind}
            if citation.locator:
                # citeproc-py would make a dash of each hyphen, also of one that is part of a number.
                place = citation.locator.value.replace("-", _HYPHEN)
                options["locator"] = Locator(citation.locator.label, place)
            items.append(CitationItem(id_, **options))
        html = with_punctuation(clean(self._cite(items)), self._bibliography.style)
        html = _LEFT_OUT.sub("", html).replace(_HYPHEN, "-")
        if html.count(_LINK_END) < len(items):
            message = "it writes nothing"
            raise ValueError(message)
        # The style may have sorted them.
        return _LINKED.sub(lambda match: known[ord(match[1]) - _LINK_BEGIN].link(match[2]), html)

    def _cite(self, items: Sequence[Any]) -> str:
        """Return what the style writes for items that stand together."""
        from citeproc import Citation as CslCitation  # noqa: PLC0415

        CslCitation(items).bibliography = self._bibliography
        return str(self._bibliography.cite(_AsWritten(items), lambda _: None))

    def _reference(self, id_: str) -> str:
        if not self._bibliography.style.has_bibliography():
            return ""
        with _quiet():
            (formatted,) = self._bibliography.style.render_bibliography([self._items[id_]])
        return with_punctuation(clean(str(formatted)), self._bibliography.style)

    def _failure(self, variant: str, what: str, error: Exception, paper: Paper | None = None) -> Problem:
        if paper is not None:
            self._failed.add(paper.key)
        reason = str(error) or type(error).__name__
        return FAILED_STYLE.at(Span(self._file.shown), variant, what=what, reason=reason)


class _AsWritten:
    """A citation whose items stand in the author's order unless the style sorts them, as CSL has it (`cs:sort`).

    citeproc-py first sorts the items by where the bibliography says their keys are; this one says the same of all.
    """

    def __init__(self, items: Sequence[Any]) -> None:
        self.cites = items
        self.bibliography = self.keys = self

    def index(self, _key: str) -> int:
        """Return the place of every key."""
        return 0
