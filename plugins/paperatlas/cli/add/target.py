"""Where `paperatlas add` puts entries: the library at hand, its directions, and the file a new entry goes into."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from paperatlas.atlas import DEFAULT_RELATION_TYPES, RelationType
from paperatlas.atlas.model import Direction
from paperatlas.atlas.paper_model import Paper
from paperatlas.bibliography import Library
from paperatlas.build.configuration import find_config
from paperatlas.build.library_files import bib_files
from paperatlas.build.project import read_bib, read_site
from paperatlas.check.editorial.settings import NOTHING_REQUIRED, Requirements
from paperatlas.cli.site import configuration_at_hand
from paperatlas.cli.usage import UsageError, is_no_library
from paperatlas.storage.paths import display_path
from paperatlas.texts.commands import add as texts
from paperatlas.texts.commands import common

NONE = "none"
"""What `--direction` takes for no direction at all."""


@dataclass(frozen=True, slots=True)
class TargetLibrary:
    """The library at hand. Paths in `bib` and places are relative to `root`."""

    root: Path
    bib: tuple[str, ...]
    library: Library
    directions: Mapping[str, Direction]
    papers: Mapping[str, Paper]
    relation_types: tuple[RelationType, ...] = DEFAULT_RELATION_TYPES
    require: Requirements = NOTHING_REQUIRED

    @property
    def keys(self) -> list[str]:
        """Return the citation keys that are taken."""
        return [entry.key for entry in self.library.entries]

    def shown(self, path: Path) -> str:
        """Return a path for people: relative to the site, where it is below it."""
        return display_path(path.resolve(), self.root.resolve())

    def read_again(self) -> TargetLibrary:
        """Return the same after a change of its files."""
        return replace(self, library=read_bib(self.root, self.bib)[0])


def find_target_library(file: str | None) -> TargetLibrary:
    """Return the library of the site at hand; without a site, that of `file` alone. Raises `UsageError`."""
    if file is not None and find_config(Path.cwd()) is None:
        path = Path(file)
        if not file or is_no_library(file):
            raise UsageError(common.not_a_bib_file(file, "--file"))
        if not path.parent.is_dir() or path.is_dir():
            raise UsageError(texts.no_new_file(path, texts.IS_FOLDER if path.is_dir() else texts.NO_FOLDER))
        folder = path.parent.resolve()
        library, _ = read_bib(folder, (path.name,))
        return TargetLibrary(folder, (path.name,), library, {}, {})
    site = read_site(configuration_at_hand(texts.ELSEWHERE))
    atlas = site.atlas
    return TargetLibrary(
        site.root,
        site.options.bib,
        site.library,
        atlas.directions,
        atlas.papers,
        atlas.relation_types,
        site.options.require,
    )


def placements(target_library: TargetLibrary, written: list[str]) -> tuple[str, ...]:
    """Return the keywords for what `--direction` names. Raises `UsageError` for one that is not there."""
    wanted = [part.strip() for each in written for part in each.split(",") if part.strip()]
    if not wanted:
        raise UsageError(texts.empty_direction(NONE))
    if NONE in wanted:
        if len(wanted) > 1:
            raise UsageError(texts.none_beside_others(NONE))
        return ()
    for each in wanted:
        slug, _, group = each.partition("/")
        direction = target_library.directions.get(slug)
        if direction is None:
            raise UsageError(texts.unknown_direction(slug, target_library.directions, NONE))
        groups = [known.slug for known in direction.groups if known.slug]
        if group and group not in groups:
            raise UsageError(texts.unknown_group(slug, group, groups))
    return tuple(dict.fromkeys(wanted))


def file_for(target_library: TargetLibrary, keywords: tuple[str, ...], named: str | None) -> Path:
    """Return the file an entry goes into: the named one, else that of most of its direction's entries, else a new one.

    Without a direction that is the only file that has papers without one. Raises `UsageError` if the named one is not
    of the library, or none follows.
    """
    paths, _ = bib_files(target_library.root, target_library.bib)
    folders = [target_library.root / name for name in target_library.bib if (target_library.root / name).is_dir()]
    if named is not None:
        return _named(Path(named), paths, folders, target_library)
    slugs = [keyword.partition("/")[0] for keyword in keywords]
    slug = next((slug for slug in slugs if slug in target_library.directions), "")
    if slug:
        homes = Counter(paper.entry.span.file for paper in target_library.papers.values() if slug in paper.directions)
        if homes:
            return target_library.root / homes.most_common(1)[0][0]
        if folders:
            return folders[0] / f"{slug}.bib"
    if len(paths) == 1:
        return paths[0]
    if not target_library.bib:
        raise UsageError(texts.NO_BIB_OPTION)
    if not paths:  # the first entry of a site
        first = target_library.root / target_library.bib[0]
        return first if first.suffix == ".bib" else first / "library.bib"
    unplaced = {paper.entry.span.file for paper in target_library.papers.values() if not paper.placements}
    if len(unplaced) == 1:
        return target_library.root / unplaced.pop()
    raise UsageError(texts.file_needed(map(target_library.shown, paths)))


def _named(path: Path, paths: list[Path], folders: list[Path], target_library: TargetLibrary) -> Path:
    """Return the file that `--file` names: relative to where the command runs, else to the site."""
    candidates = [Path.cwd() / path, target_library.root / path]
    known = [each.resolve() for each in paths]
    for candidate in candidates:
        if candidate.resolve() in known:
            return candidate
    for candidate in candidates:
        new = candidate.suffix == ".bib" and not candidate.exists()
        inside = any(candidate.resolve().is_relative_to(folder.resolve()) for folder in folders)
        alone = not target_library.directions and not paths
        if new and candidate.parent.is_dir() and (inside or alone):
            return candidate
    raise UsageError(texts.not_in_library(path, target_library.bib))
