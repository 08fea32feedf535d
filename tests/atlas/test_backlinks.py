"""Links between pages, as Markdown writes them."""

from __future__ import annotations

import pytest

from paperatlas.atlas.backlinks import find_backlinks, find_mentions
from paperatlas.notes import Document, read_document


def document(source: str, text: str, language: str = "") -> Document:
    return read_document(text, f"docs/{source}", source, language)[0]


@pytest.mark.parametrize(
    ("source", "link", "address"),
    [
        ("index.md", "[b](directions/b.md)", "directions/b/"),
        ("directions/a.md", "[b](b.md)", "directions/b/"),
        ("directions/a.md", "[b](b.md#papers)", "directions/b/"),
        ("directions/a.md", '[b](<b.md> "Title")', "directions/b/"),
        ("directions/a.md", "[b][ref] is near.\n\n[ref]: b.md", "directions/b/"),
        ("directions/a.md", "[ref][] is near.\n\n[Ref]: b.md", "directions/b/"),
        ("directions/a.md", "[the *b* [x]](b.md)", "directions/b/"),
        ("directions/a.md", "[b](../b/)", "directions/b/"),
        ("directions/a.md", "[b](/directions/b/)", "directions/b/"),
        ("directions/a.md", "[He](../../people/Kaiming_He/)", "people/Kaiming_He/"),
        ("directions/a.md", "[He](../people/Kaiming_He.md)", "people/Kaiming_He/"),
        ("directions/a.md", "[venues](../venues/index.md)", "venues/"),
        ("about.md", "[home](index.md)", ""),
        ("about.md", "[ddpm](papers/ddpm.html)", "about/papers/ddpm/"),
        ("about.md", "[up](../../x.md)", None),
        ("about.md", "[away](https://example.org/b.md)", None),
        ("about.md", "[mail](mailto:a@example.org)", None),
        ("about.md", "[here](#there)", None),
        ("about.md", "`[b](directions/b.md)`", None),
        ("about.md", "<!-- [b](directions/b.md) -->", None),
        ("about.md", "![b](directions/b.md)", None),
        ("about.md", "[itself](about.md)", None),
    ],
)
def test_where_a_link_leads(source: str, link: str, address: str | None) -> None:
    backlinks = find_backlinks([document(source, f"# A\n\nSee {link}\n")])
    assert list(backlinks) == ([] if address is None else [address])


def test_a_page_counts_once_with_the_first_sentence() -> None:
    text = "# A\n\nFirst. Near [B](b.md) since *long*. Again [B](b.md).\n"
    (link,) = find_backlinks([document("a.md", text)])["b/"]
    assert (link.title, link.sentence) == ("A", "Near B since long.")


def test_what_a_page_cites_and_how_often_in_the_same_words() -> None:
    pages = [document("a.md", "# A\n\nFirst [@x]. Then [@x; @y] near [B](b.md).\n"), document("c.md", "See [@x].")]
    assert {
        key: [(link.source, link.sentence, link.citations) for link in found]
        for key, found in find_mentions(pages, lambda key: (key,)).items()
    } == {
        "x": [("a.md", "First.", 1), ("a.md", "Then near B.", 2), ("c.md", "See.", 1)],
        "y": [("a.md", "Then near B.", 2)],
    }
    assert [link.citations for link in find_backlinks(pages)["b/"]] == [2]


def test_a_translation_is_named_with_or_without_its_language() -> None:
    pages = [
        document("a.md", "[B](b.en.md)", "en"),
        document("b.md", "# B\n", "en"),
        document("c.md", "[B](b.md)", "en"),
    ]
    assert [link.source for link in find_backlinks(pages)["b/"]] == ["a.md", "c.md"]
