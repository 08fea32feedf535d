"""A site as its `mkdocs.yml` describes it, read without building it.

Of the configuration only what says where things are is looked at, so that neither the theme nor any other plugin
has to be installed, and nothing of theirs runs. Pages that other plugins generate are seen by a build alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError
from mkdocs.structure.files import File, InclusionLevel, get_files
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from paperatlas.atlas import Atlas
from paperatlas.build.citations import page_citations
from paperatlas.build.options import DEFAULT_LANGUAGE, Options, read_options
from paperatlas.build.read import PageFile, read_bib, read_project
from paperatlas.diagnostics.problem import Problem, in_order
from paperatlas.hosts.mkdocs.languages import Languages, unknown_languages

CONFIG_NAMES = ("mkdocs.yml", "mkdocs.yaml")
_OF_THE_DOCS = ("docs_dir", "exclude_docs", "draft_docs", "not_in_nav")


class BadSiteError(Exception):
    """A configuration that is no PaperAtlas site, and why."""


@dataclass(frozen=True, slots=True)
class ReadSite:
    """What a site has, and the problems of all its languages.

    Places are relative to `root`, the folder of the configuration. `pages` counts the hand-written ones. `atlases` are
    by language, the first one first; the language is empty in a site of one.
    """

    root: Path
    entries: int
    pages: int
    problems: list[Problem]
    atlases: Mapping[str, Atlas]


@dataclass(frozen=True, slots=True)
class NoteLayout:
    """Where the notes of a site's directions go.

    `docs` is the folder of its pages, `directions` that of the notes below it; a language has a folder of its own if
    `folders`, else a suffix. `nav` tells whether the configuration lists the pages of the navigation.
    """

    docs: Path
    directions: str
    languages: Languages
    folders: bool
    nav: bool


class _Loader(yaml.SafeLoader):
    """Reads what MkDocs reads, but makes nothing of tags that would run code."""


_Loader.add_multi_constructor("", lambda _loader, _tag, _node: None)


def find_config(folder: Path) -> Path | None:
    """The nearest `mkdocs.yml` in `folder` or above it."""
    candidates = (place / name for place in (folder, *folder.parents) for name in CONFIG_NAMES)
    return next((path for path in candidates if path.is_file()), None)


def read_site(config_file: Path) -> ReadSite:
    """Read the library and the hand-written pages of a site. Raises `BadSiteError` if it is none."""
    root = config_file.parent
    values = _values(config_file)
    plugins = _plugins(values.get("plugins"))
    options = _options(config_file, plugins)
    config = _docs_config(config_file, values)
    sources = [
        file for file in get_files(config).documentation_pages() if file.inclusion is not InclusionLevel.EXCLUDED
    ]
    files = read_bib(root, tuple(options.bib), relation_types=options.relation_types)
    languages, by_language = _in_languages(sources, plugins.get("i18n"), root)
    unknown = unknown_languages([file.src_uri for file in sources], languages, config.docs_dir)
    nowhere = {problem.file for problem in unknown}
    projects = {
        language: read_project(
            files,
            tuple(page for page in pages if page.file not in nowhere),
            directions=options.directions,
            language=language,
        )
        for language, pages in by_language.items()
    }
    _, wrong = page_citations(options.citation_style, options.references, root, plugins["paperatlas"], config_file.name)
    problems = [*unknown, *wrong, *(problem for project in projects.values() for problem in project.problems)]
    atlases = {language: project.atlas for language, project in projects.items()}
    return ReadSite(root, len(files.library.entries), len(sources), in_order(problems), atlases)


def library_of(config_file: Path) -> tuple[str, ...]:
    """The .bib files and folders of a site, relative to its configuration. Raises `BadSiteError` if it is none."""
    return tuple(_options(config_file, _plugins(_values(config_file).get("plugins"))).bib)


def layout_of(config_file: Path) -> NoteLayout:
    """Where the notes of a site go. Raises `BadSiteError` if it is none."""
    values = _values(config_file)
    plugins = _plugins(values.get("plugins"))
    options = _options(config_file, plugins)
    docs = Path(_docs_config(config_file, values).docs_dir)
    languages, folders = _languages(plugins.get("i18n"))
    if not languages.first:
        theme = values.get("theme")
        one = options.language or str(
            theme.get("language") or DEFAULT_LANGUAGE if isinstance(theme, dict) else DEFAULT_LANGUAGE
        )
        languages = Languages((one,), one, one)
    return NoteLayout(docs, options.directions, languages, folders, bool(values.get("nav")))


def _docs_config(config_file: Path, values: Mapping[str, Any]) -> MkDocsConfig:
    """MkDocs' configuration with what says which pages there are, and no more."""
    config = MkDocsConfig(str(config_file))
    of_the_docs = {name: values[name] for name in _OF_THE_DOCS if name in values}
    config.load_dict({"site_name": "", "plugins": [], **of_the_docs})
    wrong, _ = config.validate()
    if wrong:
        message = f"{config_file.name}: " + "; ".join(f"{name}: {error}" for name, error in wrong)
        raise BadSiteError(message)
    return config


def cache_of(config_file: Path) -> Path | None:
    """The folder where a site keeps what was read; None if it wants none. Raises `BadSiteError` if it is no site."""
    cache = _options(config_file, _plugins(_values(config_file).get("plugins"))).cache
    return config_file.parent / cache if cache else None


def _options(config_file: Path, plugins: Mapping[str, dict[str, Any]]) -> Options:
    """The options of our plugin."""
    if "paperatlas" not in plugins:
        message = f"{config_file.name} has no plugin `paperatlas`"
        raise BadSiteError(message)
    options, wrong = read_options(plugins["paperatlas"])
    if wrong:
        message = f"{config_file.name}, plugin paperatlas: {'; '.join(wrong)}"
        raise BadSiteError(message)
    return options


def _values(config_file: Path) -> dict[str, Any]:
    """The configuration, with what it inherits."""
    try:
        with config_file.open("rb") as stream:
            values = yaml_load(stream, get_yaml_loader(_Loader))
    except RecursionError as error:
        message = f"{config_file.name} cannot be read: it inherits from itself, or is nested too deeply"
        raise BadSiteError(message) from error
    except (OSError, ConfigurationError, yaml.YAMLError, ValueError, TypeError) as error:
        message = f"{config_file.name} cannot be read: {error}"
        raise BadSiteError(message) from error
    if not isinstance(values, dict):
        message = f"{config_file.name} holds no settings"
        raise BadSiteError(message)
    return values


def _plugins(written: object) -> dict[str, dict[str, Any]]:
    """The options of each plugin, however the list of plugins is written."""
    items: Iterable[Any] = (
        written.items() if isinstance(written, dict) else written if isinstance(written, list) else ()
    )
    found: dict[str, dict[str, Any]] = {}
    for item in items:
        pairs = item.items() if isinstance(item, dict) else [item if isinstance(item, tuple) else (item, {})]
        found |= {str(name): options if isinstance(options, dict) else {} for name, options in pairs}
    return found


def _in_languages(
    sources: Iterable[File], i18n: Mapping[str, Any] | None, root: Path
) -> tuple[Languages, dict[str, tuple[PageFile, ...]]]:
    """The languages that mkdocs-static-i18n builds, and the pages of each; the language is empty in a site of one."""
    languages, folders = _languages(i18n)
    every, first = languages.every, languages.first
    if i18n is None or not first:
        pages = (PageFile(file.src_uri, _for_people(file, root), _on_disk(file)) for file in sources)
        return languages, {"": tuple(pages)}
    versions: dict[str, dict[str, PageFile]] = {}
    for file in sources:
        source, language = _split(file.src_uri, every, folders=folders)
        page = PageFile(source, _for_people(file, root), _on_disk(file), language or first)
        versions.setdefault(source, {})[language or first] = page
    fallback = first if i18n.get("fallback_to_default", True) else None
    return languages, {
        language if languages.several else "": tuple(
            shown for found in versions.values() if (shown := found.get(language) or found.get(fallback or language))
        )
        for language in sorted(every, key=lambda language: language != first)
    }


def _languages(i18n: Mapping[str, Any] | None) -> tuple[Languages, bool]:
    """The languages that mkdocs-static-i18n builds (an empty one without it), and whether each has its own folder."""
    listed = (i18n or {}).get("languages")
    items = listed if isinstance(listed, list) else []
    written = [item for item in items if isinstance(item, dict) and item.get("locale")]
    built = {str(item["locale"]): bool(item.get("default")) for item in written if item.get("build", True)}
    if i18n is None or not built:
        return Languages(("",), "", ""), False
    first = next((language for language, default in built.items() if default), next(iter(built)))
    return Languages(tuple(built), first, first), i18n.get("docs_structure") == "folder"


def _split(source: str, languages: Iterable[str], *, folders: bool) -> tuple[str, str]:
    """A page's path without its language, and that language (empty if it names none)."""
    path = PurePosixPath(source)
    if folders:
        return ("/".join(path.parts[1:]), path.parts[0]) if path.parts[0] in languages else (source, "")
    bare = path.with_suffix("")
    language = bare.suffix.removeprefix(".")
    return (bare.with_suffix(path.suffix).as_posix(), language) if language in languages else (source, "")


def _on_disk(file: File) -> Path | None:
    return Path(file.abs_src_path) if file.abs_src_path else None


def _for_people(file: File, root: Path) -> str:
    """The path of a page relative to the root, where it is below it."""
    path = _on_disk(file)
    if path is None:
        return file.src_uri
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()
