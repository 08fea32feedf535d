"""The options of a site: the name, kind, default and description of each, written once.

The MkDocs plugin, the Markdown extension, the JSON Schema and the guide's page are made from `OPTIONS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Literal

from paperatlas.atlas import DEFAULT_RELATION_TYPES, RelationType, RelationTypeError, configured_types
from paperatlas.atlas.model import AbstractOrigin
from paperatlas.build.catalogue import ALL_RULES
from paperatlas.build.site_parts.part import WHOLE, WRITTEN, SitePart, parse_part
from paperatlas.diagnostics.problem import SEVERITIES, Problem, Span
from paperatlas.diagnostics.settings import EVERYTHING_REPORTED, CheckSettings, CheckSettingsError, read_check_settings
from paperatlas.notes.citations.rules import FOREIGN_OPTION
from paperatlas.pages.citations.page import ReferencePlacement

DEFAULT_LANGUAGE = "en"
"""The language of what is generated where neither the options nor the host's theme name one."""


Search = Literal["auto", "theme", "pagefind"]
"""Which search a site has; `auto` depends on its size."""

PaperExports = Literal["auto", "files", "page"]
"""Where the exports of a paper are; `auto` depends on how many papers there are."""


class OptionError(ValueError):
    """A value that an option cannot have; the message says what was expected."""


@dataclass(frozen=True, slots=True)
class OptionKind:
    """What an option can hold: `schema` in terms of JSON Schema, `read` makes a value of what is written.

    `read` returns None where nothing is written, which stands for the default, and raises `OptionError`. It takes its
    own result as well: MkDocs validates the options of a site of several languages once for each.
    """

    schema: Mapping[str, Any]
    read: Callable[[object], Any]


def _reader_of(type_: type) -> Callable[[object], Any]:
    def read(value: object) -> object:
        if value is None or isinstance(value, type_):
            return value
        message = f"Expected type: {type_} but received: {type(value)}"
        raise OptionError(message)

    return read


def _choice(*choices: str) -> OptionKind:
    def read(value: object) -> object:
        if value is None or value in choices:
            return value
        message = f"Expected one of: {choices} but received: {value!r}"
        raise OptionError(message)

    return OptionKind({"enum": list(choices)}, read)


def _read_names(value: object) -> tuple[str, ...] | None:
    names = _read_paths(value)
    return None if names is None else tuple(name.strip().lower() for name in names)


def _read_paths(value: object) -> tuple[str, ...] | None:
    if value is None:
        return None
    items = [value] if isinstance(value, str) else value
    if not isinstance(items, (list, tuple)):
        message = f"Expected a list of items, but a {type(value)} was given."
        raise OptionError(message)
    return tuple(map(_reader_of(str), items))


def _read_relation_types(value: object) -> tuple[RelationType, ...]:
    if isinstance(value, tuple):
        return value
    if not isinstance(value, dict):
        message = f"Expected the names of relation types with their settings, not {value!r}."
        raise OptionError(message)
    try:
        return configured_types(value)
    except RelationTypeError as error:
        raise OptionError(str(error)) from error


def _read_part(value: object) -> SitePart | None:
    if value is None or value == "":
        return None
    part = value if isinstance(value, SitePart) else parse_part(value) if isinstance(value, str) else None
    if part is None:
        message = f"Expected a part and how many there are, such as 2/4, but received: {value!r}"
        raise OptionError(message)
    return part


def _read_check(value: object) -> CheckSettings | None:
    if value is None or isinstance(value, CheckSettings):
        return value
    try:
        return read_check_settings(ALL_RULES, value)
    except CheckSettingsError as error:
        raise OptionError(str(error)) from error


_CODES = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
_TEXTS = {"anyOf": [{"type": "string"}, {"type": "object", "additionalProperties": {"type": "string"}}]}
_RELATION_TYPES = {
    "type": "object",
    "propertyNames": {"pattern": "^[a-z][a-z0-9-]*$"},
    "additionalProperties": {
        "anyOf": [
            {"const": False},
            {
                "type": "object",
                "properties": {
                    "label": _TEXTS,
                    "inverse": _TEXTS,
                    "cito": {"type": "string", "pattern": "^[a-z][A-Za-z]*$"},
                },
                "additionalProperties": False,
            },
        ]
    },
}

TEXT_OPTION = OptionKind({"type": "string"}, _reader_of(str))
OPTIONAL_TEXT_OPTION = OptionKind({"type": ["string", "null"]}, _reader_of(str))
NUMBER_OPTION = OptionKind({"type": "integer"}, _reader_of(int))
PATHS_OPTION = OptionKind({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}, _read_paths)
CHECK_OPTION = OptionKind(
    {
        "type": ["object", "null"],
        "properties": {
            "select": _CODES,
            "ignore": _CODES,
            "severity": {"type": "object", "additionalProperties": {"enum": list(SEVERITIES)}},
            "files": {"type": "object", "additionalProperties": _CODES},
        },
        "additionalProperties": False,
    },
    _read_check,
)
NAMES_OPTION = OptionKind(PATHS_OPTION.schema, _read_names)
PART_OPTION = OptionKind({"type": ["string", "null"], "pattern": rf"^({WRITTEN.pattern})?$"}, _read_part)
RELATION_TYPES_OPTION = OptionKind(_RELATION_TYPES, _read_relation_types)


def _option(kind: OptionKind, default: Any, description: str) -> Any:  # noqa: ANN401 - as `dataclasses.field` is typed
    return field(default=default, metadata={"kind": kind, "description": description})


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a site is told in its configuration. Paths are relative to the folder of the configuration."""

    bib: tuple[str, ...] = _option(
        PATHS_OPTION, ("bib",), "A .bib file, a folder of .bib files, or a list of both, relative to `mkdocs.yml`."
    )
    directions: str = _option(
        TEXT_OPTION, "directions", "The folder below `docs_dir` whose Markdown files are the notes of the directions."
    )
    templates: str = _option(
        OPTIONAL_TEXT_OPTION, "", "A folder, relative to `mkdocs.yml`, whose templates replace those of the same name."
    )
    language: str = _option(
        OPTIONAL_TEXT_OPTION, "", "The language of everything that is generated; by default the theme's."
    )
    cache: str = _option(
        TEXT_OPTION,
        ".cache/paperatlas",
        "The folder, relative to `mkdocs.yml`, for what need not be read or drawn again; empty for no cache.",
    )
    index_threshold: int = _option(
        NUMBER_OPTION,
        3,
        "How many papers a person, a venue or a year must have to get its own page; others have a row in their index.",
    )
    publish_fields: tuple[str, ...] = _option(
        NAMES_OPTION,
        (),
        "Names of fields that are published besides those that describe a work, such as `annote`; `*` stands for all.",
    )
    abstracts: AbstractOrigin = _option(  # noqa: RUF009 - it makes a field
        _choice("authors", "own"),
        "authors",
        "Whose words the library's abstracts are: the papers' `authors`, or the site's `own`; an entry may say "
        "otherwise in its field `abstractorigin`.",
    )
    check: CheckSettings = _option(  # noqa: RUF009 - it makes a field
        CHECK_OPTION,
        EVERYTHING_REPORTED,
        "Which problems are reported: `select` and `ignore` list codes or their beginnings, `severity` sets `error`, "
        "`warning` or `info` by code, and `files` lists the codes to ignore by path.",
    )
    relation_types: tuple[RelationType, ...] = _option(
        RELATION_TYPES_OPTION,
        DEFAULT_RELATION_TYPES,
        "Changes to the relation types: by name, `false` to remove one, or its `label`, `inverse` and `cito`.",
    )
    citation_style: str = _option(
        TEXT_OPTION,
        "author-year",
        "How citations and references look: `author-year`, `numeric`, or a CSL style's path relative to `mkdocs.yml`.",
    )
    references: ReferencePlacement = _option(  # noqa: RUF009 - it makes a field
        _choice("end", "marker", "none"),
        "end",
        "Where a page lists its references: at its end, only where it has `<!-- paperatlas: references -->`, "
        "or nowhere.",
    )
    search: Search = _option(  # noqa: RUF009 - it makes a field
        _choice("auto", "theme", "pagefind"),
        "auto",
        "What makes the search index: the theme, whose index readers load whole, or Pagefind, whose index they load in "
        "pieces; `auto` chooses Pagefind from 1,000 pages of papers (in all languages) on, if that is "
        "installed.",
    )
    paper_exports: PaperExports = _option(  # noqa: RUF009 - it makes a field
        _choice("auto", "files", "page"),
        "auto",
        "Where a paper's BibTeX, RIS and CSL-JSON are: `files` beside its page, or in the `page`, which offers them "
        "under the same names; `auto` is files below 1,000 papers.",
    )
    part: SitePart = _option(  # noqa: RUF009 - it makes a field
        PART_OPTION,
        WHOLE,
        "`2/4` builds the second of four parts of the site, which `paperatlas merge` joins; empty for the whole site, "
        "which `mkdocs serve` always builds.",
    )


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


def read_options(written: Mapping[str, Any]) -> tuple[Options, list[str]]:
    """Read the options as they are written; return them with a sentence for each that cannot be used.

    The first bad value ends the reading, as in MkDocs; every name that is no option has a sentence of its own, but for
    those of mkdocs-bibtex, which `foreign_options` reports as problems.
    """
    values: dict[str, Any] = {}
    wrong: list[str] = []
    for option in OPTIONS:
        if option.name in written:
            try:
                values[option.name] = option.read(written[option.name])
            except OptionError as error:
                wrong.append(f"{option.name}: {error}")
                break
    known = {option.name for option in OPTIONS} | FOREIGN_OPTION.variants.keys()
    wrong += [f"{name}: Unrecognised configuration name: {name}" for name in written if name not in known]
    return Options(**values), wrong


def foreign_options(names: Iterable[str], file: str) -> list[Problem]:
    """Return what to write instead of the options of mkdocs-bibtex among `names`."""
    return [FOREIGN_OPTION.at(Span(file), name, name=name) for name in names if name in FOREIGN_OPTION.variants]
