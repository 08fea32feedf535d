"""Notes on one direction whose versions in several languages do not have the same groups."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import permutations

from paperatlas.check.rules import OTHER_GROUPS
from paperatlas.diagnostics.problem import Problem
from paperatlas.notes import DirectionNote
from paperatlas.text.suggestions import nearest


def group_differences(notes: Iterable[DirectionNote]) -> Iterator[Problem]:
    """NOT020: groups that a note names and its version in another language does not."""
    versions: dict[str, list[DirectionNote]] = {}
    for note in notes:
        versions.setdefault(note.slug, []).append(note)
    for alike in versions.values():
        # A note that cannot be read has no groups, which is told once.
        readable = [note for note in alike if not note.document.front_matter.unusable]
        for note, other in permutations(readable, 2):
            theirs, ours = ({group.slug for group in each.groups} for each in (other, note))
            for group in note.groups:
                if group.slug not in theirs:
                    near = nearest(group.slug, theirs - ours)
                    arguments = {"group": group.slug, "file": other.span.file, "meant": near}
                    yield OTHER_GROUPS.at(group.span, "near" if near else "", **arguments)
