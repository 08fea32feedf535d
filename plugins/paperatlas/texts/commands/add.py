"""What `paperatlas add` says."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from paperatlas.texts.commands.common import abstracts_left_out, with_guess
from paperatlas.texts.english import counted

ELSEWHERE = "name the .bib file to add to with --file"
ADD_IT = "Add it? [y/N] "
CHOOSE_DIRECTIONS = "Numbers or names, separated by commas: "
DECLINED = "not added, as you answered"
DAMAGED_ENTRY = "its syntax is wrong, so it is not certain what it says; correct it first"
FILE_OF_ITS_DIRECTION = "the file of its direction"
IS_FOLDER = "it is a folder"
NO_FOLDER = "its folder does not exist"
NOTHING_TO_LOOK_UP = "there is nothing to look up"
NO_BIB_OPTION = "the site has no library: set the plugin's option `bib` in mkdocs.yml"
NO_TITLE = "it has no title, so no entry can be made of it"


def one_paper_only(option: str, number: int) -> str:
    """Report an option that describes one paper where several are added."""
    return f"--{option} describes one paper, but {number} are given"


def added_of(number: int, total: int, *, dry: bool) -> str:
    """Return how many works were added."""
    return f"{number} of {counted(total, 'work')} {'could be added' if dry else 'added'}"


def added(file: str, line: int, key: str) -> str:
    """Return where an entry was added."""
    return f"{file}:{line}: added '{key}'"


def direction_needed(none: str, directions: Iterable[str]) -> str:
    """Report that it was not said where a paper belongs."""
    known = ", ".join(directions)
    return f"name its direction with --direction DIRECTION/GROUP, or --direction {none}. The directions: {known}"


def not_a_key(key: str, allowed: str) -> str:
    """Report a citation key that not every program reads."""
    return f"--key: '{key}' is not a valid citation key; use letters, digits, hyphens and _, for example {allowed}"


def key_taken(key: str, place: object) -> str:
    """Report a citation key that another entry has."""
    return f"--key: '{key}' is already used by the entry at {place}"


def unknown_relation(name: str, known: Sequence[str]) -> str:
    """Report a relation that the site does not have."""
    return with_guess(f"this site has no relation '{name}'.", name, known, f"Its relations: {', '.join(known)}")


def unknown_key(option: str, key: str, known: Collection[str]) -> str:
    """Report a related work that the library does not have."""
    return with_guess(f"--{option}: no entry has the key '{key}'.", key, known)


def not_an_email_address(address: str) -> str:
    """Report an address that nobody can write to."""
    return f"'{address}' is not a valid e-mail address"


def already_there(key: str, place: object) -> str:
    """Report a work whose identifier an entry has."""
    return f"it is already in the library: '{key}' at {place}"


def seems_there(reason: str) -> str:
    """Report a work that an entry seems to describe; `reason` is the sentence of a problem."""
    return f"it seems to be in the library already: {reason} If it is another work, name that key with --related"


def suggest_method(method: str) -> str:
    """Suggest a name for a method."""
    return f"If its method is called “{method}”, add --method '{method}'."


def changed_key(wanted: str, key: str) -> str:
    """Tell that an entry has another key than where it is from."""
    return f"The key '{wanted}' is used by another entry; this one has the key '{key}'."


def key_in_style(wanted: str, key: str) -> str:
    """Tell that an entry has a key like those of the library, not that of where it is from."""
    return (
        f"The keys of this library are names of methods: '{key}' stands in place of '{wanted}'; --key chooses another."
    )


def source_added(file: str, key: str) -> str:
    """Return where the source of a record was added."""
    return f"{file}: added the record's source for '{key}'"


def source_needed(file: str, key: str) -> str:
    """Tell that a table wants a source for a new entry."""
    return f"Add a row for '{key}' to {file}: key, what is confirmed, address, separated by tabs."


def ask_direction(title: str) -> str:
    """Ask for the directions of a paper; a list of them follows."""
    return f"Which direction does “{title}” belong to?"


def no_direction_chosen(none: str) -> str:
    """Report that no direction was chosen."""
    return f"not added: no direction was chosen (answer '{none}' for no direction)"


def empty_direction(none: str) -> str:
    """Report an empty name of a direction."""
    return f"--direction is empty; name a direction, or write --direction {none}"


def none_beside_others(none: str) -> str:
    """Report that no direction and a direction are asked for at once."""
    return f"--direction {none} cannot be combined with another direction"


def unknown_direction(slug: str, known: Collection[str], none: str) -> str:
    """Report a direction that the site does not have."""
    listed = ", ".join(known) or f"none; write a note first, or use --direction {none}"
    return with_guess(f"there is no direction '{slug}'.", slug, known, f"The directions: {listed}")


def unknown_group(direction: str, group: str, known: Sequence[str]) -> str:
    """Report a group that its direction does not have."""
    return with_guess(
        f"'{direction}' has no group '{group}'.", group, known, f"Its groups: {', '.join(known) or 'none'}"
    )


def file_needed(files: Iterable[str]) -> str:
    """Report that it is not clear which of several files an entry belongs in."""
    return f"name the file to add it to with --file; the library's files: {', '.join(files)}"


def not_in_library(path: Path, library: Iterable[str]) -> str:
    """Report a file that does not belong to the site's library."""
    return f"'{path}' is not a .bib file of the library, which is {', '.join(library)}"


def no_new_file(path: Path, reason: str) -> str:
    """Report why a file outside of a site cannot be a new library."""
    return f"--file: '{path}' cannot be written: {reason}"


def nothing_to_add(known: str) -> str:
    """Report that no work was given; `known` lists what can be."""
    return f"there is nothing to add; give {known}"


def not_found(written: str, known: str) -> str:
    """Report what cannot be looked up; `known` lists what can be."""
    return f"'{written}' cannot be looked up; give {known}"


def folder_given(name: str) -> str:
    """Report a folder in place of a work."""
    return f"'{name}' is a folder; name the .bib files in it"


def no_entry(name: str) -> str:
    """Report a source without an entry."""
    return f"{name} contains no readable entry"


def abstracts_not_added(name: str, number: int) -> str:
    """Tell that the abstracts of a file were not added."""
    return f"{name}: {abstracts_left_out(number)}; the abstracts of a library are its own words"
