"""COinS: a paper as an OpenURL inside its page, from which reference managers import it."""

from __future__ import annotations

from urllib.parse import quote_plus

from paperatlas.atlas import Paper
from paperatlas.pages.metadata.record import PublicationKind, facts_of

_FORMATS: dict[PublicationKind, tuple[str, str, str]] = {
    "journal": ("journal", "article", "rft.jtitle"),
    "preprint": ("journal", "preprint", "rft.jtitle"),
    "conference": ("book", "proceeding", "rft.btitle"),
    "part": ("book", "bookitem", "rft.btitle"),
    "book": ("book", "book", ""),
    "report": ("book", "report", ""),
    "thesis": ("dissertation", "dissertation", ""),
    "other": ("journal", "unknown", "rft.jtitle"),
}
"""By kind: OpenURL's format and genre, and its word for the work that the paper stands in."""


def coins(paper: Paper) -> str:
    """Return the `title` of the element, not yet escaped for HTML (Z39.88-2004, key/encoded-value format)."""
    record = facts_of(paper)
    format_, genre, container = _FORMATS[record.kind]
    title = "rft.title" if format_ == "dissertation" else "rft.atitle" if container else "rft.btitle"
    values = [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", f"info:ofi/fmt:kev:mtx:{format_}"),
        ("rfr_id", "info:sid/paperatlas"),
    ]
    if paper.entry.doi:
        values.append(("rft_id", f"info:doi/{paper.entry.doi}"))
    if paper.entry.arxiv:
        values.append(("rft_id", f"info:arxiv/{paper.entry.arxiv}"))
    link = paper.link("paper")
    if link:
        values.append(("rft_id", link.url))
    values += [("rft.genre", genre), (title, record.title)]
    if container:
        values.append((container, record.container or ("arXiv" if record.kind == "preprint" else "")))
    first = record.authors[0] if record.authors else None
    if first and first.family and not first.literal:
        values.append(("rft.aulast", first.full_family))
        values.append(("rft.aufirst", first.given))
    values += [("rft.au", name.display) for name in record.authors]
    values += [
        ("rft.date", record.date),
        ("rft.volume", record.volume if format_ == "journal" else ""),
        ("rft.issue", record.issue),
        ("rft.spage", record.first_page),
        ("rft.epage", record.last_page),
        ("rft.inst" if format_ == "dissertation" else "rft.pub", record.publisher),
        ("rft.isbn", record.isbn),
        ("rft.issn", record.issn),
    ]
    return "&".join([f"{key}={quote_plus(value)}" for key, value in values if value])
