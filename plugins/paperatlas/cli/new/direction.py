"""`paperatlas new direction`: the note of a direction to fill in, in every language of the site."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from paperatlas.cli.files import replace
from paperatlas.cli.new.note import new_note
from paperatlas.cli.site import config_at_hand, site_at_hand
from paperatlas.cli.usage import FailedError, UsageError, write
from paperatlas.notes.direction import NO_DIRECTIONS, SLUG
from paperatlas.storage.paths import display_path
from paperatlas.text.language_tags import primary_language
from paperatlas.texts.languages import messages_for

if TYPE_CHECKING:
    from collections.abc import Mapping

    from paperatlas.atlas import Atlas
    from paperatlas.hosts.mkdocs.site import NoteLayout

_OTHERWISE = "run the command in the folder of a site, or begin one with `paperatlas new site`"


def new_direction(arguments: argparse.Namespace) -> int:
    """Write the notes and say what to do next."""
    slug: str = arguments.slug
    if not SLUG.fullmatch(slug) or slug.lower() in {name.lower() for name in NO_DIRECTIONS}:
        message = f"'{slug}' is no slug; write lower-case letters, digits and hyphens, as in graph-networks"
        raise UsageError(message)
    config_file = config_at_hand(_OTHERWISE)
    site, layout = site_at_hand(_OTHERWISE), _layout(config_file)
    titles = _titles(arguments, layout)
    paths = {language: layout.docs / _source(layout, slug, language) for language in layout.languages.every}
    _refuse_existing(layout, slug)
    order = _next_order(site.atlases)
    for language, path in paths.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            message = f"cannot make the folder '{path.parent}': {(error.strerror or str(error)).lower()}"
            raise FailedError(message) from error
        replace(path, new_note(slug, titles[language], order, messages_for(language).new_note).encode(), None)
    write(_told(layout, slug, list(paths.values()), config_file))
    return 0


def _layout(config_file: Path) -> NoteLayout:
    from paperatlas.hosts.mkdocs.site import BadSiteError, layout_of  # noqa: PLC0415

    try:
        return layout_of(config_file)
    except BadSiteError as error:
        raise UsageError(str(error)) from error


def _titles(arguments: argparse.Namespace, layout: NoteLayout) -> dict[str, str]:
    """The title in each language: its own, else the one for all, else the slug in words."""
    given: dict[str, str | None] = {"en": arguments.title_en, "zh": arguments.title_zh}
    every = layout.languages.every
    for language, title in given.items():
        if title is not None and not any(primary_language(one) == language for one in every):
            message = f"--title-{language}: the site has no such language, but {', '.join(every)}"
            raise UsageError(message)
    words = arguments.slug.replace("-", " ").capitalize()
    return {one: _title(one, given, arguments.title) or words for one in every}


def _title(language: str, given: Mapping[str, str | None], otherwise: str | None) -> str:
    own = next((title for one, title in given.items() if title is not None and primary_language(language) == one), None)
    return " ".join((own or otherwise or "").split())


def _source(layout: NoteLayout, slug: str, language: str) -> str:
    """The path of a note below the docs folder."""
    if layout.folders:
        return f"{language}/{layout.directions}/{slug}.md"
    suffix = "" if language == layout.languages.first else f".{language}"
    return f"{layout.directions}/{slug}{suffix}.md"


def _refuse_existing(layout: NoteLayout, slug: str) -> None:
    """A `UsageError` if the direction has a note in any language."""
    folders = [f"{language}/" for language in layout.languages.every] if layout.folders else [""]
    endings = ["", *(f".{language}" for language in layout.languages.every)]
    names = (f"{folder}{layout.directions}/{slug}{ending}.md" for folder in folders for ending in endings)
    found = next((layout.docs / name for name in names if (layout.docs / name).exists()), None)
    if found is not None:
        message = f"there is a note of '{slug}' already: {_shown(found)}"
        raise UsageError(message)


def _next_order(atlases: Mapping[str, Atlas]) -> int:
    """The whole number behind the highest `order` of the site's directions."""
    orders = (
        direction.document.front_matter.values.get("order")
        for atlas in atlases.values()
        for direction in atlas.directions.values()
    )
    return max((int(order) for order in orders if isinstance(order, (int, float)) and order < 1e9), default=0) + 1


def _told(layout: NoteLayout, slug: str, paths: list[Path], config_file: Path) -> list[str]:
    """The files, and the next steps."""
    steps = ["Fill in the note: what it asks for stands in comments."]
    if layout.nav:
        # The navigation names pages without their language.
        line = f"- {layout.directions}/{slug}.md"
        steps.append(f"Add the line `{line}` to `nav` in {_shown(config_file)}, beside the other directions.")
    steps.append(f"Give entries of the library `keywords = {{{slug}}}`, or `{{{slug}/GROUP}}` for one of its groups.")
    steps.append("`paperatlas check` says what is missing, `mkdocs serve` shows it.")
    return [
        *(f"{_shown(path)}\n" for path in paths),
        "\nNext:\n",
        *(f"  {number}. {step}\n" for number, step in enumerate(steps, 1)),
    ]


def _shown(path: Path) -> str:
    """A path as a person in this folder would write it."""
    here = Path.cwd()
    return display_path(path, here)
