"""`paperatlas offline`: the site as a folder, and as a file to hand on, that opens with a double click."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

from paperatlas.build.offline.archive import FIRST_TIME, foreign_file, record_files, write_archive
from paperatlas.cli.arguments import Commands
from paperatlas.cli.site import configuration_at_hand
from paperatlas.cli.usage import FailedError, UsageError, write
from paperatlas.storage.files import reason_of
from paperatlas.texts.commands import common
from paperatlas.texts.commands import offline as texts

_BUILDER = "paperatlas.hosts.mkdocs.build_offline"
"""Runs as a program of its own, for commands know no host."""

_MORE = """\
examples:
  paperatlas offline                    offline/ and offline.zip
  paperatlas offline my-atlas           my-atlas/ and my-atlas.zip

Readers unpack the .zip file and open index.html: everything works without a network and without a server. The same site
gives the same file, byte for byte. SOURCE_DATE_EPOCH sets the time of its files (default: 1980-01-01).

exit codes:
  0  both are written
  1  the site could not be built or written
  2  wrong usage
"""


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser(
        "offline",
        help="build the site as a folder and a .zip file to be read without a network",
        description="Builds the current site, with MkDocs, to be opened from a disk: as a folder and as a .zip file.",
        epilog=_MORE,
    )
    parser.add_argument(
        "folder",
        metavar="FOLDER",
        nargs="?",
        default="offline",
        help="a new or empty folder, or one that this command has written (default: offline)",
    )
    parser.add_argument("--strict", action="store_true", help="fail if there is any warning")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Build the site, pack it, and say where both are."""
    configuration = configuration_at_hand(texts.ELSEWHERE)
    folder = Path(arguments.folder).resolve()
    _refuse_unless_ours(folder, arguments.folder)
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    seconds = int(epoch) if epoch.isdecimal() else FIRST_TIME
    command = [sys.executable, "-m", _BUILDER, str(configuration.file), str(folder)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(seconds), "NO_MKDOCS_2_WARNING": "1"}
    built = subprocess.run(  # noqa: S603 - Python itself
        command + ["--strict"] * arguments.strict, env=environment, check=False
    )
    if built.returncode:
        raise FailedError(texts.NOT_BUILT)
    archive = folder.with_name(f"{folder.name}.zip")
    try:
        record_files(folder)
        write_archive(folder, archive, seconds)
    except OSError as error:
        raise FailedError(common.cannot_write(archive, reason_of(error))) from error
    write([texts.written(arguments.folder, archive.stat().st_size)])
    return 0


def _refuse_unless_ours(folder: Path, name: str) -> None:
    """Raise a `UsageError` if there is something in a folder that was not built here: building empties it."""
    try:
        foreign = foreign_file(folder) if folder.exists() else None
    except OSError as error:
        raise UsageError(common.cannot_read(name, reason_of(error))) from error
    if foreign is not None:
        raise UsageError(texts.not_only_ours(name, foreign) if foreign else texts.not_ours(name))
