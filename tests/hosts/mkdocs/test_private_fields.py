"""A secret in every field that is not published, looked for in every file of a built site."""

from __future__ import annotations

import pytest

from paperatlas.bibliography.model.fields import ALIASES
from paperatlas.bibliography.model.published import PUBLISHED
from paperatlas.check.data_model import KNOWN_FIELDS
from tests.hosts.conftest import BuildSite

FOREIGN = [
    "__markedentry",
    "abstractnote",
    "affiliations",
    "annote_zh",
    "author-email",
    "bdsk-file-1",
    "bdsk-url-1",
    "cited-references",
    "citeulike-article-id",
    "date-added",
    "date-modified",
    "extra",
    "filed",
    "mendeley-groups",
    "mendeley-tags",
    "note-to-self",
    "posted-at",
    "private",
    "readcube",
    "username",
    "web-of-science-categories",
    "zotero-key",
]
WRITTEN_AS = {written for written, name in ALIASES.items() if name in PUBLISHED}
PRIVATE = sorted({*KNOWN_FIELDS, *FOREIGN, "annote"} - PUBLISHED - WRITTEN_AS)
SECRET = "hemlock"
LIBRARY = f"""\
@article{{flow, author = {{Lind, Bo}}, title = {{Flow Maps}}, journal = {{Phys}}, year = 2020,
  abstract = {{Waterfall.}}, keywords = {{rivers}}, crossref = {{parent}}, related = {{other}},
  {", ".join(f"{name} = {{/home/{SECRET} {number}}}" for number, name in enumerate(PRIVATE) if name != "pdf")}}}
@misc{{other, author = {{Lind, Bo}}, title = {{Flow Maps of Rivers}}, year = 2019, url = {{file:///home/{SECRET}/a.pdf}},
  pdf = {{/home/{SECRET}/b.pdf}}}}
@misc{{parent, title = {{Parent}}, owner = {{{SECRET}}}, annote = {{{SECRET}}}}}
"""
FILES = {"bib/a.bib": LIBRARY, "docs/index.md": "# Home\n\n[@flow; @other]\n"}
PUBLIC = ("Waterfall", "rivers")


@pytest.mark.parametrize("exports", ["files", "page"])
def test_no_file_of_a_site_has_what_is_private(build_site: BuildSite, exports: str) -> None:
    site = build_site(FILES, {"paper_exports": exports}, plugins=["search", {"paperatlas": {"paper_exports": exports}}])
    texts = {path: path.read_bytes() for path in site.root.glob("**/*") if path.is_file()}
    assert len(PRIVATE) > 40
    assert {path.name for path, text in texts.items() if SECRET.encode() in text} == set()
    names = {path.name for path in texts}
    assert {"library.bib", "library.ris", "library.csl.json", "atlas.json", "feed.xml", "llms.txt"} <= names
    index = site.root / "search/search_index.json"
    assert all(word in index.read_text("utf-8") for word in PUBLIC)
    assert all(word in (site.root / "library.bib").read_text("utf-8") for word in PUBLIC)


def test_a_site_publishes_what_it_asks_for(build_site: BuildSite) -> None:
    site = build_site(FILES, {"publish_fields": ["Annote", "usera"]})
    library = (site.root / "library.bib").read_text("utf-8")
    assert library.count(SECRET) == 2 + 1
    assert SECRET in (site.root / "papers/parent/index.html").read_text("utf-8")
