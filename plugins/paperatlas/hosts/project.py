"""Read a project's files from disk: the library, the notes, the hand-written pages."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from paperatlas.atlas import Atlas, assemble
from paperatlas.atlas.rules import NO_LIBRARY
from paperatlas.bibliography import read_library
from paperatlas.notes import DirectionNote, Document, read_direction, read_document
from paperatlas.notes.rules import UNREADABLE
from paperatlas.problems import Place, Problem


@dataclass(frozen=True, slots=True)
class Project:
    """Where things are.

    `bib` are .bib files and folders relative to `root`; `directions` is a folder below the docs folder;
    `pages` are the Markdown pages of the site: path below the docs folder, path for people, path on disk.
    """

    root: Path
    bib: tuple[str, ...]
    directions: str
    pages: tuple[tuple[str, str, str | None], ...]


@dataclass(frozen=True, slots=True)
class ReadProject:
    """A project's atlas and everything that is wrong with it."""

    atlas: Atlas
    problems: list[Problem]


def read_project(project: Project) -> ReadProject:
    """Read and assemble everything, once."""
    paths, problems = _library_files(project)
    library, reading = read_library(paths, project.root)
    problems += reading
    documents: list[Document] = []
    notes: list[DirectionNote] = []
    folder = PurePosixPath(project.directions)
    for source, file, path in project.pages:
        document, found = _read_page(source, file, path)
        problems += found
        if document is None:
            continue
        documents.append(document)
        if PurePosixPath(source).parent == folder and PurePosixPath(source).stem not in ("index", "README"):
            note, found = read_direction(document)
            problems += found
            notes.append(note)
    atlas, found = assemble(library, notes, documents)
    return ReadProject(atlas, [*problems, *found])


def _library_files(project: Project) -> tuple[list[Path], list[Problem]]:
    """All .bib files that the options name, each folder's in order of their names."""
    files: list[Path] = []
    problems = []
    for name in project.bib:
        path = project.root / name
        found = sorted(path.glob("**/*.bib")) if path.is_dir() else [path] if path.is_file() else []
        if not found:
            what = "holds no .bib file" if path.is_dir() else "does not exist"
            hint = "Put your .bib files there, or set the plugin's option `bib` to where they are."
            problems.append(NO_LIBRARY.at(Place(name), f"'{name}' {what}.", hint))
        files += [file for file in found if file not in files]
    return files, problems


def _read_page(source: str, file: str, path: str | None) -> tuple[Document | None, list[Problem]]:
    if path is None:
        return None, []
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = "it is not UTF-8" if isinstance(error, UnicodeDecodeError) else error.strerror
        hint = "Save the file as UTF-8 text."
        return None, [UNREADABLE.at(Place(file), f"The file cannot be read: {reason}.", hint)]
    return read_document(text, file, source)
