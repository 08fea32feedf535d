"""The arguments that several commands take, each said once."""

from __future__ import annotations

import argparse
import os
from typing import Any, TypeAlias

from paperatlas.build.catalogue import ALL_RULES
from paperatlas.cli.reports import REPORT_FORMATS
from paperatlas.diagnostics.selection import Selection, selection
from paperatlas.texts.commands import common


class CommandParser(argparse.ArgumentParser):
    """A parser, also of each of its commands, whose help has examples line by line."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - whatever argparse takes
        super().__init__(formatter_class=argparse.RawDescriptionHelpFormatter, **options)


Commands: TypeAlias = "argparse._SubParsersAction[CommandParser]"  # noqa: SLF001 - it has no public name


def add_paths(parser: CommandParser, otherwise: str = "the library of the current site") -> None:
    """Let a command take .bib files."""
    parser.add_argument("paths", metavar="PATH", nargs="*", help=f".bib files and folders (default: {otherwise})")


def add_report_format(parser: CommandParser) -> None:
    """Let a command write problems in one of the formats."""
    parser.add_argument(
        "--format", choices=REPORT_FORMATS, default="text", help="the format of the problems (default: text)"
    )


def add_selection(parser: CommandParser) -> None:
    """Let a command report some problems only."""
    parser.add_argument(
        "--select",
        metavar="CODES",
        action="append",
        default=[],
        help="report only these codes, or codes that begin so: SYN",
    )
    parser.add_argument(
        "--ignore",
        metavar="CODES",
        action="append",
        default=[],
        help="do not report these codes; of --select and --ignore the longer code counts",
    )


def selection_of(arguments: argparse.Namespace) -> Selection:
    """Return which problems are to be reported. Raises `UnknownCodeError` for a code that no rule has."""
    return selection(ALL_RULES, arguments.select, arguments.ignore)


def number_argument(written: str) -> float:
    """Return a number of days or seconds. Raises `ArgumentTypeError` if it is none."""
    try:
        number = float(written)
    except ValueError:
        number = -1.0
    if 0 <= number <= 1e6:
        return number
    raise argparse.ArgumentTypeError(common.not_a_number(written))


def add_mailto(parser: CommandParser, whom: str) -> None:
    """Let a command say who asks."""
    default = os.environ.get("PAPERATLAS_MAILTO", "")
    parser.add_argument("--mailto", default=default, help=f"an e-mail address for the {whom}")
