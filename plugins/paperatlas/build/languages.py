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
        path = PurePosixPath(source)
        if self.by_folder:
            named = len(path.parts) > 1 and path.parts[0] in self.every
            return ("/".join(path.parts[1:]), path.parts[0]) if named else (source, "")
        bare = path.with_suffix("")
        language = bare.suffix.removeprefix(".")
        return (bare.with_suffix(path.suffix).as_posix(), language) if language in self.every else (source, "")

    def source_of(self, source: str, language: str) -> str:
        """Return the path of a page in a language, whose path without one is `source`."""
        if self.by_folder:
            return f"{language}/{source}"
        path = PurePosixPath(source)
        return source if language == self.first else path.with_suffix(f".{language}{path.suffix}").as_posix()


def read_languages(i18n: Mapping[str, Any] | None, otherwise: str) -> Languages:
    """Return the languages that the options of mkdocs-static-i18n name, else `otherwise` alone."""
    listed = (i18n or {}).get("languages")
    items = listed if isinstance(listed, list) else []
    written = [item for item in items if isinstance(item, dict) and item.get("locale")]
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
    """Return a problem for each page, by its path, whose suffix names a language that the site does not have."""
    if not languages.several:
        return {}
    known = ", ".join(f"'{language}'" for language in languages.every)
    problems = {}
    for source in sources:
        suffix = PurePosixPath(PurePosixPath(source).stem).suffix.removeprefix(".")
        if suffix not in languages.every and _LANGUAGE.fullmatch(suffix):
            span = Span(f"{docs.name}/{source}", 1, 1)
            problems[source] = UNKNOWN_LANGUAGE.at(span, language=suffix, known=known)
    return problems
