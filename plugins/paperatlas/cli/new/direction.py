"""`paperatlas new direction`: the note of a direction to fill in, in every language of the site."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from paperatlas.build.project import read_site
from paperatlas.cli.new.note import new_note
from paperatlas.cli.site import configuration_at_hand
from paperatlas.cli.usage import UsageError, write
from paperatlas.notes.direction import NO_DIRECTIONS, SLUG
from paperatlas.storage.files import make_folder, replace
from paperatlas.storage.paths import display_path
from paperatlas.text.language_tags import primary_language
from paperatlas.texts.commands import new as texts
from paperatlas.texts.languages import messages_for

if TYPE_CHECKING:
    from collections.abc import Mapping

    from paperatlas.atlas import Atlas
    from paperatlas.build.languages import Languages


def new_direction(arguments: argparse.Namespace) -> int:
    """Write the notes and say what to do next."""
    slug: str = arguments.slug
    if not SLUG.fullmatch(slug) or slug.lower() in {name.lower() for name in NO_DIRECTIONS}:
        raise UsageError(texts.invalid_slug(slug))
    configuration = configuration_at_hand(texts.ELSEWHERE)
    site = read_site(configuration)
    languages = configuration.languages
    titles = _titles(arguments, languages)
    docs, name = configuration.docs().path, f"{configuration.options.directions}/{slug}.md"
    paths = {language: docs / languages.source_of(name, language) for language in languages.every}
    _refuse_existing(docs, name, languages, slug)
    order = _next_order(site.atlases)
    for language, path in paths.items():
        make_folder(path.parent)
        replace(path, new_note(slug, titles[language], order, messages_for(language).new_note).encode(), None)
    navigation = _shown(configuration.file) if configuration.has_nav else ""
    # The navigation names pages without their language.
    serve = f"{configuration.file.stem} serve"
    write([texts.new_direction(map(_shown, paths.values()), slug, name, navigation, serve)])
    return 0


def _titles(arguments: argparse.Namespace, languages: Languages) -> dict[str, str]:
    """Return the title in each language: its own, else the one for all, else the slug in words."""
    given: dict[str, str | None] = {"en": arguments.title_en, "zh": arguments.title_zh}
    every = languages.every
    for language, title in given.items():
        if title is not None and not any(primary_language(one) == language for one in every):
            raise UsageError(texts.other_language(f"--title-{language}", every))
    words = arguments.slug.replace("-", " ").capitalize()
    return {one: _title(one, given, arguments.title) or words for one in every}


def _title(language: str, given: Mapping[str, str | None], otherwise: str | None) -> str:
    own = next((title for one, title in given.items() if title is not None and primary_language(language) == one), None)
    return " ".join((own or otherwise or "").split())


def _refuse_existing(docs: Path, name: str, languages: Languages, slug: str) -> None:
    """Raise a `UsageError` if the direction has a note in any language."""
    folders = [f"{language}/" for language in languages.every] if languages.by_folder else [""]
    endings = [".md", *(f".{language}.md" for language in languages.every)]
    paths = (docs / f"{folder}{name.removesuffix('.md')}{ending}" for folder in folders for ending in endings)
    found = next((path for path in paths if path.exists()), None)
    if found is not None:
        raise UsageError(texts.note_exists(slug, _shown(found)))


def _next_order(atlases: Mapping[str, Atlas]) -> int:
    """Return the whole number behind the highest `order` of the site's directions."""
    orders = (
        atlas.documents_by_source[direction.source].front_matter.values.get("order")
        for atlas in atlases.values()
        for direction in atlas.directions.values()
    )
    return max((int(order) for order in orders if isinstance(order, (int, float)) and order < 1e9), default=0) + 1


def _shown(path: Path) -> str:
    """Return a path as a person in this folder would write it."""
    return display_path(path, Path.cwd())
