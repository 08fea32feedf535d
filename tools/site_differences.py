"""Names what differs between two builds of a site: files, problems, the log's warnings.

Nothing here builds or reads a site's sources; `compare_sites.py` does.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from pathlib import Path
from typing import Any, TypeAlias

EXCERPT = 160
"""The most characters of a line that a report shows: two lines of a terminal."""
_MARKUP = (".html", ".xml", ".svg")
_DEPTH = re.compile(r"(?:\.\./)+")
_TAG = re.compile(r"\s*<?/?[\w:-]*")

Problem: TypeAlias = Mapping[str, Any]
Unit: TypeAlias = tuple[int, str]
"""A line, or a part of one, with the number of its line."""


@dataclass(frozen=True, slots=True)
class Change:
    """What stands in a file of the base, and what stands there in the head; `kind` is the same for the same change."""

    file: str
    line: int
    removed: str
    added: str
    kind: tuple[str, ...]

    @property
    def place(self) -> str:
        """Return the file with its line, if it has lines."""
        return f"{self.file}:{self.line}" if self.line else self.file


@dataclass(frozen=True, slots=True)
class Group:
    """The changes of one kind: how many there are, and the first of them in each file."""

    count: int
    firsts: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class FolderDifferences:
    """What differs between the files of two folders."""

    compared: int
    only_base: tuple[str, ...]
    only_head: tuple[str, ...]
    differing: tuple[str, ...]
    changes: tuple[Change, ...]

    def __bool__(self) -> bool:
        return bool(self.only_base or self.only_head or self.differing)


def compare_folders(base: Path, head: Path) -> FolderDifferences:
    """Compare all files of two folders byte for byte; a file that differs has at least one change."""
    before, after = _files(base), _files(head)
    both = sorted(before.keys() & after.keys())
    differing: list[str] = []
    changes: list[Change] = []
    for name in both:
        old, new = before[name].read_bytes(), after[name].read_bytes()
        if old != new:
            differing.append(name)
            changes += file_changes(name, old, new)
    return FolderDifferences(
        compared=len(both),
        only_base=tuple(sorted(before.keys() - after.keys())),
        only_head=tuple(sorted(after.keys() - before.keys())),
        differing=tuple(differing),
        changes=tuple(changes),
    )


def file_changes(name: str, old: bytes, new: bytes) -> list[Change]:
    """Return the changes between two versions of a file, which differ."""
    if name.endswith(".gz"):
        old, new = gzip.decompress(old), gzip.decompress(new)
    try:
        before, after = old.decode(), new.decode()
    except UnicodeDecodeError:
        return [Change(name, 0, f"{len(old)} bytes", f"{len(new)} bytes", ("binary", name))]
    if name.endswith(".json"):
        before, after = _one_value_a_line(before, after)
    pattern = r"\n|(?=<)" if name.endswith(_MARKUP) else r"\n"
    return list(text_changes(name, _units(before, pattern), _units(after, pattern))) or [
        Change(name, 0, "", "the same text, compressed otherwise", ("compressed",))
    ]


def text_changes(name: str, before: Sequence[Unit], after: Sequence[Unit]) -> Iterator[Change]:
    """Yield the changes between two texts, each with the line of the head where it stands."""
    old, new = [text for _, text in before], [text for _, text in after]
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    middle, other = old[start : len(old) - end], new[start : len(new) - end]
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, middle, other).get_opcodes():
        if tag == "equal":
            continue
        lines = after or before
        line = lines[min(start + j1, len(lines) - 1)][0]
        if i2 - i1 == j2 - j1:
            # What is there very often is no landmark for the matcher, so that equal lines may be among these.
            pairs = zip(middle[i1:i2], other[j1:j2], strict=True)
            yield from (_change(name, line, one, two) for one, two in pairs if one != two)
        else:
            yield _change(name, line, "".join(middle[i1:i2]), "".join(other[j1:j2]))


def problem_changes(before: Sequence[Problem], after: Sequence[Problem]) -> list[Change]:
    """Return the problems that only one side has, and what the same problem says differently.

    Two problems are the same if their code, file and line are.
    """
    changes: list[Change] = []
    old, new = _by_place(before), _by_place(after)
    for place in dict.fromkeys([*old, *new]):
        for one, two in zip_longest(old.get(place, ()), new.get(place, ())):
            if one is None or two is None:
                removed, added = (str((found or {}).get("message", "")) for found in (one, two))
                changes.append(Change(*place, removed, added, ("problem", removed, added)))
            else:
                changes += _value_changes(*place, one, two)
    if not changes and list(before) != list(after):
        changes.append(Change("order", 0, "", "the same problems in another order", ("order",)))
    return changes


def group_changes(changes: Iterable[Change]) -> list[Group]:
    """Group changes of one kind, those of the most files first."""
    groups: dict[tuple[str, ...], list[Change]] = defaultdict(list)
    for change in changes:
        groups[change.kind].append(change)
    found = [
        Group(len(same), tuple({change.file: change for change in reversed(same)}.values())[::-1])
        for same in groups.values()
    ]
    return sorted(found, key=lambda group: (-len(group.firsts), -group.count))


def excerpt(text: str, other: str) -> str:
    """Return the part of `text` around where it begins to differ from `other`, on one line."""
    first = max(0, _common(text, other) - EXCERPT // 3)
    cut = text[first : first + EXCERPT]
    # Where space is all that differs it has to be seen.
    shown = cut.replace("\n", "⏎") if text.split() == other.split() else " ".join(cut.split())
    return ("…" if first else "") + shown + ("…" if first + EXCERPT < len(text) else "")


def _files(folder: Path) -> dict[str, Path]:
    return {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}


def _units(text: str, pattern: str) -> list[Unit]:
    units: list[Unit] = []
    line = 1
    end = 0
    for found in re.finditer(pattern, text):
        units.append((line, text[end : found.end()]))
        line += found[0] == "\n"
        end = found.end()
    return [*units, (line, text[end:])]


def _one_value_a_line(before: str, after: str) -> tuple[str, str]:
    """Lay two JSON texts out with a value a line, unless they hold the same or are no JSON."""
    try:
        laid = [json.dumps(json.loads(text), indent=1, ensure_ascii=False) for text in (before, after)]
    except ValueError:
        return before, after
    return (laid[0], laid[1]) if laid[0] != laid[1] else (before, after)


def _common(one: Sequence[str], two: Sequence[str]) -> int:
    """Return how many items two sequences share at their beginnings."""
    pairs = enumerate(zip(one, two, strict=False))
    return next((number for number, (a, b) in pairs if a != b), min(len(one), len(two)))


def _change(name: str, line: int, removed: str, added: str) -> Change:
    """Make a change whose kind is the tag it stands in and the words that changed, wherever the page lies."""
    tag = _TAG.match(removed or added)
    start = _common(removed, added)
    end = _common(removed[start:][::-1], added[start:][::-1])
    while start and removed[start - 1].isalnum():
        start -= 1
    while end and removed[len(removed) - end].isalnum():
        end -= 1
    words = [text[start : len(text) - end] for text in (removed, added)]
    return Change(name, line, removed, added, (tag[0] if tag else "", *(_DEPTH.sub("../", word) for word in words)))


def _by_place(problems: Sequence[Problem]) -> dict[tuple[str, int], list[Problem]]:
    found: dict[tuple[str, int], list[Problem]] = defaultdict(list)
    for problem in problems:
        found[f"{problem['code']} {problem['file']}", problem["line"]].append(problem)
    return found


def _value_changes(file: str, line: int, one: Problem, two: Problem) -> Iterator[Change]:
    for name in dict.fromkeys([*one, *two]):
        if name not in one or name not in two:
            removed, added = (f"has `{name}`" if name in problem else "" for problem in (one, two))
            yield Change(file, line, removed, added, ("name", removed, added))
        elif one[name] != two[name]:
            removed, added = (f"{name}: {problem[name]}" for problem in (one, two))
            yield Change(file, line, removed, added, ("value", removed, added))
