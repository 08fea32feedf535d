"""The page of rules."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from paperatlas.atlas import Atlas
from paperatlas.build.catalogue import ALL_RULES
from paperatlas.diagnostics.families import FAMILIES
from paperatlas.diagnostics.problem import Rule
from paperatlas.pages import messages_for
from paperatlas.pages.rules import rules_page
from paperatlas.texts.en import EN
from paperatlas.texts.zh import ZH
from tests.conftest import make_site

EMPTY = Atlas(papers={}, directions={}, relations=(), relation_types=(), documents=())


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_rule_has_its_anchor(language: str) -> None:
    page = rules_page(make_site(EMPTY, messages_for(language)), ALL_RULES)
    soup = BeautifulSoup(page.body.html, "html.parser")
    anchors = [str(heading["id"]) for heading in soup.select("h2, h3")]
    assert anchors == [heading.id for heading in page.body.headings]
    assert set(anchors) == {*FAMILIES, *(rule.code for rule in ALL_RULES)}
    assert page.address == "problems/"


@pytest.mark.parametrize(("language", "english"), [("en", ""), ("zh", "en")])
def test_the_contents_lead_to_every_rule(language: str, english: str) -> None:
    page = rules_page(make_site(EMPTY, messages_for(language)), ALL_RULES)
    soup = BeautifulSoup(page.body.html, "html.parser")
    assert [link["href"] for link in soup.select(".pa-rule-list a")] == [f"#{h.id}" for h in page.body.headings]
    assert {section.get("lang", "") for section in soup.select("section.pa-rule")} == {english}
    assert not soup.select("[lang] nav")


def test_a_rule_in_full() -> None:
    rule = Rule("TST003", "a-rule", "warning", "What `is` <wrong>.", "Why & how.", "x = {<a>}", "x = {b}")
    html = rules_page(make_site(EMPTY, messages_for("en")), [rule]).body.html
    soup = BeautifulSoup(html, "html.parser")
    section = soup.select_one("section")
    assert section
    assert [code.get_text() for code in section.select("code")] == ["TST003", "is", "x = {<a>}", "x = {b}"]
    assert "What is <wrong>." in section.get_text()
    assert "Why & how." in section.get_text()
    assert section.select_one(".pa-severity--warning")
    assert len(section.select("pre")) == 2


def test_every_family_has_a_title_in_every_language() -> None:
    assert set(EN.rules.families) == set(ZH.rules.families) == set(FAMILIES)
