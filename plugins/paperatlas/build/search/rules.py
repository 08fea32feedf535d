"""What can be wrong with search."""

from __future__ import annotations

from paperatlas.diagnostics.problem import Rule, Wording

_INSTALL = "Install it: pip install 'paperatlas[search]'."

LARGE_INDEX = Rule(
    code="SEA001",
    name="large-search-index",
    severity="info",
    summary="The site is so large that its search index should be loaded in pieces, but Pagefind is not installed.",
    explanation="The theme's search loads its whole index on every page: 2 to 6 kB for each page of a paper, and a "
    "reader waits about a second for every thousand of them. With Pagefind a search loads a quarter of a megabyte, "
    "however large the site is. Until then the theme's search is used.",
    message="The search index of {pages} papers' pages is loaded whole by every reader.",
    hint=f"Pagefind makes one in pieces. {_INSTALL} `search: theme` wants none.",
    variants={
        "plain": Wording(
            "The search index of {pages} papers' pages is loaded whole by every reader, because the Pagefind that is "
            "installed does not know the words of '{language}'."
        ),
    },
)
NO_PAGEFIND = Rule(
    code="SEA002",
    name="no-pagefind",
    severity="warning",
    summary="The option `search: pagefind` cannot be followed.",
    explanation="Pagefind has to be installed, its extended version for languages that are written without spaces; and "
    "browsers refuse to load an index in pieces from a disk, so that a site for use offline cannot have one. The "
    "theme's search is used instead.",
    example="search: pagefind",
    remedy="search: theme",
    message="Pagefind is not installed.",
    hint=_INSTALL,
    variants={
        "plain": Wording("The Pagefind that is installed does not know the words of '{language}'."),
        "offline": Wording(
            "A site that is made for use offline cannot load its search index in pieces.", "Leave out `search`."
        ),
    },
)
FAILED_INDEX = Rule(
    code="SEA003",
    name="failed-search-index",
    severity="warning",
    summary="Pagefind was to make the search index and failed.",
    explanation="The site is whole but for its search, which finds nothing.",
    message="There is no search index: {reason}.",
    hint="Write `search: theme` to use the theme's search instead.",
)

RULES = (LARGE_INDEX, NO_PAGEFIND, FAILED_INDEX)
