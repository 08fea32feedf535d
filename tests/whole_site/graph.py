"""The graph of related methods in a browser: how tests find its parts."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

DIFFUSION = "directions/diffusion/"
LINEAGE = "directions/influence-functions/"
"""A direction whose graph is drawn along the years: groups are marks on the boxes, with a legend."""
GRAPHS = (DIFFUSION, "directions/transformer/", "directions/data-copying/", "map/")
SHOWN = ".pa-graph__nodes .pa-node:not(.pa-off)"
LIT = ".pa-graph__nodes .pa-node.pa-lit"


def alive(page: Page, url: str) -> Locator:
    """The graph of a page, once its scripts are there."""
    page.goto(url)
    figure = page.locator("figure.pa-graph--live")
    expect(figure).to_be_visible()
    return figure


def node(page: Page, key: str) -> Locator:
    """A method of the graph, by the key of its paper."""
    return page.locator(f'a.pa-node[data-key="{key}"]')


def keys(page: Page, selector: str) -> set[str]:
    """The keys of the methods that a selector finds."""
    found: list[str] = page.locator(selector).evaluate_all("nodes => nodes.map((node) => node.dataset.key)")
    return set(found)


def drawn_relations(page: Page) -> list[dict[str, str]]:
    """The relations of the drawing: `source`, `target`, `type`."""
    found: list[dict[str, str]] = page.locator(".pa-graph__edges path[data-source]").evaluate_all(
        "paths => paths.map((path) => ({ ...path.dataset }))"
    )
    return found


def matches(page: Page) -> Locator:
    """What the search offers."""
    return page.get_by_role("listbox").get_by_role("option")


def neighbourhood(page: Page, key: str) -> set[str]:
    """A method and all that a relation ties to it."""
    ends = [(edge["source"], edge["target"]) for edge in drawn_relations(page)]
    return {end for pair in ends if key in pair for end in pair}


def with_word(word: str) -> re.Pattern[str]:
    """What has `word` among its words."""
    return re.compile(rf"(^|\s){re.escape(word)}(\s|$)")


def width_of(page: Page) -> float:
    """How wide the drawing is, in pixels."""
    width: float = page.locator(".pa-graph__svg").evaluate("svg => svg.getBoundingClientRect().width")
    return width
