"""Records with an identifier, completed by what the archive or publisher says of the work."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from paperatlas.bibliography.model.fields import LINK_FIELDS
from paperatlas.diagnostics.problem import Problem
from paperatlas.formats import rules
from paperatlas.formats.readout import Found
from paperatlas.formats.records.record import Record, SourceError
from paperatlas.services.fetch import fetch
from paperatlas.services.locate import Located, locate
from paperatlas.services.web import Web

_OUR_OWN = ("keywords", "codetype", "codelicense", "shorttitle", *LINK_FIELDS)


def completed(
    found: Iterable[Found], web: Web, tell: Callable[[Found], None]
) -> Iterator[tuple[Found, Problem | None]]:
    """Yield each record with what its source knows, and a problem where it knows nothing; `tell` comes before each."""
    for one in found:
        located = _located(one.record)
        if located is None:
            yield one, rules.NOT_COMPLETED.at(one.span, title=one.record.fields.get("title", ""))
            continue
        tell(one)
        try:
            fetched = fetch(web, located).record
        except SourceError as error:
            yield one, rules.NOT_COMPLETED.at(one.span, "failed", reason=f"{error}.".replace("..", "."))
        else:
            ours = {name: one.record.fields[name] for name in _OUR_OWN if name in one.record.fields}
            yield replace(one, record=replace(fetched, fields={**fetched.fields, **ours}, key=one.record.key)), None


def _located(record: Record) -> Located | None:
    """Return where to ask for a work."""
    fields = record.fields
    named = (
        fields.get("eprint", "") if fields.get("eprinttype") == "arxiv" else "",
        fields.get("doi", ""),
        fields.get("url", ""),
    )
    return next((located for text in named if text and (located := locate(text))), None)
