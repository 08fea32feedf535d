"""Pages at former addresses."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from paperatlas.atlas import Address
from paperatlas.atlas.model import Redirect
from paperatlas.pages import Site
from paperatlas.pages.redirects import redirect_files, redirects_text

REDIRECTS = (
    Redirect(Address("papers/old/"), Address("papers/nice/")),
    Redirect(Address("directions/流/"), Address("directions/flows/")),
)

# folder, whether pages are folders, where the site is; the file, the link, the canonical address
PAGES = [
    ("", True, "https://x.example/atlas/", "papers/old/index.html", "../nice/", "https://x.example/atlas/papers/nice/"),
    ("en/", True, "https://x.example", "papers/old/index.html", "../nice/", "https://x.example/en/papers/nice/"),
    ("", False, "https://x.example/", "papers/old.html", "nice.html", "https://x.example/papers/nice.html"),
    ("", True, "", "papers/old/index.html", "../nice/", "../nice/"),
]


@pytest.mark.parametrize(("folder", "directory_urls", "url", "file", "link", "canonical"), PAGES)
def test_a_page_leads_to_the_new_address(
    site: Site, folder: str, directory_urls: bool, url: str, file: str, link: str, canonical: str
) -> None:
    site = replace(site, folder=folder, directory_urls=directory_urls)
    first, _ = redirect_files(site, REDIRECTS, url)
    assert (first.address, first.localised) == (file, True)
    page = BeautifulSoup(first.text, "html.parser")
    [anchor], [script] = page.select("a"), page.select("script")
    assert (anchor["href"], anchor.text) == (link, "NICE")
    assert [each["href"] for each in page.select("link[rel=canonical]")] == [canonical]
    assert [each["content"] for each in page.select("meta[http-equiv=refresh]")] == [f"0; url={link}"]
    assert (script["data-pa-to"], script.text) == (link, "")
    assert script["src"] == "../" * f"{folder}{file}".count("/") + "assets/redirect.js"
    assert [each["lang"] for each in page.select("html")] == [site.language]


def test_what_hosts_read(site: Site) -> None:
    text = redirects_text(site, REDIRECTS, ["", "en/"], "https://x.example/atlas/")
    assert text.splitlines() == [
        "/atlas/papers/old/ /atlas/papers/nice/ 301",
        "/atlas/en/papers/old/ /atlas/en/papers/nice/ 301",
        "/atlas/directions/%E6%B5%81/ /atlas/directions/flows/ 301",
        "/atlas/en/directions/%E6%B5%81/ /atlas/en/directions/flows/ 301",
    ]
    files = redirects_text(replace(site, directory_urls=False), REDIRECTS[:1], [""], "")
    assert files == "/papers/old.html /papers/nice.html 301\n"
