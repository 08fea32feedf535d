"""What a site is made from, to tell what was saved since: some pages or entries alone, or anything else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

import click
from mkdocs.utils import get_build_date

from paperatlas.build.library_files import bib_files
from paperatlas.build.options import Options
from paperatlas.hosts.mkdocs.direct_files import foreign_events
from paperatlas.hosts.mkdocs.options import root_of
from paperatlas.storage.input_files import add_to_digest, files_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File


@dataclass(frozen=True, slots=True)
class SavedFiles:
    """The files at some paths and below them, with a digest of each, on a day, which pages may name."""

    digests: dict[str, bytes]
    day: str

    @classmethod
    def at(cls, paths: Iterable[Path]) -> SavedFiles:
        """Return the files as they are now."""
        return cls({file: _digest(file) for path in paths for file, _ in files_of(path)}, get_build_date())

    def since(self, before: SavedFiles) -> set[str] | None:
        """Return the files that have changed; None if one has come or gone, or another day has come."""
        if self.digests.keys() != before.digests.keys() or self.day != before.day:
            return None
        return {file for file, digest in self.digests.items() if digest != before.digests[file]}


def files_now(config: MkDocsConfig) -> SavedFiles | None:
    """Return the files that a served site is made from; None if that is not known, or a build has to count warnings."""
    context = click.get_current_context(silent=True)
    file = Path(config.config_file_path or "")
    if (
        config.strict
        or config.extra_templates
        or foreign_events(config)
        or (context is not None and context.params.get("watch_theme"))
        or (file.is_file() and b"INHERIT" in file.read_bytes())
    ):
        return None
    named = (config.docs_dir, file, config.theme.custom_dir, *config.watch)
    return SavedFiles.at(Path(str(path)) for path in named if path)


def saved_alone(
    config: MkDocsConfig, options: Options, pages: Iterable[File], before: SavedFiles | None
) -> tuple[SavedFiles, set[str]] | None:
    """Return the files as they are now, and those that were saved; None unless these are pages or entries alone."""
    now = files_now(config)
    saved = now.since(before) if now and before else None
    bib, _ = bib_files(root_of(config), options.bib)
    known = {*map(str, bib), *(file.abs_src_path for file in pages if file.abs_src_path)}
    return (now, saved) if now and saved and saved <= known else None


def _digest(file: str) -> bytes:
    digest = blake2b(digest_size=16)
    add_to_digest(digest, Path(file), by_time=True)
    return digest.digest()
