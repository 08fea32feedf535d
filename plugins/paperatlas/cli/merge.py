"""`paperatlas merge`: a site that was built in parts, put together."""

from __future__ import annotations

import argparse
from pathlib import Path

from paperatlas.build.site_parts.merge import PartError, merge_parts
from paperatlas.cli.arguments import Commands
from paperatlas.cli.usage import FailedError, write
from paperatlas.texts.commands.merge import merged

_MORE = """\
examples:
  paperatlas merge site parts/*
  paperatlas merge public part-1 part-2 part-3

A part is a site that `mkdocs build` made with the option `part`: `part: 2/4` in mkdocs.yml is the second of four.

exit codes:
  0  the site is complete
  1  a part is missing or does not belong to the others, or the site cannot be written; nothing was written
  2  wrong usage
"""


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser(
        "merge",
        help="join the parts of a site",
        description="Joins the parts of a site, built by several jobs, into the site that one build makes.",
        epilog=_MORE,
    )
    parser.add_argument("site", metavar="SITE", help="the folder of the whole site, which must be new or empty")
    parser.add_argument("parts", metavar="PART", nargs="+", help="the folder of a part; all parts, in any order")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the site, and say how large it is."""
    try:
        first = merge_parts([Path(part) for part in arguments.parts], Path(arguments.site))
    except PartError as error:
        raise FailedError(str(error)) from error
    write([f"{merged(arguments.site, len(first.pages), first.part.of)}\n"])
    return 0
