"""What `paperatlas headers` says."""

from __future__ import annotations

from paperatlas.texts.english import counted

LONGEST_LINE = 2000
"""In characters: Cloudflare Pages takes no longer line of `_headers`."""

PAGE_DATA = (
    "not allowed, and not missed: the script of the theme `readthedocs` that sets `mkdocs_page_name` in each page, "
    "which nothing in the theme reads; browsers report it in their console"
)


def no_site(folder: str) -> str:
    """Report a folder without pages."""
    return f"'{folder}' has no page; build the site first (`mkdocs build`), or name its folder"


def no_policy(file: str) -> str:
    """Report headers that have nothing to be completed."""
    return f"'{file}' sets no Content-Security-Policy; remove the file to have the one of PaperAtlas"


def written(file: str, parts: int) -> str:
    """Return what the policy allows."""
    return f"{file}: the policy allows {counted(parts, 'inline part')} of the theme\n"


def stopped(kind: str, page: str, text: str, pages: int) -> str:
    """Report what single pages have inside them."""
    more = f", and {counted(pages - 1, 'other')}" if pages > 1 else ""
    return f"not allowed, as it is not on most pages: {kind} in {page}: {text}{more}"


def too_long(file: str) -> str:
    """Report a line that a host does not take."""
    return f"{file}: the policy has more than {LONGEST_LINE} characters, which Cloudflare Pages does not take"
