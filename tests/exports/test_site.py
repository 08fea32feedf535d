"""Where the pages of a site are, for files that name them."""

from __future__ import annotations

import pytest

from paperatlas.atlas import Address
from paperatlas.exports.site import SiteInfo, iri


@pytest.mark.parametrize(
    ("url", "folder", "address", "link", "shared"),
    [
        ("https://a.example", "", "papers/x/", "https://a.example/papers/x/", "https://a.example/papers/x/"),
        ("https://a.example/b/", "en/", "x", "https://a.example/b/en/x", "https://a.example/b/x"),
        ("https://a.example/b//", "", "", "https://a.example/b/", "https://a.example/b/"),
        ("", "", "papers/x/", "papers/x/", "papers/x/"),
        ("", "en/", "feed.xml", "feed.xml", "../feed.xml"),
        ("", "a/en/", "feed.xml", "feed.xml", "../../feed.xml"),
        ("", "", "", "./", ""),
        ("https://流.example/a b", "", "流/1 2?.md", "https://流.example/a%20b/%E6%B5%81/1%202%3F.md",
         "https://流.example/a%20b/%E6%B5%81/1%202%3F.md"),
    ],
)  # fmt: skip
def test_a_link_from_the_top_of_a_language(url: str, folder: str, address: str, link: str, shared: str) -> None:
    site = SiteInfo("x", "en", url, folder)
    assert site.link(Address(address)) == link
    assert site.shared_link(Address(address)) == shared


@pytest.mark.parametrize(
    ("address", "encoded"),
    [
        ("https://a.example/?q=1&x=%20#y", "https://a.example/?q=1&x=%20#y"),
        ('https://a.example/<a> "b"', "https://a.example/%3Ca%3E%20%22b%22"),
        ("https://a.example/{|}\\^`\n\x7f", "https://a.example/%7B%7C%7D%5C%5E%60%0A%7F"),
        ("https://流.example/é", "https://流.example/é"),
        ("", ""),
    ],
)
def test_what_an_address_may_not_hold_is_encoded(address: str, encoded: str) -> None:
    assert iri(address) == encoded
    assert iri(encoded) == encoded
