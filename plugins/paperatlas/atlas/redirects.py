"""Where pages were before: papers under their further keys (`ids`), directions under their former names (`aliases`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from paperatlas.atlas.addresses import Address, direction_address, is_reserved, page_address, paper_address, slugs
from paperatlas.atlas.model import Redirect
from paperatlas.atlas.paper_model import Paper
from paperatlas.atlas.rules import TAKEN_ALIAS
from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.notes import DirectionNote, Document
from paperatlas.storage.paths import LONGEST_NAME

_FILE_NAME = re.compile(r"[^\s./\\:*?\"<>|#%\x00-\x1f][^/\\:*?\"<>|#%\x00-\x1f]*")
"""What the file of a note, and so the last part of its address, can have been called."""


@dataclass(frozen=True, slots=True)
class _Alias:
    """A former name of what is at an address now, and where it is written."""

    name: str
    kind: str
    former: Address
    address: Address
    span: Span


def find_redirects(
    papers: Mapping[str, Paper], notes: Iterable[DirectionNote], documents: Iterable[Document]
) -> tuple[tuple[Redirect, ...], list[Problem]]:
    """Return the former addresses of pages, and a problem for each name that something else has.

    Nobody is led away from a page that exists, and of two pages that had a name once the first keeps it.
    """
    aliases = [*_of_papers(papers), *_of_directions(notes)]
    if not aliases:
        return (), []
    taken = {paper.address.casefold(): paper.entry.span for paper in papers.values()}
    taken |= {page_address(document.source).casefold(): document.front_matter.span() for document in documents}
    redirects, problems = {}, []
    for alias in aliases:
        former = alias.former.casefold()
        if former == alias.address.casefold():
            continue
        if not alias.kind and len(names := alias.name.split()) > 1:
            problems.append(TAKEN_ALIAS.at(alias.span, "blank", name=alias.name, names=", ".join(names)))
            continue
        if alias.kind == "direction" and not _is_file_name(alias.name):
            problems.append(TAKEN_ALIAS.at(alias.span, "no-name", name=alias.name))
            continue
        if place := taken.get(former):
            problems.append(TAKEN_ALIAS.at(alias.span, alias.kind, name=alias.name).beside(place))
        elif former not in redirects:
            redirects[former] = alias
        elif redirects[former].address != alias.address:
            first = redirects[former].span
            problems.append(TAKEN_ALIAS.at(alias.span, "twice", name=alias.name).beside(first))
    return tuple(Redirect(alias.former, alias.address) for alias in redirects.values()), problems


def _is_file_name(name: str) -> bool:
    """Return whether every system has files of a name, whose page and exports have room for their endings."""
    return (
        _FILE_NAME.fullmatch(name) is not None
        and len(name.encode("utf-8", "surrogatepass")) <= LONGEST_NAME
        and not name.endswith((".", " "))
        and not is_reserved(name)
    )


def _of_papers(papers: Mapping[str, Paper]) -> Iterator[_Alias]:
    """Yield the further keys of papers. A key has the address that a paper with it would have."""
    items = [(item, paper) for paper in papers.values() for item in paper.entry.list("ids")]
    if not items:
        return
    addresses = {key: paper.address for key, paper in papers.items()}
    others = dict.fromkeys(item.value for item, _ in items if item.value not in papers)
    addresses |= {name: paper_address(slug) for name, slug in slugs((*papers, *others)).items() if name in others}
    for item, paper in items:
        yield _Alias(item.value, "", addresses[item.value], paper.address, item.span)


def _of_directions(notes: Iterable[DirectionNote]) -> Iterator[_Alias]:
    """Yield the former names of directions."""
    for note in notes:
        here = direction_address(note.slug)
        for name, span in note.aliases:
            yield _Alias(name, "direction", direction_address(name), here, span)
