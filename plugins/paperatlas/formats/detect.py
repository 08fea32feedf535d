"""Which of the formats a file is in, and reading it."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import BinaryIO, Literal, get_args

from paperatlas.bibliography import parse_library
from paperatlas.bibliography.model.entry_types import NO_WORKS
from paperatlas.diagnostics.problem import Problem
from paperatlas.formats import packed, rules
from paperatlas.formats.awesome.reader import read_list
from paperatlas.formats.bibtex.reader import record_of
from paperatlas.formats.csl.reader import read_csl
from paperatlas.formats.endnote.refer import read_refer
from paperatlas.formats.endnote.xml import read_endnote_xml
from paperatlas.formats.evaluation_tables import EvaluationTables, read_tables
from paperatlas.formats.medline import read_medline
from paperatlas.formats.papers_with_code import PapersWithCodeArchive, Wanted, read_archive
from paperatlas.formats.plain_text import from_latex
from paperatlas.formats.readout import Found, Readout, decoded
from paperatlas.formats.ris.reader import read_ris
from paperatlas.formats.web_of_science import read_web_of_science
from paperatlas.formats.zotero import read_zotero

Format = Literal[
    "awesome",
    "bibtex",
    "csl-json",
    "endnote-xml",
    "enw",
    "nbib",
    "papers-with-code",
    "ris",
    "web-of-science",
    "zotero",
    "evaluation-tables",
]
IMPORT_FORMATS: tuple[Format, ...] = get_args(Format)

_ENDINGS: dict[str, Format] = {
    ".md": "awesome", ".markdown": "awesome", ".mdown": "awesome", ".bib": "bibtex", ".bibtex": "bibtex",
    ".biblatex": "bibtex", ".ciw": "web-of-science", ".enw": "enw", ".nbib": "nbib", ".ris": "ris",
}  # fmt: skip
_RDF = (
    "Zotero RDF is not read: export the library from Zotero as 'BetterBibTeX JSON' (which has the collections), "
    "'CSL JSON' or 'BibLaTeX'"
)

_BEGINNINGS: tuple[tuple[Format, re.Pattern[str]], ...] = (
    ("nbib", re.compile(r"\A(?:PMID ?- ?\d|OWN *- *(?:NLM|ERIC))")),
    ("enw", re.compile(r"\A%0 +[A-Z]")),
    ("endnote-xml", re.compile(r"\A(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE xml[^>]*>\s*)?<xml>\s*<records>")),
    ("web-of-science", re.compile(r"\A(?:FN (?:Clarivate|Thomson|ISI)|PT\t|PT [A-Z]\s*$)", re.MULTILINE)),
)
"""How files begin in formats that are often under another ending: the `.txt` of PubMed, a `.ris` that is none."""

_PUBMED_XML = re.compile(r"\A(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE )?<?PubmedArticleSet")
_UNREAD_XML = "is PubMed's XML, which is not read: save the references from PubMed as 'PubMed' (.nbib)"

_UNREAD = {
    "a table of Scopus (CSV)": re.compile(r'\A"?Authors"?,"?(?:Author|Title)'),
    "a table (CSV)": re.compile(r'\A(?:"?[\w ]+"?,)*"?(?:Title|DOI)"?,', re.IGNORECASE),
    "MODS (XML)": re.compile(r"<mods(?:Collection)?\b"),
    "metadata of Crossref (XML)": re.compile(r"<doi_records\b|<crossref_result\b"),
    "a citation file (CFF)": re.compile(r"^cff-version:", re.MULTILINE),
    "CSL-YAML": re.compile(r"\A(?:---\s+)?references:\s"),
    "Hayagriva (YAML)": re.compile(r"\A[\w:.-]+:\n\s+type: [a-z]+\n\s+title:", re.IGNORECASE),
}
"""What people have and no reader takes, by how it begins."""
_FOREIGN_JSON = {
    "JSON of DataCite": re.compile(r'"(?:resourceTypeGeneral|publicationYear)"\s*:'),
    "JSON of OpenAlex": re.compile(r'"(?:authorships|abstract_inverted_index)"\s*:'),
    "JSON of Semantic Scholar": re.compile(r'"(?:paperId|externalIds|corpusId)"\s*:'),
}
"""What services answer in a form of their own, with members that no other has."""
_FOR_FOREIGN_JSON = "save the references as CSL-JSON or BibTeX, or give their DOIs to `paperatlas add`"


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
    known = next((kind for kind, begins in _BEGINNINGS if begins.search(text)), None)
    if known := known or next((kind for ending, kind in _ENDINGS.items() if lowered.endswith(ending)), None):
        return known
    unread = next((called for called, begins in _UNREAD.items() if begins.search(text[:2000])), None)
    if unread is not None:
        raise UnknownFormatError(
            f"'{name}' is {unread}, which is not read: save the references as RIS, BibTeX or CSL-JSON"
        )
    if _PUBMED_XML.search(text):
        raise UnknownFormatError(f"'{name}' {_UNREAD_XML}")
    if lowered.endswith(".rdf") or "<rdf:RDF" in text[:2000]:
        raise UnknownFormatError(_RDF)
    if text[:1] in ("[", "{"):
        return _json_format(text, name)
    if re.search(r"^\s*TY  ?- ?", text, re.MULTILINE):
        return "ris"
    if re.search(r"^\s*@\w+\s*[{(]", text, re.MULTILINE):
        return "bibtex"
    if re.search(r"\]\(https?://|<a\s", text):
        return "awesome"
    message = f"the format of '{name}' is not clear; name it with --from, one of {', '.join(IMPORT_FORMATS)}"
    raise UnknownFormatError(message)


def _json_format(text: str, name: str) -> Format:
    foreign = next((source for source, members in _FOREIGN_JSON.items() if members.search(text)), None)
    if foreign is not None:
        raise UnknownFormatError(f"'{name}' is {foreign}, which is not read: {_FOR_FOREIGN_JSON}")
    if re.search(r'"(?:sota|sota_rows|subdatasets|subtasks)"\s*:', text):
        return "evaluation-tables"
    if re.search(r'"(?:repo_url|paper_url|paper_arxiv_id|short_abstract)"\s*:', text):
        return "papers-with-code"
    if re.search(r'"(?:itemType|creators|translatorID|collections)"\s*:', text):
        return "zotero"
    return "csl-json"


def read_as(kind: Format, data: bytes, name: str, options: ImportOptions) -> Readout:
    """Read a file that is not big, compressed or not; `name` is what problems call it."""
    if not packed.is_packed(data):
        return _read_plain(kind, data, name, options)
    data, problem = packed.unpack(data, name)
    readout = _read_plain(kind, data, name, options) if data else Readout()
    return replace(readout, problems=(*([problem] if problem else []), *readout.problems))


def _read_plain(kind: Format, data: bytes, name: str, options: ImportOptions) -> Readout:
    if kind == "bibtex":
        return _read_bibtex(data, name)
    text = decoded(data)
    if kind == "awesome":
        return read_list(text, name, options.direction, options.levels)
    if kind == "zotero":
        return read_zotero(io.StringIO(text), name, options.direction)
    if kind == "csl-json":
        return read_csl(io.StringIO(text), name)
    return _TEXT_READERS[kind](text, name)


def read_into(
    archive: PapersWithCodeArchive | EvaluationTables, file: BinaryIO, name: str, options: ImportOptions
) -> None:
    """Read a file of the archive of Papers with Code, compressed or not, without holding it."""
    text = io.TextIOWrapper(packed.unpacked(file), encoding="utf-8-sig", errors="replace")
    try:
        if isinstance(archive, EvaluationTables):
            read_tables(archive, text, name, options.wanted)
        else:
            read_archive(archive, text, name, options.wanted)
    except packed.NOT_UNPACKED as error:
        archive.problems.append(packed.problem_of(error, name))
    finally:
        text.detach()


_TEXT_READERS: Mapping[str, Callable[[str, str], Readout]] = {
    "endnote-xml": read_endnote_xml,
    "enw": read_refer,
    "nbib": read_medline,
    "ris": read_ris,
    "web-of-science": read_web_of_science,
}


def _read_bibtex(data: bytes, name: str) -> Readout:
    """Return the entries of a .bib file, cleaned of what programs leave in them."""
    plain = "source.bib"
    library, problems = parse_library(data, plain)
    found, left_out = [], []
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
            left_out.append(rules.UNREADABLE_RECORD.at(entry.span, "bibtex", key=entry.key))
    return Readout(tuple(found), tuple(_called(problem, plain, name) for problem in (*problems, *left_out)))


def _called(problem: Problem, file: str, name: str) -> Problem:
    """Return a problem of a file under another name of it."""
    spans = (problem.span, *problem.related)
    span, *related = (replace(span, file=name) if span.file == file else span for span in spans)
    return replace(problem, span=span, related=tuple(related))
