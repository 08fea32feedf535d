"""What describes a hand-written page in a line."""

from __future__ import annotations

from paperatlas.pages.citations.page import with_names
from paperatlas.pages.render import Site


def description_of(site: Site, source: str) -> str:
    """Return the description of the hand-written page at `source`: its front matter's, else its first sentences.

    A note of a direction that says nothing has its summary. A page without any prose has none.
    """
    document = site.atlas.documents_by_source.get(source)
    if document is None:
        return ""
    values = document.front_matter.values
    if written := values.get("description"):
        return str(written)
    summary = values.get("summary")
    return with_names(site, document.opening) or (summary if isinstance(summary, str) else "")
