"""Several languages in one MkDocs site, as mkdocs-static-i18n builds them: once for each language.

That plugin puts the pages of every language but the first below a folder of its name, tells the language
switch and the sitemap which pages are translations of each other, and knows nothing of generated pages.
Here these are given what it gives to those it finds on disk.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import File

from paperatlas.build.options import DEFAULT_LANGUAGE
from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.notes.rules import UNKNOWN_LANGUAGE

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:[-_][A-Z][A-Za-z]{1,3})?")
"""What mkdocs-static-i18n takes for a language: `en`, `zh-Hant`, `pt_BR`."""


@dataclass(frozen=True, slots=True)
class Languages:
    """The languages of a site: all of them, the first, and the one that is being built."""

    every: tuple[str, ...]
    first: str
    current: str

    @property
    def several(self) -> bool:
        """Whether there is more than one."""
        return len(self.every) > 1

    def folder(self, language: str) -> str:
        """Where the pages of a language are, with a trailing slash: nowhere special for the first."""
        return "" if language == self.first else f"{language}/"


def languages_of(config: MkDocsConfig, language: str | None) -> Languages:
    """The languages of the site, from mkdocs-static-i18n if it is there, else `language`, else the theme's."""
    i18n: Any = config.plugins.get("i18n")
    if i18n is not None and i18n.current_language:
        return Languages(tuple(i18n.build_languages), i18n.default_language, i18n.current_language)
    theme = config.theme
    one = language or str(theme.get("language") or theme.get("locale") or DEFAULT_LANGUAGE)
    return Languages((one,), one, one)


def source_of(file: File) -> tuple[str, str]:
    """The path of a page's source without its language's suffix, and that language (empty if unknown)."""
    return getattr(file, "norm_src_uri", file.src_uri), getattr(file, "locale", None) or ""


def into_language(file: File, languages: Languages, config: MkDocsConfig) -> File:
    """The generated `file`, put where pages of the current language are."""
    folder = languages.folder(languages.current)
    if folder:
        # MkDocs derives the address from where the file goes, and remembers it.
        url = file.url
        file.dest_uri, file.url = folder + file.dest_uri, folder + url
    if languages.several and file.is_documentation_page():
        _announce(file, languages, config)
    return file


def _announce(file: File, languages: Languages, config: MkDocsConfig) -> None:
    """Tell mkdocs-static-i18n of `file` and of its translations, which exist in every language."""
    page: Any = file
    bare_dest = file.dest_uri.removeprefix(languages.folder(languages.current))
    page.locale = languages.current
    page.locale_alternate_of = languages.current
    page.norm_src_uri = file.src_uri
    page.alternates = {
        language: file
        if language == languages.current
        else File(
            file.src_uri,
            config.docs_dir,
            config.site_dir,
            config.use_directory_urls,
            dest_uri=languages.folder(language) + bare_dest,
        )
        for language in languages.every
    }
    i18n: Any = config.plugins["i18n"]
    i18n.i18n_files_per_language[languages.current].append(file)


def reset_language_switch(config: MkDocsConfig) -> None:
    """Have pages without translations, such as that of a page not found, lead to the home page of each language.

    For each page mkdocs-static-i18n sets the attribute `extra.alternate`, and for a build the item of that name: in the
    builds after the first, templates would find the attribute first, as the last page of the build before left it.
    """
    vars(config.extra).pop("alternate", None)


def unknown_languages(sources: Iterable[str], languages: Languages, docs_dir: str) -> list[Problem]:
    """A problem for every page whose suffix names a language that the site does not have."""
    if not languages.several:
        return []
    known = ", ".join(f"'{language}'" for language in languages.every)
    problems = []
    for source in sources:
        suffix = PurePosixPath(PurePosixPath(source).stem).suffix.removeprefix(".")
        if suffix not in languages.every and _LANGUAGE.fullmatch(suffix):
            place = Span(f"{Path(docs_dir).name}/{source}", 1, 1)
            problems.append(UNKNOWN_LANGUAGE.at(place, language=suffix, known=known))
    return problems
