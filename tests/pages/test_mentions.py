"""The pages that mention another."""

from __future__ import annotations

import pytest

from paperatlas.atlas.addresses import HOME, Address
from paperatlas.pages import messages_for
from paperatlas.pages.mentions import mentions_of
from tests.conftest import ReadFiles, make_site
from tests.pages.citations.test_page import LIBRARY


def test_who_mentions_a_paper_names_the_papers_beside_it(read_files: ReadFiles) -> None:
    files = {"bib/a.bib": LIBRARY, "docs/index.md": "# Start\n\nAs @two say, it is slow.\n"}
    site = make_site(read_files(files).atlas, messages_for("en"))
    (mention,) = mentions_of(site, site.atlas.papers["two"].address, ["two"])
    assert mention.sentence == "As Ada and Beta say, it is slow."


PAGES = {
    "docs/index.md": "# Start\n\nFirst [@one]. Again [@one], and [two](papers/two.md).\n",
    "docs/b.md": "No title, but [@two] & [@one].\n",
}


@pytest.mark.parametrize(
    ("address", "keys", "found"),
    [
        ("papers/one/", ["one"], [("b/", "b.md", "No title, but &."), ("", "Start", "Again, and two.")]),
        ("papers/two/", ["two"], [("b/", "b.md", "No title, but &."), ("", "Start", "Again, and two.")]),
        ("papers/two/", [], [("", "Start", "Again, and two.")]),
        ("papers/one/", [], []),
        ("x/", ["two", "one"], [("b/", "b.md", "No title, but &."), ("", "Start", "Again, and two.")]),
        ("x/", ["gone"], []),
    ],
)
def test_every_page_is_named_once_by_the_sentence_that_says_most(
    read_files: ReadFiles, address: str, keys: list[str], found: list[tuple[str, str, str]]
) -> None:
    site = make_site(read_files({"bib/a.bib": LIBRARY, **PAGES}).atlas, messages_for("en"))
    mentions = mentions_of(site, Address(address), keys)
    assert [(mention.address, mention.title, mention.sentence) for mention in mentions] == found
    assert mentions_of(site, HOME) == []


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Like [@two; @one], and much more that goes on. So [@one].", "So."),
        ("So [@one]. It is this that counts [@one].", "It is this that counts."),
        (f"{'a' * 130} [@one]. {'b' * 140} [@one].", f"{'a' * 130}."),
    ],
)
def test_the_sentence_that_says_most(read_files: ReadFiles, text: str, sentence: str) -> None:
    files = {"bib/a.bib": LIBRARY, "docs/index.md": f"# Start\n\n{text}\n"}
    (mention,) = mentions_of(make_site(read_files(files).atlas, messages_for("en")), Address("x/"), ["one"])
    assert mention.sentence == sentence
