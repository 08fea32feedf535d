"""`paperatlas add`: look papers up, and add their entries to the library."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass

from paperatlas.atlas import DEFAULT_RELATION_TYPES
from paperatlas.bibliography.model.bibtex_key import bibtex_key
from paperatlas.bibliography.model.identifiers import url_state
from paperatlas.cli.add.entry import Extras, NewEntry, is_placed, new_entry
from paperatlas.cli.add.questions import ask_direction, ask_whether, at_a_terminal
from paperatlas.cli.add.sources import add_source
from paperatlas.cli.add.target import NONE, TargetLibrary, file_for, find_target_library, placements
from paperatlas.cli.add.works import RequestedWork, works_of
from paperatlas.cli.arguments import Commands
from paperatlas.cli.usage import FailedError, UsageError, tell, write
from paperatlas.formats.records.insert import insert_entry
from paperatlas.formats.records.record import SourceError
from paperatlas.services.addresses import services
from paperatlas.services.web import Web
from paperatlas.storage.files import ReadError, WriteError, make_folder, read_bytes, replace
from paperatlas.texts.commands import add as texts
from paperatlas.texts.commands import common

_MORE = """\
examples:
  paperatlas add 2103.14030 --direction transformer/operators
  paperatlas add https://doi.org/10.1109/ICCV48922.2021.00986 --direction transformer --extends vit
  paperatlas add https://openreview.net/forum?id=YicbFdNTTy --direction transformer --method ViT --dry-run
  paperatlas add P19-1001 2020.acl-main.1 --direction none --file bib/language.bib
  paperatlas add references.bib --direction diffusion --yes
  paperatlas add - --direction diffusion < list.txt         BibTeX, or one identifier on each line

A record is fetched from arXiv, Crossref, the agency of the DOI, OpenReview, the ACL Anthology or PMLR, and the
published version is preferred to the preprint. The entry is written in the style of the library, without the abstract,
which is its authors' text. On a terminal the entry is shown, and nothing is written before you agree.

environment:
  PAPERATLAS_MAILTO       an e-mail address for the services, as --mailto
  PAPERATLAS_ARXIV_URL    the address of arXiv's API, for a mirror; likewise _CROSSREF_, _DOI_, _OPENREVIEW_,
                          _OPENREVIEW_V1_, _ACL_, _PMLR_

exit codes:
  0  every work was added (with --dry-run: could be)
  1  a work is unknown, already in the library, or cannot be fetched; the others were added
  2  wrong usage; nothing was added
"""
_MAIL = re.compile(r"[^@\s()<>,;:\"]+@[^@\s()<>,;:\"]+\.[^@\s()<>,;:\"]+")
_OF_ONE_PAPER = ("key", "method", "code", "website")


@dataclass(frozen=True, slots=True)
class _Options:
    """What was asked for, once it makes sense."""

    direction: tuple[str, ...] | None
    """The keywords; empty for no direction, None if that was not said."""
    extras: Extras
    file: str | None
    dry: bool
    yes: bool


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser(
        "add",
        help="look papers up and add them to the library",
        description="Looks papers up by an identifier or address, and adds their entries to the library.",
        epilog=_MORE,
    )
    parser.add_argument(
        "works",
        metavar="WORK",
        nargs="+",
        help="an arXiv identifier, a DOI, a URL, a .bib file, or - for standard input",
    )
    where = parser.add_argument_group("place of the paper")
    where.add_argument(
        "--direction",
        metavar="DIRECTION[/GROUP]",
        action="append",
        default=[],
        help=f"its direction; may be given several times; '{NONE}' for no direction; asked for on a terminal",
    )
    where.add_argument("--file", metavar="FILE", help="the .bib file (default: that of the direction)")
    what = parser.add_argument_group("other fields of the entry")
    what.add_argument("--key", metavar="KEY", help="the citation key (default: name, year and a word of the title)")
    what.add_argument("--method", metavar="NAME", help="the name of its method (shorttitle)")
    what.add_argument("--code", metavar="URL", help="the URL of the code")
    what.add_argument("--website", metavar="URL", help="the URL of the project page")
    relations = parser.add_argument_group("relations to papers of the library, by citation key")
    for kind in DEFAULT_RELATION_TYPES:
        relations.add_argument(f"--{kind.name}", metavar="KEY", action="append", default=[], help=kind.label("en"))
    relations.add_argument("--related", metavar="KEY", action="append", default=[], help="is related to")
    relations.add_argument(
        "--relation",
        metavar=("TYPE", "KEY"),
        nargs=2,
        action="append",
        default=[],
        help="a relation of a type that the site configures",
    )
    parser.add_argument("--dry-run", action="store_true", help="show what would be written, and write nothing")
    parser.add_argument("--yes", action="store_true", help="do not ask")
    parser.add_argument("--mailto", metavar="ADDRESS", help="an e-mail address for the services")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Add the works; the exit code tells whether all could be."""
    target_library = find_target_library(arguments.file)
    options = _options(arguments, target_library)
    if options.file is not None or options.direction is not None:
        file_for(target_library, options.direction or (), options.file)
    works = works_of(arguments.works)
    if len(works) > 1 and (given := [name for name in _OF_ONE_PAPER if getattr(arguments, name)]):
        raise UsageError(texts.one_paper_only(given[0], len(works)))
    _refuse_unplaced(works, target_library, options)
    web = Web(services(os.environ), mailto=_mailto(arguments.mailto))
    failed = 0
    for work in works:
        try:
            target_library = _add_one(work, web, target_library, options)
        except (SourceError, FailedError, UsageError, ReadError, WriteError) as error:
            failed += 1
            tell(f"paperatlas: {work.name}: {error}")
    if len(works) > 1:
        tell(texts.added_of(len(works) - failed, len(works), dry=options.dry))
    return int(failed > 0)


def _add_one(work: RequestedWork, web: Web, target_library: TargetLibrary, options: _Options) -> TargetLibrary:
    """Add a work; the library with it. Raises `SourceError`, `FailedError` or `WriteError` if it is not added."""
    entry = new_entry(work, web, target_library, options.extras)
    keywords = _place(entry, target_library, options)
    entry = entry.placed(keywords, target_library)
    # A dry run need not be told where the entry would go.
    anywhere = options.dry and options.direction is None and options.file is None and not at_a_terminal()
    path = None if anywhere else file_for(target_library, entry.keywords, options.file)
    file = target_library.shown(path) if path else texts.FILE_OF_ITS_DIRECTION
    before = read_bytes(path) if path and path.exists() else None
    after = insert_entry(before or b"", entry.text, file)
    if options.dry or at_a_terminal():
        write([f"{file}\n\n{entry.text}\n"])
        sys.stdout.flush()
    for remark in entry.sentences:
        tell(f"paperatlas: {entry.key}: {remark}")
    if options.dry or path is None:
        return target_library
    if at_a_terminal() and not options.yes and not ask_whether():
        raise FailedError(texts.DECLINED)
    make_folder(path.parent)
    replace(path, after, before)
    now = target_library.read_again()
    line = next((one.span.line for one in now.library.entries if one.key == entry.key), 0)
    write([f"{texts.added(file, line, entry.key)}\n"])
    if work.located is not None and (table := add_source(now, entry.key, work.located)):
        write([f"{texts.source_added(table, entry.key)}\n"])
    elif sources := target_library.require.sources:
        tell(f"paperatlas: {entry.key}: {texts.source_needed(sources, entry.key)}")
    sys.stdout.flush()
    return now


def _place(entry: NewEntry, target_library: TargetLibrary, options: _Options) -> tuple[str, ...]:
    """Return the keywords that place an entry: those that were given, else those it has, else what a person answers."""
    if options.direction is not None:
        return options.direction
    if not target_library.directions or is_placed(entry.record, target_library) or not at_a_terminal():
        return ()
    write([f"\n{entry.text}"])
    return ask_direction(target_library, entry.title)


def _refuse_unplaced(works: list[RequestedWork], target_library: TargetLibrary, options: _Options) -> None:
    """Return a `UsageError` if nobody says where a work belongs, and nobody can be asked."""
    if options.direction is not None or not target_library.directions or options.dry or at_a_terminal():
        return
    if all(work.record is not None and is_placed(work.record, target_library) for work in works):
        return
    raise UsageError(texts.direction_needed(NONE, target_library.directions))


def _options(arguments: argparse.Namespace, target_library: TargetLibrary) -> _Options:
    """Return the options. Raises `UsageError` for one that makes no sense."""
    for name in ("code", "website"):
        address = getattr(arguments, name)
        if address is not None and url_state(address) != "good":
            raise UsageError(common.not_a_url(f"--{name}", address, "https://example.org/glow"))
    key = arguments.key
    if key is not None:
        if bibtex_key(key) != key or "%" in key or "#" in key:
            raise UsageError(texts.not_a_key(key, bibtex_key(key)))
        taken = next(
            (entry for entry in target_library.library.entries if entry.key.casefold() == key.casefold()), None
        )
        if taken is not None:
            raise UsageError(texts.key_taken(key, taken.span))
    direction = placements(target_library, arguments.direction) if arguments.direction else None
    fields = {"shorttitle": arguments.method, "code": arguments.code, "website": arguments.website}
    given = {name: value for name, value in fields.items() if value}
    extras = Extras(key, {**given, **_relations(arguments, target_library)})
    return _Options(direction, extras, arguments.file, arguments.dry_run, arguments.yes)


def _relations(arguments: argparse.Namespace, target_library: TargetLibrary) -> Mapping[str, str]:
    """Return the relation fields. Raises `UsageError` for a type or key that is not there."""
    types = [kind.name for kind in target_library.relation_types]
    keys: dict[str, list[str]] = {}
    for name in (*(kind.name for kind in DEFAULT_RELATION_TYPES), "related"):
        keys[name] = list(getattr(arguments, name))
    for name, key in arguments.relation:
        keys.setdefault(name, []).append(key)
    found: dict[str, str] = {}
    for name, written in keys.items():
        wanted = [key.strip() for each in written for key in each.split(",") if key.strip()]
        if wanted and name not in (*types, "related"):
            raise UsageError(texts.unknown_relation(name, types))
        for key in wanted:
            if key not in target_library.keys:
                raise UsageError(texts.unknown_key(name, key, target_library.keys))
        if wanted:
            found[name] = ", ".join(dict.fromkeys(wanted))
    return found


def _mailto(given: str | None) -> str:
    """Return the address services may write to. Raises `UsageError` if it is none."""
    address = (given if given is not None else os.environ.get("PAPERATLAS_MAILTO", "")).strip()
    if address and not _MAIL.fullmatch(address):
        raise UsageError(texts.not_an_email_address(address))
    return address
