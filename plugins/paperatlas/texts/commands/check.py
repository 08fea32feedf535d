"""What `paperatlas check` says."""

from __future__ import annotations

from paperatlas.texts.english import counted

ELSEWHERE = "name the .bib files to check"
FIXED = "fixed"
"""In the heading of a difference: the file as the edits make it."""
NOTHING_TO_FIX = "No problem can be fixed automatically."
BASELINE_ALONE = "--update-baseline writes all problems: leave out --fix, --diff, --select and --ignore"
NO_BASELINE = "name the file to write: --baseline FILE, or `check: {baseline: FILE}` in mkdocs.yml"


def baseline_written(file: str, number: int) -> str:
    """Tell how many problems are known from now on."""
    return f"{file}: {counted(number, 'problem')}; from now on only others are reported."


def baseline_not_written(file: str, reason: str) -> str:
    """Report a baseline that cannot be written."""
    return f"cannot write '{file}': {reason}"


def fixable(number: int) -> str:
    """Tell how many problems `--fix` corrects."""
    return f"`paperatlas check --fix` fixes {number:,} of them; `--diff` shows how."


def edited(file: str, number: int) -> str:
    """Return how many edits a file got."""
    return f"{file}: {counted(number, 'edit')}"


def not_changed(file: str, reason: str) -> str:
    """Report a file that is left as it is."""
    return f"{file} was not edited: {reason}"
