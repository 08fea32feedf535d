"""`paperatlas import`: entries from lists of papers and from the formats of reference managers."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from paperatlas.bibliography import Library, read_library
from paperatlas.bibliography.model import identifiers
from paperatlas.build.configuration import find_config
from paperatlas.cli.add.target import TargetLibrary, file_for, find_target_library
from paperatlas.cli.arguments import Commands
from paperatlas.cli.given_files import given_format, opened
from paperatlas.cli.import_results import import_results
from paperatlas.cli.reports import tell_problems
from paperatlas.cli.usage import FailedError, UsageError, is_no_library, tell, write
from paperatlas.diagnostics.problem import Problem
from paperatlas.formats.detect import IMPORT_FORMATS, Format, ImportOptions, read_as, read_into
from paperatlas.formats.groups import heading_slug
from paperatlas.formats.papers_with_code import PapersWithCodeArchive, Wanted
from paperatlas.formats.readout import Found, Readout
from paperatlas.formats.records.insert import append_entries
from paperatlas.formats.records.new_entries import NewEntries, select_new_entries, without_abstracts
from paperatlas.formats.records.record import SourceError
from paperatlas.services.addresses import services
from paperatlas.services.complete import completed
from paperatlas.services.web import Web
from paperatlas.storage.files import is_file, read_bytes, replace
from paperatlas.texts.commands import common
from paperatlas.texts.commands import import_ as texts

_MORE = """\
examples:
  paperatlas import README.md --direction transformer > new.bib     a list of papers; its headings become groups
  paperatlas import library.json -o references.bib                  CSL-JSON or Better BibTeX JSON, by its content
  paperatlas import export.ris --into-library                       into the library of the current site
  paperatlas import README.md --fetch -o new.bib                    names, venues and dates from arXiv and publishers
  paperatlas import papers-with-abstracts.json.gz links-between-papers-and-code.json.gz --task image-generation
  paperatlas import evaluation-tables.json.gz --task image-classification -o bib/results/classification.csv

formats:
  awesome           a list of papers in Markdown: links to arXiv, DOIs, OpenReview, ACL, PMLR, CVF under headings
  bibtex            BibTeX and BibLaTeX from elsewhere
  csl-json          Zotero, Mendeley, Pandoc; also what `paperatlas export --format csl-json` writes
  endnote-xml       EndNote's XML, also of Mendeley and Zotero
  enw               EndNote's tagged format (Refer): EndNote, Google Scholar, CNKI, publishers
  evaluation-tables the archive of Papers with Code: results of the papers of the library at hand, as a .csv file
  nbib              PubMed's format (MEDLINE)
  papers-with-code  the archive's papers-with-abstracts and links-between-papers-and-code, as JSON, also compressed
  ris               EndNote, Scopus, PubMed, IEEE, Springer, Zotero
  web-of-science    Web of Science's plain text (tagged, .ciw) and tab-delimited files
  zotero            Better BibTeX JSON (with collections, which become groups), or the JSON of Zotero's interface

Works that are already in the library, or given twice, are left out and reported. Abstracts are their authors' texts and
are left out as well, unless you add --with-abstracts.

exit codes:
  0  every work was written, or is already in the library
  1  something could not be read or written; the rest was written
  2  wrong usage; nothing was written
"""
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser(
        "import",
        help="make entries from lists of papers, RIS, CSL-JSON, Zotero, PubMed, EndNote and others",
        description="Makes entries from lists of papers and from exports of reference managers.",
        epilog=_MORE,
    )
    parser.add_argument("files", metavar="FILE", nargs="+", help="what to import; - for standard input")
    parser.add_argument(
        "--from", dest="format", choices=IMPORT_FORMATS, help="the format (default: by file name and content)"
    )
    where = parser.add_mutually_exclusive_group()
    where.add_argument("-o", "--output", metavar="FILE", help="a .bib file, new or existing (default: standard output)")
    where.add_argument(
        "--into-library", action="store_true", help="into the .bib files of the current site, by direction"
    )
    groups = parser.add_argument_group("lists and collections")
    groups.add_argument(
        "--direction",
        metavar="SLUG",
        default="",
        help="the direction of all entries; headings and collections become its groups",
    )
    groups.add_argument(
        "--levels",
        metavar="N[,N]",
        default="",
        help="the levels of the headings that become groups: 2,3 (default: found automatically)",
    )
    archive = parser.add_argument_group("the archive of Papers with Code")
    archive.add_argument(
        "--only",
        metavar="IDS",
        action="append",
        default=[],
        help="papers with these arXiv identifiers, or a file of them",
    )
    archive.add_argument(
        "--task", metavar="TASK", action="append", default=[], help="papers of a task: image-generation"
    )
    archive.add_argument("--method", metavar="METHOD", action="append", default=[], help="papers that use a method")
    parser.add_argument(
        "--with-abstracts", action="store_true", help="include abstracts, where their licence allows it"
    )
    parser.add_argument("--fetch", action="store_true", help="complete the records from arXiv, Crossref and others")
    parser.add_argument(
        "--mailto", metavar="ADDRESS", default="", help="with --fetch: an e-mail address for the services"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Import, report, and tell by the exit code whether something could not be read."""
    options = _options(arguments)
    # It can be read but once.
    given = sys.stdin.buffer.read() if "-" in arguments.files else b""
    kinds: list[Format] = [arguments.format or given_format(name, given) for name in arguments.files]
    if "evaluation-tables" in kinds:
        return import_results(arguments, kinds, given, options)
    _check_output(arguments.output)
    readout = _read(arguments.files, kinds, given, options)
    found, abstracts = (list(readout.found), 0) if arguments.with_abstracts else without_abstracts(readout.found)
    problems = list(readout.problems)
    target_library, library = _library(arguments)
    if arguments.fetch:
        found, missing = _completed(found, arguments.mailto)
        problems += missing
    entries, selecting = select_new_entries(found, library)
    problems += selecting
    _write(entries, arguments, target_library)
    tell_problems(problems, Path.cwd())
    tell(_summary(entries, problems, abstracts + readout.abstracts))
    return int(any(problem.severity == "error" for problem in problems))


def _options(arguments: argparse.Namespace) -> ImportOptions:
    """Return the options. Raises `UsageError` for one that makes no sense."""
    if arguments.direction and not _SLUG.fullmatch(arguments.direction):
        like = heading_slug(arguments.direction) or "transformer"
        raise UsageError(texts.not_a_slug("--direction", like))
    levels = [part.strip() for part in arguments.levels.split(",") if part.strip()]
    if any(level not in ("1", "2", "3", "4", "5", "6") for level in levels):
        raise UsageError(texts.not_levels(arguments.levels))
    wanted = Wanted(
        frozenset(_identifiers(arguments.only)),
        frozenset(map(heading_slug, arguments.task)),
        frozenset(map(heading_slug, arguments.method)),
    )
    return ImportOptions(arguments.direction, tuple(map(int, levels)), wanted)


def _check_output(output: str | None) -> None:
    """Raise `UsageError` for a file that entries must not be written to."""
    if output is not None and (not output or is_no_library(output)):
        raise UsageError(common.not_a_bib_file(output, "--output"))


def _identifiers(written: Sequence[str]) -> list[str]:
    """Return the arXiv identifiers that --only names, itself or in files."""
    found = []
    for each in written:
        text = read_bytes(Path(each)).decode(errors="replace") if is_file(each) else each
        for word in re.split(r"[\s,;]+", text.strip()):
            identifier = identifiers.arxiv(word)
            if identifier is None:
                raise UsageError(texts.not_an_arxiv_identifier(word))
            found.append(identifier)
    return found


def _read(names: Sequence[str], kinds: Sequence[Format], given: bytes, options: ImportOptions) -> Readout:
    """Return what the files hold, together."""
    archive = PapersWithCodeArchive()
    readouts: list[Readout] = []
    for name, kind in zip(names, kinds, strict=True):
        if kind == "papers-with-code":
            with opened(name, given) as stream:
                read_into(archive, stream, name, options)
        else:
            data, called = (given, "<stdin>") if name == "-" else (read_bytes(Path(name)), name)
            readouts.append(read_as(kind, data, called, options))
    readouts.append(archive.readout())
    return Readout(
        tuple(one for readout in readouts for one in readout.found),
        tuple(problem for readout in readouts for problem in readout.problems),
        sum(readout.abstracts for readout in readouts),
    )


def _library(arguments: argparse.Namespace) -> tuple[TargetLibrary | None, Library]:
    """Return the library at hand, whose works are not imported again: the site's, and the file that is written to."""
    target_library = (
        find_target_library(None) if arguments.into_library or find_config(Path.cwd()) is not None else None
    )
    library = target_library.library if target_library else Library()
    if arguments.output and Path(arguments.output).exists():
        path = Path(arguments.output)
        if target_library is None or target_library.shown(path) not in {file.path for file in library.files}:
            own, _ = read_library([path], Path.cwd())
            library = Library((*library.entries, *own.entries), (*library.files, *own.files))
    return target_library, library


def _completed(found: list[Found], mailto: str) -> tuple[list[Found], list[Problem]]:
    """Return the records with what archives and publishers know; a line on standard error for each request."""
    web = Web(services(os.environ), mailto=mailto or os.environ.get("PAPERATLAS_MAILTO", ""))
    number = 0

    def tell_progress(one: Found) -> None:
        nonlocal number
        number += 1
        tell(texts.completing(number, len(found), one.record.fields.get("title", "")))

    pairs = list(completed(found, web, tell_progress))
    return [one for one, _ in pairs], [problem for _, problem in pairs if problem]


def _write(entries: Sequence[NewEntries], arguments: argparse.Namespace, target_library: TargetLibrary | None) -> None:
    """Write the entries to where they are wanted. Raises `FailedError` if a file cannot be added to."""
    if arguments.into_library and target_library:
        files: dict[Path, list[NewEntries]] = {}
        for entry in entries:
            files.setdefault(_file_for(entry, target_library, arguments.direction), []).append(entry)
        # Nothing is written before it is clear that all of it can be.
        ready = [(path, *_added(path, some, target_library.shown(path))) for path, some in files.items()]
        for path, after, before in ready:
            replace(path, after, before)
            tell(texts.added_to(target_library.shown(path), len(files[path])))
    elif arguments.output and entries:
        path = Path(arguments.output)
        replace(path, *_added(path, entries, arguments.output))
    elif not arguments.output:
        write("\n".join(entry.text for entry in entries))


def _file_for(entry: NewEntries, target_library: TargetLibrary, asked: str) -> Path:
    """Return the file of the library that an entry goes into. Raises `UsageError` if none follows.

    `asked` is the direction that was named for all entries, if any.
    """
    try:
        return file_for(target_library, entry.keywords, None)
    except UsageError as error:
        if asked and asked not in target_library.directions:
            raise UsageError(texts.no_such_direction(asked, target_library.directions)) from error
        title = entry.found.record.fields.get("title", entry.key)
        raise UsageError(texts.in_no_direction(title, target_library.directions)) from error


def _added(path: Path, entries: Sequence[NewEntries], name: str) -> tuple[bytes, bytes | None]:
    """Return what a file will hold, and what it holds now. Raises `FailedError` if it cannot be added to."""
    before = read_bytes(path) if path.exists() else None
    try:
        return append_entries(before or b"", "\n".join(entry.text for entry in entries), name), before
    except SourceError as error:
        raise FailedError(texts.nothing_written(error)) from error


def _summary(entries: Sequence[NewEntries], problems: Iterable[Problem], abstracts: int) -> str:
    """Return what was written, what was left out and why, and which directions and groups the entries name."""
    problems = tuple(problems)
    codes = Counter(problem.code for problem in problems)
    left_out = {
        texts.KNOWN_WORKS: codes["IMP004"],
        texts.REPEATED_WORKS: codes["IMP005"],
        texts.UNTITLED_WORKS: codes["IMP003"],
        texts.OTHER_LINKS: codes["IMP007"],
        texts.UNREADABLE_WORKS: codes["IMP001"] + codes["IMP002"],
        texts.OTHER_PAGES: sum(int(dict(each.arguments).get("count", 1)) for each in problems if each.code == "IMP009"),
    }
    groups = Counter(word for entry in entries for word in entry.keywords if "/" in word)
    return texts.summary(len(entries), left_out, abstracts, groups.most_common())
