"""What `paperatlas changes` says."""

from __future__ import annotations

from pathlib import Path

ELSEWHERE = "run the command in the folder of a site, or name two folders that contain one"


def low_limit(limit: int, least: int) -> str:
    """Report a limit too small for any report."""
    return f"--limit {limit} is too small; the minimum is {least}"


def no_site(name: str) -> str:
    """Report a folder or revision without a site."""
    return f"'{name}' does not contain a site: it has no mkdocs.yml"


def unknown_revision(revision: str, repository: Path) -> str:
    """Report what is neither a folder nor a revision."""
    return f"'{revision}' is neither a folder nor a revision of {repository}; in a shallow clone, fetch it first"


def no_git(reason: str) -> str:
    """Report that git cannot be run."""
    return f"git cannot be run ({reason}); name folders instead of revisions"


def git_failed(reason: str) -> str:
    """Report what git says of a failure."""
    return f"git: {reason or 'it failed'}"
