"""What several commands say."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from paperatlas.text.suggestions import did_you_mean
from paperatlas.texts.english import counted

INTERRUPTED = "interrupted"
EMPTY_PATH = "a path is empty; write . for the current folder"
NOTHING_WRITTEN = "nothing was written; what was found is kept in the cache, so that the next run goes on from here"
NOTHING_TO_WRITE = "nothing was written"
TIME_OVER = "the time limit is reached"
NO_HOME = "there is no home folder for the cache; set XDG_CACHE_HOME to a folder"


def internal_error(error: Exception, place: str) -> str:
    """Report an error that nobody expected, with the place that a report of it should name."""
    where = f" ({place})" if place else ""
    return f"internal error, please report it: {type(error).__name__}: {error}{where}"


def system_error(path: object, reason: str) -> str:
    """Report what the system refused, with the path that it names, if any."""
    return f"cannot use '{path}': {reason}" if path else reason


def several_files(what: str, files: str) -> str:
    """Report that the site has more than one file of a kind."""
    return f"the site has several files of {what} ({files}); name one of them with --output"


def no_configuration(instead: str) -> str:
    """Report that the command does not run inside a site, and what to do instead."""
    return f"there is no mkdocs.yml in this folder or above it; {instead}"


def cannot_read(path: str, reason: str) -> str:
    """Report a path that was given and cannot be read."""
    return f"cannot read '{path}': {reason}"


def cannot_write(path: Path, reason: str) -> str:
    """Report a folder that cannot be written to."""
    return f"cannot write to '{path}': {reason}"


def not_a_bib_file(path: str, option: str = "") -> str:
    """Report a path, perhaps of an option, that cannot be a library."""
    return f"{option}: '{path}' is not a .bib file" if option else f"'{path}' is not a .bib file"


def not_a_library(path: str) -> str:
    """Report a page or configuration where .bib files are expected."""
    return f"{not_a_bib_file(path)}; `paperatlas check` without paths checks a site with its notes"


def not_a_url(option: str, address: str, example: str) -> str:
    """Report an option that is not a URL, with a URL like the one that is meant."""
    return f"{option}: '{address}' is not a valid URL; write it like {example}"


def not_a_number(written: str) -> str:
    """Report a number of days or seconds that is none."""
    return f"'{written}' is not a number from 0 to a million"


def entries(number: int) -> str:
    """Return what was looked at."""
    return counted(number, "entry", "entries")


def entries_and_pages(number: int, pages: int) -> str:
    """Return what was looked at."""
    return f"{entries(number)} and {counted(pages, 'page')}"


CONFIGURATION = "the configuration, which all else depends on"
"""What was looked at."""


def links(number: int) -> str:
    """Return what was looked at."""
    return counted(number, "link")


def with_guess(message: str, name: str, known: Collection[str], more: str = "") -> str:
    """Return a message with the known name that was probably meant."""
    return " ".join(part for part in (message, did_you_mean(name, known), more) if part)


def abstracts_left_out(abstracts: int) -> str:
    """Return how many abstracts were left out."""
    return f"{counted(abstracts, 'abstract')} left out"
