"""The options as MkDocs reads them, each of which it leaves to `build.options`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.config.base import BaseConfigOption, ValidationError

from paperatlas.build.option_kinds import OptionError
from paperatlas.build.options import OPTIONS, Option, Options

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


class MkDocsOption(BaseConfigOption[Any]):
    """One of the options in MkDocs' terms."""

    def __init__(self, option: Option) -> None:
        super().__init__()
        self.default = option.default
        self._option = option

    def run_validation(self, value: object) -> Any:  # noqa: ANN401 - of the option's kind
        """Read what is written."""
        try:
            return self._option.read(value)
        except OptionError as error:
            raise ValidationError(str(error)) from error


CONFIG_SCHEME = tuple((option.name, MkDocsOption(option)) for option in OPTIONS)


def options_by_plugin(config: MkDocsConfig) -> dict[str, dict[str, Any]]:
    """Return the options of all plugins; the modules of `hooks:`, which are among the plugins, have none."""
    return {name: dict(plugin.config) for name, plugin in config.plugins.items() if hasattr(plugin, "config")}


def options_of(config: Mapping[str, Any]) -> Options:
    """Return the options that a validated configuration of the plugin holds."""
    return Options(**{option.name: config[option.name] for option in OPTIONS})


def root_of(config: MkDocsConfig) -> Path:
    """Return the folder of `mkdocs.yml`, to which options and reported places are relative."""
    return Path(config.config_file_path).resolve().parent if config.config_file_path else Path.cwd()
