"""The options of the plugin."""

from __future__ import annotations

from mkdocs.config import base
from mkdocs.config import config_options as options

from paperatlas.atlas import DEFAULT_RELATION_TYPES, RelationType, RelationTypeError, configured_types


class OneOrMany(options.ListOfItems[str]):
    """A list that may be written without brackets when it has one item."""

    def run_validation(self, value: object) -> list[str]:
        """Make a list of one item."""
        return super().run_validation([value] if isinstance(value, str) else value)


class RelationTypes(base.BaseConfigOption[tuple[RelationType, ...]]):
    """Changes to the relation types, read into the types themselves."""

    def __init__(self) -> None:
        super().__init__()
        self.default = DEFAULT_RELATION_TYPES

    def run_validation(self, value: object) -> tuple[RelationType, ...]:
        """Make relation types of what is written."""
        if isinstance(value, tuple):  # the default, or a second validation, as of a site of several languages
            return value
        if not isinstance(value, dict):
            message = f"Expected the names of relation types with their settings, not {value!r}."
            raise base.ValidationError(message)
        try:
            return configured_types(value)
        except RelationTypeError as error:
            raise base.ValidationError(str(error)) from error


class PaperAtlasConfig(base.Config):  # type: ignore[no-untyped-call]
    """The options of the plugin in `mkdocs.yml`."""

    bib = OneOrMany(options.Type(str), default=["bib"])
    """A .bib file or a folder of them, or a list of such, relative to `mkdocs.yml`."""

    directions = options.Type(str, default="directions")
    """The folder below `docs_dir` whose Markdown files are the notes of the directions."""

    templates = options.Optional(options.Type(str))
    """A folder, relative to `mkdocs.yml`, whose templates replace those of the same name."""

    language = options.Optional(options.Type(str))
    """The language of everything that is generated; by default the theme's."""

    cache = options.Type(str, default=".cache/paperatlas")
    """A folder, relative to `mkdocs.yml`, that spares the reading of unchanged files; empty for none."""

    index_threshold = options.Type(int, default=3)
    """How many papers give a person, a venue or a year a page of its own; others have a row in their index."""

    relation_types = RelationTypes()
    """Changes to the relation types: by name, `false` to take one away, or its `label`, `inverse` and `cito`."""

    citation_style = options.Type(str, default="author-year")
    """How citations and references look: `author-year`, `numeric`, or a CSL style's path relative to `mkdocs.yml`."""

    references = options.Choice(("end", "marker", "none"), default="end")
    """Where a page lists what it cites: at its end, only where it has `<!-- paperatlas: references -->`, or nowhere."""
