"""A project: the library, the notes and the hand-written pages of a site, each file read once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from operator import is_
from pathlib import Path

from paperatlas.atlas import Atlas, assemble
from paperatlas.atlas.assemble import AtlasReader, Tables
from paperatlas.bibliography import Library, read_library
from paperatlas.bibliography.model.published import published_entries
from paperatlas.build.checks import check_entries, check_files, check_language, check_reachability
from paperatlas.build.citations import read_style
from paperatlas.build.configuration import Configuration
from paperatlas.build.docs_folder import PageFile, pages_by_language
from paperatlas.build.foreign_settings import foreign_settings
from paperatlas.build.includes import NO_INCLUDES, Includes
from paperatlas.build.languages import Languages, meant_translations, told_by_name, unknown_languages
from paperatlas.build.library_files import bib_files, citation_files, results_files, verification_files
from paperatlas.build.lost_files import libraries_among_pages
from paperatlas.build.options import DEFAULT_LANGUAGE, Options
from paperatlas.build.reachable import told_in_place
from paperatlas.build.read_page import PageReading, ReadPage, read_page, untranslated
from paperatlas.build.rules import NO_NOTES, UNUSABLE_BASELINE
from paperatlas.citations import PaperCitation, read_citations
from paperatlas.diagnostics.baseline import NO_BASELINE, Baseline, BaselineError, read_baseline
from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.diagnostics.searches import ProblemSearch, deferred, found
from paperatlas.notes import DirectionNote, Document
from paperatlas.pages.citations.styles import CitationStyle
from paperatlas.results import Result, read_results
from paperatlas.storage.files import reason_of
from paperatlas.storage.paths import display_path
from paperatlas.storage.regular_files import read_regular
from paperatlas.verification import Verification, read_verifications


@dataclass(frozen=True, slots=True)
class Project:
    """What a site is made from, and the searches for everything that is wrong with it and with how it fits together.

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
    results: tuple[Result, ...]
    citations: tuple[PaperCitation, ...]
    verifications: tuple[Verification, ...]
    style: CitationStyle
    searches: tuple[ProblemSearch, ...]
    cache: Path | None = None
    baseline: Baseline = NO_BASELINE
    atlases: Mapping[str, Atlas] = field(default_factory=dict)
    pages: Mapping[PageFile, ReadPage] = field(default_factory=dict)
    earlier: Mapping[PageFile, ReadPage] = field(default_factory=dict, repr=False)
    checked: ProblemSearch = field(default=found(()), repr=False)
    readers: Mapping[str, AtlasReader] = field(default_factory=dict, repr=False)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Return everything that is wrong; whoever asks first waits for the checks."""
        return tuple(chain.from_iterable(search() for search in self.searches))

    @property
    def page_reading(self) -> PageReading:
        """Return what its pages are read with."""
        return PageReading(self.root, self.options, self.includes, self.earlier)

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
    tables, absent = results_files(root, options.results, options.bib)
    results, unusable_results = read_results(tables, root)
    lists, no_lists = citation_files(root, options.citations, options.bib)
    citations, unusable_citations = read_citations(lists, root)
    records, no_records = verification_files(root, options.verified, options.bib)
    verifications, unusable_records = read_verifications(records, root)
    style, unusable = read_style(options.citation_style, root, options.citation_engine)
    if before is not None and _same_entries(library, before.library):
        checked = before.checked
    else:
        checked = deferred(partial(check_entries, library, options))
    baseline, unreadable = _read_baseline(root, options.check.baseline)
    project = Project(
        root=root,
        options=options,
        languages=languages or Languages((DEFAULT_LANGUAGE,), DEFAULT_LANGUAGE),
        includes=includes,
        library=library,
        published=_published(library, options, before),
        results=results,
        citations=citations,
        verifications=verifications,
        style=style,
        searches=(
            found(problems),
            checked,
            found([*absent, *unusable_results, *no_lists, *unusable_citations, *no_records, *unusable_records]),
            found([*unusable, *unreadable]),
            deferred(partial(check_files, library, options, root)),
        ),
        cache=cache,
        baseline=baseline,
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
    problems: list[Problem] = []
    documents: list[Document] = []
    notes: list[DirectionNote] = []
    for file in files:
        if file not in pages:
            pages[file] = read_page(file, project.page_reading)
        page = pages[file]
        problems += page.problems
        if page.document is None:
            continue
        documents.append(page.document)
        if project.languages.several and file.language != language and page.document.language == file.language:
            problems.append(untranslated(file, language, project.languages))
        if page.note is not None:
            notes.append(page.note)
    named = project.options.directions
    if named != Options().directions and not notes and project.options.pages and documents:
        problems.append(NO_NOTES.at(Span(named), folder=named))
    reader = project.readers.get(language) or AtlasReader()
    atlas, unfit = assemble(
        project.published,
        notes,
        documents,
        project.options.relation_types,
        reader,
        Tables(project.results, project.citations, project.verifications),
        project.options.marks,
        project.options.methods,
    )
    checks = deferred(partial(check_language, atlas, pages.values(), project.options))
    return replace(
        project,
        atlases={**project.atlases, language: atlas},
        pages=pages,
        searches=(*project.searches, found([*problems, *unfit]), checks),
        readers={**project.readers, language: reader},
    )


def read_site(configuration: Configuration, *, cache: Path | None = None, before: Project | None = None) -> Project:
    """Read the library and the hand-written pages of a site. Raises `BadSiteError` if it has no pages.

    Pages that plugins of the host generate are seen by the host alone. `cache` and `before` are as for `read_project`.
    """
    pages, unknown = site_pages(configuration)
    project = read_project(
        configuration.root,
        configuration.options,
        pages,
        languages=configuration.languages,
        includes=configuration.includes,
        cache=cache,
        before=before,
    )
    foreign = foreign_settings(configuration.written, configuration.plugins, configuration.file.name)
    links = deferred(partial(check_reachability, configuration, project.atlases, pages))
    docs = configuration.docs()
    documents = chain.from_iterable(atlas.documents for atlas in project.atlases.values())
    read = {file.path for file in project.library.files}
    among_pages = libraries_among_pages(documents, docs.files(), display_path(docs.path, configuration.root), read)
    meant = meant_translations(docs.pages(), configuration.languages)
    settings = found([*unknown, *foreign, *configuration.places.slips(), *among_pages])
    whole = replace(project, searches=(*project.searches, settings, links))

    def told() -> list[Problem]:
        problems = told_in_place(whole.problems)
        return told_by_name(problems, meant, docs.path) if meant else problems

    return replace(whole, searches=(deferred(told),))


def site_pages(configuration: Configuration) -> tuple[Mapping[str, tuple[PageFile, ...]], list[Problem]]:
    """Return the hand-written pages that each language of a site shows, and what is wrong with their files and names.

    Raises `BadSiteError` if the site has no pages.
    """
    docs, languages = configuration.docs(), configuration.languages
    sources = docs.pages()
    unknown = unknown_languages(sources, languages, docs.path)
    shown = [source for source in sources if source not in unknown]
    misnamed = docs.misnamed(configuration.options.directions)
    problems = [*docs.refused().values(), *misnamed, *unknown.values()]
    return pages_by_language(shown, docs.path, configuration.root, languages), problems


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


def _read_baseline(root: Path, name: str) -> tuple[Baseline, list[Problem]]:
    """Read the file of known problems; `name` is its path relative to `root`, empty for none."""
    if not name:
        return NO_BASELINE, []
    try:
        return read_baseline(read_regular(root / name).decode("utf-8")), []
    except (OSError, UnicodeDecodeError, BaselineError) as error:
        reason = "it is not UTF-8" if isinstance(error, UnicodeDecodeError) else reason_of(error)
        return NO_BASELINE, [UNUSABLE_BASELINE.at(Span(name), file=name, reason=reason)]
