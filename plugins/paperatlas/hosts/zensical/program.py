"""Zensical as a program: whether it is there in a version that is known, and what it ends with."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from paperatlas.hosts.zensical.theme import MAIN, SITES_MAIN
from paperatlas.texts.commands import zensical as texts

LOWEST, ABOVE = (0, 0, 73), (0, 0, 74)
"""The versions that stages are tested with: what Zensical tells extensions and templates changes without notice."""


class ZensicalError(Exception):
    """Zensical has built nothing; the message says why and what to do. What was built before is as it was."""


def check_version() -> None:
    """Raise `ZensicalError` if Zensical is not installed, or in a version that is not known."""
    try:
        found = version("zensical")
    except PackageNotFoundError:
        raise ZensicalError(texts.MISSING) from None
    if not LOWEST <= _numbers(found) < ABOVE:
        raise ZensicalError(texts.out_of_bounds(found, _written(LOWEST), _written(ABOVE)))


def command(*arguments: str) -> list[str]:
    """Return the command line that runs Zensical with some arguments, with this Python and what it has installed."""
    return [sys.executable, "-m", "zensical", *arguments]


def build_folder(configuration: Path, root: Path, *, strict: bool, clean: bool) -> None:
    """Build what a configuration says; the site's extensions have their paths relative to `root`.

    Raises `ZensicalError` with what Zensical said if it fails.
    """
    flags = [flag for flag, wanted in (("--strict", strict), ("--clean", clean)) if wanted]
    done = subprocess.run(  # noqa: S603 - the program of this environment
        command("build", "-f", str(configuration), *flags),
        cwd=root,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    said = list(worth_telling(done.stdout.splitlines()))
    if done.returncode:
        raise ZensicalError(texts.failed(done.returncode, said))
    sys.stderr.writelines(f"{line}\n" for line in said)


_ROUTINE = re.compile(r"Build (started|finished)|Serving |Reloading|No issues found")
_ERROR_TYPE = re.compile(r"^(?:[\w.]*\.)?\w*(?:Error|Exception): ")


def worth_telling(lines: Iterable[str]) -> Iterator[str]:
    """Yield what Zensical said but for its greetings; of a traceback only what is wrong.

    The site's own `main.html` is called so, not as it is in the stage.
    """
    in_traceback = False
    for line in lines:
        if line.startswith("Traceback (most recent call last)"):
            in_traceback = True
        elif not (in_traceback and line.startswith(" ")):
            said = _ERROR_TYPE.sub("", line) if in_traceback else line
            in_traceback = False
            if said.strip() and not _ROUTINE.match(said):
                yield said.replace(SITES_MAIN, MAIN)


def _numbers(found: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", found.partition("+")[0])[:3])


def _written(numbers: tuple[int, ...]) -> str:
    return ".".join(map(str, numbers))
