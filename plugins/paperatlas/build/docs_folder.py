"""Which hand-written pages a site has: those that MkDocs finds in the folder of its docs, found without it."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pathspec.gitignore import GitIgnoreSpec

from paperatlas.atlas.rules import MISNAMED_FILE
from paperatlas.build.languages import Languages
from paperatlas.build.rules import REFUSED_FILE
from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.storage.paths import display_path
from paperatlas.storage.regular_files import Refusal, real_paths, why_refused, work_tree
from paperatlas.text.control_characters import can_be_shown

_PAGES = (".markdown", ".mdown", ".mkdn", ".mkd", ".md")
_DOCUMENTS = (".txt", ".doc", ".docx", ".odt", ".rtf", ".rst", ".tex", ".org")
"""In which people write texts that are no pages."""
HIDDEN = GitIgnoreSpec.from_lines([".*", "/templates/"])
"""What is no part of a site unless `exclude_docs` says otherwise."""
_INDEXES = ("index", "README")


@dataclass(frozen=True, slots=True)
class PageFile:
    """A hand-written page of the site.

    `source` is its path below the docs folder without a language's suffix, `file` its path for people,
    `path` where it is on disk (None if it is not), `language` the one it is written in (empty if unknown).
    """

    source: str
    file: str
    path: Path | None
    language: str = ""


@dataclass(frozen=True, slots=True)
class DocsFolder:
    """The folder of a site's hand-written pages, and which of its files are no part of the site."""

    path: Path
    excluded: tuple[GitIgnoreSpec, ...]
    directory_urls: bool
    root: Path

    def pages(self) -> list[str]:
        """Return the paths of all pages below the folder that can be read; of two for one address the later one."""
        return [file for file in self._usable() if file.endswith(_PAGES)]

    def files(self) -> list[str]:
        """Return the paths of all other files below the folder that can be read."""
        return [file for file in self._usable() if not file.endswith(_PAGES)]

    def misnamed(self, notes: str) -> list[Problem]:
        """Return a problem for each file that seems to be a page: `a.MD`, or a text in the folder `notes`."""
        found = ((file, *posixpath.splitext(file)) for file in self._found() if not file.endswith(_PAGES))
        return [
            MISNAMED_FILE.at(
                Span(display_path(self.path / file, self.root)),
                "note" if suffix.lower() in _PAGES else "document",
                file=posixpath.basename(file),
                name=f"{posixpath.basename(stem)}.md",
            )
            for file, stem, suffix in found
            if suffix.lower() in _PAGES
            or (posixpath.dirname(file) == notes.strip("/") and suffix.lower() in _DOCUMENTS)
        ]

    def refused(self) -> dict[Path, Problem]:
        """Return what is wrong with each file that is no part of the site though it is not excluded."""
        return self._refused_among(self._found())

    def _usable(self) -> list[str]:
        files = self._found()
        refused = self._refused_among(files)
        return [file for file in files if self.path / file not in refused]

    def _refused_among(self, files: Iterable[str]) -> dict[Path, Problem]:
        return refused_files((self.path / file for file in files), self.path, self.root)

    def _found(self) -> list[str]:
        found: list[str] = []
        for folder, folders, names in os.walk(self.path, followlinks=True):
            folders.sort()
            below = Path(folder).relative_to(self.path)
            names.sort(key=lambda name: (posixpath.splitext(name)[0] not in _INDEXES, name))
            found += self._without_conflicts([(below / name).as_posix() for name in names])
        return [file for file in found if not self._is_excluded(file)]

    def _is_excluded(self, file: str) -> bool:
        return any(patterns.match_file(file) for patterns in self.excluded)

    def _without_conflicts(self, files: list[str]) -> list[str]:
        """Return the files of a folder but for those that lose their address to another: README.md to index.md."""
        left = dict.fromkeys(files)
        first: dict[str, str] = {}
        for file in files:
            other = first.setdefault(self.destination(file), file)
            if other != file:
                left.pop(file if self._is_excluded(file) else other, None)
        return list(left)

    def destination(self, file: str) -> str:
        """Return where MkDocs writes what it makes of a file."""
        if not file.endswith(_PAGES):
            return file
        folder, name = posixpath.split(file)
        stem = posixpath.splitext(name)[0]
        if stem in _INDEXES or not self.directory_urls:
            return posixpath.join(folder, f"{'index' if stem == 'README' else stem}.html")
        return posixpath.join(folder, stem, "index.html")


def refused_files(paths: Iterable[Path], folder: Path, root: Path) -> dict[Path, Problem]:
    """Return what is wrong with each file, found below a folder that was named, that no site is made from."""
    allowed = real_paths((work_tree(root), folder))
    return {
        path: refused_file(path, root, refusal)
        for path in paths
        if (refusal := why_refused(path, allowed) if is_well_named(path, folder) else "name")
    }


def is_well_named(path: Path, folder: Path) -> bool:
    """Return whether pages, addresses and logs can name a file that was found below a folder."""
    return can_be_shown(str(path).removeprefix(str(folder)))


def refused_file(path: Path, root: Path, refusal: Refusal) -> Problem:
    """Return the problem of a file that no site is made from."""
    name = display_path(path, root)
    return REFUSED_FILE.at(Span(name), "" if refusal == "link" else refusal, file=name)


def place_of(source: str) -> tuple[tuple[object, ...], ...]:
    """Return where MkDocs has a page among others: those of a folder before its folders, its index first.

    Folders of languages are what it goes through first: without them, pages are in the same order as with suffixes.
    """
    *folders, name = source.split("/")
    first = posixpath.splitext(name)[0] not in _INDEXES
    return (*((1, folder) for folder in folders), (0, first, name))


def pages_by_language(
    sources: Iterable[str], docs: Path, root: Path, languages: Languages
) -> Mapping[str, tuple[PageFile, ...]]:
    """Return the pages that each language shows, the first language first.

    `sources` are paths below `docs`; paths for people are relative to `root`, where the page is below it.
    """
    versions: dict[str, dict[str, PageFile]] = {}
    for file in sources:
        source, suffix = languages.split(file)
        language = suffix or languages.first
        page = PageFile(source, display_path(docs / file, root), docs / file, language if languages.translated else "")
        versions.setdefault(source, {})[language] = page
    if languages.by_folder:
        versions = {source: versions[source] for source in sorted(versions, key=place_of)}
    return {
        language: tuple(
            shown
            for found in versions.values()
            if (shown := found.get(language) or found.get(languages.first if languages.fallback else language))
        )
        for language in sorted(languages.every, key=lambda language: language != languages.first)
    }
