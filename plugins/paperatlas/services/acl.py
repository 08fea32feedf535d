"""Papers from the ACL Anthology: the BibTeX file beside each paper's page (aclanthology.org/<id>.bib)."""

from __future__ import annotations

from paperatlas.formats.bibtex.reader import given
from paperatlas.formats.records.record import SourceError
from paperatlas.services.fetched import Fetched, good, is_page
from paperatlas.services.web import Web


def fetch_from_acl(web: Web, identifier: str) -> Fetched:
    """Return the paper of an Anthology identifier: `P19-1001`, `2020.acl-main.1`. Raises `SourceError`."""
    reply = web.get(f"{web.services.acl}/{identifier}.bib", accept="application/x-bibtex, text/plain;q=0.9, */*;q=0.1")
    good(reply, f"the ACL Anthology has no '{identifier}'; check the number")
    address = f"https://aclanthology.org/{identifier}"
    record = None if is_page(reply) else given(reply.text, address)
    if record is None:
        raise SourceError(f"the ACL Anthology answered without an entry for '{identifier}'; try again later")
    if record.type == "proceedings":
        message = f"'{identifier}' is a volume of proceedings, not a paper; write its entry by hand"
        raise SourceError(message)
    return Fetched(record)
