"""Every file of a site that is no page, at its address.

Most of them are the library's entries in one format or another, and the same in every language of a site. Nothing is
written before a file's text is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain

from paperatlas.atlas import Address, Atlas, Relation
from paperatlas.atlas.addresses import ATLAS_JSON, page_address
from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.exports.atlas_json import atlas_json
from paperatlas.exports.entry_exports import EntryExports
from paperatlas.exports.feed import feed
from paperatlas.exports.formats import EXPORT_FORMATS
from paperatlas.exports.llms import llms_txt
from paperatlas.exports.results_csv import results_csv
from paperatlas.exports.rules import FILE_IN_PLACE, PAGE_IN_THE_WAY
from paperatlas.exports.schema import atlas_schema
from paperatlas.exports.site import ATLAS_SCHEMA, FEED, LLMS, RESULTS, SiteInfo


@dataclass(frozen=True, slots=True)
class ExportFile:
    """A file that is made when it is asked for, and its address.

    This is relative to the folder of the language if `localised`, else to the whole site's top.
    """

    address: Address
    make: Callable[[], str | bytes]
    localised: bool = False

    @property
    def data(self) -> bytes:
        """Make the file."""
        made = self.make()
        return made if isinstance(made, bytes) else made.encode("utf-8", "surrogateescape")

    @property
    def text(self) -> str:
        """Make the file, which holds text."""
        return self.data.decode("utf-8", "surrogateescape")


def text_file(address: Address, text: str, *, localised: bool = False) -> ExportFile:
    """Return a file whose text is made already."""
    return ExportFile(address, lambda: text, localised)


def export_files(
    atlas: Atlas,
    site: SiteInfo,
    *,
    taken: Collection[str] = (),
    derived: Callable[[], Sequence[Relation]] = tuple,
    texts: EntryExports | None = None,
) -> Iterator[ExportFile]:
    """Return every file of a site in one language; one that is not the first has the localised files only.

    `derived` returns the relations that nobody states, their evidence in its language. Files at the addresses `taken`,
    and where a page is, are left out (`address_problems` says so). `texts` are the entries in each format.
    """
    occupied = {address.casefold() for address in taken} | _folders(atlas).keys()
    localised = _localised(atlas, site, derived)
    files = localised if site.folder else chain(localised, _shared(atlas, site, texts or EntryExports(atlas)))
    return (file for file in files if file.address.casefold() not in occupied)


def address_problems(
    atlas: Atlas, taken: Mapping[str, str] | None = None, *, paper_files: bool = True
) -> list[Problem]:
    """Report exports whose address is a page's, or that of a file in `taken` (its path for people by its address)."""
    pages = _folders(atlas)
    files = {address.casefold(): path for address, path in (taken or {}).items()}
    problems = []
    for address in _addresses(atlas, paper_files=paper_files):
        if span := pages.get(address.casefold()):
            problems.append(PAGE_IN_THE_WAY.at(span, address=address))
        elif path := files.get(address.casefold()):
            problems.append(FILE_IN_PLACE.at(Span(path), address=address))
    return problems


def _addresses(atlas: Atlas, *, paper_files: bool) -> Iterator[Address]:
    """Yield the address of every export."""
    yield from (ATLAS_JSON, FEED, LLMS, ATLAS_SCHEMA, *([RESULTS] if atlas.results else []))
    directions = (direction.address for direction in atlas.directions.values())
    papers = (paper.address for paper in atlas.papers.values()) if paper_files else ()
    stems = ("library", *directions, *papers)
    yield from (_address(stem, kind.suffix) for stem in stems for kind in EXPORT_FORMATS)


def _address(page: str, suffix: str) -> Address:
    """Return the address of the export in one format of what has a page."""
    return Address(page.removesuffix("/") + suffix)


def _folders(atlas: Atlas) -> dict[str, Span]:
    """Return every folder that a page stands in, without case, as some file systems are, and where the page is from."""
    pages = [(paper.address, paper.entry.span) for paper in atlas.papers.values()]
    pages += [(page_address(document.source), document.front_matter.span()) for document in atlas.documents]
    found: dict[str, Span] = {}
    for address, span in pages:
        path = address.casefold().rstrip("/")
        while path and path not in found:
            found[path] = span
            path = path.rpartition("/")[0]
    return found


def _localised(atlas: Atlas, site: SiteInfo, derived: Callable[[], Sequence[Relation]]) -> Iterator[ExportFile]:
    """Yield the files that hold texts of a language."""
    schema = site.shared_link(ATLAS_SCHEMA)
    yield ExportFile(ATLAS_JSON, lambda: atlas_json(atlas, site.language, schema, derived()), localised=True)
    yield ExportFile(FEED, partial(feed, atlas, site), localised=True)
    yield ExportFile(LLMS, partial(llms_txt, atlas, site), localised=True)


def _shared(atlas: Atlas, site: SiteInfo, texts: EntryExports) -> Iterator[ExportFile]:
    """Yield the files that are the same in every language."""
    yield ExportFile(ATLAS_SCHEMA, partial(atlas_schema, site))
    if atlas.results:
        yield ExportFile(RESULTS, partial(results_csv, atlas))
    order = {key: number for number, key in enumerate(atlas.papers)}
    # A file cannot lead elsewhere as a page can: it is there a second time.
    former = atlas.former_addresses
    for kind in (each.suffix for each in EXPORT_FORMATS):
        for paper in atlas.papers.values() if site.paper_files else ():
            for address in (paper.address, *former.get(paper.address, ())):
                yield ExportFile(_address(address, kind), partial(texts.of, kind, [paper.key]))
        for direction in atlas.directions.values():
            # In the library's order: BibTeX wants an entry before those it inherits from.
            keys = sorted(direction.papers, key=order.__getitem__)
            for address in (direction.address, *former.get(direction.address, ())):
                yield ExportFile(_address(address, kind), partial(texts.of, kind, keys))
        yield ExportFile(_address("library", kind), partial(texts.of, kind, list(atlas.papers)))
