"""Building one part of a site: which pages a build leaves to others, and what it leaves for `paperatlas merge`.

Every part reads the whole library and all notes, for a page shows what stands on others. What it spares is making
pages, drawing graphs and writing both.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.theme import Theme

from paperatlas.build.options import Options
from paperatlas.build.site_parts.manifest import Manifest, PartPage, save_manifest
from paperatlas.build.site_parts.part import WHOLE, SitePart
from paperatlas.hosts.mkdocs.host import HOST_VERSION
from paperatlas.storage.cache import program_digest
from paperatlas.storage.input_files import add_to_digest

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

log = get_plugin_logger("paperatlas")

_AnyFile = TypeVar("_AnyFile", bound=File)
_OF_THE_BUILD = frozenset({"config_file_path", "docs_dir", "site_dir", "strict", "watch"})
"""Settings that say where and how a site is built, and not what it is."""


@dataclass(slots=True)
class BuiltPart:
    """The part of a site that is built; a site of several languages is built once for each of them."""

    part: SitePart = WHOLE
    _made_from: str = ""
    _numbers: dict[str, int] = field(default_factory=dict)
    _pages: dict[str, PartPage] = field(default_factory=dict)
    _by_mkdocs: Sequence[File] = ()

    @property
    def has_all_else(self) -> bool:
        """Return whether this is the part that everything belongs to that is no page."""
        return self.part.number == 1

    def start(self, part: SitePart, config: MkDocsConfig, options: Options) -> None:
        """Begin with the first language of a build."""
        self.part = part
        self._made_from = _made_from(config, options) if part.of > 1 else ""
        self._numbers.clear()
        self._pages.clear()

    def plan(self, files: Iterable[File], folder: str) -> None:
        """Divide the pages of a language, which is in `folder`, among the parts.

        A page and its translations are in one part: mkdocs-static-i18n compares what search finds of them.
        """
        for file in files:
            number = self._numbers.setdefault(file.dest_uri.removeprefix(folder), len(self._numbers))
            # MkDocs has the home page at `./`, and search has it at the root.
            self._pages[file.dest_uri] = PartPage(file.dest_uri, file.url.removeprefix("./"), number)

    def has(self, file: File) -> bool:
        """Return whether a page is one of this part."""
        page = self._pages.get(file.dest_uri)
        return self.part.of == 1 or page is None or self.part.has(page.number)

    def order(self) -> Mapping[str, int]:
        """Return the number of every page so far, by its address."""
        return {page.address: number for number, page in enumerate(self._pages.values())}

    def own(self, files: Sequence[_AnyFile]) -> Sequence[_AnyFile]:
        """Return the pages of this part."""
        return [file for file in files if self.has(file)]

    def leave_out_others(self, files: Files) -> None:
        """Have MkDocs write no page or file of another part: a page was read, for its title and headings."""
        self._by_mkdocs = files.documentation_pages()
        for file in files:
            if not (self.has(file) if file.is_documentation_page() else self.has_all_else):
                file.inclusion = InclusionLevel.EXCLUDED

    def all_pages(self, pages: Sequence[File]) -> Sequence[File]:
        """Return what a theme has to see in place of the `pages` of this part."""
        return pages if self.part.of == 1 else self._by_mkdocs

    def finish(self, folder: Path) -> None:
        """Write what `paperatlas merge` goes by; without it, a build that was interrupted is no part."""
        if self.part.of == 1:
            return
        manifest = Manifest(self.part, self._made_from, tuple(self._pages.values()))
        save_manifest(folder, manifest)
        log.info(
            f"This is {self.part} of the site, with {sum(1 for _ in manifest.own)} of its {len(self._pages)} pages; "
            "`paperatlas merge` joins the parts."
        )


def _made_from(config: MkDocsConfig, options: Options) -> str:
    """Return a digest of what all parts of a site have to be made from.

    It is made before a page is: rendering pages leaves traces in the configuration.
    """
    digest = hashlib.sha256(program_digest() + HOST_VERSION.encode())
    settings = {name: value for name, value in config.items() if name not in _OF_THE_BUILD}
    digest.update(json.dumps(settings, default=_plain, skipkeys=True).encode())
    file = Path(config.config_file_path) if config.config_file_path else None
    root = file.parent if file else Path.cwd()
    named = (
        config.docs_dir,
        config.theme.custom_dir,
        options.templates,
        options.citation_style,
        *options.bib,
        *options.results,
        *options.citations,
        *options.verified,
    )
    for path in (root / name for name in (file, *named, *config.hooks) if name):
        add_to_digest(digest, path)
    return digest.hexdigest()


def _plain(value: object) -> object:
    """Return a setting that JSON has no form for as one it has, the same in every process.

    Of an object that is the name of its type; so is the part that is built, which tells the parts apart.
    """
    if isinstance(value, Theme):
        return [value.name, dict(value)]
    if isinstance(value, BasePlugin):
        return dict(value.config)
    return dict(value) if isinstance(value, Mapping) else getattr(value, "__qualname__", type(value).__qualname__)
