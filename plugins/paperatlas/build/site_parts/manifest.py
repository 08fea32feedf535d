"""The manifest of a part: what a build leaves beside its pages, so that parts can be put together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from paperatlas.build.site_parts.part import SitePart
from paperatlas.storage.cache import BROKEN

MANIFEST = "paperatlas-part.json"
"""Its name in the folder of the part."""


@dataclass(frozen=True, slots=True)
class PartPage:
    """A page: the path of its file, its address as search has it, and the number that decides which part makes it."""

    path: str
    address: str
    number: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """Which part it is, and what all parts of a site agree on.

    `made_from` is a digest of everything that the site depends on. `pages` are all pages of the site, in the order in
    which one build makes them.
    """

    part: SitePart
    made_from: str
    pages: tuple[PartPage, ...]

    @property
    def own(self) -> Iterator[str]:
        """Yield the paths of the pages that the part has."""
        return (page.path for page in self.pages if self.part.has(page.number))


def save_manifest(folder: Path, manifest: Manifest) -> None:
    """Write the manifest into the folder of a part. Raises `OSError`."""
    (folder / MANIFEST).write_bytes(msgspec.json.encode(manifest))


def load_manifest(folder: Path) -> Manifest | None:
    """Return the manifest of a part; None if there is none, or it is damaged, or names files outside."""
    try:
        manifest = msgspec.json.decode((folder / MANIFEST).read_bytes(), type=Manifest)
    except (OSError, *BROKEN):
        return None
    part = manifest.part
    inside = not any(Path(page.path).is_absolute() or ".." in Path(page.path).parts for page in manifest.pages)
    return manifest if inside and 1 <= part.number <= part.of else None
