"""A project: the library, the notes and the hand-written pages of a site, each file read once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from operator import is_
from pathlib import Path, PurePosixPath

from paperatlas.atlas import Atlas, assemble
from paperatlas.atlas.assemble import AtlasReader
from paperatlas.atlas.rules import NO_LIBRARY
from paperatlas.bibliography import Library, read_library
from paperatlas.bibliography.model.published import published_entries
from paperatlas.build.citations import read_style
from paperatlas.build.configuration import Configuration
from paperatlas.build.docs_folder import PageFile, pages_by_language
from paperatlas.build.includes import NO_INCLUDES, IncludedText, Includes, included_texts
from paperatlas.build.languages import Languages, unknown_languages
from paperatlas.build.options import DEFAULT_LANGUAGE, Options, foreign_options
from paperatlas.check import check
from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.notes import DirectionNote, Document, including, read_direction, read_document
from paperatlas.notes.direction import NO_DIRECTIONS
from paperatlas.notes.rules import MISSING_TRANSLATION, UNREADABLE
from paperatlas.pages.citations.styles import CitationStyle


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A hand-written page as it was read; one without a `document` could not be."""

    text: str = ""
    included: tuple[IncludedText, ...] = ()
    document: Document | None = None
    note: DirectionNote | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Project:
    """What a site is made from, and everything that is wrong with it and with how it fits together.

    `library` has every field, for commands that change it; `published` is what others may see of it. Places of problems
    are relative to `root`; `cache` is the folder for what can be made again. `atlases` are by language, the first one
    first. `earlier` are the pages as they were when the project was read before: those whose text is the same are not
    parsed again. `readers` by language spare reading the papers of the next project whose entries are the same.
    """

    root: Path
    options: Options
    languages: Languages
    includes: Includes
    library: Library
    published: Library
    style: CitationStyle
    problems: tuple[Problem, ...]
    cache: Path | None = None
    atlases: Mapping[str, Atlas] = field(default_factory=dict)
    pages: Mapping[PageFile, ReadPage] = field(default_factory=dict)
    earlier: Mapping[PageFile, ReadPage] = field(default_factory=dict, repr=False)
    checked: tuple[Problem, ...] = field(default=(), repr=False)
    readers: Mapping[str, AtlasReader] = field(default_factory=dict, repr=False)

    @property
    def atlas(self) -> Atlas:
        """Return the atlas in the first language."""
        return next(iter(self.atlases.values()))


def read_project(
    root: Path,
    options: Options,
    pages: Mapping[str, Iterable[PageFile]],
    *,
    languages: Languages | None = None,
    includes: Includes = NO_INCLUDES,
    cache: Path | None = None,
    before: Project | None = None,
) -> Project:
    """Read a library, and the `pages` of each language, and put them together.

    `cache` is a folder that spares the reading of unchanged .bib files; `before` is what this function returned the
    last time, which spares the work on unchanged files.
    """
    if before is not None and before.options != options:
        before = None
    library, problems = read_bib(root, options.bib, cache, before.library if before else None)
    style, unusable = read_style(options.citation_style, root)
    if before is not None and _same_entries(library, before.library):
        checked = before.checked
    else:
        checked = tuple(check(library, options.relation_types, options.publish_fields))
    project = Project(
        root=root,
        options=options,
        languages=languages or Languages((DEFAULT_LANGUAGE,), DEFAULT_LANGUAGE),
        includes=includes,
        library=library,
        published=_published(library, options, before),
        style=style,
        problems=(*problems, *checked, *unusable),
        cache=cache,
        earlier=before.pages if before else {},
        checked=checked,
        readers=before.readers if before else {},
    )
    for language, files in pages.items():
        project = with_language(project, language, files)
    return project


def with_language(project: Project, language: str, files: Iterable[PageFile]) -> Project:
    """Return the project with the pages that one more of its languages shows.

    A page in another language is a missing translation, unless its front matter says that it is in that language.
    """
    pages = dict(project.pages)
    problems = list(project.problems)
    documents: list[Document] = []
    notes: list[DirectionNote] = []
    for file in files:
        if file not in pages:
            pages[file] = _read_page(file, project)
        page = pages[file]
        problems += page.problems
        if page.document is None:
            continue
        documents.append(page.document)
        if project.languages.several and file.language != language and page.document.language == file.language:
            problems.append(_untranslated(file, language))
        if page.note is not None:
            notes.append(page.note)
    reader = project.readers.get(language) or AtlasReader()
    atlas, found = assemble(project.published, notes, documents, project.options.relation_types, reader)
    return replace(
        project,
        atlases={**project.atlases, language: atlas},
        pages=pages,
        problems=(*problems, *found),
        readers={**project.readers, language: reader},
    )


def read_site(configuration: Configuration) -> Project:
    """Read the library and the hand-written pages of a site. Raises `BadSiteError` if it has no pages.

    Pages that plugins of the host generate are seen by the host alone.
    """
    docs = configuration.docs()
    sources = docs.pages()
    languages = configuration.languages
    unknown = unknown_languages(sources, languages, docs.path)
    shown = [source for source in sources if source not in unknown]
    project = read_project(
        configuration.root,
        configuration.options,
        pages_by_language(shown, docs.path, configuration.root, languages),
        languages=languages,
        includes=configuration.includes,
    )
    foreign = foreign_options(configuration.written, configuration.file.name)
    return replace(project, problems=(*project.problems, *unknown.values(), *foreign))


def included_files(project: Project) -> list[Path]:
    """Return the files that pages include."""
    return sorted({part.path for page in project.pages.values() for part in page.included})


def read_bib(
    root: Path, bib: Iterable[str], cache: Path | None = None, before: Library | None = None
) -> tuple[Library, list[Problem]]:
    """Read the .bib files that `bib` names, as files and folders relative to `root`; see `read_library`."""
    paths, problems = bib_files(root, bib)
    library, reading = read_library(paths, root, cache, before)
    return library, [*problems, *reading]


def _published(library: Library, options: Options, before: Project | None) -> Library:
    """Return what others may see of a library: relations are fields that a site gives names to."""
    names = (*options.publish_fields, *(kind.name for kind in options.relation_types))
    earlier = zip(before.library.entries, before.published.entries, strict=True) if before else ()
    return replace(library, entries=published_entries(library.entries, names, earlier))


def _same_entries(library: Library, other: Library) -> bool:
    """Return whether all entries are those of another library."""
    return len(library.entries) == len(other.entries) and all(map(is_, library.entries, other.entries))


def bib_files(root: Path, bib: Iterable[str]) -> tuple[list[Path], list[Problem]]:
    """Return the .bib files that `bib` names; those of a folder by name."""
    paths: list[Path] = []
    problems: list[Problem] = []
    for name in bib:
        path = root / name
        found = sorted(path.glob("**/*.bib")) if path.is_dir() else [path] if path.exists() else []
        if not found:
            problems.append(NO_LIBRARY.at(Span(name), "empty" if path.is_dir() else "", name=name))
        paths += [file for file in found if file not in paths]
    return paths, problems


def _read_page(file: PageFile, project: Project) -> ReadPage:
    if file.path is None:
        return ReadPage()
    try:
        text = file.path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = "it is not UTF-8" if isinstance(error, UnicodeDecodeError) else error.strerror
        return ReadPage(problems=(UNREADABLE.at(Span(file.file), reason=str(reason)),))
    included = included_texts(text, project.includes, project.root)
    earlier = project.earlier.get(file)
    if earlier and (earlier.text, earlier.included) == (text, included):
        return earlier
    return _parse_page(text, included, file, project.options.directions)


def _parse_page(text: str, included: tuple[IncludedText, ...], file: PageFile, directions: str) -> ReadPage:
    """Parse a page; one in the folder `directions` of the docs is the note of a direction."""
    document, problems = read_document(text, file.file, file.source, file.language)
    document = including(document, (part.block for part in included))
    source = PurePosixPath(file.source)
    if source.parent != PurePosixPath(directions) or source.stem in NO_DIRECTIONS:
        return ReadPage(text, included, document, None, tuple(problems))
    note, found = read_direction(document)
    return ReadPage(text, included, document, note, (*problems, *found))


def _untranslated(page: PageFile, language: str) -> Problem:
    wanted = f"{PurePosixPath(page.source).with_suffix('')}.{language}.md"
    return MISSING_TRANSLATION.at(Span(page.file, 1, 1), language=language, wanted=wanted)
