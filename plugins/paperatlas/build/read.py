"""Read a project's files from disk: the library, the notes, the hand-written pages."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from paperatlas.atlas import DEFAULT_RELATION_TYPES, Atlas, RelationType, assemble
from paperatlas.atlas.rules import NO_LIBRARY
from paperatlas.bibliography import Library, read_library
from paperatlas.check import check
from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.notes import DirectionNote, Document, read_direction, read_document
from paperatlas.notes.direction import NO_DIRECTIONS
from paperatlas.notes.rules import MISSING_TRANSLATION, UNREADABLE


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
class ReadFiles:
    """The library as read, with every problem of its files, and which fields of it state relations."""

    library: Library
    problems: tuple[Problem, ...]
    relation_types: tuple[RelationType, ...] = DEFAULT_RELATION_TYPES


@dataclass(frozen=True, slots=True)
class ReadProject:
    """An atlas, and everything that is wrong with the library, the notes and how they fit together."""

    atlas: Atlas
    problems: list[Problem]


def bib_files(root: Path, bib: tuple[str, ...]) -> tuple[list[Path], list[Problem]]:
    """The .bib files that `bib` names, as files and folders relative to `root`; those of a folder by name."""
    paths: list[Path] = []
    problems: list[Problem] = []
    for name in bib:
        path = root / name
        found = sorted(path.glob("**/*.bib")) if path.is_dir() else [path] if path.exists() else []
        if not found:
            problems.append(NO_LIBRARY.at(Span(name), "empty" if path.is_dir() else "", name=name))
        paths += [file for file in found if file not in paths]
    return paths, problems


def read_bib(
    root: Path,
    bib: tuple[str, ...],
    cache: Path | None = None,
    relation_types: tuple[RelationType, ...] = DEFAULT_RELATION_TYPES,
) -> ReadFiles:
    """Read the library and check it: `bib` names .bib files and folders relative to `root`.

    `cache` is a folder that spares the reading of unchanged files.
    """
    paths, problems = bib_files(root, bib)
    library, reading = read_library(paths, root, cache)
    return ReadFiles(library, (*problems, *reading, *check(library, relation_types)), relation_types)


def read_project(files: ReadFiles, pages: tuple[PageFile, ...], *, directions: str, language: str = "") -> ReadProject:
    """Read the pages of one language and put them together with the library.

    A page below the folder `directions` of the docs is the note of a direction. `language` is that of the
    site these pages are for, empty if it has only one: a page in another is a missing translation, unless its
    front matter says that it is in that language.
    """
    problems = list(files.problems)
    documents: list[Document] = []
    notes: list[DirectionNote] = []
    folder = PurePosixPath(directions)
    for page in pages:
        document, found = _read_page(page)
        problems += found
        if document is None:
            continue
        documents.append(document)
        if language and page.language != language and document.language == page.language:
            problems.append(_untranslated(page, language))
        source = PurePosixPath(page.source)
        if source.parent == folder and source.stem not in NO_DIRECTIONS:
            note, found = read_direction(document)
            problems += found
            notes.append(note)
    atlas, found = assemble(files.library, notes, documents, files.relation_types)
    return ReadProject(atlas, [*problems, *found])


def _read_page(page: PageFile) -> tuple[Document | None, list[Problem]]:
    if page.path is None:
        return None, []
    try:
        text = page.path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = "it is not UTF-8" if isinstance(error, UnicodeDecodeError) else error.strerror
        return None, [UNREADABLE.at(Span(page.file), reason=str(reason))]
    return read_document(text, page.file, page.source, page.language)


def _untranslated(page: PageFile, language: str) -> Problem:
    wanted = f"{PurePosixPath(page.source).with_suffix('')}.{language}.md"
    return MISSING_TRANSLATION.at(Span(page.file, 1, 1), language=language, wanted=wanted)
