"""The fields that a site asks of each paper: whether they are there, how long, in which language and form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from paperatlas.bibliography import Entry, Library
from paperatlas.bibliography.model.entry_types import NO_WORKS
from paperatlas.check.editorial.rules import MISSING_TEXT, TEXT_FORM, TEXT_LANGUAGE, TEXT_LENGTH
from paperatlas.check.editorial.settings import TextRequirement
from paperatlas.diagnostics.problem import Problem
from paperatlas.text.scripts import is_in_script_of

_FULL_STOPS = (".", "。", "．", "।")


def text_problems(library: Library, wanted: Iterable[TextRequirement]) -> Iterator[Problem]:
    """EDI001 to EDI004: what the texts of each work lack."""
    wanted = tuple(wanted)
    for entry in library.entries if wanted else ():
        if entry.type in NO_WORKS:
            continue
        if missing := [each.name for each in wanted if not entry.has(each.name)]:
            yield _missing(entry, missing, wanted)
        for each in wanted:
            if each.name not in missing:
                yield from _problems_of(entry, each)


def _missing(entry: Entry, missing: list[str], wanted: Sequence[TextRequirement]) -> Problem:
    """Return the problem of texts that are missing; one may be there, with the language behind its name."""
    arguments = {"key": entry.key, "fields": enumerated(missing)}
    for each in wanted:
        written = f"{each.name}_{each.language}"
        if each.name in missing and each.language and entry.has(written):
            return MISSING_TEXT.at(entry.span_of(written), "named", **arguments, meant=each.name, written=written)
    return MISSING_TEXT.at(entry.span, **arguments)


def enumerated(names: list[str]) -> str:
    """Return names in words: "abstract, change and code"."""
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


def _problems_of(entry: Entry, wanted: TextRequirement) -> Iterator[Problem]:
    text = entry.plain(wanted.name).strip()
    span, named = entry.span_of(wanted.name), {"name": wanted.name, "key": entry.key}
    for unit, bounds, count in (
        ("words", wanted.words, len(text.split())),
        ("characters", wanted.characters, len(text)),
    ):
        if bounds and not bounds[0] <= count <= bounds[1]:
            least, most = bounds
            by = least - count if count < least else count - most
            yield TEXT_LENGTH.at(
                span, "long" if count > most else "", **named, count=count, unit=unit, least=least, most=most, by=by
            )
    if wanted.language and not is_in_script_of(text, wanted.language):
        yield TEXT_LANGUAGE.at(span, **named, language=wanted.language)
    if wanted.full_stop is not None and text.endswith(_FULL_STOPS) is not wanted.full_stop:
        yield TEXT_FORM.at(span, "no-stop" if wanted.full_stop else "stop", **named)
    if wanted.pattern and not re.fullmatch(wanted.pattern, text):
        yield TEXT_FORM.at(span, "said" if wanted.hint else "", **named, pattern=wanted.pattern, said=wanted.hint)
