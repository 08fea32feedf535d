"""What one field says that cannot be true: dates, identifiers and addresses that are malformed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from paperatlas.bibliography import rules
from paperatlas.bibliography.latex.spacing import collapse
from paperatlas.bibliography.model import dates, identifiers
from paperatlas.bibliography.model.date_words import days_in, publication_state
from paperatlas.bibliography.model.fields import ADDRESS_FIELDS, OR_FILE_FIELDS
from paperatlas.bibliography.model.page_ranges import fault_in_pages
from paperatlas.bibliography.model.registries import REGISTRY_FIELDS, registry_of, registry_page
from paperatlas.bibliography.model.seasons import seasons_in
from paperatlas.bibliography.model.verbatim import is_markup_link, unescape
from paperatlas.diagnostics.problem import Edit, Problem, Rule, Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from paperatlas.bibliography.model.complaints import SourceBlock
    from paperatlas.bibliography.model.stored import StoredField

_SENTENCE_ENDS = ("。", "，", "；", "、")
"""What ends a sentence in Chinese and was copied with an address; no page of the web has such an end."""
_DOI_PREFIX = re.compile(r"https?://(?:dx\.)?doi\.org/|doi\s*:\s*", re.IGNORECASE)
_DOI_OF_PUBLISHER = re.compile(
    r"https?://[\w.-]+/doi/(?:(?:abs|book|citedby|e?pdf|epub|full|pdfdirect|pdfplus|figure|suppl)/)?(10\.\d{4,9}/[^\s?#]+)"
)
"""The page that a publisher has for a DOI: Atypon's sites, of which ACM's and Wiley's are some."""
_BEGINS_AS_ADDRESS = re.compile(r"(?:https?|ftp)\W|www\.|\w+://", re.IGNORECASE)
_ISBN_AS_ADDRESS = re.compile(r"https?://id\.crossref\.org/isbn/([\dXx-]+)")
"""What doi.org gave for the ISBN of a chapter."""
_ISBN_SEPARATOR = re.compile(r"[,;/]|\s+and\s+|\s+(?=97[89])")


def check_field_values(fields: Mapping[str, StoredField], block: SourceBlock) -> list[Problem]:
    """Return the problems of an entry's own fields, read one by one."""
    problems = []
    for name, field in fields.items():
        test = _TESTS.get(name)
        if test is not None and (problem := test(field, fields, block)) is not None:
            problems.append(problem)
    return problems


def join_date(fields: dict[str, StoredField], block: SourceBlock) -> list[Problem]:
    """Put `year`, `month` and `day` together as `date`, as BibLaTeX does; the problems in them.

    A `date` that is none, `in press`, gives way to a year.
    """
    year, month, day = (fields.pop(name, None) for name in ("year", "month", "day"))
    if month is not None and not month.raw.strip("{} \t\n"):
        month = None
    if year is None and month is None:
        return []
    read, good = dates.read_year(year.raw) if year else (None, True)
    problems = [] if year is None or good else [_no_date(rules.MALFORMED_YEAR, year, _value_span(year, block))]
    number, of_month, good = dates.read_month(month.raw) if month else (None, None, True)
    parts = [] if month is None or good else seasons_in(month.raw)
    if month is not None and not good and not parts:
        problems.append(rules.MALFORMED_MONTH.at(_value_span(month, block), text=collapse(month.raw)))
    if "date" in fields and (read is None or dates.read_date(fields["date"].raw)[0] is not None):
        problem = _conflict(fields["date"], read, (number, *parts[:1]), year or month, block)
        return [*problems, problem] if problem else problems
    if year is None:
        return problems
    if read is not None and number and read.month is None and read.end is None:
        of_month = _day(day) if day is not None and day.raw.strip() else of_month
        if of_month is not None and not 1 <= of_month <= days_in(read.year or 0, number):
            place = day or year
            problems.append(rules.MALFORMED_DAY.at(_value_span(place, block), text=collapse(place.raw)))
            of_month = None
        last = dates.last_month(month.raw) if month is not None and of_month is None else None
        end = dates.PartialDate((read.year or 0) + (last < number), last) if last else None
        read = read.in_month(number, of_month, end)
    if read is not None and parts and read.month is None and read.season is None and read.end is None:
        end = dates.PartialDate(read.year, season=parts[-1]) if parts[-1] != parts[0] else None
        read = replace(read, season=parts[0], end=end)
    problems += _give_way(fields, block)
    written = read.iso if read is not None else "0" if _is_zero(year) else year.raw
    fields["date"] = year._replace(name="date", raw=written)
    return problems


def _is_zero(field: StoredField) -> bool:
    """Return whether a field holds the year 0, which there is not: ISO 8601 alone counts 1 BC as such."""
    return not collapse(field.raw).strip("{}").strip("0") and "0" in field.raw


def _give_way(fields: dict[str, StoredField], block: SourceBlock) -> list[Problem]:
    """Report a `date` that is none where a year is; a state before publication moves to `pubstate`."""
    date = fields.get("date")
    if date is None:
        return []
    if state := publication_state(date.raw):
        fields.setdefault("pubstate", date._replace(name="pubstate", raw=state))
    return [_no_date(rules.MALFORMED_DATE, date, _value_span(date, block))]


def _day(field: StoredField) -> int:
    """Return the number in a `day` field, 0 if it is none."""
    written = collapse(field.raw).strip("{}")
    return int(written) if written.isdecimal() and len(written) < 3 else 0


def _no_date(rule: Rule, field: StoredField, span: Span) -> Problem:
    """Return the problem of a value that is no date, or none of BibLaTeX's, with what it means where that is known."""
    text = collapse(field.raw)
    if rule is rules.MALFORMED_YEAR and _is_zero(field):
        return rule.at(span, "zero", text=text)
    date = (dates.read_year if rule is rules.MALFORMED_YEAR else dates.read_date)(field.raw)[0]
    if date is not None and rule is rules.MALFORMED_YEAR and text.strip("{}").isdecimal():
        variant = "short" if len(text.strip("{}")) < 3 else "far"
        return rule.at(span, variant, text=text, full=f"19{date.iso[-2:]}", date=date.iso)
    if date is not None:
        return rule.at(span, "read", text=text, date=date.iso)
    state = publication_state(field.raw)
    return rule.at(span, "state" if state else "", text=text, state=state)


def _conflict(
    date: StoredField,
    read: dates.PartialDate | None,
    months: tuple[int | None, ...],
    part: StoredField | None,
    block: SourceBlock,
) -> Problem | None:
    """Return the problem if `date` says another thing than `year` and `month`, which are a month or a season."""
    stated = dates.read_date(date.raw)[0]
    if stated is None or part is None:
        return None
    other_year = read is not None and read.year != stated.year
    stated_month = stated.month or stated.season
    other_month = stated_month is not None and any(month not in (None, stated_month) for month in months)
    if not (other_year or other_month):
        return None
    arguments = {"name": part.written_name, "text": collapse(part.raw), "date": str(stated)}
    return rules.DATE_CONFLICT.at(_value_span(part, block), **arguments).beside(_value_span(date, block))


def _value_span(field: StoredField, block: SourceBlock) -> Span:
    """Return where a field's value begins."""
    return Span(block.file, block.line + field.value_line, field.value_column)


def _date(field: StoredField, _fields: Mapping[str, StoredField], block: SourceBlock) -> Problem | None:
    """Return what is no date."""
    if field.written_name == "year":
        return None
    date, good = dates.read_date(field.raw)
    if not good or date is None:
        return _no_date(rules.MALFORMED_DATE, field, _value_span(field, block))
    if date.is_reversed:
        return rules.REVERSED_RANGE.at(_value_span(field, block), text=collapse(field.raw))
    return None


def _other_doi(doi: str, fields: Mapping[str, StoredField]) -> str:
    """Return the DOI that the entry's `url` leads to where that is one of another work; empty if it is not."""
    url = fields.get("url")
    if url is None or "10." not in url.raw:
        return ""
    other = identifiers.doi(unescape(collapse(url.raw))) or ""
    first, second = sorted((doi.lower(), other.lower()), key=len)
    preprint = first.startswith(identifiers.PREPRINT_DOIS) or second.startswith(identifiers.PREPRINT_DOIS)
    return "" if not other or preprint or second.startswith(first) else other


def _doi(field: StoredField, fields: Mapping[str, StoredField], block: SourceBlock) -> Problem | None:
    """Return what is no DOI, or not only one."""
    written = unescape(collapse(field.raw))
    if not written:
        return None
    if (doi := identifiers.doi(written)) is not None:
        return _with_doi(doi, field, fields, block)
    span = _value_span(field, block)
    if (address := _DOI_OF_PUBLISHER.fullmatch(written)) is not None:
        mended = Edit(span.covering(field.raw), address[1], field.raw) if field.raw == written else None
        return rules.MALFORMED_DOI.at(span, "address", text=written[:80], doi=address[1]).mended_by(mended)
    if (preprint := identifiers.arxiv(written)) is not None:
        return rules.MALFORMED_DOI.at(span, "arxiv", text=written[:80], arxiv=preprint)
    sign = identifiers.leftover(written)
    variant = "leftover" if sign else "url" if _BEGINS_AS_ADDRESS.match(written) else ""
    return rules.MALFORMED_DOI.at(span, variant, text=written[:80], sign=sign)


def _with_doi(doi: str, field: StoredField, fields: Mapping[str, StoredField], block: SourceBlock) -> Problem | None:
    """Return what is wrong with a field that has a DOI."""
    other, meant = _other_doi(doi, fields), identifiers.nearly_doi(doi)
    if doi == field.raw and not other and not meant:
        return None
    span = _value_span(field, block)
    if other:
        return rules.TWO_DOIS.at(span, doi=doi, other=other)
    if identifiers.has_several_dois(written := unescape(collapse(field.raw))):
        return rules.MALFORMED_DOI.at(span, "several", text=written[:80], doi=doi)
    if meant:
        return rules.MALFORMED_DOI.at(span, "copied", text=doi[:80], doi=meant)
    prefix = field.raw.removesuffix(doi)
    if not _DOI_PREFIX.fullmatch(prefix):
        return None
    edit = Edit(span.covering(prefix), "", prefix)
    return rules.DOI_AS_ADDRESS.at(span, "" if "/" in prefix else "label", doi=doi).mended_by(edit)


def _identifier(field: StoredField, fields: Mapping[str, StoredField], block: SourceBlock) -> Problem | None:
    """Return what is no identifier of the archive or registry that the field or `eprinttype` names."""
    kind = fields.get("eprinttype")
    archive = unescape(collapse(kind.raw)).lower() if kind else ""
    written = unescape(collapse(field.raw))
    if not written:
        return None
    if field.name == "eprint" and identifiers.is_arxiv_type(archive):
        group = fields.get("eprintclass")
        good = identifiers.arxiv(written) or (group and identifiers.old_arxiv(group.raw, written))
        return None if good else rules.MALFORMED_ARXIV.at(_value_span(field, block), text=written[:80])
    registry = registry_of(field.name, archive)
    if registry is not None and registry_page(registry, written) is None:
        span = _value_span(field, block)
        return rules.MALFORMED_IDENTIFIER.at(span, text=written[:80], registry=registry.name)
    return None


def _kind_of_mistake(url: str) -> str:
    """Return the wording for an address that is nearly one."""
    return "clone" if url.startswith("git@") else "signs" if "://" in url else "mistyped"


def _address(field: StoredField, _fields: Mapping[str, StoredField], block: SourceBlock) -> Problem | None:
    """Return addresses that cannot, or must not, be linked."""
    written = unescape(collapse(field.raw))
    if written == field.raw and not written.endswith(_SENTENCE_ENDS) and identifiers.url_state(written) == "good":
        return None
    return _odd_address(field, written, _value_span(field, block))


def _odd_address(field: StoredField, written: str, span: Span) -> Problem | None:
    """Return what is wrong with an address that is not at once seen to be good."""
    state = identifiers.url_state(written) if written else "good"
    if state == "unsafe":
        return rules.UNSAFE_URL.at(span, text=written[:60])
    if state == "good" and is_markup_link(field.raw):
        problem = rules.MALFORMED_URL.at(span, "markup", text=collapse(field.raw)[:80], meant=written)
        return problem.mended_by(Edit(span.covering(field.raw), written, field.raw))
    if state == "good" and written.endswith(_SENTENCE_ENDS):
        arguments = {"text": written[:80], "sign": written[-1], "meant": written.rstrip("".join(_SENTENCE_ENDS))}
        return rules.MALFORMED_URL.at(span, "ending", **arguments)
    if state == "good" or (field.name in OR_FILE_FIELDS and not _BEGINS_AS_ADDRESS.match(written)):
        return None
    if state == "local":
        return rules.LOCAL_URL.at(span, text=written[:80])
    if meant := identifiers.nearly_url(written):
        problem = rules.MALFORMED_URL.at(span, _kind_of_mistake(written), text=written[:80], meant=meant)
        return problem.mended_by(Edit(span.covering(field.raw), meant, field.raw) if field.raw == written else None)
    sign = identifiers.leftover(written)
    variant = "leftover" if sign else "scheme" if identifiers.lacks_scheme(written) else ""
    return rules.MALFORMED_URL.at(span, variant, text=written[:80], sign=sign)


def _isbn(field: StoredField, _fields: Mapping[str, StoredField], block: SourceBlock) -> Problem | None:
    """Return what is no ISBN; a field may hold several."""
    span = _value_span(field, block)
    if (address := _ISBN_AS_ADDRESS.fullmatch(field.raw.strip())) is not None:
        edit = Edit(span.covering(field.raw), address[1], field.raw)
        return rules.MALFORMED_ISBN.at(span, "address", text=field.raw, isbn=address[1]).mended_by(edit)
    for written in _ISBN_SEPARATOR.split(collapse(field.raw)):
        if written.strip() and identifiers.isbn(written) is None:
            return rules.MALFORMED_ISBN.at(span, text=written.strip()[:40])
    return None


def _pages(field: StoredField, _fields: Mapping[str, StoredField], block: SourceBlock) -> Problem | None:
    """Return what can be no pages."""
    written = collapse(field.raw).strip("{}")
    fault = fault_in_pages(written)
    if not fault:
        return None
    number = written[: len(written) - len(written.lstrip("0123456789"))]
    span = _value_span(field, block)
    return rules.IMPOSSIBLE_PAGES.at(span, "" if fault == "none" else fault, text=written[:40], number=number)


_Test = Callable[["StoredField", "Mapping[str, StoredField]", "SourceBlock"], Problem | None]

_TESTS: dict[str, _Test] = {
    **dict.fromkeys(("date", "eventdate", "origdate", "urldate"), _date),
    **dict.fromkeys((*ADDRESS_FIELDS, *OR_FILE_FIELDS), _address),
    "doi": _doi,
    **dict.fromkeys(("eprint", *REGISTRY_FIELDS), _identifier),
    "isbn": _isbn,
    "pages": _pages,
}
