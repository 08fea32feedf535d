"""What `paperatlas offline` says."""

from __future__ import annotations

ELSEWHERE = "run the command in the folder of a site, or create one with `paperatlas new site`"
NOT_BUILT = "the site could not be built; no .zip file was written"


def not_ours(folder: str) -> str:
    """Report a folder that would be emptied."""
    return f"'{folder}' is not empty, and is not a site built by this command; name a new folder"


def not_only_ours(folder: str, file: str) -> str:
    """Report a file in a folder that would be emptied."""
    return f"'{file}' in '{folder}' was not built, and would be deleted; move it away, or name a new folder"


def written(folder: str, size: int) -> str:
    """Return where the site is; `size` is that of its file in bytes."""
    name = folder.rstrip("/")
    return f"{name}/ and {name}.zip ({size / 1e6:.1f} MB): open index.html\n"
