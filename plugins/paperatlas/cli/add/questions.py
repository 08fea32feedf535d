"""What `paperatlas add` asks a person at a terminal."""

from __future__ import annotations

import sys

from paperatlas.cli.add.target import NONE, TargetLibrary, placements
from paperatlas.cli.usage import FailedError, UsageError, write
from paperatlas.texts.commands import add as texts


def at_a_terminal() -> bool:
    """Return whether there is somebody to ask."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask_direction(target_library: TargetLibrary, title: str) -> tuple[str, ...]:
    """Return where a paper stands, as keywords; asked until the answer can be understood. Empty: in no direction.

    Raises `FailedError` if there is no answer.
    """
    choices = [""]
    write([f"\n{texts.ask_direction(title)}\n"])
    for direction in target_library.directions.values():
        choices.append(direction.slug)
        write([f"{len(choices) - 1:>4}  {direction.slug:<32} {direction.title}\n"])
        for group in direction.groups:
            if group.slug:
                choices.append(f"{direction.slug}/{group.slug}")
                write([f"{len(choices) - 1:>4}    {choices[-1]:<30} {group.title}\n"])
    write([f"{0:>4}  {NONE}\n"])
    while True:
        answer = _answer(texts.CHOOSE_DIRECTIONS)
        if not answer:
            raise FailedError(texts.no_direction_chosen(NONE))
        words = [choices[int(word)] if _is_choice(word, choices) else word for word in answer.replace(",", " ").split()]
        try:
            return placements(target_library, [word or NONE for word in words])
        except UsageError as error:
            write([f"{error}\n"])


def ask_whether() -> bool:
    """Return whether the entry that was shown is to be added."""
    return _answer(texts.ADD_IT).lower() in ("y", "yes")


def _is_choice(word: str, choices: list[str]) -> bool:
    return word.isdecimal() and word.isascii() and int(word) < len(choices)


def _answer(question: str) -> str:
    """Return a line from the terminal; empty at its end."""
    try:
        return input(question).strip()
    except EOFError:
        return ""
