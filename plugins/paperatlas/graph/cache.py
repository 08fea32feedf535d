"""Drawings laid out in an earlier build, or in another language of this one, kept on disk.

One file for each layout, named by a digest of everything it depends on: the code, the nodes' names, years and
groups, the edges, the titles of groups. Addresses and full titles are not part of it: they move nothing. Deleting
the folder costs time only, and a file that is broken is not used. A file that no build asked for goes when there
are too many.
"""

from __future__ import annotations

import hashlib
import json
import os
import unicodedata
import zlib
from dataclasses import astuple, replace
from functools import lru_cache
from pathlib import Path

import pygraphviz

from paperatlas.graph.cache_format import BROKEN, decode, encode
from paperatlas.graph.layout import lay_out
from paperatlas.graph.model import Graph, Layout
from paperatlas.storage.files import keep

MOST_KEPT = 1000
"""So many layouts are kept; the longest unused go first."""


def cached_layout(folder: Path | None, graph: Graph) -> Layout:
    """Return the layout of a graph (`lay_out`), from `folder` if it was laid out before."""
    if folder is None:
        return lay_out(graph)
    digest = hashlib.sha256(_program())
    digest.update(json.dumps(astuple(_geometry(graph))).encode("utf-8", "surrogateescape"))
    path = folder / f"{digest.hexdigest()[:32]}.json"
    layout = _load(path, graph)
    if layout is None:
        layout = lay_out(graph)
        _save(path, encode(layout))
    return layout


def _geometry(graph: Graph) -> Graph:
    """Return the graph without what moves nothing: addresses, full titles, the names of kinds."""
    nodes = tuple(replace(node, title="", href="") for node in graph.nodes)
    return replace(graph, nodes=nodes, groups=tuple(replace(group, href="") for group in graph.groups), kinds=())


def _load(path: Path, graph: Graph) -> Layout | None:
    """Return the layout in a file; `None` if there is none, or it is broken."""
    try:
        checksum, text = path.read_bytes().split(b"\n", 1)
        if int(checksum) != zlib.crc32(text):
            return None
        layout = decode(json.loads(text), graph)
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
    """Return a digest of the code that lays out: what it makes of a graph changes with it."""
    digest = hashlib.sha256(f"{pygraphviz.__version__} {unicodedata.unidata_version}".encode())
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.digest()
