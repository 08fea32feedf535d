"""What every language has to say of the reader's marks; in `{…}` stands what the script fills in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MarkTexts:
    """The words of the control beside a paper."""

    mark: str
    """On the button that opens the choices of a paper without any mark."""
    to_read: str
    read: str
    starred: str
    known: Callable[[int], str]
    """How many of a direction's papers are read: with a place for how many are `{known}`."""
    blocked: str
    """That the browser keeps nothing."""
    unreadable: str
    """That what the browser keeps is of a later version, or broken."""


@dataclass(frozen=True, slots=True)
class ReadingTexts:
    """The words of the page of the reader's papers."""

    marks: MarkTexts
    page: str
    intro: str
    no_script: str
    loading: str
    empty: str
    """While nothing is marked."""
    show: str
    all_marks: str
    marked: str
    """The column with the day a paper was marked."""
    marks_column: str
    none_shown: str
    gone: str
    """Beside a paper that is no longer in the library."""
    changed: str
    """With a place for the `{name}` of a paper that has no mark any more."""
    undo: str
    undone: str
    export: str
    """Before the formats that the papers shown are exported in."""
    exported: str
    """What an exported file is called, without its ending."""
    left_out: str
    """With a place for how many papers (`{count}`) are no longer there to be exported."""
    print: str
    known: str
    """The heading of what the reader's own library is compared with."""
    known_intro: str
    choose: str
    drop: str
    not_read: str
    """With a place for the `{file}` that holds no entry."""
    matches: str
    """With places for the `{file}`, how many `{entries}` it has, how many papers of the site these are (`{found}`), and
    how many of those are marked as `{read}`."""
    mark_read: str
    """On the button that marks `{count}` papers as read."""
    marked_read: str
    by: str
    """What a match is by, with places for the `{key}` in the reader's file and what agrees (`{what}`)."""
    by_arxiv: str
    by_title: str
    directions: str
    move: str
    """The heading of where the marks are, and how to move them."""
    kept: str
    """With a place for the name they are kept under (`{key}`)."""
    on_disk: str
    save: str
    load: str
    saved: str
    """What the file with the marks is called, without its ending."""
    loaded: str
    """With places for how many marks are `{new}`, `{newer}` or as they were (`{same}`)."""
    not_marks: str
    """With a place for the `{file}`."""
    remove: str
    removed: str
    """With a place for the `{count}`."""
