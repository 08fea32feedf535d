"""A library and nothing else as a site, and a site that wants nothing but citations."""

from __future__ import annotations

from tests.hosts.conftest import BuildSite

LIBRARY = """\
@article{one, author = {Roe, Jane}, title = {One}, journal = {Annals}, year = {2020}, doi = {10.1000/182}}
@misc{two, title = {Two}, publisher = {Duke}, year = {2021}}
"""


def test_a_library_is_a_site(build_site: BuildSite) -> None:
    site = build_site({"bib/a.bib": LIBRARY, "docs/about.md": "# About\n"}, home=False)
    assert site.warnings == []
    lists = {"papers/", "people/", "venues/", "years/", "compare/", "reading/", "problems/"}
    assert site.addresses() == {"", "404.html", "about/", "papers/one/", "papers/two/", *lists}
    links = [(link.get_text().strip(), link["href"]) for link in site.page("about/").select(".navbar-nav .nav-link")]
    assert links[:5] == [
        ("Home", ".."),
        ("About", "./"),
        ("Papers", "../papers/"),
        ("People", "../people/"),
        ("Venues", "../venues/"),
    ]
    home = site.page("")
    assert [tag.get_text() for tag in home.select("h1, h2")] == ["Test", "Newest papers", "People", "Venues"]
    assert [cell.get_text() for cell in site.page("papers/").select("#papers-table th")] == [
        "Paper",
        "Year",
        "Venue",
        "Links",
    ]
    texts = " ".join(site.page(address).get_text() for address in site.addresses() - {"problems/"})
    assert not [word for word in ("direction", "with code", "0%") if word in texts]


def test_a_navigation_that_is_written_stays(build_site: BuildSite) -> None:
    site = build_site({"bib/a.bib": LIBRARY}, nav=["index.md", "people/index.md"])
    assert site.warnings == []
    links = [link.get_text().strip() for link in site.page("").select(".navbar-nav .nav-link")]
    assert links[:2] == ["Home", "People"]
    assert "Papers" not in links


def test_a_site_of_citations_alone(build_site: BuildSite) -> None:
    page = "# Page\n\nAs in [@one; @two] and @two.\n"
    site = build_site({"bib/a.bib": LIBRARY, "docs/page.md": page}, {"pages": False})
    assert site.warnings == []
    assert site.addresses() == {"", "404.html", "page/"}
    assert {path.name for path in (site.root / "assets").iterdir()} == {"citations.css", "citations.js"}
    assert not [*site.root.glob("*.json"), *site.root.glob("library.*"), *site.root.glob("feed.xml")]
    soup = site.page("page/")
    assert [link["href"] for link in soup.select("a.pa-cite")] == ["#pa-ref-one", "#pa-ref-two", "#pa-ref-two"]
    titles = [(title.get_text(), title.get("href")) for title in soup.select(".pa-ref__title")]
    assert titles == [("One", "https://doi.org/10.1000/182")]


def test_exports_and_links_to_the_works_of_a_site_of_citations_alone(build_site: BuildSite) -> None:
    options = {"pages": False, "exports": True, "references": "none"}
    site = build_site({"bib/a.bib": LIBRARY, "docs/index.md": "[@one] [@two]\n"}, options)
    assert {path.name for path in site.root.glob("library.*")} == {"library.bib", "library.ris", "library.csl.json"}
    assert not [*site.root.glob("atlas.*"), *site.root.glob("papers")]
    links = [(link.get_text(), link.get("href")) for link in site.page("").select("a.pa-cite")]
    assert links == [("Roe, 2020", "https://doi.org/10.1000/182"), ("Two, 2021", None)]
