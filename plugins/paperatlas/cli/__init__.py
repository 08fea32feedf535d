"""The command `paperatlas`: check a library or a site, export a library, lay it out.

Exit codes: 0 if all is well, 1 if there is an error in what was read, 2 for wrong usage.
"""

from __future__ import annotations

import argparse
import os
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from paperatlas import __version__
from paperatlas.build.configuration import BadSiteError
from paperatlas.cli import (
    abstracts,
    changes,
    check,
    citations,
    export,
    fmt,
    headers,
    import_,
    links,
    merge,
    offline,
    schema,
    zensical,
)
from paperatlas.cli.add import command as add
from paperatlas.cli.arguments import CommandParser
from paperatlas.cli.new import command as new
from paperatlas.cli.propose import command as propose
from paperatlas.cli.update import command as update
from paperatlas.cli.usage import FailedError, UsageError, speak_utf8, tell
from paperatlas.diagnostics.selection import UnknownCodeError
from paperatlas.storage.files import ReadError, WriteError, reason_of
from paperatlas.texts.commands import common

_EXAMPLES = """\
examples:
  paperatlas check                        check the site of the mkdocs.yml in this folder or above
  paperatlas check references.bib         check a library alone
  paperatlas export *.bib --format csl-json > library.json
  paperatlas fmt references.bib           format a library
  paperatlas changes main                 what a change does to the atlas
  paperatlas new site my-field            create a site in a new folder
  paperatlas offline                      build the site to be read without a network

The current site is that of the mkdocs.yml in the current folder or above it. `paperatlas COMMAND --help` shows more.
"""
_INTERRUPTED = 130
_BROKEN_PIPE = 141


def run_command_line(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code."""
    speak_utf8()
    try:
        parsed = command_line().parse_args(arguments)
        code: int = parsed.run(parsed)
        sys.stdout.flush()
    except (UsageError, ReadError, BadSiteError, UnknownCodeError) as error:
        tell(f"paperatlas: {error}")
        return 2
    except (FailedError, WriteError) as error:
        tell(f"paperatlas: {error}")
        return 1
    except BrokenPipeError:
        # Whoever read the output has seen enough; Python would complain once more when it flushes it at the end.
        _silence(sys.stdout)
        return _BROKEN_PIPE
    except KeyboardInterrupt:
        tell(f"paperatlas: {common.INTERRUPTED}")
        return _INTERRUPTED
    except Exception as error:  # a person at a terminal has no use for a traceback
        tell(_internal(error))
        _silence(sys.stdout)
        return 1
    return code


def command_line() -> argparse.ArgumentParser:
    """Return the options of every command."""
    parser = CommandParser(
        prog="paperatlas",
        description="Reads BibTeX libraries, reports problems in them, and writes them in other formats.",
        epilog=_EXAMPLES,
    )
    parser.add_argument("--version", action="version", version=f"paperatlas {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    add.add(commands)
    check.add(commands)
    citations.add(commands)
    changes.add(commands)
    export.add(commands)
    fmt.add(commands)
    import_.add(commands)
    abstracts.add(commands)
    links.add(commands)
    headers.add(commands)
    merge.add(commands)
    new.add(commands)
    offline.add(commands)
    propose.add(commands)
    schema.add(commands)
    update.add(commands)
    zensical.add(commands)
    return parser


def _silence(stream: TextIO) -> None:
    """Send whatever a stream still holds nowhere."""
    # A stream that is no file has nothing to flush.
    with suppress(OSError, ValueError, AttributeError), Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), stream.fileno())


def _internal(error: Exception) -> str:
    """Return what to say of an error that nobody expected, with the place a report of it should name."""
    if isinstance(error, OSError):
        return f"paperatlas: {common.system_error(error.filename, reason_of(error))}"
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{os.path.basename(frames[-1].filename)}, line {frames[-1].lineno}" if frames else ""  # noqa: PTH119
    return f"paperatlas: {common.internal_error(error, place)}"
