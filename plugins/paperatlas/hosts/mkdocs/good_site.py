"""The last good site of `mkdocs serve`, which stays up while what was saved cannot be built."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from mkdocs.exceptions import MkDocsException
from mkdocs.plugins import get_plugin_logger

from paperatlas.hosts.mkdocs.notice import logged_errors
from paperatlas.hosts.mkdocs.serving import ServedSite
from paperatlas.storage.former_site import put_aside

log = get_plugin_logger("paperatlas")


def build_or_keep(build: Callable[[], None], served: ServedSite, folder: Path) -> tuple[str, ...]:
    """Build a served site in its folder; return why it cannot be built, empty if it is.

    If it cannot, the folder holds what it did before, and what was left to be made is made. MkDocs would let every
    request wait until the next build that succeeds.
    """
    unmade = served.unmade
    aside = folder.with_name(f"{folder.name}-before")
    with logged_errors() as logged:
        is_aside = put_aside(folder, aside)
        try:
            build()
        except Exception as error:
            end = str(error) if isinstance(error, MkDocsException) else f"{type(error).__name__}: {error}"
            reasons = tuple(dict.fromkeys([*logged, end]))
            message = f"What was saved cannot be built, and the site is shown as it was: {end}"
            # MkDocs' own errors are sentences; of others it shows where they come from, as is done here.
            log.error(message, exc_info=not isinstance(error, MkDocsException))  # noqa: TRY400
            if is_aside:
                _move_back(aside, folder)
            served.restore(unmade)
            return reasons
        finally:
            shutil.rmtree(aside, ignore_errors=True)
    return ()


def _move_back(aside: Path, folder: Path) -> None:
    """Have a folder hold what was put aside, and nothing else that is not hidden."""
    half = aside / ".half"  # what a build has left; hidden, as nothing that was put aside
    put_aside(folder, half)
    for path in list(aside.iterdir()):
        if path != half:
            path.rename(folder / path.name)
