"""What fuzzers feed with bytes: each function reads them as people's files are read, and fails if that is not as promised.

`make fuzz` runs the `*_fuzzer.py` beside this with atheris, which learns from the code what to try; `make test` runs the
inputs of `corpus/` through the same functions without it.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress

from paperatlas.bibliography import Entry, Library, parse_library
from paperatlas.bibliography.formatter.style import style_problems
from paperatlas.diagnostics.problem import Problem
from paperatlas.exports.results_csv import results_table
from paperatlas.formats.detect import (
    IMPORT_FORMATS,
    ImportOptions,
    UnknownFormatError,
    format_of,
    read_as,
    read_into,
)
from paperatlas.formats.evaluation_tables import EvaluationTables, KnownPapers
from paperatlas.formats.papers_with_code import PapersWithCodeArchive
from paperatlas.formats.records.new_entries import select_new_entries
from paperatlas.notes.direction import read_direction
from paperatlas.notes.document import read_document
from paperatlas.results.reader import read_table

IMPORTED = ImportOptions("flows", (2, 3))


def use_entry(entry: Entry) -> None:
    """Ask an entry everything."""
    for name in entry.fields:
        text = entry.text(name)
        if text is not None:
            assert "<script" not in text.html
            assert isinstance(text.text + text.html, str)
        entry.verbatim(name)
        entry.span_of(name)
        for item in entry.list(name):
            assert item.value == item.value.strip()
        for person in entry.names(name).names:
            assert isinstance(person.display + person.label, str)
    assert isinstance((entry.date, entry.doi, entry.arxiv, entry.kind, entry.span, entry.own_fields), tuple)


def read_library(data: bytes) -> None:
    """Read a .bib file, ask each entry everything, and lay it out."""
    library, problems = parse_library(data, "a.bib")
    for entry in library.entries:
        use_entry(entry)
    (file,) = library.files
    assert file.read == len(library.entries)
    assert file.starts - file.read == sum(problem.code == "SYN002" for problem in problems)
    use_problems(problems, data)
    changes, refused = style_problems(data, "a.bib")
    use_problems((*changes, *refused), data)


def read_import(data: bytes) -> None:
    """Read a file in the format that its first byte stands for, and make entries of it that can be read."""
    kind, data = IMPORT_FORMATS[data[0] % len(IMPORT_FORMATS)] if data else "bibtex", data[1:]
    with suppress(UnknownFormatError):
        format_of("a.txt", data)
    if kind == "papers-with-code":
        archive = PapersWithCodeArchive()
        read_into(archive, io.BytesIO(data), "a", IMPORTED)
        readout = archive.readout()
    elif kind == "evaluation-tables":
        read_evaluations(data)
        return
    else:
        readout = read_as(kind, data, "a", IMPORTED)
    entries, problems = select_new_entries(readout.found, Library((), ()))
    use_problems((*readout.problems, *problems))
    library, unread = parse_library("\n".join(entry.text for entry in entries).encode(), "a.bib")
    assert [entry.key for entry in library.entries] == [entry.key for entry in entries]
    assert [problem for problem in unread if problem.severity == "error"] == []


def read_evaluations(data: bytes) -> None:
    """Read evaluation tables, as a library with one of their papers does, and its results as the site does."""
    known, _ = parse_library(b"@misc{a, title = {A}, eprint = {2006.11239}, eprinttype = {arxiv}}", "a.bib")
    tables = EvaluationTables(KnownPapers.of(known.entries))
    read_into(tables, io.BytesIO(data), "a", IMPORTED)
    use_problems(tables.problems)
    _, problems = read_table(results_table(tables.results.values()), "a.csv")
    assert [problem for problem in problems if problem.severity == "error"] == []


def read_note(data: bytes) -> None:
    """Read the note of a direction: front matter, citations, links."""
    text = data.decode(errors="replace")
    document, problems = read_document(text, "docs/directions/a.md", "directions/a.md")
    note, more = read_direction(document)
    use_problems((*problems, *more), data)
    assert note.title
    for cluster in document.body.clusters:
        assert document.body.text[cluster.start : cluster.end].count("@") >= len(cluster.citations) > 0


def use_problems(problems: Iterable[Problem], data: bytes | None = None) -> None:
    """Word problems as a report does. Each has its place in the `data`, if these are what was read."""
    lines = None if data is None else data.count(b"\n") + data.count(b"\r") + 2
    for problem in problems:
        assert problem.message
        assert lines is None or 0 <= problem.line <= lines
        assert problem.column >= 0


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    "imports": read_import,
    "library": read_library,
    "notes": read_note,
}
"""The targets by the names of their folders in `corpus/` and of their fuzzers."""
