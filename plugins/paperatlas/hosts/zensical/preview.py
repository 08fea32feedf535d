"""What was saved, shown before the whole site is: Zensical builds a site of these pages alone in half a second.

After each save Zensical writes every page of a site, in the order of their names: with thousands of pages it takes
seconds until it comes to the one that somebody waits for. It still does, and what it writes then is what stays.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath

from paperatlas.build.configuration import plugins_of
from paperatlas.build.navigation import pages_in_navigation
from paperatlas.hosts.zensical import program
from paperatlas.hosts.zensical.settings import settings_text
from paperatlas.hosts.zensical.staged_language import StagedLanguage
from paperatlas.hosts.zensical.staging import StagedSite
from paperatlas.storage.files import WriteError, write_output

FROM_PAGES = 2000
"""Pages of a site from which on it is worth the while: Zensical takes 0.3 ms for each of them (0.0.73)."""
_MOST_IN_NAVIGATION = 200
"""Pages in the navigation at most: each has to be built for its title."""
_SECONDS = 10
"""Longer than that Zensical takes for the whole."""
_MAKE_NAVIGATION = frozenset({"api-autonav", "awesome-nav", "literate-nav", "mkdocs-nav-weight"})
"""Plugins that make a navigation of all pages there are."""


def idle_languages(staged: StagedSite) -> list[str]:
    """Return the languages of a large site whose pages Zensical has all written since they were staged.

    Were it still at work, it would write a page as it was before over one that was put there: the last of all pages
    tells that it is not.
    """
    return [each.folder.language for each in staged.languages if _is_large(each) and _is_written(staged, each)]


def show_saved(staged: StagedSite, languages: Collection[str]) -> None:
    """Put the pages that were staged as the first into the site that is served, in some languages.

    What fails is left out: Zensical tells it when it builds the whole.
    """
    for language, sources in staged.saved:
        if sources and language.folder.language in languages:
            with suppress(OSError, WriteError, subprocess.TimeoutExpired):
                _show(staged, language, sources)


def _is_large(language: StagedLanguage) -> bool:
    """Return whether a site has many pages, and few that all of them name."""
    settings = language.settings
    few = sum(1 for _ in pages_in_navigation(settings["nav"])) <= _MOST_IN_NAVIGATION
    return (
        few
        and len(language.sources) >= FROM_PAGES
        and not plugins_of(settings.get("plugins")).keys() & _MAKE_NAVIGATION
    )


def _is_written(staged: StagedSite, language: StagedLanguage) -> bool:
    """Return whether the site has the last page as it is staged, or later."""
    last = staged.stage.root / language.folder.whole_site / language.page_file(max(language.sources))
    return (_written(last) or 0) >= staged.stage.newest(language.folder.docs)


def _show(staged: StagedSite, language: StagedLanguage, saved: Collection[str]) -> None:
    """Build the pages that were saved, and put them into the site."""
    root, folder = staged.stage.root, language.folder
    preview, site = root / folder.preview, root / folder.whole_site
    before = {page: _written(site / page) for page in map(language.page_file, saved)}
    settings = language.settings
    settings |= {"site_dir": "site", "theme": {**settings["theme"], "custom_dir": "../theme"}}
    configuration = preview / "mkdocs.yml"
    write_output(str(configuration), settings_text(settings).encode())
    shutil.rmtree(preview / "docs", ignore_errors=True)
    for file in _files([*pages_in_navigation(settings["nav"]), *saved], root / folder.docs):
        target = preview / "docs" / file
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(root / folder.docs / file, target)
    subprocess.run(  # noqa: S603 - the program of this environment
        program.command("build", "-f", str(configuration)),
        cwd=staged.configuration.root,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
        timeout=_SECONDS,
    )
    for page, written in before.items():
        # What Zensical has made of the whole meanwhile stays.
        if _written(site / page) == written:
            (site / page).parent.mkdir(parents=True, exist_ok=True)
            (site / page).write_bytes((preview / "site" / page).read_bytes())


def _files(sources: Collection[str], docs: Path) -> Iterator[str]:
    """Yield the files of pages that are staged; a navigation may name other addresses."""
    for source in dict.fromkeys(filter(None, sources)):
        file = str(PurePosixPath(source).with_suffix(".md"))
        if "://" not in source and (docs / file).is_file():
            yield file


def _written(path: Path) -> int | None:
    """Return when a file was written, in nanoseconds; None if there is none."""
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return None
