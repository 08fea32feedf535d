"""Building a site with Zensical: stage it, build each language, and only then put the site in its place."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from paperatlas.build.configuration import Configuration, plugins_of
from paperatlas.hosts.zensical import program
from paperatlas.hosts.zensical.sitemap import write_sitemaps
from paperatlas.hosts.zensical.staging import StagedSite, stage_site
from paperatlas.pages.not_found import THEME_SEARCH, not_found_html, with_not_found
from paperatlas.storage.files import WriteError, reason_of, write_output

STAGE = "zensical"
"""The folder of the stage in the cache."""


@contextmanager
def stage_folder(configuration: Configuration) -> Iterator[Path]:
    """Give the folder of a site's stage; a site without a cache has one for the time of a command."""
    if configuration.cache:
        yield configuration.cache / STAGE
    else:
        with tempfile.TemporaryDirectory(prefix="paperatlas-") as folder:
            yield Path(folder).resolve()


def build_with_zensical(
    configuration: Configuration, report: Callable[[StagedSite], None], *, strict: bool = False, clean: bool = False
) -> Path:
    """Build a site; return its folder. `report` is told of the stage, and may raise to end the build.

    Raises `ZensicalError` if Zensical is missing or fails, `BadSiteError` and `WriteError` as staging does; then the
    site is as it was.
    """
    program.check_version()
    with stage_folder(configuration) as root:
        staged = stage_site(configuration, root)
        report(staged)
        for folder in staged.folders:
            program.build_folder(root / folder.configuration, configuration.root, strict=strict, clean=clean)
        built = root / staged.folders[0].whole_site
        write_sitemaps(staged, built)
        _complete_not_found(staged, built)
        site = configuration.root / str(staged.values.get("site_dir") or "site")
        _publish(built, site)
    return site


def _complete_not_found(staged: StagedSite, folder: Path) -> None:
    """Have the page of each language for what is not there open the search, and list what is near."""
    languages = staged.configuration.languages
    if not staged.project.options.pages:
        return
    root = urlsplit(str(staged.values.get("site_url") or "/")).path.rstrip("/") + "/"
    search = THEME_SEARCH if "search" in plugins_of(staged.values.get("plugins")) else None
    folders = [(language, languages.folder(language)) for language in languages.every]
    for language, built in staged.built.items():
        path = folder / languages.folder(language) / "404.html"
        html = with_not_found(path.read_text(encoding="utf-8"), not_found_html(built.site, folders, root, search))
        write_output(str(path), html.encode())


def _publish(built: Path, site: Path) -> None:
    """Move a site into the place of the last one; hidden files stay there, as hosts leave them. Raises `WriteError`."""
    try:
        site.mkdir(parents=True, exist_ok=True)
        for path in site.iterdir():
            if path.is_dir() and not path.is_symlink() and not path.name.startswith("."):
                shutil.rmtree(path)
            elif not path.name.startswith("."):
                path.unlink()
        for path in built.iterdir():
            shutil.move(path, site / path.name)
    except OSError as error:
        raise WriteError(f"cannot write '{site}': {reason_of(error)}") from error
