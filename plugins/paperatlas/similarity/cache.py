"""The comparison of texts, kept on disk: the next build looks only at the papers near those that have changed.

One file of JSON; deleting it costs time only. It is believed if this program wrote it for the same version of itself
and its checksum is right; what it says of a paper is used if the digest of the paper's texts is still the same.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from paperatlas.similarity.nearest import Comparison, Neighbour, Vectors
from paperatlas.similarity.paper_texts import NO_TEXTS, ComparedTexts
from paperatlas.similarity.vectors import frequencies
from paperatlas.storage.files import keep

FILE = "texts.json"
"""The name of the file in the folder of the cache."""

_BROKEN = (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError)
"""What reading a file of another shape raises."""


def load_texts(folder: Path) -> ComparedTexts:
    """What the last build compared; nothing if there is none, or another program wrote it."""
    try:
        first, _, rest = (folder / FILE).read_bytes().partition(b"\n")
        if json.loads(first) != _heading(rest):
            return NO_TEXTS
        return _decoded(json.loads(rest))
    except (OSError, *_BROKEN):
        return NO_TEXTS


def save_texts(folder: Path, texts: ComparedTexts) -> None:
    """Keep what was compared. A folder that cannot be written to is no reason to stop."""
    rest = json.dumps(_encoded(texts), separators=(",", ":")).encode()
    first = json.dumps(_heading(rest)).encode()
    keep(folder / FILE, [first, b"\n", rest])


def _encoded(texts: ComparedTexts) -> dict[str, object]:
    """Papers by number and terms by number, because most of the file would be names."""
    found = texts.comparison
    number = {key: at for at, key in enumerate(texts.digests)}
    terms = {term: at for at, term in enumerate(found.papers_with)}

    def flat(pairs: Iterable[Neighbour], names: Mapping[str, int]) -> list[int]:
        return [value for name, weight in pairs for value in (names[name], weight)]

    return {
        "digests": texts.digests,
        "terms": list(terms),
        "counts": [flat(found.counts[key].items(), terms) for key in number],
        "heads": [flat(found.heads[key].items(), terms) for key in number],
        "floors": [flat([floor] if (floor := found.floors[key]) else [], number) for key in number],
        "neighbours": [flat(found.neighbours[key], number) for key in number],
    }


def _decoded(kept: dict[str, Any]) -> ComparedTexts:
    digests = {str(key): str(digest) for key, digest in kept["digests"].items()}
    keys, terms = list(digests), [str(term) for term in kept["terms"]]

    def pairs(values: list[int], names: list[str]) -> list[Neighbour]:
        return [(names[at], weight) for at, weight in zip(values[::2], values[1::2], strict=True)]

    def by_key(part: str, names: list[str]) -> dict[str, list[Neighbour]]:
        return {key: pairs(values, names) for key, values in zip(keys, kept[part], strict=True)}

    counts = {key: dict(values) for key, values in by_key("counts", terms).items()}
    papers_with = frequencies(counts.values())
    comparison = Comparison(
        counts=counts,
        heads={key: dict(values) for key, values in by_key("heads", terms).items()},
        floors={key: values[0] if values else None for key, values in by_key("floors", keys).items()},
        neighbours={key: tuple(values) for key, values in by_key("neighbours", keys).items()},
        papers_with=papers_with,
        vectors=Vectors(counts, papers_with),
    )
    return ComparedTexts(digests, comparison)


def _heading(rest: bytes) -> dict[str, object]:
    """What must hold of the rest of the file for it to be used."""
    return {"program": _program(), "size": len(rest), "checksum": zlib.crc32(rest)}


@lru_cache(maxsize=1)
def _program() -> str:
    """A digest of the code that compares: what it finds changes with it."""
    digest = hashlib.sha256()
    for name in ("paper_texts", "nearest", "terms", "vectors", "cache"):
        digest.update(Path(__file__).with_name(f"{name}.py").read_bytes())
    return digest.hexdigest()
