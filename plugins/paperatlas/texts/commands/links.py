"""What `paperatlas links` says."""

from __future__ import annotations

from paperatlas.texts.english import counted

ELSEWHERE = "name the .bib files whose links to check"
DRY_RUN_WITHOUT_FIX = "--dry-run works only with --fix"
ASKING_ARXIV = "Asking arXiv …"
OFFLINE = "no server can be reached: is this machine online? No link was judged"


def never_checked(number: int, total: int) -> str:
    """Tell how many addresses no run has checked."""
    return f"never checked: {number:,} of {_addresses(total)}"


def addresses_checked(number: int, seconds: float, known: int) -> str:
    """Return how many addresses were checked now and before."""
    return f"{_addresses(number)} checked in {seconds:,.0f} s, {known:,} known from earlier runs"


def time_over(number: int) -> str:
    """Tell that addresses are left."""
    return f"the time limit is reached: {_addresses(number)} left for the next run"


def checking(number: int, total: int) -> str:
    """Return how far the check is."""
    return f"{number:,} of {_addresses(total)} checked"


def link_change(place: object, old: str, new: str, *, refused: str, dry: bool) -> str:
    """Show a change of an address, and whether it was made."""
    verb = f"not changed, because {refused}" if refused else "would change" if dry else "changed"
    return f"{place}: {verb}:\n  - {old}\n  + {new}"


def _addresses(number: int) -> str:
    return counted(number, "address", "addresses")
