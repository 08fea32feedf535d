"""`paperatlas changes`: what a change does to the atlas, for whoever reviews it."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from paperatlas.build.configuration import CONFIG_NAMES, Configuration, read_configuration
from paperatlas.build.project import read_site
from paperatlas.changes.compare import changes_between
from paperatlas.changes.json_report import changes_json
from paperatlas.changes.markdown_report import LEAST, LIMIT, changes_markdown
from paperatlas.changes.model import Version
from paperatlas.cli.arguments import Commands
from paperatlas.cli.revision import folder_in_repository, write_revision
from paperatlas.cli.site import configuration_at_hand
from paperatlas.cli.usage import UsageError, write
from paperatlas.diagnostics.problem import in_order
from paperatlas.services.web import web_host
from paperatlas.texts.commands import changes as texts
from paperatlas.texts.commands import common

CHANGE_FORMATS = ("markdown", "json")

_MORE = f"""\
examples:
  paperatlas changes main                      from the branch main to the files as they are now
  paperatlas changes HEAD~1 HEAD               what the last commit did
  paperatlas changes ../other-checkout         from the site in another folder to this one
  paperatlas changes v1 --site-url https://example.org/atlas/ >> "$GITHUB_STEP_SUMMARY"
  paperatlas changes main --format json        everything, for a program

BASE and HEAD are folders that contain a site, or revisions of the git repository of the current site. Of a revision
only regular files are read, no symbolic links and no submodules.

Papers, relations, directions and other pages that were added, changed or removed are listed with what is different,
and problems that are new or fixed. Markdown is cut to fit into a comment on GitHub ({LIMIT:,} characters); its counts
are always complete.

exit codes:
  0  the changes were written, however many there are
  2  wrong usage
"""


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser(
        "changes",
        help="show what a change does to the atlas",
        description="Compares two versions of a site: papers, relations, directions, pages, problems.",
        epilog=_MORE,
    )
    parser.add_argument("base", metavar="BASE", help="the old version: a folder, or a git revision")
    parser.add_argument("head", metavar="HEAD", nargs="?", help="the new version (default: the current site)")
    parser.add_argument(
        "--format", choices=CHANGE_FORMATS, default="markdown", help="the output format (default: markdown)"
    )
    parser.add_argument("--site-url", metavar="URL", default="", help="the URL of the site, for links to its pages")
    parser.add_argument(
        "--limit",
        metavar="N",
        type=int,
        default=LIMIT,
        help=f"the maximum number of characters of Markdown (default: {LIMIT})",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Read both versions and write what lies between them."""
    site_url = _web_address(arguments.site_url)
    if arguments.limit < LEAST:
        raise UsageError(texts.low_limit(arguments.limit, LEAST))
    changes = changes_between(
        _version(arguments.base), _read(_site_here().file) if arguments.head is None else _version(arguments.head)
    )
    if arguments.format == "json":
        write([changes_json(changes, site_url)])
    else:
        write([changes_markdown(changes, site_url, arguments.limit)])
    return 0


def _web_address(address: str) -> str:
    if address and web_host(address) is None:
        raise UsageError(common.not_a_url("--site-url", address, "https://example.org/atlas/"))
    return address


def _site_here() -> Configuration:
    return configuration_at_hand(texts.ELSEWHERE)


def _version(name: str) -> Version:
    """Return the version in a folder, else of a git revision."""
    if Path(name).is_dir():
        return _read(_config_in(Path(name), name))
    here = _site_here()
    repository, below = folder_in_repository(here.root)
    with tempfile.TemporaryDirectory(prefix="paperatlas-") as folder:
        write_revision(repository, name, Path(folder))
        return _read(_config_in(Path(folder) / below, name))


def _config_in(folder: Path, name: str) -> Path:
    found = next((folder / config for config in CONFIG_NAMES if (folder / config).is_file()), None)
    if found is None:
        raise UsageError(texts.no_site(name))
    return found


def _read(config_file: Path) -> Version:
    """Return the site of a configuration, with the text of its hand-written pages."""
    site = read_site(read_configuration(config_file.resolve()))
    texts = {file.file: page.text for file, page in site.pages.items() if page.document}
    return Version(site.atlases, tuple(in_order(site.problems)), texts)
