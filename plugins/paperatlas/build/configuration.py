"""The configuration of a site, `mkdocs.yml`, read without the host that builds it.

Only what says where things are is looked at, so that neither the theme nor any other plugin has to be installed, and
nothing of theirs runs.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

import yaml
from pathspec.gitignore import GitIgnoreSpec
from yaml_env_tag import construct_env_tag

from paperatlas.build.configuration_places import SettingPlaces, configuration_problem, find_settings
from paperatlas.build.docs_folder import HIDDEN, DocsFolder
from paperatlas.build.includes import Includes, read_includes
from paperatlas.build.languages import Languages, read_languages
from paperatlas.build.options import DEFAULT_LANGUAGE, Options, read_options
from paperatlas.build.rules import UNUSABLE_OPTION
from paperatlas.diagnostics.problem import Problem
from paperatlas.text.suggestions import nearest

CONFIG_NAMES = ("mkdocs.yml", "mkdocs.yaml", "properdocs.yml", "properdocs.yaml")
"""How MkDocs and ProperDocs name it; ProperDocs reads both."""


class BadSiteError(Exception):
    """A configuration that is no PaperAtlas site, and why; as `problems` where the place is known."""

    def __init__(self, message: str, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(message)
        self.problems = problems

    @classmethod
    def of(cls, *problems: Problem) -> BadSiteError:
        """Return the error that says what problems say."""
        return cls("; ".join(f"{each.span}: {each.message} {each.hint}" for each in problems), problems)


@dataclass(frozen=True, slots=True)
class Configuration:
    """What a configuration says of our plugin, of languages, and of the pages there are.

    `written` are the names of the options it gives our plugin, known or not; `values` is the whole of it.
    """

    file: Path
    options: Options
    written: tuple[str, ...]
    languages: Languages
    values: Mapping[str, Any]
    places: SettingPlaces = field(compare=False, repr=False)

    @property
    def root(self) -> Path:
        """Return the folder that options, and places of problems, are relative to."""
        return self.file.parent

    @property
    def cache(self) -> Path | None:
        """Return the folder for what can be made again; None if the site wants none."""
        return self.root / self.options.cache if self.options.cache else None

    @property
    def has_nav(self) -> bool:
        """Return whether it lists the pages of the navigation."""
        return bool(self.values.get("nav"))

    @property
    def plugins(self) -> dict[str, dict[str, Any]]:
        """Return the options of each plugin, by its name."""
        return plugins_of(self.values.get("plugins"))

    @property
    def includes(self) -> Includes:
        """Return what extensions of Python-Markdown, and a plugin, include in pages."""
        docs = self.root / str(self.values.get("docs_dir") or "docs")
        return read_includes(plugins_of(self.values.get("markdown_extensions")), self.plugins, self.root, docs)

    @property
    def wants_all_in_nav(self) -> bool:
        """Return whether it asks to be warned of pages that are not in the navigation."""
        validation = self.values.get("validation")
        of_nav = validation.get("nav") if isinstance(validation, dict) else None
        return isinstance(of_nav, dict) and of_nav.get("omitted_files") == "warn"

    def warns_of_links(self, kind: str) -> bool:
        """Return whether it asks to be warned of a kind of links, such as `anchors`, of which a host only remarks."""
        validation = self.values.get("validation")
        of_links = validation.get("links") if isinstance(validation, dict) else None
        return isinstance(of_links, dict) and of_links.get(kind) == "warn"

    def is_left_out_of_nav(self, source: str) -> bool:
        """Return whether `not_in_nav` says that a page is not in the navigation."""
        return bool(self._patterns("not_in_nav").match_file(source))

    def docs(self) -> DocsFolder:
        """Return the folder of the hand-written pages. Raises `BadSiteError` if it is none."""
        excluded, drafts = self._patterns("exclude_docs"), self._patterns("draft_docs")
        self._patterns("not_in_nav")  # refuses what it could not read later
        name = "docs" if self.values.get("docs_dir") is None else self.values["docs_dir"]
        if not isinstance(name, str):
            self._refuse("docs_dir", f"Expected type: {str} but received: {type(name)}")
        path = Path(os.path.abspath(self.root / name))  # noqa: PTH100 - as MkDocs, which follows no symbolic links here
        if not path.is_dir():
            self._refuse("docs_dir", f"The path '{path}' isn't an existing directory.")
        if path == self.root.absolute():
            hint = "Use a child directory instead so that the 'docs_dir' is a sibling of the config file."
            what = "The 'docs_dir' should not be the parent directory of the config file."
            self._refuse("docs_dir", f"{what} {hint}")
        return DocsFolder(
            path, (HIDDEN + excluded, drafts), self.values.get("use_directory_urls") is not False, self.root
        )

    def _patterns(self, name: str) -> GitIgnoreSpec:
        """Return patterns in the language of .gitignore; none where the configuration has none."""
        value = self.values.get(name)
        if value is None:
            return GitIgnoreSpec([])
        if not isinstance(value, str):
            self._refuse(name, f"Expected a multiline string, but a {type(value)} was given.")
        try:
            return GitIgnoreSpec.from_lines(value.splitlines())
        except ValueError as error:
            self._refuse(name, str(error))

    def _refuse(self, name: str, what: str) -> NoReturn:
        message = f"{self.file.name}: {name}: {what}"
        raise BadSiteError(message)


def find_config(folder: Path) -> Path | None:
    """Return the nearest configuration in `folder` or above it."""
    candidates = (place / name for place in (folder, *folder.parents) for name in CONFIG_NAMES)
    return next((path for path in candidates if path.is_file()), None)


def read_configuration(file: Path) -> Configuration:
    """Read a `mkdocs.yml`. Raises `BadSiteError` if it is none of a PaperAtlas site."""
    values, places = _read(file, _Loader)
    plugins = plugins_of(values.get("plugins"))
    if "paperatlas" not in plugins:
        message = f"{file.name} has no plugin `paperatlas`; write `- paperatlas` below `plugins`"
        if meant := nearest("paperatlas", plugins):
            message = f"{places.value(meant)}: write `paperatlas` for '{meant}'"
        raise BadSiteError(message)
    if beside := _beside_plugin(values["plugins"]):
        message = (
            f"{file.name}: '{beside}' stands beside the plugin `paperatlas`, not below it; "
            "put two more blanks before each of its options"
        )
        raise BadSiteError(message)
    options, wrong = read_options(plugins["paperatlas"])
    if wrong:
        raise BadSiteError.of(
            *(UNUSABLE_OPTION.at(places.option(name), name=name, reason=_as_sentence(reason)) for name, reason in wrong)
        )
    theme = values.get("theme")
    of_theme = theme.get("language") or theme.get("locale") if isinstance(theme, dict) else None
    languages = read_languages(plugins.get("i18n"), options.language or str(of_theme or DEFAULT_LANGUAGE))
    return Configuration(file, options, tuple(plugins["paperatlas"]), languages, values, places)


class ConfigurationLoader(yaml.SafeLoader):
    """Reads what MkDocs reads, but for tags that would run code or need a host (`!relative`)."""


ConfigurationLoader.add_constructor("!ENV", construct_env_tag)


class _Loader(ConfigurationLoader):
    """Makes nothing of these tags."""


_Loader.add_multi_constructor("", lambda _loader, _tag, _node: None)


def read_values(file: Path, loader: type[ConfigurationLoader]) -> dict[str, Any]:
    """Read a configuration with what it inherits. Raises `BadSiteError`."""
    return _read(file, loader)[0]


def _read(file: Path, loader: type[ConfigurationLoader]) -> tuple[dict[str, Any], SettingPlaces]:
    """Read a configuration with what it inherits, and where its own settings stand. Raises `BadSiteError`."""
    try:
        content = file.read_bytes()
        values = _with_inherited(file, content, file.parent, loader)
    except RecursionError as error:
        message = f"{file.name} cannot be read: it inherits from itself, or is nested too deeply"
        raise BadSiteError(message) from error
    except (OSError, ValueError, TypeError) as error:
        message = f"{file.name} cannot be read: {error}"
        raise BadSiteError(message) from error
    if not isinstance(values, dict):
        message = f"{file.name} contains no settings"
        raise BadSiteError(message)
    return values, find_settings(content, file.name)


def _with_inherited(file: Path, content: bytes, root: Path, loader: type[ConfigurationLoader]) -> Any:  # noqa: ANN401
    """Return what the content of a file holds, merged into what the file that it names as `INHERIT` holds.

    Places in it are told relative to `root`.
    """
    try:
        values = yaml.load(content, loader)  # noqa: S506 - a safe loader
    except yaml.YAMLError as error:
        raise BadSiteError.of(
            configuration_problem(error, content, Path(os.path.relpath(file, root)).as_posix())
        ) from error
    if values is None:
        return {}
    if not isinstance(values, dict) or "INHERIT" not in values:
        return values
    name = values.pop("INHERIT")
    parent = Path(os.path.normpath(file.parent / name))
    if not parent.exists():
        message = f"Inherited config file '{name}' does not exist at '{parent}'."
        raise ValueError(message)
    return _merged(_with_inherited(parent, parent.read_bytes(), root, loader), values)


def _merged(inherited: Any, own: Any) -> Any:  # noqa: ANN401
    """Merge mappings, those inside them as well; of anything else what is `own` counts."""
    if not isinstance(inherited, dict) or not isinstance(own, dict):
        return own
    return inherited | {key: _merged(inherited.get(key), value) for key, value in own.items()}


def _as_sentence(reason: str) -> str:
    """Return what is wrong with an option, with a full stop where it has no other sign."""
    return reason if reason.endswith((".", "?")) else f"{reason}."


def _beside_plugin(written: object) -> str:
    """Return the first name that is indented as our plugin is, in the same item of a list; empty if there is none."""
    items = written if isinstance(written, list) else ()
    ours = next((item for item in items if isinstance(item, dict) and "paperatlas" in item), {})
    return next((str(name) for name in ours if name != "paperatlas"), "")


def plugins_of(written: object) -> dict[str, dict[str, Any]]:
    """Return the options of each plugin, or extension of Markdown, however their list is written."""
    items: Iterable[Any] = (
        written.items() if isinstance(written, dict) else written if isinstance(written, list) else ()
    )
    found: dict[str, dict[str, Any]] = {}
    for item in items:
        pairs = item.items() if isinstance(item, dict) else [item if isinstance(item, tuple) else (item, {})]
        found |= {str(name): options if isinstance(options, dict) else {} for name, options in pairs}
    return found
