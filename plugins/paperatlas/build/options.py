"""The options of a site: the name, kind, default and description of each, written once.

The MkDocs plugin, the Markdown extension, the JSON Schema and the guide's page are made from `OPTIONS`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Literal

from paperatlas.atlas import DEFAULT_RELATION_TYPES, KeywordMark, RelationType
from paperatlas.atlas.method_name import MethodNames
from paperatlas.atlas.paper_model import AbstractOrigin
from paperatlas.build.option_kinds import (
    CHECK_OPTION,
    COUNT_OPTION,
    FLAG_OPTION,
    LANGUAGE_OPTION,
    MARKS_OPTION,
    NAMES_OPTION,
    NUMBER_OPTION,
    OPTIONAL_TEXT_OPTION,
    PAGES_OPTION,
    PART_OPTION,
    PATHS_OPTION,
    RELATION_TYPES_OPTION,
    REQUIRE_OPTION,
    SWITCH_OPTION,
    TEXT_OPTION,
    OptionError,
    OptionKind,
    choice_option,
)
from paperatlas.build.site_parts.part import WHOLE, SitePart
from paperatlas.check.editorial.settings import NOTHING_REQUIRED, Requirements
from paperatlas.diagnostics.settings import EVERYTHING_REPORTED, CheckSettings
from paperatlas.notes.citations.rules import FOREIGN_OPTION
from paperatlas.pages.citations.page import ReferencePlacement
from paperatlas.pages.kinds import PAGE_KINDS
from paperatlas.text.suggestions import did_you_mean

DEFAULT_LANGUAGE = "en"
"""The language of what is generated where neither the options nor the host's theme name one."""


CitationEngine = Literal["citeproc-py", "pandoc"]
"""What carries out a CSL style."""

Search = Literal["auto", "theme", "pagefind"]
"""Which search a site has; `auto` depends on its size."""

PaperExports = Literal["auto", "files", "page"]
"""Where the exports of a paper are; `auto` depends on how many papers there are."""


def _option(kind: OptionKind, default: Any, description: str) -> Any:  # noqa: ANN401 - as `dataclasses.field` is typed
    return field(default=default, metadata={"kind": kind, "description": description})


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a site is told in its configuration. Paths are relative to the folder of the configuration."""

    bib: tuple[str, ...] = _option(
        PATHS_OPTION,
        ("bib",),
        "A .bib file, a folder of them, a pattern (`bib/20*.bib`), or a list of these, relative to `mkdocs.yml`.",
    )
    results: tuple[str, ...] = _option(
        PATHS_OPTION,
        (),
        "A .csv file with published results, a folder of them, a pattern, or a list of these; by default the folder "
        "`results` in each folder of `bib`, if there is one.",
    )
    citations: tuple[str, ...] = _option(
        PATHS_OPTION,
        (),
        "A .tsv file that says which paper cites which, a folder of them, a pattern, or a list of these; by default "
        "`citations.tsv` in each folder of `bib`, if there is one.",
    )
    verified: tuple[str, ...] = _option(
        PATHS_OPTION,
        (),
        "A .tsv file that says what of papers was looked up, a folder of them, a pattern, or a list of these; by "
        "default `verified.tsv` in each folder of `bib`, if there is one.",
    )
    directions: str = _option(
        TEXT_OPTION, "directions", "The folder below `docs_dir` whose Markdown files are the notes of the directions."
    )
    templates: str = _option(
        OPTIONAL_TEXT_OPTION, "", "A folder, relative to `mkdocs.yml`, whose templates replace those of the same name."
    )
    language: str = _option(
        LANGUAGE_OPTION, "", "The language of everything that is generated; by default the theme's."
    )
    cache: str = _option(
        TEXT_OPTION,
        ".cache/paperatlas",
        "The folder, relative to `mkdocs.yml`, for what need not be read or drawn again; empty for no cache.",
    )
    pages: tuple[str, ...] = _option(
        PAGES_OPTION,
        tuple(PAGE_KINDS),
        "Which pages are generated: a list of their kinds, or `false` for none, so that citations lead to the list of "
        "references or to the works themselves, and nothing is exported.",
    )
    index_threshold: int = _option(
        NUMBER_OPTION,
        3,
        "How many papers a person, a venue or a year must have to get its own page; others have a row in their index.",
    )
    publish_fields: tuple[str, ...] = _option(
        NAMES_OPTION,
        (),
        "Names of fields that are published besides those that describe a work, such as `annotation`; `*` stands for "
        "all.",
    )
    abstracts: AbstractOrigin = _option(  # noqa: RUF009 - it makes a field
        choice_option("authors", "own"),
        "authors",
        "Whose words the library's abstracts are: the papers' `authors`, or the site's `own`; an entry may say "
        "otherwise in its field `abstractorigin`.",
    )
    check: CheckSettings = _option(  # noqa: RUF009 - it makes a field
        CHECK_OPTION,
        EVERYTHING_REPORTED,
        "Which problems are reported: `select` and `ignore` list codes or their beginnings, `severity` sets `error`, "
        "`warning` or `info` by code, `files` and `entries` do so by path and by citation key, and `baseline` names a "
        "file of known problems.",
    )
    require: Requirements = _option(  # noqa: RUF009 - it makes a field
        REQUIRE_OPTION,
        NOTHING_REQUIRED,
        "What is asked of entries and notes besides what BibTeX asks: `fields` each paper has, with their lengths and "
        "languages, `relation`, `evidence`, `sources`, `groups` with their sizes and years, `note`, `same_citations`, "
        "`own_files`; the guide's page on pull requests shows them.",
    )
    relation_types: tuple[RelationType, ...] = _option(
        RELATION_TYPES_OPTION,
        DEFAULT_RELATION_TYPES,
        "Changes to the relation types: by name, `false` to remove one, or its `label`, `inverse` and `cito`.",
    )
    methods: MethodNames = _option(  # noqa: RUF009 - it makes a field
        choice_option("auto", "shorttitle", "none"),
        "auto",
        "Whose `shorttitle` is the name of a method: `auto` takes those that look like one, for reference managers "
        "write beginnings of titles into that field; `shorttitle` takes all, `none` takes none.",
    )
    marks: tuple[KeywordMark, ...] = _option(
        MARKS_OPTION,
        (),
        "Keywords that mark their papers wherever a direction lists them: by keyword, what the mark says, as a text or "
        "as texts by language.",
    )
    citation_style: str = _option(
        TEXT_OPTION,
        "author-year",
        "How citations and references look: `author-year`, `numeric`, or a CSL style's path relative to `mkdocs.yml`.",
    )
    citation_engine: CitationEngine = _option(  # noqa: RUF009 - it makes a field
        choice_option("citeproc-py", "pandoc"),
        "citeproc-py",
        "What carries out a CSL style: the package citeproc-py, or the program Pandoc, which carries out more of it.",
    )
    references: ReferencePlacement = _option(  # noqa: RUF009 - it makes a field
        choice_option("end", "marker", "none"),
        "end",
        "Where a page lists its references: at its end, only where it has `<!-- paperatlas: references -->`, "
        "or nowhere.",
    )
    search: Search = _option(  # noqa: RUF009 - it makes a field
        choice_option("auto", "theme", "pagefind"),
        "auto",
        "What makes the search index: the theme, whose index readers load whole, or Pagefind, whose index they load in "
        "pieces; `auto` chooses Pagefind from 1,000 pages of papers (in all languages) on, if that is "
        "installed.",
    )
    paper_exports: PaperExports = _option(  # noqa: RUF009 - it makes a field
        choice_option("auto", "files", "page"),
        "auto",
        "Where a paper's BibTeX, RIS and CSL-JSON are: `files` beside its page, or only the `page` offers them, under "
        "the same names, from scripts with many papers each; `auto` is files below 1,000 papers.",
    )
    exports: bool | None = _option(
        SWITCH_OPTION,
        None,
        "Whether files are exported (`library.bib`, `atlas.json`, `feed.xml` and so on); by default they are if there "
        "are generated pages. Without these they are the entries in each format.",
    )
    mathematics: bool = _option(
        FLAG_OPTION,
        True,
        "Whether formulas in hand-written pages, `$…$` and `$$…$$`, are set as MathML. `pymdownx.arithmatex` and other "
        "extensions for formulas keep them where the site has one.",
    )
    untrusted_notes: bool = _option(
        FLAG_OPTION,
        False,
        "Whether hand-written pages are by people who are not trusted: HTML that could run, load or cover something is "
        "taken out of them. It needs the package nh3.",
    )
    offline: bool = _option(
        FLAG_OPTION,
        False,
        "Whether the site is to be opened from a disk: links name files, search works without a server, and no page "
        "asks another host for anything. `paperatlas offline` builds such a site whatever stands here.",
    )
    social_pictures: bool = _option(
        FLAG_OPTION,
        False,
        "Whether a picture is drawn for each direction and paper, which networks and messengers show with a link to "
        "it. It takes the packages Pillow and fontTools, `site_url`, and 0.04 s and 15 kB for each, so that nobody has "
        "them unasked.",
    )
    picture_fonts: tuple[str, ...] = _option(
        PATHS_OPTION,
        (),
        "Fonts that these pictures are drawn with before those that are installed: files in TrueType or OpenType, "
        "relative to `mkdocs.yml`. A picture has the first font that has all of its characters.",
    )
    part: SitePart = _option(  # noqa: RUF009 - it makes a field
        PART_OPTION,
        WHOLE,
        "`2/4` builds the second of four parts of the site, which `paperatlas merge` joins; empty for the whole site, "
        "which `mkdocs serve` always builds.",
    )
    processes: int | None = _option(
        COUNT_OPTION,
        None,
        "How many processes build the site, on Linux; by default as many as there are processors, up to four, from "
        "1,000 papers on. Each takes memory.",
    )

    @property
    def has_exports(self) -> bool:
        """Return whether files are exported."""
        return bool(self.pages) if self.exports is None else self.exports


@dataclass(frozen=True, slots=True)
class Option:
    """One of the options."""

    name: str
    kind: OptionKind
    default: Any
    description: str

    def read(self, value: object) -> Any:  # noqa: ANN401 - of the kind's type
        """Return the option's value for what is written; raise `OptionError` if it cannot have that."""
        found = self.kind.read(value)
        return self.default if found is None else found

    @property
    def written_default(self) -> object:
        """Return the default as a person would write it; None where only leaving the option out says it."""
        if isinstance(self.default, tuple):
            return [item for item in self.default if isinstance(item, str)] or None
        if isinstance(self.default, bool):
            return self.default
        return (self.default or None) if isinstance(self.default, (str, int)) else None

    @property
    def schema(self) -> dict[str, Any]:
        """Return the option as JSON Schema."""
        default = self.written_default
        known = {} if default is None else {"default": default}
        return {**self.kind.schema, **known, "description": self.description.replace("`", "")}


OPTIONS = tuple(
    Option(each.name, each.metadata["kind"], each.default, each.metadata["description"]) for each in fields(Options)
)


def read_options(written: Mapping[str, Any]) -> tuple[Options, list[tuple[str, str]]]:
    """Read the options as they are written; return them with the name of each that cannot be used, and why.

    The first bad value ends the reading, as in MkDocs; every name that is no option has a sentence of its own, but for
    those of mkdocs-bibtex, which `foreign_settings` reports as problems.
    """
    values: dict[str, Any] = {}
    wrong: list[tuple[str, str]] = []
    for option in OPTIONS:
        if option.name in written:
            try:
                values[option.name] = option.read(written[option.name])
            except OptionError as error:
                wrong.append((option.name, str(error)))
                break
    known = {option.name for option in OPTIONS} | FOREIGN_OPTION.variants.keys()
    wrong += [(name, unknown_option(name)) for name in written if name not in known]
    return Options(**values), wrong


def unknown_option(name: str) -> str:
    """Say, in MkDocs' words, that there is no option of a name, and which one was probably meant."""
    hint = did_you_mean(name, (option.name for option in OPTIONS))
    return f"Unrecognised configuration name: {name}" + (f". {hint}" if hint else "")
