"""What a reader loads with each type of page of a built site, without the theme and search: kilobytes after gzip.

    python benchmarks/bench_weight.py site

A direction page may weigh 150 kB with its styles and scripts, and the scripts of any page 60 kB. Pages of a type are
measured all, and the heaviest is shown.
"""

from __future__ import annotations

import argparse
import gzip
import posixpath
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from lxml import html

MOST_OF_A_DIRECTION = 150_000
MOST_SCRIPTS = 60_000
TYPES = ("directions", "papers", "people", "venues", "years", "map", "compare", "reading", "")
"""The folders of the types of pages; the last is any other page. The results of a direction are a type of their own."""
_OURS = Path(__file__).parents[1] / "templates" / "assets"


@dataclass(frozen=True, slots=True)
class Weight:
    """The bytes of a page, of its styles and of its scripts, after gzip."""

    address: str
    page: int
    styles: int
    scripts: int

    @property
    def whole(self) -> int:
        """Return the sum."""
        return self.page + self.styles + self.scripts


def weights(site: Path) -> Iterator[tuple[str, Weight]]:
    """Yield the type and the weight of each page."""
    ours = {path.relative_to(_OURS).as_posix() for path in _OURS.rglob("*") if path.is_file()}
    sizes: dict[str, int] = {}

    def size(address: str) -> int:
        if address not in sizes:
            path = site / address
            sizes[address] = len(gzip.compress(path.read_bytes(), mtime=0)) if path.is_file() else 0
        return sizes[address]

    for path in sorted(site.rglob("index.html")):
        address = path.parent.relative_to(site).as_posix().removeprefix(".")
        parts = [part for part in address.split("/") if part]
        parts = parts[1:] if parts[:1] == ["en"] else parts
        kind = parts[0] if parts and parts[0] in TYPES else ""
        if kind == "directions" and parts[-1] == "results":
            kind = "results"
        tree = html.fromstring(path.read_bytes())
        styles = _files(tree.xpath("//link[@rel='stylesheet']/@href"), address, ours)
        scripts = _files(tree.xpath("//script/@src"), address, ours)
        page = _own_size(tree)
        # The page of all papers is no page of a paper.
        if kind == "papers" and len(parts) == 1:
            kind = "papers/"
        yield kind, Weight(address or ".", page, sum(map(size, styles)), sum(map(size, scripts)))


def _own_size(tree: html.HtmlElement) -> int:
    """Return what a page weighs without the theme's frame: the difference that its article makes."""
    whole = len(gzip.compress(html.tostring(tree, encoding="utf-8"), mtime=0))
    for article in tree.xpath("//article"):
        article.clear()
    return whole - len(gzip.compress(html.tostring(tree, encoding="utf-8"), mtime=0))


def _files(references: list[str], page: str, ours: set[str]) -> set[str]:
    """Return the files of ours that a page names, by their addresses from the root of the site."""
    found = set()
    for reference in references:
        address = posixpath.normpath(posixpath.join(page, urlsplit(reference).path))
        if address.removeprefix("en/").removeprefix("assets/") in ours:
            found.add(address)
    return found


def main() -> int:
    """Print the heaviest page of each type; fail where one is too heavy."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path, help="the folder of a built site")
    site = parser.parse_args().site
    heaviest: dict[str, Weight] = {}
    for kind, weight in weights(site):
        if kind not in heaviest or weight.whole > heaviest[kind].whole:
            heaviest[kind] = weight
    if not heaviest:
        print(f"There are no pages in {site}: build the site first.", file=sys.stderr)
        return 2
    print(f"{'kB after gzip':<44} {'page':>6} {'styles':>7} {'scripts':>8} {'whole':>7}")
    for _, weight in sorted(heaviest.items(), key=lambda item: -item[1].whole):
        cells = [f"{each / 1000:.1f}" for each in (weight.page, weight.styles, weight.scripts, weight.whole)]
        print(f"{weight.address:<44} {cells[0]:>6} {cells[1]:>7} {cells[2]:>8} {cells[3]:>7}")
    direction = heaviest.get("directions")
    too_heavy = direction is not None and direction.whole > MOST_OF_A_DIRECTION
    return int(too_heavy or any(weight.scripts > MOST_SCRIPTS for weight in heaviest.values()))


if __name__ == "__main__":
    sys.exit(main())
