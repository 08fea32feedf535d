"""Writes the sites that are measured below `.cache/bench`, and uses them again until what they follow from changes."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.builds.configuration import mkdocs_configuration
from benchmarks.builds.library import benchmark_site
from benchmarks.builds.markdown_pages import MarkdownPage, markdown_pages
from benchmarks.builds.sides import CACHE, ONE_PROCESS, OWN, REPOSITORY, Side, write_tree

CONVERTED = ("papers", "directions", "notes")
"""What the other sites get of ours: not people, venues and years, not the lists, not the map."""
_FOLLOWS_FROM = ("benchmarks/*.py", "benchmarks/builds/*.py", "plugins/paperatlas/**/*.py", "templates/**/*")


@dataclass(frozen=True, slots=True)
class Prepared:
    """Our site of so many papers, its files, and its pages as Markdown, which the other sites are made of."""

    papers: int
    folder: Path
    own: Side
    files: Mapping[str, str]
    pages: tuple[MarkdownPage, ...]


def own_side(folder: Path, files: Mapping[str, str], papers: int, name: str = OWN) -> Side:
    """Write a library as a site with PaperAtlas: search, graphs and exports are on, as they are without options.

    The side whose name is `ONE_PROCESS` is built in one.
    """
    plugin = "{paperatlas: {processes: 1}}" if name == ONE_PROCESS else "paperatlas"
    write_tree(folder, {**files, "mkdocs.yml": mkdocs_configuration(["search", plugin])})
    mkdocs = (sys.executable, "-m", "mkdocs")
    return Side(
        name,
        folder,
        (*mkdocs, "build"),
        papers,
        serve=(*mkdocs, "serve", "--livereload", "--dev-addr", "127.0.0.1:{port}"),
        caches=(".cache",),
    )


def prepare(papers: int) -> Prepared:
    """Write our site, and build it unless its pages were already converted with the code as it is."""
    folder = CACHE / "sites" / str(papers)
    files = benchmark_site(papers)
    own = own_side(folder / "own", files, papers)
    kept = folder / "pages.json"
    digest = _digest()
    data = json.loads(kept.read_text(encoding="utf-8")) if kept.exists() else {}
    if data.get("digest") != digest:
        own.cold_build()
        pages = markdown_pages(article_pages(own.site), os.cpu_count() or 1)
        data = {"digest": digest, "pages": [asdict(page) for page in pages]}
        kept.write_text(json.dumps(data), encoding="utf-8")
    return Prepared(papers, folder, own, files, tuple(MarkdownPage(**page) for page in data["pages"]))


def article_pages(site: Path) -> dict[str, str]:
    """Return the built pages of papers, directions and notes, HTML by address."""
    return {
        f"{path.parent.relative_to(site).as_posix()}/": path.read_text(encoding="utf-8")
        for name in CONVERTED
        for path in sorted((site / name).glob("*/index.html"))
    }


def _digest() -> str:
    """Digest what the converted pages follow from."""
    digest = hashlib.sha256()
    for pattern in _FOLLOWS_FROM:
        for path in sorted(path for path in REPOSITORY.glob(pattern) if path.is_file()):
            digest.update(path.relative_to(REPOSITORY).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()
