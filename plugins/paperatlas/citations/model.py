"""A citation between two papers of the library, as a row of `citations.tsv` states it."""

from __future__ import annotations

from dataclasses import dataclass

from paperatlas.bibliography.model.identifiers import is_address
from paperatlas.diagnostics.problem import Span

CITATION_COLUMNS = ("citing", "cited", "source")
"""The columns of `citations.tsv`, as its first line names them, in this order: rows are sorted by the first two."""
SOURCE_SEPARATOR = ", "
"""What stands between the sources of a row that have the citation each."""

NO_CITATION = "-"
"""The source of a row by which a reviewer says that there is no such citation, whatever services say."""


def split_sources(source: str) -> tuple[str, ...]:
    """Return the sources in a cell, one by one; a comma within an address parts nothing."""
    return tuple(part.strip() for part in source.split(SOURCE_SEPARATOR) if part.strip())


@dataclass(frozen=True, slots=True)
class PaperCitation:
    """The paper `citing` refers to `cited`, both citation keys; `source` says where that is seen.

    The source is the name of a service, which has the paper's list of references, or an address on the web, where the
    paper or its authors refer to the other one, or several of them with commas between; with `NO_CITATION` the row says
    that there is none.
    """

    citing: str
    cited: str
    source: str
    span: Span
    cited_column: int
    """In which column of its line the cited key begins."""

    @property
    def pair(self) -> tuple[str, str]:
        """Return both keys, by which rows are sorted and told apart."""
        return self.citing, self.cited

    @property
    def cited_span(self) -> Span:
        """Return where the cited key is; the citing one begins where the row does."""
        return Span(self.span.file, self.span.line, self.cited_column).covering(self.cited)

    @property
    def denied(self) -> bool:
        """Return whether the row says that there is no such citation."""
        return self.source == NO_CITATION

    @property
    def sources(self) -> tuple[str, ...]:
        """Return the sources, one by one."""
        return split_sources(self.source)

    @property
    def in_a_list(self) -> bool:
        """Return whether a service has it in the paper's list of references, whose others are known then."""
        return any(not is_address(source) for source in self.sources)
