"""`paperatlas schema`: JSON Schemas of what people write, for their editors."""

from __future__ import annotations

import argparse

from paperatlas.build.schema import mkdocs_schema
from paperatlas.cli.arguments import Commands
from paperatlas.cli.usage import write
from paperatlas.notes.schema import note_schema

_MORE = """\
examples:
  paperatlas schema mkdocs > mkdocs.schema.json     the options of the plugin in mkdocs.yml
  paperatlas schema note > note.schema.json         the front matter of a direction's note

A site publishes both, as schemas/mkdocs.json and schemas/note.json.

exit codes:
  0  the schema was written
  2  wrong usage
"""


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser(
        "schema",
        help="write a JSON Schema for an editor",
        description="Writes a JSON Schema to standard output, with which an editor completes and checks what you type.",
        epilog=_MORE,
    )
    parser.add_argument("what", choices=("mkdocs", "note"), help="which file the schema describes")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the schema."""
    write([note_schema() if arguments.what == "note" else mkdocs_schema()])
    return 0
