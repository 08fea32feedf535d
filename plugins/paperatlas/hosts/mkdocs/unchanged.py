"""A build of what the last one has built already: the site stays as it is.

That is known if all that goes into a site is known: its configuration, every file it is made from, the programs it is
made with, the day; and if nobody has touched a file of the site since. What other plugins do is not known.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.utils import get_build_date

from paperatlas.build.history import revision
from paperatlas.hosts.mkdocs.direct_files import foreign_events
from paperatlas.hosts.mkdocs.host import HOST, installed_programs
from paperatlas.hosts.mkdocs.options import options_by_plugin
from paperatlas.hosts.mkdocs.page_cache.conversion import unknown_extension
from paperatlas.hosts.mkdocs.page_cache.values import UnknownValueError, Values
from paperatlas.storage.cache import Cache, key_of
from paperatlas.storage.input_files import add_to_digest, files_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


@dataclass(frozen=True, slots=True)
class _Made:
    """A digest of the files of a site, and what a person was told of it while it was made."""

    state: bytes
    told: tuple[str, ...]


_MADE = Cache(_Made)
"""Under a key of all that the site was made from."""
_FILE = "whole.cache"


class WholeBuild:
    """A build of a site, from its beginning to its end, when all plugins are done with it."""

    def __init__(self) -> None:
        self._warnings = _Warnings()
        self._folder = Path()
        self._site = Path()
        self._inputs: bytes | None = None

    def start(self, folder: Path, config: MkDocsConfig, more: Iterable[Path]) -> tuple[str, ...] | None:
        """Begin, with a folder of the cache; return what the last build told if it has left nothing to do.

        The site is also made from `more` files and folders than MkDocs knows of.
        """
        self._folder, self._site = folder, Path(config.site_dir)
        self._inputs = _inputs(config, more)
        if self._inputs is None:
            return None
        made = _MADE.load(folder / _FILE, self._inputs)
        return made.told if made is not None and made.state == _state(self._site) else None

    def fail(self) -> None:
        """Take back that the site is whole."""
        self._inputs = None

    def end(self, told: Iterable[str]) -> None:
        """Keep that the site is whole, unless there were warnings: the next build has to give them again."""
        self._warnings.close()
        if self._inputs is not None and not self._warnings.any:
            _MADE.save(self._folder / _FILE, _Made(_state(self._site), tuple(told)), self._inputs)


class _Warnings(logging.Handler):
    """Notes whether there were warnings in MkDocs' log."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.any = False
        logging.getLogger(HOST).addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:  # noqa: ARG002 - that there is one is enough
        """Note it."""
        self.any = True

    def close(self) -> None:
        """Stop listening."""
        logging.getLogger(HOST).removeHandler(self)
        super().close()


def _inputs(config: MkDocsConfig, more: Iterable[Path]) -> bytes | None:
    """Return a digest of all that a site is made from, `more` files and folders among it; None if that is not known."""
    if foreign_events(config) or unknown_extension(config):
        return None
    settings = {name: value for name, value in config.items() if name not in ("plugins", "theme")}
    plugins = options_by_plugin(config)
    try:
        described = Values().describe([settings, plugins, config.theme.name, dict(config.theme), config.theme.dirs])
    except UnknownValueError:
        return None
    digest = blake2b()
    level = logging.getLogger(HOST).getEffectiveLevel()  # what is not logged is not noted either
    commit = revision(Path(config.config_file_path or ".").resolve().parent)  # pages have dates of changes from it
    digest.update(key_of([described, installed_programs(), get_build_date(), level, commit]))
    for folder in (config.docs_dir, *config.theme.dirs, *config.watch, *more):
        digest.update(f"{folder}\0".encode(errors="surrogateescape"))
        add_to_digest(digest, Path(str(folder)), by_time=True)
    return digest.digest()


def _state(site: Path) -> bytes:
    """Return a digest of the names, sizes and times of the files of a site."""
    digest = blake2b()
    for path, stat in files_of(site, hidden=False):
        digest.update(f"{path}\0{stat.st_size}\0{stat.st_mtime_ns}\0".encode(errors="surrogateescape"))
    return digest.digest()
