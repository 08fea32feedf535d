"""Which of the formats a file is in, and reading it."""

from __future__ import annotations

import gzip
import io
import re
from dataclasses import dataclass, field, replace
from typing import BinaryIO, Literal

from paperatlas.bibliography import parse_library
from paperatlas.bibliography.model.entry_types import NO_WORKS
from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.formats import rules
from paperatlas.formats.awesome.reader import read_list
from paperatlas.formats.bibtex.reader import record_of
from paperatlas.formats.csl.reader import read_csl
from paperatlas.formats.papers_with_code import PapersWithCodeArchive, Wanted, read_archive
from paperatlas.formats.plain_text import from_latex
from paperatlas.formats.readout import Found, Readout, decoded
from paperatlas.formats.ris.reader import read_ris
from paperatlas.formats.zotero import read_zotero

Format = Literal["awesome", "bibtex", "csl-json", "papers-with-code", "ris", "zotero"]
IMPORT_FORMATS: tuple[Format, ...] = ("awesome", "bibtex", "csl-json", "papers-with-code", "ris", "zotero")

_ENDINGS: dict[str, Format] = {
    ".md": "awesome", ".markdown": "awesome", ".mdown": "awesome", ".bib": "bibtex", ".bibtex": "bibtex",
    ".biblatex": "bibtex",
    ".ris": "ris",
}  # fmt: skip
_GZIP = b"\x1f\x8b"
_RDF = (
    "Zotero RDF is not read: export the library from Zotero as 'BetterBibTeX JSON' (which has the collections), "
    "'CSL JSON' or 'BibLaTeX'"
)

_UNREAD = {
    "PubMed's MEDLINE format (.nbib)": re.compile(r"\A(?:\s*PMID ?- ?\d)"),
    "EndNote's tagged format (.enw)": re.compile(r"\A\s*%0 [A-Z]"),
    "EndNote's XML": re.compile(r"\A\s*(?:<\?xml[^>]*>\s*)?<xml>\s*<records>"),
    "a file of Web of Science": re.compile(r"\A\s*(?:FN (?:Clarivate|Thomson|ISI)|PT\t|PT J\s*$)", re.MULTILINE),
    "PubMed's XML": re.compile(r"\A\s*(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE )?<?PubmedArticleSet"),
}
"""The formats of references that are not read, by how a file begins."""

_UNREAD_ENDINGS = {".nbib": "PubMed's MEDLINE format (.nbib)", ".enw": "EndNote's tagged format (.enw)"}


class UnknownFormatError(Exception):
    """The format cannot be told; the message says what to do."""


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How lists, collections and archives are read."""

    direction: str = ""
    levels: tuple[int, ...] = ()
    wanted: Wanted = field(default_factory=Wanted)


def format_of(name: str, head: bytes) -> Format:
    """Return the format of a file, by its ending, else by how it begins. Raises `UnknownFormatError`."""
    lowered = name.lower().removesuffix(".gz")
    text = decoded(head).lstrip("\ufeff \n\t")
    _refuse_unread(lowered, text)
    for ending, known in _ENDINGS.items():
        if lowered.endswith(ending):
            return known
    if lowered.endswith(".rdf") or "<rdf:RDF" in text[:2000]:
        raise UnknownFormatError(_RDF)
    if text[:1] in ("[", "{"):
        return _json_format(text)
    if re.search(r"^\s*TY  ?- ?", text, re.MULTILINE):
        return "ris"
    if re.search(r"^\s*@\w+\s*[{(]", text, re.MULTILINE):
        return "bibtex"
    if re.search(r"\]\(https?://|<a\s", text):
        return "awesome"
    message = f"the format of '{name}' is not clear; name it with --from, one of {', '.join(IMPORT_FORMATS)}"
    raise UnknownFormatError(message)


def _refuse_unread(name: str, text: str) -> None:
    """Raise `UnknownFormatError` for a file in a format of references that is not read."""
    found = next((called for called, begins in _UNREAD.items() if begins.search(text)), "")
    found = found or next((called for ending, called in _UNREAD_ENDINGS.items() if name.endswith(ending)), "")
    if found:
        message = (
            f"'{name}' is {found}, which is not read: export the references as RIS or BibTeX, or open the file in "
            "Zotero or JabRef and export BibLaTeX from there"
        )
        raise UnknownFormatError(message)


def _json_format(text: str) -> Format:
    if re.search(r'"(?:repo_url|paper_url|paper_arxiv_id|short_abstract)"\s*:', text):
        return "papers-with-code"
    if re.search(r'"(?:itemType|creators|translatorID|collections)"\s*:', text):
        return "zotero"
    return "csl-json"


def read_as(kind: Format, data: bytes, name: str, options: ImportOptions) -> Readout:
    """Read a file that is not big; `name` is what problems call it."""
    if data.startswith(_GZIP):
        data = gzip.decompress(data)
    if kind == "bibtex":
        return _read_bibtex(data, name)
    text = decoded(data)
    if kind == "awesome":
        return read_list(text, name, options.direction, options.levels)
    if kind == "ris":
        return read_ris(text, name)
    return (
        read_zotero(io.StringIO(text), name, options.direction)
        if kind == "zotero"
        else read_csl(io.StringIO(text), name)
    )


def read_into(archive: PapersWithCodeArchive, file: BinaryIO, name: str, options: ImportOptions) -> None:
    """Read a file of the archive of Papers with Code, compressed or not, without holding it."""
    packed = file.read(2) == _GZIP
    file.seek(0)
    stream = gzip.open(file) if packed else file  # noqa: SIM115 — whoever opened the file closes it
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="replace")
    try:
        read_archive(archive, text, name, options.wanted)
    except (OSError, EOFError) as error:
        archive.problems.append(rules.UNREADABLE_SOURCE.at(Span(name), "damaged", reason=str(error)))
    finally:
        text.detach()


def _read_bibtex(data: bytes, name: str) -> Readout:
    """Return the entries of a .bib file, cleaned of what programs leave in them."""
    plain = "source.bib"
    library, problems = parse_library(data, plain)
    found = []
    for entry in library.entries:
        if entry.type in NO_WORKS:
            continue
        record = record_of(entry, keep_all=True)
        abstract = entry.field("abstract")
        if abstract and (text := from_latex(abstract.raw)):
            record = replace(record, fields={**record.fields, "abstract": text})
        span = replace(entry.span, file=name)
        if "title" in record.fields:
            found.append(Found(replace(record, origin=str(span)), span))
        else:
            problems = (*problems, rules.UNREADABLE_RECORD.at(entry.span, "bibtex", key=entry.key))
    return Readout(tuple(found), tuple(_called(problem, plain, name) for problem in problems))


def _called(problem: Problem, file: str, name: str) -> Problem:
    """Return a problem of a file under another name of it."""
    spans = (problem.span, *problem.related)
    span, *related = (replace(span, file=name) if span.file == file else span for span in spans)
    return replace(problem, span=span, related=tuple(related))
