"""The languages of a site, as mkdocs-static-i18n builds them: each page once for each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.notes.rules import UNKNOWN_LANGUAGE

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:[-_][A-Z][A-Za-z]{1,3})?")
"""What mkdocs-static-i18n takes for a language: `en`, `zh-Hant`, `pt_BR`."""
_NAMES = {"english": "en", "chinese": "zh", "cn": "zh", "zh-cn": "zh", "eng": "en", "en-us": "en", "en-gb": "en"}
"""What people call languages in names of files, in small letters."""
_LANGUAGE_FOLDER = re.compile(r"[a-z]{2}(?:-[A-Za-z]{4})?(?:-[A-Z]{2})?|[a-z]{2}_[A-Z]{2}")
"""Which folders it takes for those of languages, and leaves out if they are none: not `img`."""


@dataclass(frozen=True, slots=True)
class Languages:
    """The languages of a site, and the first of them.

    `translated` tells whether mkdocs-static-i18n builds them. Then the pages of a language have a folder of their own
    if `by_folder`, else a suffix, and with `fallback` a page that a language lacks is shown in the first.
    """

    every: tuple[str, ...]
    first: str
    translated: bool = False
    by_folder: bool = False
    fallback: bool = True

    @property
    def several(self) -> bool:
        """Return whether there is more than one."""
        return len(self.every) > 1

    def folder(self, language: str) -> str:
        """Return where the pages of a language are, with a trailing slash: nowhere special for the first."""
        return "" if language == self.first else f"{language}/"

    def split(self, source: str) -> tuple[str, str]:
        """Split the path of a page into that without its language, and the language (empty if it names none)."""
        if not self.translated:
            return source, ""
        named = self.named_in(source)
        if named not in self.every:
            return source, ""
        path = PurePosixPath(source)
        if self.by_folder:
            return "/".join(path.parts[1:]), named
        return path.with_name(f"{path.stem.removesuffix(f'.{named}')}{path.suffix}").as_posix(), named

    def named_in(self, source: str) -> str:
        """Return what in the path of a page may be a language: its folder or its suffix, else an empty text."""
        path = PurePosixPath(source)
        if self.by_folder:
            return path.parts[0] if len(path.parts) > 1 else ""
        return PurePosixPath(path.stem).suffix.removeprefix(".")

    def source_of(self, source: str, language: str) -> str:
        """Return the path of a page in a language, whose path without one is `source`."""
        if self.by_folder:
            return f"{language}/{source}"
        path = PurePosixPath(source)
        return source if language == self.first else path.with_suffix(f".{language}{path.suffix}").as_posix()


def meant_translations(sources: Iterable[str], languages: Languages) -> dict[str, str]:
    """Return the names that pages should have which seem to be translations: `a_en.md`, `a.EN.md`, `a.english.md`.

    A page is one if the page it translates is there, and no translation of it that is called as it should be.
    """
    if not languages.several or languages.by_folder:
        return {}
    there = set(sources)
    names = "|".join(map(re.escape, (*languages.every, *_NAMES)))
    suffix = re.compile(rf"(?P<stem>.+?)[._-](?P<language>{names})", re.IGNORECASE)
    by_name = {language.casefold(): language for language in languages.every}
    meant = {}
    for source in sorted(there):
        path = PurePosixPath(source)
        match = suffix.fullmatch(path.stem)
        if not match or languages.named_in(source) in languages.every:
            continue
        named = match["language"].casefold()
        language = by_name.get(named) or by_name.get(_NAMES.get(named, ""), languages.first)
        original = path.with_name(f"{match['stem']}{path.suffix}").as_posix()
        wanted = languages.source_of(original, language)
        if language != languages.first and original in there and wanted not in there:
            meant[source] = wanted
    return meant


def told_by_name(problems: Iterable[Problem], meant: Mapping[str, str], docs: Path) -> list[Problem]:
    """Return the problems, with one for each page that should have another name before all that follows from its name.

    That is that the page has no translation and no place in the navigation, and that the one it translates has none.
    """
    names = {f"{docs.name}/{source}": f"{docs.name}/{wanted}" for source, wanted in meant.items()}
    told = [
        UNKNOWN_LANGUAGE.at(Span(name, 1, 1), "meant", meant=PurePosixPath(wanted).name)
        for name, wanted in names.items()
    ]
    wanted = set(names.values())
    rest = (
        problem
        for problem in problems
        if not (problem.code in ("CFG007", "NOT008") and problem.span.file in names)
        and not (problem.code == "NOT008" and dict(problem.arguments).get("wanted") in wanted)
    )
    return [*told, *rest]


def read_languages(i18n: Mapping[str, Any] | None, otherwise: str) -> Languages:
    """Return the languages that the options of mkdocs-static-i18n name, else `otherwise` alone."""
    listed = (i18n or {}).get("languages")
    items = listed if isinstance(listed, list) else []
    written = [item for item in items if isinstance(item, Mapping) and item.get("locale")]
    built = {str(item["locale"]): bool(item.get("default")) for item in written if item.get("build", True)}
    if i18n is None or not built:
        return Languages((otherwise,), otherwise)
    first = next((language for language, default in built.items() if default), next(iter(built)))
    return Languages(
        every=tuple(built),
        first=first,
        translated=True,
        by_folder=i18n.get("docs_structure") == "folder",
        fallback=bool(i18n.get("fallback_to_default", True)),
    )


def unknown_languages(sources: Iterable[str], languages: Languages, docs: Path) -> dict[str, Problem]:
    """Return a problem for each page, by its path, whose name says a language that the site does not have."""
    if not languages.several:
        return {}
    known = ", ".join(f"'{language}'" for language in languages.every)
    pattern = _LANGUAGE_FOLDER if languages.by_folder else _LANGUAGE
    problems = {}
    for source in sources:
        named = languages.named_in(source)
        if named not in languages.every and pattern.fullmatch(named):
            span = Span(f"{docs.name}/{source}", 1, 1)
            problems[source] = UNKNOWN_LANGUAGE.at(span, language=named, known=known)
    return problems
