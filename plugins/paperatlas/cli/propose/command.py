"""`paperatlas propose`: what somebody wrote into the form "add a paper", as a change of the library and a summary."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from paperatlas.build.project import read_site
from paperatlas.changes.markdown import code
from paperatlas.cli.add.entry import Extras, NewEntry, new_entry, sentence_of
from paperatlas.cli.add.sources import add_source
from paperatlas.cli.add.target import TargetLibrary, file_for, find_target_library, placements
from paperatlas.cli.add.works import RequestedWork
from paperatlas.cli.arguments import Commands
from paperatlas.cli.propose.answers import called_unofficial, named_address, named_places, named_works
from paperatlas.cli.propose.form import PaperForm, read_form
from paperatlas.cli.propose.similar import Places, find_places
from paperatlas.cli.propose.summary import proposal_summary, refusal_summary
from paperatlas.cli.site import configuration_at_hand
from paperatlas.cli.usage import FailedError, UsageError, tell
from paperatlas.formats.records.insert import insert_entry
from paperatlas.formats.records.library_style import likely_method
from paperatlas.formats.records.record import KnownWorkError, SourceError
from paperatlas.services.addresses import services
from paperatlas.services.fetched import UnknownWorkError
from paperatlas.services.locate import KNOWN
from paperatlas.services.web import Web
from paperatlas.storage.files import ReadError, WriteError, make_folder, read_bytes, replace, write_whole
from paperatlas.text.titles import same_title
from paperatlas.texts.commands import add as add_texts
from paperatlas.texts.commands import propose as texts

_SHOWN = 200
"""How many characters of a value that cannot be used are shown: enough to see what was written."""
_MOST = 20
"""How many further works are named: a form has room for a hundred."""

_MORE = """\
example:
  paperatlas propose "$GITHUB_EVENT_PATH" --to proposal

The event is that of an issue which was opened with the form "add a paper". The entry, and a row in the table of
sources, are written into the files of the site. The folder gets title.txt and summary.md for the pull request; if
nothing was added, summary.md alone says why. .github/workflows/propose.yml opens a pull request with them.

exit codes:
  0  the entry was added
  1  it was not; summary.md says why
  2  wrong usage
"""


@dataclass(frozen=True, slots=True)
class _Added:
    """An entry that was added: the files of it, where it stands, and what a reviewer should know."""

    entry: NewEntry
    file: str
    place: str
    places: Places
    further: tuple[str, ...]


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser(
        "propose",
        help="add the paper of an issue form, for a pull request",
        description="Adds the paper that somebody proposed with an issue form, and says what is to be done with it.",
        epilog=_MORE,
    )
    parser.add_argument("event", metavar="EVENT", help="the event of the issue, as GitHub writes it")
    parser.add_argument("--to", metavar="FOLDER", required=True, help="where title.txt and summary.md are written")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Add the paper, and write what the pull request says."""
    form = read_form(Path(arguments.event))
    target_library = find_target_library(None)
    folder = Path(arguments.to)
    make_folder(folder)
    try:
        added = _add(form, target_library)
    except (SourceError, FailedError, UsageError, ReadError, WriteError) as error:
        write_whole(folder / "summary.md", [refusal_summary(_reason(error)).encode()])
        tell(f"paperatlas: {error}")
        return 1
    summary = proposal_summary(
        form, added.place, added.places, _remarks(added.entry), texts.added(added.entry.key, added.file), added.further
    )
    write_whole(folder / "summary.md", [summary.encode()])
    # Not the method's name: GitHub obeys what a commit says, such as `closes #1` or `[skip ci]`.
    write_whole(folder / "title.txt", [f"{texts.title(added.entry.key)}\n".encode()])
    return 0


def _reason(error: Exception) -> str:
    """Return why nothing was added, in both languages of the form."""
    if isinstance(error, KnownWorkError):
        return texts.known_work(error.reason)
    if isinstance(error, UnknownWorkError):
        return texts.unknown_work(str(error))
    return texts.no_record(str(error)) if isinstance(error, SourceError) else str(error)


def _remarks(entry: NewEntry) -> list[str]:
    """Return what a reviewer should know of an entry, in both languages as far as it is known what it is about."""
    problems = (texts.problem(each.code, dict(each.arguments), sentence_of(each)) for each in entry.problems)
    return [*map(texts.of_the_source, entry.remarks), *problems]


def _add(form: PaperForm, target_library: TargetLibrary) -> _Added:
    """Add the entry of a form. Raises what `paperatlas add` raises if it cannot be."""
    work, *others = named_works(form.identifier) or [RequestedWork(form.identifier)]
    if work.located is None:
        raise UsageError(texts.not_found(add_texts.not_found(form.identifier[:_SHOWN], KNOWN)))
    further = [texts.further_works(code(other.name) for other in others[:_MOST])] if others else []
    fields = {"shorttitle": form.method} if form.method else {}
    if address := named_address(form.code):
        fields["code"] = address
        if called_unofficial(form.code):
            fields["codetype"] = "unofficial"
    elif form.code:
        further.append(texts.BAD_CODE)
    entry = new_entry(work, Web(services(os.environ)), target_library, Extras(fields=fields))
    if "shorttitle" not in entry.record.fields and (method := likely_method(entry.title)):
        further.append(texts.likely_method(code(method)))
    site = read_site(configuration_at_hand(texts.ELSEWHERE))
    named_alike = [key for key, paper in site.atlas.papers.items() if same_title(paper.title.text, entry.title)]
    further += [texts.same_title(code(key)) for key in named_alike]
    places = find_places(entry.text, entry.key, form.why, site.atlas, site.languages.first)
    wanted = named_places(form.direction, site.atlases.values())
    keywords = _keywords(wanted, target_library, places, further)
    entry = entry.placed(keywords, target_library)
    path = file_for(target_library, entry.keywords, None)
    file = target_library.shown(path)
    before = read_bytes(path) if path.exists() else None
    after = insert_entry(before or b"", entry.text, file)
    make_folder(path.parent)
    replace(path, after, before)
    add_source(target_library, entry.key, work.located)
    return _Added(entry, file, keywords[0], places, tuple(further))


def _keywords(
    wanted: Sequence[str], target_library: TargetLibrary, places: Places, further: list[str]
) -> tuple[str, ...]:
    """Return where the entry stands: as the form says, in the likeliest group; else where papers like it stand."""
    named: tuple[str, ...] = ()
    for each in wanted:
        try:
            named += placements(target_library, [each])
        except UsageError:
            further.append(texts.unknown_place(code(each[:_SHOWN])))
    if not named:
        if not places.groups:
            raise FailedError(texts.unplaced(target_library.directions))
        return places.groups[:1]
    first, *others = named
    if "/" not in first:
        first = next((place for place in places.groups if place.startswith(f"{first}/")), first)
    return (first, *others)
