"""The bilingual site, built by MkDocs, ProperDocs and Zensical: what a reader, a crawler and a program find is the same.

What differs stands in `DIFFERENCES`, and in the guide.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup

from paperatlas.build.headers.inline_parts import find_inline_parts, styles_of_script
from site_differences import compare_folders
from tests.conftest import REPOSITORY
from tests.hosts.host_sites import DAY, HostSite, article, whole

DIFFERENCES = (
    "Each language has an index of its own, which finds its pages only.",
    "It has the sections of generated pages, such as relations, as well.",
    "Each language has its own copy of the theme's and of our style sheets and scripts.",
    "Each language has a page of its own for what is not found.",
    "The home page of each language has the name of the site as its title.",
    "Each language has a sitemap as well; the first names every page.",
    "The links in the head to other languages are `alternate translation` on every site.",
    "An article begins with the anchor `__skip`.",
)
"""What Zensical does in another way, as the guide says it."""


SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def text(_: str, page: BeautifulSoup) -> object:
    return article(page).get_text().split()


def links(address: str, page: BeautifulSoup) -> object:
    return [
        whole(address, element[name])
        for element in article(page).select("[href], [src]")
        for name in ("href", "src")
        if element.get(name)
    ]


def headings(_: str, page: BeautifulSoup) -> object:
    return [(each.name, each.get("id"), each.get_text()) for each in article(page).select("h1, h2, h3, h4")]


def ids(_: str, page: BeautifulSoup) -> object:
    return sorted(str(each["id"]) for each in article(page).select("[id]") if each["id"] != "__skip")


def metadata(_: str, page: BeautifulSoup) -> object:
    tags = page.select("head meta[name], head meta[property]")
    own = [tag for tag in tags if tag.get("name") != "viewport"]
    return sorted((str(tag.get("name") or tag.get("property")), str(tag["content"])) for tag in own)


def linked_data(_: str, page: BeautifulSoup) -> object:
    return [each.get_text() for each in page.select('script[type="application/ld+json"]')]


def head_links(address: str, page: BeautifulSoup) -> object:
    found = [link for link in page.select("head link[rel]") if "hreflang" not in link.attrs]
    return sorted(
        (" ".join(link["rel"]), whole(address, link["href"]), link.get("type"))
        for link in found
        if not {"stylesheet", "icon"} & set(link["rel"])
    )


def title(address: str, page: BeautifulSoup) -> object:
    assert page.title is not None
    return page.title.get_text() if address not in ("", "en/") else ""


def contents(_: str, page: BeautifulSoup) -> object:
    return list(dict.fromkeys(" ".join(link.get_text().split()) for link in page.select("[data-md-component=toc] a")))


def navigation(address: str, page: BeautifulSoup) -> object:
    links = [
        (link.get_text().split(), whole(address, link["href"])) for link in page.select(".md-nav--primary a[href]")
    ]
    return [link for link in links if "#" not in link[1] and link[0]]


def languages(address: str, page: BeautifulSoup) -> object:
    return [(link.get_text().strip(), whole(address, link["href"])) for link in page.select(".md-select__link")]


def foot(address: str, page: BeautifulSoup) -> object:
    (dated,) = page.select("footer .pa-dated")
    assert dated.get_text() == ("Library of " if address.startswith("en/") else "文献库更新于 ") + DAY
    return dated.get_text()


ASPECTS: tuple[Callable[[str, BeautifulSoup], object], ...] = (
    text, links, headings, ids, metadata, linked_data, head_links, title, contents, navigation, languages, foot,
)  # fmt: skip


def test_the_addresses_are_the_same(by_mkdocs: HostSite, by_properdocs: HostSite, by_zensical: HostSite) -> None:
    assert by_properdocs.pages.keys() == by_zensical.pages.keys() == by_mkdocs.pages.keys()
    for folder in ("", "en/"):
        missing = BeautifulSoup((by_zensical.root / folder / "404.html").read_text(encoding="utf-8"), "html.parser")
        assert [form["action"] for form in missing.select("article form")] == ["#theme-search", "#theme-search"]
        assert "/atlas/assets/not-found.js" in [script.get("src") for script in missing.select("article script")]


@pytest.mark.parametrize("host", ["properdocs", "zensical"])
@pytest.mark.parametrize("aspect", ASPECTS, ids=lambda aspect: aspect.__name__)
def test_every_page_is_the_same(
    aspect: Callable[[str, BeautifulSoup], object], host: str, by_mkdocs: HostSite, request: pytest.FixtureRequest
) -> None:
    site: HostSite = request.getfixturevalue(f"by_{host}")
    for address, page in by_mkdocs.pages.items():
        assert aspect(address, site.pages[address]) == aspect(address, page), address


def test_links_to_other_languages_lead_to_the_same_page(by_zensical: HostSite) -> None:
    for address, page in by_zensical.pages.items():
        bare = address.removeprefix("en/")
        found = [(link["hreflang"], whole(address, link["href"])) for link in page.select("head link[hreflang]")]
        assert found == [("zh", whole("", bare or ".")), ("en", whole("en/", bare or "."))]


def test_the_files_are_the_same(by_mkdocs: HostSite, by_zensical: HostSite) -> None:
    theme = ("assets/stylesheets/", "assets/javascripts/", "search/")
    ours = {path for path in by_mkdocs.files if not path.startswith(theme) and path != "sitemap.xml.gz"}
    assert ours <= by_zensical.files
    exports = {path for path in ours if "assets/" not in path and path != "sitemap.xml"}
    assert {path: (by_zensical.root / path).read_bytes() for path in exports} == {
        path: (by_mkdocs.root / path).read_bytes() for path in exports
    }
    more = {path for path in by_zensical.files - by_mkdocs.files if not path.startswith((*theme, "en/assets/"))}
    assert more == {"search.json", "en/search.json", "en/sitemap.xml"}


def test_the_sitemap_names_every_page(by_mkdocs: HostSite, by_zensical: HostSite) -> None:
    def named(site: HostSite, file: str = "sitemap.xml") -> set[tuple[str, str]]:
        tree = ElementTree.parse(site.root / file)
        return {
            (str(entry.findtext(f"{SITEMAP}loc")), link.attrib["href"])
            for entry in tree.iter(f"{SITEMAP}url")
            for link in entry.iter("{http://www.w3.org/1999/xhtml}link")
        }

    assert named(by_zensical) == named(by_mkdocs)
    assert named(by_zensical, "en/sitemap.xml") == {pair for pair in named(by_mkdocs) if "/en/" in pair[0]}


def test_properdocs_writes_the_same_files_but_for_its_name(by_mkdocs: HostSite, by_properdocs: HostSite) -> None:
    """Search index, exports and sitemap are among them."""
    found = compare_folders(by_mkdocs.root, by_properdocs.root)
    assert (found.only_base, found.only_head) == ((), ())
    assert found.compared > 40
    assert [change for change in found.changes if '<meta name="generator"' not in change.added] == []
    assert "The theme renders" not in by_properdocs.told


def test_the_same_pages_are_searched(by_mkdocs: HostSite, by_zensical: HostSite) -> None:
    def pages(site: HostSite, file: str, name: str, folder: str = "") -> set[str]:
        found = (entry["location"].removeprefix("./").partition("#")[0] for entry in site.found(file, name))
        return {f"{folder}{address}" for address in found}

    expected = pages(by_mkdocs, "search/search_index.json", "docs")
    zh, en = pages(by_zensical, "search.json", "items"), pages(by_zensical, "en/search.json", "items", "en/")
    assert zh | en == expected


def test_a_page_is_found_by_the_same_words(by_mkdocs: HostSite, by_zensical: HostSite) -> None:
    """What MkDocs' index has of a page - its key and arXiv number among it - Zensical's has as words of their own."""

    def words(site: HostSite, file: str, name: str, folder: str = "") -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for entry in site.found(file, name):
            shown = re.sub("<[^>]+>", " ", f"{entry['title']} {entry['text']}").replace("\u200b", "")
            address = folder + entry["location"].removeprefix("./").partition("#")[0]
            found.setdefault(address, set()).update(re.findall(r"\w+", unescape(shown)))
        return found

    expected = words(by_mkdocs, "search/search_index.json", "docs")
    found = words(by_zensical, "search.json", "items") | words(by_zensical, "en/search.json", "items", "en/")
    assert {address: missing for address in expected if (missing := expected[address] - found[address])} == {}


def test_former_addresses_lead_to_the_same_pages(
    by_mkdocs: HostSite, by_properdocs: HostSite, by_zensical: HostSite
) -> None:
    addresses = ["papers/old-levain", "directions/old-dough"]
    for address in [*addresses, *(f"en/{each}" for each in addresses)]:
        expected, *others = (
            (site.root / address / "index.html").read_text(encoding="utf-8")
            for site in (by_mkdocs, by_properdocs, by_zensical)
        )
        assert "refresh" in expected
        assert others == [expected] * 2


def test_pages_of_every_kind_are_compared(by_mkdocs: HostSite) -> None:
    kinds = ("", "papers/", "people/", "venues/", "years/", "map/", "compare/", "reading/", "changes/", "problems/")
    single = ("papers/levain/", "people/Ilse_Marrow/", "venues/SoB/", "years/2001/", "directions/dough/", "alone/")
    every = [*kinds, *single, "directions/dough/results/"]
    assert [
        address for folder in ("", "en/") for each in every if (address := folder + each) not in by_mkdocs.pages
    ] == []


@pytest.mark.parametrize(("host", "styles"), [("mkdocs", 0), ("zensical", 1)])
def test_only_the_theme_has_scripts_and_styles_inside_pages(
    host: str, styles: int, request: pytest.FixtureRequest
) -> None:
    site: HostSite = request.getfixturevalue(f"by_{host}")
    pages = [(path.name, path.read_text(encoding="utf-8")) for path in site.root.rglob("*.html")]
    assert find_inline_parts(pages).of_pages == {}
    [script] = site.root.glob("assets/javascripts/bundle*.js")
    # Zensical's search brings a style sheet of its own.
    assert len(list(styles_of_script(script.read_text(encoding="utf-8")))) == styles


def test_home_pages_have_the_name_of_the_site(by_zensical: HostSite) -> None:
    assert [str(by_zensical.pages[home].title) for home in ("", "en/")] == [
        "<title>面包</title>",
        "<title>Bread</title>",
    ]


def test_no_page_has_the_theme_ask_another_host(by_zensical: HostSite) -> None:
    asking = "[data-md-component=source], script[src^=http], link[rel=stylesheet][href^=http]"
    assert [address for address, page in by_zensical.pages.items() if page.select(asking)] == []


def test_the_guide_names_the_differences() -> None:
    guide = (REPOSITORY / "docs/guide/zensical.md").read_text(encoding="utf-8")
    assert [difference for difference in DIFFERENCES if difference not in guide] == []
