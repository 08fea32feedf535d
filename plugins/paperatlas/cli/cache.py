"""The folder where commands keep what they fetched: that of the site at hand, else the user's."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from paperatlas.build.configuration import BadSiteError, Configuration, find_config, read_configuration
from paperatlas.cli.usage import FailedError
from paperatlas.texts.commands import common


def cache_folder(configuration: Configuration | None) -> Path | None:
    """Return the cache of a site, without one that of the site at hand; None if that site wants none.

    Where there is no such site, the user's cache folder (XDG Base Directory Specification), so that nothing is left
    beside .bib files that belong to no site. Raises `FailedError` if there is no such folder either.
    """
    if configuration is None and (file := find_config(Path.cwd())) is not None:
        with suppress(BadSiteError):  # somebody else's site
            configuration = read_configuration(file)
    if configuration is not None:
        return configuration.cache
    home = os.environ.get("XDG_CACHE_HOME", "")
    try:
        return (Path(home) if Path(home).is_absolute() else Path.home() / ".cache") / "paperatlas"
    except RuntimeError as error:
        raise FailedError(common.NO_HOME) from error
