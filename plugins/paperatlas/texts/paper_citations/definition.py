"""What every language has to say of which paper cites which."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PaperCitationTexts:
    """The words of citations within the atlas."""

    title: str
    cites: Callable[[int], str]
    """Before a list of so many papers that a paper cites."""
    cited_by: Callable[[int], str]
    sources: Callable[[Sequence[str]], str]
    """Where the lists of references were seen, as names, and that they can be incomplete."""
    links: str
    """What the links beside papers lead to, and that citations can be missing."""
    seen_at: Callable[[str, str], str]
    """Where a link leads: to a place at which the first paper refers to the second."""
    join: Callable[[Iterable[str]], str]
    """Sentences, one behind the other."""
    most_cited: str
    most_cited_hint: str
    """That only citations by papers of the atlas are counted."""
