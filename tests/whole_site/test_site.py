"""The built atlas as a whole: addresses, links, offline, home."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote, urlsplit

from tests.whole_site.conftest import FOLDER, BuiltSite

ASKED_FOR = (
    "//*[self::script or self::img or self::iframe]/@src"
    " | //link[contains('stylesheet preconnect preload icon', @rel)]/@href"
)


def test_every_internal_link_and_anchor_resolves(atlas_site: BuiltSite) -> None:
    ids: dict[str, set[str]] = {}
    links: list[tuple[str, str]] = []
    for address, page in atlas_site.trees():
        ids[address] = {"", "__top", *map(str, page.xpath("//@id"))}
        links += [(address, str(link)) for link in page.xpath("//@href | //@src | //@*[name() = 'xlink:href']")]
    broken = []
    for address, link in links:
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            continue
        here = posixpath.join(f"/{FOLDER}", posixpath.dirname(address), unquote(parts.path))
        target = posixpath.relpath(here, f"/{FOLDER}").removeprefix(".")
        if parts.path == "":
            found = unquote(parts.fragment) in ids[address]
        elif parts.path.endswith(("/", "/.", "..")) or parts.path in (".", ".."):
            folder = f"{target}/" if target else ""
            found = folder in ids and unquote(parts.fragment) in ids[folder]
        else:
            found = (atlas_site.root / target).is_file()
        if not found:
            broken.append(f"{address} -> {link}")
    assert broken == []


def test_the_language_switch_of_a_page_that_is_not_found_leads_home(atlas_site: BuiltSite) -> None:
    switch = atlas_site.pages["404.html"].select("a.md-select__link")
    assert {link["hreflang"]: link["href"] for link in switch} == {"zh": f"/{FOLDER}/", "en": f"/{FOLDER}/en/"}


def test_no_page_asks_another_host_for_anything(atlas_site: BuiltSite) -> None:
    asked = {str(address) for _, page in atlas_site.trees() for address in page.xpath(ASKED_FOR)}
    assert asked
    foreign = {address for address in asked if urlsplit(address).netloc}
    assert foreign == set()
    for style in atlas_site.root.glob("**/*.css"):
        urls = re.findall(r"(?:url\(|@import\s+)[\"']?(https?:)?//", style.read_text(encoding="utf-8"))
        assert urls == [], style


def test_every_page_has_one_heading_and_a_title(atlas_site: BuiltSite) -> None:
    for address, page in atlas_site.trees():
        if address == "404.html":
            continue
        assert len(page.xpath("//h1")) == 1, address
        assert page.xpath("normalize-space(//title)"), address
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids)), address


def test_home_shows_the_directions_at_a_glance(atlas_site: BuiltSite) -> None:
    cards = atlas_site.pages[""].select(".pa-card")
    directions = {f"directions/{direction['slug']}/": direction for direction in atlas_site.data["directions"]}
    found = {str(card.select_one("a")["href"]): card for card in cards}  # type: ignore[index]
    assert len(cards) == len(found)
    assert found.keys() == directions.keys()
    statuses = [directions[href]["status"] for href in found]
    assert statuses == sorted(statuses, key=["rising", "hot", "early", "maturing", None].index)
    assert [href for href in found if not directions[href]["status"]] == ["directions/background/"]
    for href, direction in directions.items():
        card = found[href]
        text = card.get_text()
        assert direction["title"] in text
        assert direction["summary"] in text
        assert f"{len(direction['papers'])} 篇论文" in text
        for assessment in filter(None, (direction["now"], direction["then"])):
            assert card.select_one(f".pa-status--{assessment['status']}")
            assert assessment["reason"] in text
            address, anchor = assessment["see"].split("#")
            assert atlas_site.pages[address].select_one(f'h2[id="{anchor}"]')


def test_the_list_of_papers_is_whole(atlas_site: BuiltSite) -> None:
    links = {str(link["href"]) for link in atlas_site.pages["papers/"].select("#papers-table a.pa-paper__name")}
    assert links == {f"{paper['key']}/" for paper in atlas_site.data["papers"]}


def test_relations_are_drawn_and_told(atlas_site: BuiltSite) -> None:
    stated = [found for found in atlas_site.data["relations"] if found["origin"] == "stated"]
    relations = {(found["source"], found["target"], found["type"]) for found in stated}
    page = atlas_site.pages["map/"]
    drawn = {
        (path["data-source"], path["data-target"], path["data-type"])
        for path in page.select(".pa-graph__edges path[data-source]")
    }
    assert drawn == relations
    assert len(page.select("#relations-as-text tbody tr")) == len(relations)
    for source, target, _ in relations:
        assert atlas_site.pages[f"papers/{source}/"].select_one(f'#relations ~ table a[href="../{target}/"]')
        assert atlas_site.pages[f"papers/{target}/"].select_one(f'#relations ~ table a[href="../{source}/"]')


def test_derived_relations_are_listed_apart_with_their_reasons(atlas_site: BuiltSite) -> None:
    every = atlas_site.data["relations"]
    derived = [found for found in every if found["origin"] == "derived"]
    stated = {frozenset((found["source"], found["target"])) for found in every if found["origin"] == "stated"}
    pairs = [frozenset((found["source"], found["target"])) for found in derived]
    assert stated.isdisjoint(pairs)
    assert len(set(pairs)) == len(pairs)
    assert len(pairs) > len(atlas_site.data["papers"])
    for found in derived:
        page = atlas_site.pages[f"papers/{found['source']}/"]
        link = page.select_one(f'#related ~ .pa-related a[href="../{found["target"]}/"]')
        assert link is not None
        assert found["evidence"] in str(link.find_parent("li").text)  # type: ignore[union-attr]


def test_a_paper_lists_the_notes_that_mention_it(atlas_site: BuiltSite) -> None:
    mentions = atlas_site.pages["papers/ddpm/"].select_one(".pa-mentions")
    assert mentions
    assert mentions.select_one('a[href="../../directions/diffusion/"]')
    assert mentions.select_one("q")


def test_citations_became_links(atlas_site: BuiltSite) -> None:
    raw = "//article//text()[contains(., '[@') and not(ancestor::code or ancestor::pre)]"
    for address, page in atlas_site.trees():
        assert page.xpath("//article") or address == "404.html"
        assert page.xpath(raw) == [], address
    assert atlas_site.pages["directions/diffusion/"].select('a.pa-cite[href="../../papers/ddpm/"]')


def test_abstracts_say_whose_they_are(atlas_site: BuiltSite) -> None:
    assert "摘要由本图谱自行撰写" in atlas_site.pages["papers/ddpm/"].get_text()
