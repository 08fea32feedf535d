"""What `paperatlas import` says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from paperatlas.texts.commands.common import abstracts_left_out, entries

_GROUPS_NAMED = 12
"""What a line or two of a terminal hold."""


def not_a_slug(option: str, example: str) -> str:
    """Report an option that must be a slug."""
    return f"{option}: use lower-case letters, digits and hyphens, for example {example}"


def not_levels(written: str) -> str:
    """Report levels of headings that do not exist."""
    return f"--levels: '{written}' does not list levels of headings; write numbers from 1 to 6, for example 2,3"


def not_an_arxiv_identifier(word: str) -> str:
    """Report what is neither an arXiv identifier nor a file of them."""
    return f"--only: '{word}' is neither an arXiv identifier nor a file"


def completing(number: int, total: int, title: str) -> str:
    """Return which record is being completed."""
    return f"[{number}/{total}] {title[:70]}"


def added_to(file: str, number: int) -> str:
    """Return how many entries a file got."""
    return f"{file}: {number} added"


def in_no_direction(title: str, directions: Iterable[str]) -> str:
    """Report an entry whose file is not clear."""
    known = ", ".join(directions) or "none"
    return f"'{title}' is in no direction of the site (directions: {known}); use --direction, or name a file with -o"


def no_such_direction(slug: str, directions: Iterable[str]) -> str:
    """Report that the direction of an entry has no note."""
    known = ", ".join(directions) or "none"
    return (
        f"there is no direction '{slug}' (directions: {known}); write its note first "
        f"(`paperatlas new direction {slug}`), or name a file with -o"
    )


def nothing_written(error: Exception) -> str:
    """Report an error before which nothing was written."""
    return f"{error}; nothing was written"


def summary(written: int, left_out: Mapping[str, int], abstracts: int, groups: Sequence[tuple[str, int]]) -> str:
    """Return what was written, what was left out and why, and which groups the entries name."""
    parts = [f"{number:,} {reason}" for reason, number in left_out.items() if number]
    total = f"{sum(left_out.values()):,} left out: {', '.join(parts)}" if parts else "none left out"
    lines = [f"{entries(written)} written, {total}"]
    if abstracts:
        lines.append(f"{abstracts_left_out(abstracts)}: their authors wrote them")
    if groups:
        named = ", ".join(f"{name} ({number})" for name, number in groups[:_GROUPS_NAMED])
        more = f" and {len(groups) - _GROUPS_NAMED} more" if len(groups) > _GROUPS_NAMED else ""
        lines.append(f"groups: {named}{more}. A direction shows a group when its note lists it")
    return "\n".join(lines)


def results_summary(written: int, papers: int, of_others: int, unusable: int) -> str:
    """Return how many results were written, of how many papers, and what was left out."""
    left_out = {"rows of papers that are not in the library": of_others, "without one number or an address": unusable}
    parts = [f"{number:,} {reason}" for reason, number in left_out.items() if number]
    total = f"left out: {', '.join(parts)}" if parts else "none left out"
    return f"{written:,} results of {papers:,} {'paper' if papers == 1 else 'papers'} written, {total}"


def licence_of_results(licence: str) -> str:
    """Return under which licence imported results are."""
    return f"The results are data of Papers with Code under {licence}: a site that shows them names both"


def not_a_new_table(output: str) -> str:
    """Report a file that a table of results is not written to."""
    return f"--output: '{output}' is not a new .csv file, which a table of results is written to"


TABLES_WITH_OTHERS = "evaluation tables give results, other files entries: import them in two commands"
TABLES_INTO_LIBRARY = "--into-library writes entries; for results, name a .csv file with -o: bib/results/a.csv"
KNOWN_WORKS = "already in the library"
REPEATED_WORKS = "repeated in the imported files"
UNTITLED_WORKS = "without a title"
OTHER_LINKS = "with the link of another paper"
UNREADABLE_WORKS = "unreadable"
OTHER_PAGES = "not recognised as papers"
