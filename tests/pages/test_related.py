"""Related work that nobody states, on the page of a paper and as relations to export."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from paperatlas.pages import Site, derived_relations, messages_for
from paperatlas.pages.paper import paper_page
from paperatlas.pages.related import related_to
from paperatlas.similarity.derived import Related
from paperatlas.similarity.reasons import Reasons
from paperatlas.similarity.related_work import find_related_work
from paperatlas.texts.en import EN
from paperatlas.texts.zh import ZH
from tests.conftest import ReadFiles, make_site
from tests.similarity.test_derived import library

EVERYTHING = Reasons(
    direction="diffusion",
    group="fast",
    names_it=True,
    notes=("directions/diffusion.md",),
    authors=("A. One", "B. Two", "C. Three", "D. Four", "E. Five"),
    terms=("noise schedule", "process"),
)
WORDS = [
    (
        "en",
        EVERYTHING,
        (
            "Both in “Diffusion › Fast sampling”; FastDPM’s abstract names DDIM; cited in one sentence of “Diffusion”; "
            "shared authors: A. One, B. Two, C. Three and 2 more; shared terms: noise schedule, process"
        ),
    ),
    (
        "zh",
        EVERYTHING,
        (
            "同在“Diffusion › Fast sampling”；FastDPM 的摘要提到 DDIM；“Diffusion”有一句同时引用两者；"
            "共同作者：A. One、B. Two、C. Three 等 5 人；共同用语：noise schedule、process"
        ),
    ),
    ("en", Reasons(direction="diffusion"), "Both in “Diffusion”"),
    ("en", Reasons(authors=("A. One",)), "Shared author: A. One"),
    ("en", Reasons(authors=("A", "B", "C", "D")), "Shared authors: A, B, C and D"),
    ("zh", Reasons(authors=("A", "B", "C", "D")), "共同作者：A、B、C、D"),
    ("en", Reasons(terms=("iPhone",)), "Shared term: iPhone"),
    ("en", Reasons(names_it=True), "FastDPM’s abstract names DDIM"),
    ("zh", Reasons(named_by_it=True), "DDIM 的摘要提到 FastDPM"),
    ("en", Reasons(cites=True, cited=True), "FastDPM cites DDIM; DDIM cites FastDPM"),
    (
        "en",
        Reasons(both_cited=9, both_cite=14),
        "Both cited by 9 papers of this atlas; both cite 14 papers of this atlas",
    ),
    (
        "zh",
        Reasons(cites=True, both_cited=9, both_cite=14),
        "FastDPM 引用 DDIM；本图谱中有 9 篇同时引用两者；两者都引用本图谱中的 14 篇论文",
    ),
]


def site_of(read_files: ReadFiles, language: str, related: dict[str, tuple[Related, ...]] | None = None) -> Site:
    atlas = library(read_files)
    found = find_related_work(atlas, language).in_language(language) if related is None else related
    return replace(make_site(atlas, messages_for(language)), related=found)


@pytest.mark.parametrize(("language", "reasons", "words"), WORDS)
def test_reasons_in_words(read_files: ReadFiles, language: str, reasons: Reasons, words: str) -> None:
    site = site_of(read_files, language, {"fast": (Related("ddim", 1, reasons),)})
    assert [found.reason for found in related_to(site, site.atlas.papers["fast"])] == [words]


def test_the_page_tells_derived_from_stated(read_files: ReadFiles) -> None:
    site = site_of(read_files, "en")
    page = paper_page(site, site.atlas.papers["fast"])
    section = BeautifulSoup(page.body.html, "html.parser").select_one(".pa-related")
    assert section is not None
    assert ("related", "Related papers") in [(heading.id, heading.title) for heading in page.body.headings]
    assert EN.related.explanation in section.text
    assert [link["href"] for link in section.select("li > a")] == ["../ddim/", "../ddpm/"]
    assert "shared terms: DDIM, noise schedule" in section.text
    assert "pa-relation-table" not in page.body.html


def test_a_page_without_related_papers_says_nothing_of_them(read_files: ReadFiles) -> None:
    site = site_of(read_files, "zh")
    page = paper_page(site, site.atlas.papers["bare"])
    assert "pa-related" not in page.body.html
    assert ZH.related.title not in [heading.title for heading in page.body.headings]


def test_what_a_template_shows_is_escaped(read_files: ReadFiles) -> None:
    site = site_of(read_files, "en", {"fast": (Related("ddim", 1, Reasons(terms=("<b>&",))),)})
    assert "shared term: &lt;b&gt;&amp;" in paper_page(site, site.atlas.papers["fast"]).body.html.replace("S", "s")


def test_two_papers_have_one_derived_relation(read_files: ReadFiles) -> None:
    site = site_of(read_files, "en")
    relations = derived_relations(site)
    pairs = [frozenset((relation.source, relation.target)) for relation in relations]
    assert len(pairs) == len(set(pairs)) > 0
    assert {relation.origin for relation in relations} == {"derived"}
    assert {relation.type.name for relation in relations} == {"similar"}
    first = relations[0]
    assert (first.source, first.target) == ("ddim", "fast")
    assert first.evidence == {"en": related_to(site, site.atlas.papers["ddim"])[0].reason}
