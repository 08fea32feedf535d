"""Papers from the Proceedings of Machine Learning Research: the BibTeX on each paper's page, else its metadata."""

from __future__ import annotations

from html.parser import HTMLParser

from paperatlas.formats import person, plain_text
from paperatlas.formats.bibtex.reader import given
from paperatlas.formats.records.record import Record, SourceError
from paperatlas.services.fetched import Fetched, good
from paperatlas.services.web import Web


def fetch_from_pmlr(web: Web, volume: int, name: str) -> Fetched:
    """Return a paper by its volume and name: 139, `radford21a`. Raises `SourceError`."""
    path = f"v{volume}/{name}.html"
    reply = web.get(f"{web.services.pmlr}/{path}", accept="text/html")
    good(reply, f"PMLR has no paper '{name}' in volume {volume}; check the address")
    page = _Page()
    page.feed(reply.text)
    page.close()
    address = f"https://proceedings.mlr.press/{path}"
    record = given("".join(page.bibtex), address) or _from_metadata(page.metadata, volume, address)
    if record is None or not record.fields.get("title"):
        message = f"the page {address} has no readable entry; copy its BibTeX, and give it to `paperatlas add -`"
        raise SourceError(message)
    fields = {"url": address, **record.fields}
    return Fetched(Record(record.type, fields, record.authors, record.editors, origin=address))


class _Page(HTMLParser):
    """The text of `<code id="bibtex">`, and what `<meta name="citation_…">` say."""

    def __init__(self) -> None:
        super().__init__()
        self.bibtex: list[str] = []
        self.metadata: dict[str, list[str]] = {}
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a `<meta>`, or that the BibTeX begins."""
        given_attributes = dict(attrs)
        if tag == "meta" and (name := given_attributes.get("name") or "").startswith("citation_"):
            self.metadata.setdefault(name.removeprefix("citation_"), []).append(given_attributes.get("content") or "")
        elif given_attributes.get("id") == "bibtex":
            self._inside = tag

    def handle_endtag(self, tag: str) -> None:
        """Note that the BibTeX ends."""
        if tag == self._inside:
            self._inside = ""

    def handle_data(self, data: str) -> None:
        """Text."""
        if self._inside:
            self.bibtex.append(data)


def _from_metadata(metadata: dict[str, list[str]], volume: int, address: str) -> Record | None:
    """Return the record of the tags that Google Scholar reads."""
    one = {name: plain_text.from_html(values[0]) for name, values in metadata.items() if values}
    pages = "–".join(number for number in (one.get("firstpage"), one.get("lastpage")) if number)
    fields = {
        "title": plain_text.title(one.get("title", "")),
        "booktitle": one.get("conference_title") or one.get("inbook_title", ""),
        "series": "Proceedings of Machine Learning Research",
        "volume": str(volume),
        "pages": pages,
        "date": one.get("publication_date", "").replace("/", "-")[:4],
    }
    if not fields["title"]:
        return None
    return Record("inproceedings", fields, person.displayed_names(metadata.get("author", [])), origin=address)
