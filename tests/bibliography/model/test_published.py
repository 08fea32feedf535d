"""Which fields leave the library, as a table."""

from __future__ import annotations

import pytest

from paperatlas.bibliography import parse_library
from paperatlas.bibliography.model.published import is_published, published_entries

FIELDS = [
    # a field as written, whether it is published
    ("title = {X}", True),
    ("journal = {X}", True),
    ("school = {X}", True),
    ("abstract_zh = {X}", True),
    ("author+an = {1=corresponding}", True),
    ("mrnumber = {1}", True),
    ("change = {X}", True),
    ("change_zh = {X}", True),
    # remarks to oneself: BibTeX's and Mendeley's, Zotero's, JabRef's, ReadCube's; Better BibTeX's BibLaTeX has the notes
    # of a library in `annotation`
    ("annotation = {Do not cite.}", False),
    ("annotation_zh = {Do not cite.}", False),
    ("annote = {Do not cite.}", False),
    ("annote_zh = {Do not cite.}", False),
    ("abstractnote = {X}", False),
    ("comment = {X}", False),
    ("comments = {X}", False),
    ("review = {X}", False),
    ("extra = {X}", False),
    ("notes = {X}", False),
    ("note = {titleTranslation: Cracks of bridges}", False),
    ("note = {foundation: 国家自然科学基金;\n download: 1233;\n CLC: U446}", False),
    ("note = {Foundation of the theory: the translation}", True),
    # bookkeeping: JabRef, Mendeley, BibDesk, Zotero, CiteULike, EndNote
    ("owner = {jane}", False),
    ("groups = {X}", False),
    ("timestamp = {2020-01-01}", False),
    ("creationdate = {2020-01-01}", False),
    ("modificationdate = {2020-01-01}", False),
    ("__markedentry = {[jane:]}", False),
    ("priority = {prio1}", False),
    ("ranking = {rank5}", False),
    ("readstatus = {skimmed}", False),
    ("mendeley-groups = {X}", False),
    ("mendeley-tags = {X}", False),
    ("bdsk-file-1 = {YnBsaXN0MDA}", False),
    ("bdsk-url-1 = {https://example.org}", False),
    ("date-added = {X}", False),
    ("date-modified = {X}", False),
    ("local-url = {file://localhost/X}", False),
    ("citeulike-article-id = {1}", False),
    ("posted-at = {X}", False),
    ("username = {jane}", False),
    ("author-email = {jane@example.org}", False),
    ("affiliation = {Jane (Corresponding Author), jane@example.org}", False),
    ("cited-references = {X}", False),
    # a meaning for one's own document alone, or none that is known
    ("usera = {X}", False),
    ("verba = {X}", False),
    ("execute = {\\input{x}}", False),
    ("filed = {cabinet}", False),
    # files: only where they are on the web
    ("file = {/home/jane/a.pdf}", False),
    ("file = {:C$\\backslash$:/Users/jane/a.pdf:pdf}", False),
    ("file = {Full Text:files/1/a.pdf:application/pdf}", False),
    ("file = {https://example.org/a.pdf;/home/jane/a.pdf}", False),
    ("pdf = {a.pdf}", False),
    ("pdf = {https://example.org/a.pdf}", True),
    ("slides = {\\url{https://example.org/a.pdf}}", True),
    ("slides = {talks/a.pdf}", False),
    # addresses of one's own disk
    ("url = {https://example.org}", True),
    ("url = {file:///C:/Users/jane/a.pdf}", False),
    ("url = {\\url{file:///home/jane/a.pdf}}", False),
    ("url = {C:\\Users\\jane\\a.pdf}", False),
    ("url = {/home/jane/a.pdf}", False),
    ("website = {file:///home/jane/a.html}", False),
    ("howpublished = {\\url{/Users/jane/a.pdf}}", False),
    ("howpublished = {Lecture notes}", True),
]


@pytest.mark.parametrize(("written", "published"), FIELDS)
def test_fields(written: str, published: bool) -> None:
    library, _ = parse_library(f"@misc{{a, {written}}}".encode(), "a.bib")
    (field,) = library.entries[0].own_fields.values()
    assert is_published(field) is published
    (entry,) = published_entries(library.entries)
    assert list(entry.fields) == ([field.name] if published else [])


MORE = [
    ("annote = {X}", "annote", True),
    ("annote = {X}", "annotation", False),
    ("annotation = {X}", "annote", False),
    ("annotation = {X}", "annotation", True),
    ("annotation_zh = {X}", "annotation", True),
    ("annote_zh = {X}", "annote", True),
    ("file = {a.pdf}", "file", True),
    ("pdf = {a.pdf}", "pdf", True),
    ("filed = {X}", "filed", True),
    ("filed_zh = {X}", "filed", True),
    ("owner = {X}", "filed", False),
    ("owner = {X}", "*", True),
]


@pytest.mark.parametrize(("written", "more", "published"), MORE)
def test_a_site_publishes_more(written: str, more: str, published: bool) -> None:
    library, _ = parse_library(f"@misc{{a, {written}}}".encode(), "a.bib")
    (entry,) = published_entries(library.entries, [more])
    assert bool(entry.fields) is published


def test_what_a_parent_keeps_is_not_inherited() -> None:
    text = b"@inproceedings{a, title = {A}, crossref = {p}}\n@proceedings{p, title = {P}, owner = {jane}}"
    library, _ = parse_library(text, "a.bib")
    assert "owner" in library.entries[0].fields
    entry, parent = published_entries(library.entries)
    assert list(entry.fields) == ["title", "crossref", "booktitle"]
    assert list(parent.fields) == ["title"]
    assert (entry.span, parent.span) == (library.entries[0].span, library.entries[1].span)
