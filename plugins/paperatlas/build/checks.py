"""What is wrong with a project beyond what its files cannot be read for: nothing that its pages are made from."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from paperatlas.atlas import Atlas
from paperatlas.bibliography import Library
from paperatlas.bibliography.model.published import ALL_FIELDS
from paperatlas.build.configuration import Configuration
from paperatlas.build.docs_folder import PageFile
from paperatlas.build.offline.foreign import foreign_in_pages
from paperatlas.build.options import Options
from paperatlas.build.reachable import unreachable
from paperatlas.build.read_page import ReadPage
from paperatlas.build.templates import unused_templates
from paperatlas.check import check
from paperatlas.check.editorial.notes import citation_differences
from paperatlas.check.editorial.papers import atlas_problems
from paperatlas.check.editorial.sources import source_problems
from paperatlas.check.editorial.texts import text_problems
from paperatlas.check.translations import group_differences
from paperatlas.diagnostics.problem import Problem


def check_entries(library: Library, options: Options) -> Iterator[Problem]:
    """Yield what is wrong with the entries of a library, and what they lack of what a site requires."""
    yield from check(library, options.relation_types, _publishes(options))
    yield from text_problems(library, options.require.fields)


def check_files(library: Library, options: Options, root: Path) -> Iterator[Problem]:
    """Yield what is wrong with the list of sources, and with the templates of a site, whose paths are below `root`."""
    if options.require.sources:
        yield from source_problems(library, options.require.sources, root)
    yield from unused_templates(root, options.templates or "")


def check_language(atlas: Atlas, pages: Collection[ReadPage], options: Options) -> Iterator[Problem]:
    """Yield what the atlas in a language lacks of what a site requires, and in what its notes differ from others.

    `pages` are those of all languages so far.
    """
    yield from atlas_problems(atlas, options.require)
    yield from group_differences(page.note for page in pages if page.note)
    if options.require.same_citations:
        # Of each language only once there are two: what is found twice is reported once.
        yield from citation_differences(page.document for page in pages if page.document and page.note)
    if options.require.own_files:
        yield from foreign_in_pages(atlas.documents)


def check_reachability(
    configuration: Configuration, atlases: Mapping[str, Atlas], pages: Mapping[str, tuple[PageFile, ...]]
) -> Iterator[Problem]:
    """Yield what cannot be reached in each language of a site, by its atlas and its pages."""
    for language, files in pages.items():
        yield from unreachable(configuration, atlases[language], files)


def _publishes(options: Options) -> tuple[str, ...]:
    """Return the fields that are published besides those that always are: all, of a site that publishes no entry."""
    return options.publish_fields if options.pages or options.has_exports else (ALL_FIELDS,)
