"""When notes and entries were last changed, as git has it: one `git log`, remembered until there is another commit.

Without git, outside a repository, and in a clone that lacks its history nothing is said: a wrong date is worse than
none. What is not committed yet counts as it was. When a commit was written is what its author says, who may be a
stranger: it is not later than the day of the newest commit, which is the owner's.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from tempfile import NamedTemporaryFile

from paperatlas.build.history_events import Events, EventsReader
from paperatlas.storage.cache import Cache

_SECONDS = 60
"""How long `git log` may take: that of a repository with 100,000 commits takes a few seconds."""
_COMMIT = "\x01"
"""Begins the line of a commit, which no line of a difference does."""
_ENTRY = re.compile(r"[+-]?\s*@\w+\s*[{(]\s*(?P<key>[^\s,{}()]+)")
_HUNK = re.compile(r"@@ [^@]* @@ ?(?P<above>.*)")
_FILE = "history.cache"


@dataclass(frozen=True, slots=True)
class History:
    """The days of the last changes: of `files` by their paths, of `entries` by their citation keys, as `2026-11-27`.

    `events` are what was added or given another status.
    """

    files: Mapping[str, str] = field(default_factory=dict)
    entries: Mapping[str, str] = field(default_factory=dict)
    events: Events = field(default_factory=Events)


NO_HISTORY = History()
_STORED = Cache(History)


def revision(root: Path) -> str:
    """Return the commit of a folder and its place in the repository; empty if its history is not known."""
    told = _git(root, "rev-parse", "--is-shallow-repository", "HEAD", "--show-prefix").split("\n")
    return "\n".join(told[1:3]) if told[0] == "false" and len(told) > 1 else ""


def read_history(root: Path, cache: Path | None) -> History:
    """Return when the notes and entries below `root` were last changed; `cache` is a folder for the answer."""
    at = revision(root)
    if not at:
        return NO_HISTORY
    if cache is not None and (known := _STORED.load(cache / _FILE, at.encode())) is not None:
        return known
    history = _read(root, at)
    if cache is not None:
        _STORED.save(cache / _FILE, history, at.encode())
    return history


# Once for all languages of a site, also where there is no cache.
@lru_cache(maxsize=4)
def _read(root: Path, _at: str) -> History:
    """Return what the log says, which the commit it begins at tells from another."""
    # git says in the head of each difference which entry it is in, if it is told that .bib files are BibTeX.
    with NamedTemporaryFile("w", suffix=".attributes", delete=False) as attributes:
        attributes.write("*.bib diff=bibtex\n")
    try:
        log = _git(
            root, "-c", f"core.attributesFile={attributes.name}", "-c", "core.quotePath=false", "log", "--relative",
            "--no-merges", "--no-renames", "--no-color", "--no-ext-diff", "--no-textconv", "--unified=0",
            "--src-prefix=a/", "--dst-prefix=b/",
            f"--format={_COMMIT}%as", "--patch", "HEAD", "--", "*.bib", "*.md",
        )  # fmt: skip
    finally:
        os.unlink(attributes.name)  # noqa: PTH108 - the file may be open nowhere, and Path adds nothing
    latest = _git(root, "show", "-s", "--date=short-local", "--format=%cd", "HEAD").strip()
    return changes_in(log.split("\n"), latest)


def changes_in(log: Iterable[str], latest: str) -> History:
    """Return the days of the last changes that a log with differences tells, none later than the `latest`."""
    files: dict[str, str] = {}
    entries: dict[str, str] = {}
    events = EventsReader()
    for day, path, key in _changes(log, events, latest):
        found, name = (entries, key) if key else (files, path)
        found[name] = max(day, found.get(name, ""))
    return History(files, entries, events.events())


def _changes(log: Iterable[str], events: EventsReader, latest: str) -> Iterator[tuple[str, str, str]]:
    """Yield the day, the file, and the citation key of each change; without a key for the file as a whole."""
    day = path = key = ""
    in_hunk = False
    commit = 0
    for line in log:
        if line.startswith(_COMMIT):
            day, in_hunk, commit = min(line[1:], latest), False, commit + 1
        elif line.startswith("diff --git "):
            in_hunk = False
        elif not in_hunk and line.startswith(("--- a/", "+++ b/")):
            path = line[6:].rstrip("\t")
            yield day, path, ""
        elif (hunk := _HUNK.match(line)) is not None:
            in_hunk = True
            above = _ENTRY.match(hunk["above"])
            key = above["key"] if above else ""
        elif in_hunk and path.endswith(".md"):
            events.read_note_line(day, commit, path, line)
        elif in_hunk and line[:1] in "+-":
            head = _ENTRY.match(line)
            key = head["key"] if head else key
            events.read_entry_line(day, key, line, begins=head is not None)
            # A brace or an empty line of its own is as well that of the entry above as of the one that was added.
            if key and line[1:].strip(" \t}"):
                yield day, path, key


def _git(root: Path, *arguments: str) -> str:
    """Return what git answers; empty if there is none, if it fails or takes too long."""
    # In the time zone where a day begins first, so that no author's day is later because of where they live.
    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C", "TZ": "UTC-14"}
    try:
        done = subprocess.run(  # noqa: S603 - the arguments are ours
            ["git", *arguments],  # noqa: S607 - git is wherever PATH has it
            cwd=root,
            env=environment,
            capture_output=True,
            check=False,
            timeout=_SECONDS,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode(errors="replace").strip("\n") if done.returncode == 0 else ""
