"""`paperatlas headers`: the headers of a built site, whose policy allows the theme's inline scripts and no others."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from itertools import filterfalse, groupby
from pathlib import Path

from paperatlas.build.headers.header_rules import POLICY, SERVERS, complete_policies, read_rules
from paperatlas.build.headers.inline_parts import InlinePart, find_inline_parts, is_page_data, styles_of_script
from paperatlas.cli.arguments import Commands
from paperatlas.cli.new.publishing import HEADERS, shipped
from paperatlas.cli.usage import UsageError, tell, write
from paperatlas.diagnostics.excerpt import printable
from paperatlas.storage.files import read_bytes, replace
from paperatlas.texts.commands import headers as texts

_FILE = "_headers"
_SCRIPTS_OF_THEME = "assets/javascripts/bundle*.js"
"""Where Material and Zensical have what runs on every page."""
_SHOWN = 60
"""In characters: enough of a script to find it."""

_MORE = """\
examples:
  paperatlas headers                              complete site/_headers, for Netlify and Cloudflare Pages
  paperatlas headers public                       the same for a site in another folder
  paperatlas headers --for nginx > headers.conf   the same headers for a server of your own

Run it after each build: `mkdocs build --strict && paperatlas headers`. Themes write scripts into their pages, which a
Content-Security-Policy stops unless it names their digests. This command reads the pages that were built and adds the
digests of what at least half of them have. A script or a style attribute of single pages is not allowed but named: it
came with their text. The headers are those of docs/_headers, which `paperatlas new publishing` writes, otherwise those
that it would write.

exit codes:
  0  the headers are written
  1  they cannot be written
  2  wrong usage
"""


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser(
        "headers",
        help="write the headers of a built site, with a Content-Security-Policy that fits it",
        description="Completes the headers of a built site: its policy allows the inline scripts of the theme alone.",
        epilog=_MORE,
    )
    parser.add_argument(
        "site", metavar="SITE", nargs="?", default="site", help="the folder of the built site (default: site)"
    )
    parser.add_argument(
        "--for",
        dest="server",
        choices=sorted(SERVERS),
        help="print them for a web server instead of writing SITE/_headers",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the headers, and name what they do not allow."""
    site = Path(arguments.site)
    if not any(site.glob("**/*.html")):
        raise UsageError(texts.no_site(arguments.site))
    parts = find_inline_parts(_pages(site))
    allowed = (*parts.of_theme, *dict.fromkeys(_styles_of_scripts(site)))
    file = site / _FILE
    before = read_bytes(file) if file.is_file() else None
    text = (shipped(HEADERS) if before is None else before).decode("utf-8", "replace")
    completed = complete_policies(text, allowed)
    rules = read_rules(completed)
    if not any(name.lower() == POLICY for rule in rules for name, _ in rule.headers):
        raise UsageError(texts.no_policy(str(file)))
    for line in _stopped(parts.of_pages):
        tell(line)
    if arguments.server:
        write([SERVERS[arguments.server](rules)])
        return 0
    if max(map(len, completed.splitlines())) > texts.LONGEST_LINE:
        tell(texts.too_long(str(file)))
    replace(file, completed.encode(), before)
    write([texts.written(str(file), len(allowed))])
    return 0


def _pages(site: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(site.glob("**/*.html")):
        yield path.relative_to(site).as_posix(), read_bytes(path).decode("utf-8", "replace")


def _styles_of_scripts(site: Path) -> Iterator[InlinePart]:
    for path in sorted(site.glob(_SCRIPTS_OF_THEME)):
        yield from styles_of_script(read_bytes(path).decode("utf-8", "replace"))


def _stopped(of_pages: Mapping[InlinePart, str]) -> Iterator[str]:
    """Yield a line for each kind of part that is not allowed, with the first of them."""
    if any(map(is_page_data, of_pages)):
        yield texts.PAGE_DATA
    for kind, parts in groupby(filterfalse(is_page_data, of_pages), lambda part: part.kind):
        first, *others = parts
        shown = printable(" ".join(first.text.split())[:_SHOWN])
        yield texts.stopped(kind, of_pages[first], shown, 1 + len(others))
