"""Zensical, Material's successor, from the same Markdown files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from benchmarks.builds.configuration import mkdocs_configuration
from benchmarks.builds.markdown_pages import MarkdownPage
from benchmarks.builds.peers.mkdocs import markdown_files
from benchmarks.builds.sides import ZENSICAL, Peer, Side, write_tree

PEER = Peer(ZENSICAL, "zensical", "zensical", ("--version",))


def zensical_side(folder: Path, pages: Sequence[MarkdownPage]) -> Side:
    """Write the pages as a site of Zensical, which reads the same mkdocs.yml."""
    write_tree(folder, markdown_files(pages) | {"mkdocs.yml": mkdocs_configuration(["search"])})
    program = str(PEER.path)
    return Side(
        ZENSICAL,
        folder,
        (program, "build"),
        len(pages),
        serve=(program, "serve", "--dev-addr", "127.0.0.1:{port}"),
        caches=(".cache",),
    )
