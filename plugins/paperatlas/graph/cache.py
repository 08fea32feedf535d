"""Drawings laid out in an earlier build, or in another language of this one, kept on disk.

One file for each layout, named by a digest of everything it depends on: the code, the papers' names, years and
groups, the relations, the titles. Addresses and full titles are not part of it: they move nothing, and are put
in afresh. Deleting the folder costs time only, and a file that is broken is not used. A file that no build asked
for goes when there are too many.
"""

from __future__ import annotations

import hashlib
import json
import os
import unicodedata
import zlib
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path

import pygraphviz

from paperatlas.graph.cache_format import BROKEN, decode, encode
from paperatlas.graph.layout import lay_out, lay_out_map
from paperatlas.graph.model import GraphEdge, GraphGroup, GraphNode, GraphRegion, Layout
from paperatlas.storage.files import keep

MOST_KEPT = 1000
"""So many layouts are kept; the longest unused go first."""


def kept_layout(
    folder: Path | None, nodes: Sequence[GraphNode], edges: Sequence[GraphEdge], groups: Sequence[GraphGroup]
) -> Layout:
    """The graph of a direction (`lay_out`), from `folder` if it was laid out before."""
    titles = [[group.slug, group.title, group.outside] for group in groups]
    return _kept(folder, ["direction", titles], nodes, edges, {}, lambda: lay_out(nodes, edges, groups))


def kept_map(
    folder: Path | None, nodes: Sequence[GraphNode], edges: Sequence[GraphEdge], regions: Sequence[GraphRegion]
) -> Layout:
    """The whole atlas (`lay_out_map`), from `folder` if it was laid out before."""
    titles = [[region.slug, region.title, [[group.slug, group.title] for group in region.groups]] for region in regions]
    hrefs = {region.slug: region.href for region in regions}
    return _kept(folder, ["map", titles], nodes, edges, hrefs, lambda: lay_out_map(nodes, edges, regions))


def _kept(
    folder: Path | None,
    shape: object,
    nodes: Sequence[GraphNode],
    edges: Sequence[GraphEdge],
    hrefs: dict[str, str],
    compute: Callable[[], Layout],
) -> Layout:
    if folder is None:
        return compute()
    named = [[node.key, node.label, node.group, node.year] for node in nodes]
    stated = [[edge.source, edge.target, edge.type] for edge in edges]
    digest = hashlib.sha256(_program())
    digest.update(json.dumps([shape, named, stated]).encode("utf-8", "surrogateescape"))
    path = folder / f"{digest.hexdigest()[:32]}.json"
    found = _load(path, nodes, hrefs)
    if found is not None:
        return found
    layout = compute()
    _save(path, encode(layout))
    return layout


def _load(path: Path, nodes: Sequence[GraphNode], hrefs: dict[str, str]) -> Layout | None:
    """The layout in a file; None if there is none, or it is broken."""
    try:
        checksum, text = path.read_bytes().split(b"\n", 1)
        if int(checksum) != zlib.crc32(text):
            return None
        layout = decode(json.loads(text), nodes, hrefs)
        os.utime(path)
    except (OSError, *BROKEN):
        return None
    return layout


def _save(path: Path, layout: object) -> None:
    """Keep a layout, if the folder can be written to."""
    text = json.dumps(layout, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    _make_room(path.parent)
    keep(path, [b"%d\n%b" % (zlib.crc32(text), text)])


def _make_room(folder: Path) -> None:
    """Delete the longest unused files until there is room for one more."""
    try:
        entries = [entry for entry in os.scandir(folder) if entry.name.endswith(".json")]
        files = sorted((entry.stat().st_mtime, entry.path) for entry in entries)
        for _, path in files[: max(len(files) - MOST_KEPT + 1, 0)]:
            Path(path).unlink(missing_ok=True)
    except OSError:  # no folder yet, or one that is not ours to change
        return


@lru_cache(maxsize=1)
def _program() -> bytes:
    """A digest of the code that lays out: what it makes of a graph changes with it."""
    digest = hashlib.sha256(f"{pygraphviz.__version__} {unicodedata.unidata_version}".encode())
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.digest()
