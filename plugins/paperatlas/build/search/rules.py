"""What can be wrong with search."""

from __future__ import annotations

from paperatlas.diagnostics.extras import install_command
from paperatlas.diagnostics.problem import Rule, Wording

_INSTALL = f"Install it: {install_command('search')}."

LARGE_INDEX = Rule(
    code="SEA001",
    name="large-search-index",
    severity="info",
    summary="The site is so large that its search index should be loaded in pieces, but Pagefind is not installed.",
    explanation="The theme's search loads its whole index on every page: 2 to 6 kB for each page of a paper, and "
    "about a second of waiting for every thousand of them. With Pagefind a search loads a quarter of a "
    "megabyte, however large the site is. Until then the theme's search is used.",
    message="Every reader loads the whole search index, which contains the pages of {pages} papers.",
    hint=f"Pagefind makes one in pieces. {_INSTALL} `search: theme` wants none.",
    variants={
        "plain": Wording(
            "Every reader loads the whole search index, which contains the pages of {pages} papers, because "
            "the installed Pagefind does not support '{language}'."
        ),
    },
)
NO_PAGEFIND = Rule(
    code="SEA002",
    name="no-pagefind",
    severity="warning",
    summary="The option `search: pagefind` cannot be used.",
    explanation="Pagefind must be installed, in its extended version for languages that are written without "
    "spaces. The theme's search is used instead.",
    example="search: pagefind",
    remedy="search: theme",
    message="Pagefind is not installed.",
    hint=_INSTALL,
    variants={
        "plain": Wording("The installed Pagefind does not support '{language}'."),
    },
)
FAILED_INDEX = Rule(
    code="SEA003",
    name="failed-search-index",
    severity="warning",
    summary="Pagefind failed to make the search index.",
    explanation="The rest of the site is complete, but its search finds nothing.",
    message="The search index could not be made: {reason}.",
    hint="Set `search: theme` to use the theme's search instead.",
)

RULES = (LARGE_INDEX, NO_PAGEFIND, FAILED_INDEX)
