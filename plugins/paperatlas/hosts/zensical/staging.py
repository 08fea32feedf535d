"""Writing a site into a stage, for Zensical to build: all at once, or first what was saved and later the rest."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from paperatlas.build.built_site import BuiltSite
from paperatlas.build.configuration import Configuration
from paperatlas.build.docs_folder import PageFile
from paperatlas.build.project import Project, read_site, site_pages
from paperatlas.build.reported import Reporting
from paperatlas.diagnostics.problem import Problem
from paperatlas.hosts.notice import Notice, notice_of_failure, notice_of_problems
from paperatlas.hosts.zensical.layout import LanguageFolder, language_folders
from paperatlas.hosts.zensical.refused import check_options
from paperatlas.hosts.zensical.settings import SettingValues, read_settings
from paperatlas.hosts.zensical.stage import Stage
from paperatlas.hosts.zensical.staged_language import StagedLanguage
from paperatlas.texts.definition import Messages

_FEW = 20
"""So many pages at most are staged before all others: a person saves one or two, a program may save all."""


class OutdatedError(Exception):
    """Staging was given up, because something else was saved; the stage is as it was."""


def _never() -> bool:
    return False


@dataclass(slots=True)
class StagedSite:
    """A site in its stage: what it was made from, and what changed when it was staged the last time."""

    stage: Stage
    configuration: Configuration
    values: SettingValues
    project: Project
    pages: Mapping[str, tuple[PageFile, ...]]
    folders: tuple[LanguageFolder, ...]
    languages: list[StagedLanguage] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    saved: list[tuple[StagedLanguage, list[str]]] = field(default_factory=list)
    """The sources of the pages of each language that were staged before all others."""
    is_served: bool = False
    """Whether it is written to be served: its pages tell what is broken."""
    restart: bool = False
    """Whether a configuration or a theme has changed, which Zensical reads once."""

    @property
    def built(self) -> Mapping[str, BuiltSite]:
        """Return the site in each language."""
        return {each.folder.language: each.built for each in self.languages}

    def write(self, is_outdated: Callable[[], bool] = _never) -> None:
        """Bring the whole stage up to date.

        Raises `OutdatedError` as soon as `is_outdated`, which is asked before each page.
        """
        self.problems = [*self.project.problems]
        self.stage.begin()
        for each in self.languages:
            self.restart |= each.write_settings()
            self.problems += each.built.problems
            each.write_files()
            for _ in each.write_pages(self.problems):
                if is_outdated():
                    raise OutdatedError
        if self.is_served:
            self._write_notice(partial(notice_of_problems, Reporting(self.project).of(self.problems)))
        self.stage.finish()
        for each in self.languages:
            each.remember()

    def write_failure(self, reasons: Sequence[str]) -> None:
        """Have served pages tell why what was saved cannot be staged; all else stays as it is."""
        self.stage.begin()
        self._write_notice(partial(notice_of_failure, reasons))
        self.stage.add()

    def _write_notice(self, notice: Callable[[Messages], Notice | None]) -> None:
        for each in self.languages:
            each.write_notice(notice)

    def write_saved(self, saved: Collection[Path], before: StagedSite) -> bool:
        """Bring the pages up to date that were saved, and those of papers that are not as they were `before`.

        Return False, and write nothing, if there are none, or many.
        """
        self.stage.begin()
        changed = [each.changed_pages(saved, before.built.get(each.folder.language)) for each in self.languages]
        if not 0 < sum(map(len, changed)) <= _FEW:
            return False
        for each, sources in zip(self.languages, changed, strict=True):
            each.write_some(sources, before.built.get(each.folder.language))
        self.stage.add()
        self.saved = list(zip(self.languages, changed, strict=True))
        return True


def read_staged(
    configuration: Configuration,
    root: Path,
    before: StagedSite | None = None,
    *,
    is_served: bool = False,
    when_asked: bool = False,
) -> StagedSite:
    """Read a site that is to be staged in the folder `root`, to be built or to be served; nothing is written.

    `before` is what was read the last time; `when_asked`, related papers are found as they are asked for. Raises
    `BadSiteError` if it is no site, `ZensicalError` if its options cannot be carried out, and `WriteError` if the stage
    is of another version.
    """
    check_options(configuration.options, configuration.includes)
    folders = language_folders(configuration.languages)
    project = read_site(configuration, cache=configuration.cache, before=before.project if before else None)
    staged = StagedSite(
        before.stage if before else Stage.open(root, [path for each in folders for path in (each.docs, each.theme)]),
        configuration,
        read_settings(configuration),
        project,
        site_pages(configuration)[0],
        folders,
        is_served=is_served,
    )
    earlier = {each.folder.language: each for each in before.languages} if before else {}
    for folder in folders:
        language = StagedLanguage(staged, folder, earlier.get(folder.language), when_asked=when_asked)
        staged.languages.append(language)
    return staged


def stage_site(configuration: Configuration, root: Path, *, is_served: bool = False) -> StagedSite:
    """Read a site and bring its stage in the folder `root` up to date, to be built or to be served.

    Raises what `read_staged` does, and `WriteError` if the stage cannot be written.
    """
    staged = read_staged(configuration, root, is_served=is_served)
    staged.write()
    return staged
