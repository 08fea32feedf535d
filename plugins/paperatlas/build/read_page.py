"""A hand-written page: its text and what it includes, parsed once, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from paperatlas.build.docs_folder import PageFile, refused_file
from paperatlas.build.includes import IncludedText, Includes, included_texts
from paperatlas.build.languages import Languages
from paperatlas.build.options import Options
from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.notes import DirectionNote, Document, including, read_direction, read_document
from paperatlas.notes.direction import NO_DIRECTIONS, long_name, stray_note
from paperatlas.notes.formulas import unreadable_formulas
from paperatlas.notes.rules import MISSING_TRANSLATION, UNREADABLE
from paperatlas.storage.files import reason_of


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A hand-written page as it was read; one without a `document` could not be."""

    text: str = ""
    included: tuple[IncludedText, ...] = ()
    document: Document | None = None
    note: DirectionNote | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class PageReading:
    """What all pages of a site are read with: what they may include, below which folder, and the site's options.

    `earlier` are the pages as they were read before; those whose text is the same are not parsed again.
    """

    root: Path
    options: Options
    includes: Includes
    earlier: Mapping[PageFile, ReadPage]

    @property
    def formulas(self) -> bool:
        """Return whether formulas of pages are ours to set."""
        return self.options.mathematics and not self.includes.formulas


def read_page(file: PageFile, reading: PageReading) -> ReadPage:
    """Read a page; one that cannot be read is a problem, and has no document."""
    if file.path is None:
        return ReadPage()
    try:
        text = file.path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        is_encoding = isinstance(error, UnicodeDecodeError)
        reason = "it is not UTF-8" if is_encoding else reason_of(error)
        return ReadPage(problems=(UNREADABLE.at(Span(file.file), "" if is_encoding else "system", reason=reason),))
    included = included_texts(text, file.path, reading.includes, reading.root)
    earlier = reading.earlier.get(file)
    if earlier and (earlier.text, earlier.included) == (text, included):
        return earlier
    return _parse_page(text, included, file, reading)


def _parse_page(text: str, included: tuple[IncludedText, ...], file: PageFile, reading: PageReading) -> ReadPage:
    """Parse a page; one in the folder of the directions is the note of one, if the site has pages of its papers."""
    options = reading.options
    document, problems = read_document(text, file.file, file.source, file.language)
    if reading.formulas:
        problems += unreadable_formulas(document.body.text, text, file.file)
    problems += [refused_file(part.path, reading.root, part.refusal) for part in included if part.refusal]
    document = including(document, (part.block for part in included))
    source = PurePosixPath(file.source)
    in_place = source.parent == PurePosixPath(options.directions) and source.stem not in NO_DIRECTIONS
    if in_place and options.pages and (long := long_name(document)):
        return ReadPage(text, included, document, None, (*problems, long))
    if not in_place or not options.pages:
        folder = PurePosixPath(options.directions)
        # Notes in another language may be in a folder of its name.
        expected = options.pages and source.parent.name != folder.name
        stray = stray_note(document, options.directions) if expected else None
        return ReadPage(text, included, document, None, (*problems, *([stray] if stray else [])))
    note, found = read_direction(document)
    return ReadPage(text, included, document, note, (*problems, *found))


def untranslated(page: PageFile, language: str, languages: Languages) -> Problem:
    """Return that a page has no version in a language; the file to add is beside it, or in the language's folder."""
    sources = (languages.source_of(page.source, page.language), page.source)
    docs = next((page.file.removesuffix(source) for source in sources if page.file.endswith(source)), "")
    wanted = f"{docs}{languages.source_of(page.source, language)}"
    return MISSING_TRANSLATION.at(Span(page.file, 1, 1), language=language, wanted=wanted)
