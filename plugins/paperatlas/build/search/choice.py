"""Which search a site has: its theme's, or one whose index is loaded in pieces."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from paperatlas.build.options import Search
from paperatlas.build.search.pagefind import Pagefind, find_pagefind
from paperatlas.build.search.rules import LARGE_INDEX, NO_PAGEFIND
from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.text.language_tags import primary_language

LARGE = 1000
"""From so many pages of papers on an index in pieces is worth a program. Material's index has 2 to 6 kB for each of
them (`make bench-search`; this repository's atlas), and a browser takes a second for some 3 MB: less is no wait."""

_WITHOUT_SPACES = {"zh", "ja", "th"}
"""Languages in which Pagefind's script looks for the words of what was typed: the index must have words as well."""


def choose_search(
    wanted: Search,
    papers: int,
    languages: Iterable[str],
    span: Span,
    *,
    find: Callable[[], Pagefind | None] = find_pagefind,
) -> tuple[Pagefind | None, list[Problem]]:
    """Return what makes the search index; None for the theme's search. `papers` is how many pages papers have.

    `span` is where the option stands.
    """
    if wanted == "theme" or (wanted == "auto" and papers < LARGE):
        return None, []
    pagefind = find()
    unknown = next((language for language in languages if primary_language(language) in _WITHOUT_SPACES), "")
    if pagefind is not None and (pagefind.extended or not unknown):
        return pagefind, []
    rule, variant = (LARGE_INDEX if wanted == "auto" else NO_PAGEFIND), "plain" if pagefind else ""
    return None, [rule.at(span, variant, pages=papers, language=unknown)]
