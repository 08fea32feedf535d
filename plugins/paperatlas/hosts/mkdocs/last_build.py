"""What a build finds of the last one into the same folder, and leaves for the next."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b, sha256
from pathlib import Path
from typing import TYPE_CHECKING

from paperatlas.build.built_site import BuiltSite
from paperatlas.build.languages import Languages
from paperatlas.build.search.index import INDEX, FormerIndex
from paperatlas.hosts.mkdocs.host import installed_programs
from paperatlas.hosts.mkdocs.kept_pages import KEPT, KeptPages
from paperatlas.hosts.mkdocs.options import options_by_plugin
from paperatlas.storage.cache import Cache, key_of
from paperatlas.storage.files import write_output
from paperatlas.storage.former_site import FileState, move_back, put_aside, state_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_FORMER = "former"
"""The folder of the last site."""


@dataclass(frozen=True, slots=True)
class _KeptFile:
    """A file as it was written."""

    digest: bytes
    state: FileState


_FILES = Cache(dict[str, _KeptFile])
"""The files of a site that are no pages, by where they are in it."""
_FILES_NAME = "files.cache"


def folder_of(site: Path, cache: Path) -> Path:
    """Return the folder in the cache that one folder of a site has."""
    return cache / "sites" / sha256(str(site.resolve()).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class LastBuild:
    """What the cache has for one folder of a site: `folder` is where, `before` the files of the last build."""

    folder: Path
    site: Path
    before: Mapping[str, _KeptFile]
    _now: dict[str, _KeptFile] = field(default_factory=dict)
    _pages: dict[str, tuple[KeptPages, bytes]] = field(default_factory=dict)
    """The pages of each language so far, and the key they are kept under."""
    _ended: set[str] = field(default_factory=set)

    @classmethod
    def begin(cls, site: Path, folder: Path) -> LastBuild:
        """Move the last site out of the way of a host that is about to remove it."""
        put_aside(site, folder / _FORMER)
        return cls(folder, site, _FILES.load(folder / _FILES_NAME) or {})

    def write(self, path: str, data: bytes) -> None:
        """Write a file of the site, at a path in it, if the last build did not write the same."""
        digest = blake2b(data, digest_size=16).digest()
        former = self.before.get(path)
        if former and former.digest == digest and move_back(self.folder / _FORMER, self.site, path, former.state):
            self._now[path] = former
            return
        whole = str(self.site / path)
        write_output(whole, data)
        self._now[path] = _KeptFile(digest, state_of(whole))

    def pages(self, built: BuiltSite, language: str, config: MkDocsConfig) -> KeptPages:
        """Return the generated pages that were kept of one language."""
        key = _key(built, config)
        before = KEPT.load(self._file(language), key)
        pages = KeptPages(self.folder / _FORMER, self.site, built.digests, before or {})
        self._pages[language] = pages, key
        return pages

    def search_index(self) -> FormerIndex:
        """Return where the search index of the last build is, if there is one."""
        return FormerIndex(self.folder / _FORMER / INDEX, self.folder / "search.cache")

    def end(self, language: str, languages: Languages) -> None:
        """Keep the pages of one language; after the last, remove what is left of the last site."""
        if language in self._pages:
            pages, key = self._pages[language]
            KEPT.save(self._file(language), dict(pages.now), key)
        self._ended.add(language)
        if self._ended >= set(languages.every):
            _FILES.save(self.folder / _FILES_NAME, self._now)
            shutil.rmtree(self.folder / _FORMER, ignore_errors=True)

    def _file(self, language: str) -> Path:
        return self.folder / f"pages-{language}.cache"


def _key(built: BuiltSite, config: MkDocsConfig) -> bytes:
    """Return what all pages and their entries in the search index depend on, besides the theme, which is asked."""
    return key_of(
        [
            built.made_with.hex(),
            [repr(options) for name, options in options_by_plugin(config).items() if "search" in name],
            str(config.theme.get("language")),
            installed_programs(),
        ]
    )
