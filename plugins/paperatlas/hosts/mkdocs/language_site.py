"""The site in one language, and what it was read from: several languages and saved pages build it again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config.base import LegacyConfig
from mkdocs.structure.files import File

from paperatlas.build.built_site import BuiltSite, SiteSettings
from paperatlas.build.languages import Languages, unknown_languages
from paperatlas.build.options import Options
from paperatlas.build.project import Project
from paperatlas.build.site import build_site
from paperatlas.diagnostics.problem import Problem
from paperatlas.hosts.mkdocs.reading import read_mkdocs_project
from paperatlas.texts.english import counted

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


@dataclass(frozen=True, slots=True)
class LanguagePages:
    """What MkDocs has collected in a language: the hand-written pages by source, and how the site is called in it.

    The pages of all languages, some of which the site may not have, are `every_source`; `refused` tells what is no part
    of the site because it is no regular file of it.
    """

    languages: Languages
    language: str
    sources: Mapping[str, File]
    every_source: Sequence[str]
    refused: Sequence[Problem]
    settings: SiteSettings

    @property
    def is_first(self) -> bool:
        """Return whether this is the language that a build begins with."""
        return self.language == self.languages.first


@dataclass(frozen=True, slots=True)
class LanguageSite:
    """The site in one language."""

    pages: LanguagePages
    project: Project
    built: BuiltSite

    @classmethod
    def read(
        cls,
        pages: LanguagePages,
        config: MkDocsConfig,
        own_config: LegacyConfig,
        options: Options,
        before: LanguageSite | None,
        *,
        when_asked: bool,
        is_last: bool,
    ) -> LanguageSite:
        """Read the library, for the first language of a build, and the pages of a language, and build the site in it.

        `before` is what was built last, in this language or another one; `own_config` is the plugin's part of the
        configuration, as it is written; what is made `when_asked` is not made now. For the build that `is_last` in a
        process, nothing is held that would spare another one some work.
        """
        former, former_built = (before.project, before.built) if before else (None, None)
        project = read_mkdocs_project(
            config, own_config, options, pages.sources.values(), pages.languages, pages.language, former
        )
        built = build_site(project, pages.language, pages.settings, former_built, when_asked=when_asked)
        return cls(pages, project, built.without_related_work() if is_last else built)

    def problems(self, docs: Path) -> Sequence[Problem]:
        """Return what is wrong with what was read and built, and with languages that the names of pages speak of."""
        unknown = unknown_languages(self.pages.every_source, self.pages.languages, docs)
        return [*self.pages.refused, *self.project.problems, *unknown.values(), *self.built.problems]

    def summary(self) -> str:
        """Return in a sentence what was built."""
        site = self.built.site
        atlas = site.atlas
        papers, directions = counted(len(atlas.papers), "paper"), counted(atlas.direction_count, "direction")
        placed = f" in {directions}" if atlas.directions else ""
        exports = "" if site.paper_files else "; their exports are in their pages (option `paper_exports`)"
        return f"{papers}{placed}, {counted(len(atlas.relations), 'relation')} between them{exports}"
