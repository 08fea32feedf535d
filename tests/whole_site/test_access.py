"""Whether everybody can use every kind of page: axe-core, narrow windows, what moves while a page loads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import REPOSITORY

AXE = REPOSITORY / "node_modules/axe-core/axe.min.js"
# The language, the colour scheme and the width change from page to page: a page takes one or two seconds.
PAGES = [
    ("", "light", 1280),
    ("en/directions/data-copying/", "dark", 390),
    ("directions/influence-functions/results/", "dark", 390),
    ("en/directions/transformer/results/", "light", 1280),
    ("papers/fastdpm/", "dark", 1280),
    ("en/papers/", "light", 390),
    ("people/", "dark", 390),
    ("en/people/Alec_Radford/", "light", 1280),
    ("en/years/", "dark", 1280),
    ("map/", "light", 1280),
    ("compare/?p=ddpm,ddim,vit", "light", 1280),
    ("en/compare/?p=ddpm", "dark", 390),
    ("en/reading/", "dark", 390),
    ("en/guide/write-notes/", "light", 390),
    ("guide/tutorial/", "dark", 390),
    ("problems/", "dark", 1280),
    ("404.html", "light", 390),
]
# What there are hundreds of, each made like the others, is looked at in a few.
FEWER = """() => {
  for (const alike of ['tbody > tr', '.pa-list > li', 'a.pa-node', 'path.pa-edge', 'section.pa-rule', '.md-nav__list > li']) {
    const seen = new Map();
    for (const element of document.querySelectorAll(alike)) {
      const among = (seen.get(element.parentNode) ?? 0) + 1;
      seen.set(element.parentNode, among);
      if (among > 4) element.remove();
    }
  }
}"""
CHECK = """async () => {
  const more = Object.fromEntries(['target-size', 'label-content-name-mismatch'].map((rule) => [rule, { enabled: true }]));
  const { violations } = await axe.run(document, { resultTypes: ['violations'], rules: more });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`));
}"""
MARK = """() => {
  const mark = (slug, name, title) => ({ slug, name, title, state: 'read', star: true, when: '2026-01-01T00:00:00Z' });
  const known = mark('fastdpm', 'FastDPM', 'On Fast Sampling of Diffusion Probabilistic Models');
  const marks = { version: 1, marks: [known, mark('gone', 'A paper that is gone', '')] };
  localStorage.setItem('paperatlas.marks:/atlas/', JSON.stringify(marks));
}"""
# axe-core does not look at the edges of fields: their contrast to what is around them is to be 3 (WCAG 2.2, 1.4.11).
EDGES = """() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const over = (colours) => {
    for (const colour of colours) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const luminance = (rgb) => rgb
    .map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
    .reduce((sum, value, at) => sum + value * [0.2126, 0.7152, 0.0722][at], 0);
  return Array.from(document.querySelectorAll('[class^="pa-"] :is(input:not([type="checkbox"], [type="range"]), select)'), (field) => {
    const ground = getComputedStyle(document.body).backgroundColor;
    const both = [over(['#fff', ground, getComputedStyle(field).borderTopColor]), over(['#fff', ground])];
    const [dark, light] = both.map(luminance).sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  });
}"""
SHIFTS = """
window.paShift = 0;
new PerformanceObserver((list) => {
  for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) window.paShift += value;
}).observe({ type: 'layout-shift', buffered: true });
"""


@pytest.fixture(scope="module")
def windows(chromium: Browser) -> Iterator[dict[str, Page]]:
    """A window for each scheme, in which what moves is added up and axe-core is there."""
    found: dict[str, Page] = {}
    contexts = []
    for scheme in ("light", "dark"):
        settings: dict[str, Any] = {"color_scheme": scheme, "reduced_motion": "reduce"}
        contexts.append(chromium.new_context(**settings))
        contexts[-1].add_init_script(SHIFTS)
        found[scheme] = contexts[-1].new_page()
    yield found
    for context in contexts:
        context.close()


@pytest.mark.parametrize(("path", "scheme", "width"), PAGES)
def test_everybody_can_use_a_page(windows: dict[str, Page], address: str, path: str, scheme: str, width: int) -> None:
    page = windows[scheme]
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address + path)
    if "reading/" in path:
        page.evaluate(MARK)
        page.reload()
        page.locator("#reading-table tbody tr").first.wait_for()
    if "compare/" in path:
        page.locator(".pa-chosen__frame tbody tr").first.wait_for()
    page.evaluate("() => new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen)))")
    assert page.evaluate("window.paShift") < 0.02
    # Where papers are marked, the choices for one are open.
    page.evaluate("document.querySelector('.pa-marks__open')?.click()")
    # As with 400 % in a window of 1280.
    page.set_viewport_size({"width": 320, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.set_viewport_size({"width": width, "height": 900})
    assert page.locator("body").get_attribute("data-md-color-scheme") == {"light": "default", "dark": "slate"}[scheme]
    page.evaluate(FEWER)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert page.evaluate(CHECK) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("path", "fields"), [("en/papers/", 5), ("map/", 6), ("en/compare/", 1), ("404.html", 2)])
def test_fields_are_seen(windows: dict[str, Page], address: str, scheme: str, path: str, fields: int) -> None:
    windows[scheme].goto(address + path)
    contrasts = windows[scheme].evaluate(EDGES)
    assert len(contrasts) == fields
    assert min(contrasts) >= 3


def test_a_drawing_has_the_readers_own_colours(chromium: Browser, address: str) -> None:
    """Of drawings a browser changes the colours only where a style sheet names those that the reader has chosen."""
    with chromium.new_context(forced_colors="active", color_scheme="dark") as context:
        page = context.new_page()
        page.goto(address + "directions/data-copying/")
        told = page.evaluate(
            """() => {
              const text = getComputedStyle(document.body).color;
              const colour = (selector, name) => getComputedStyle(document.querySelector(selector))[name];
              document.querySelector('a.pa-node').focus({ focusVisible: true });
              return [text, colour('path.pa-edge.pa-line--extends', 'stroke'), colour('.pa-node__label', 'fill'),
                colour('a.pa-node:focus-visible .pa-box', 'stroke')];
            }"""
        )
        assert told[:3] == ["rgb(255, 255, 255)"] * 3
        assert told[3] not in ("rgb(255, 255, 255)", "rgb(0, 0, 0)")


@pytest.mark.parametrize(
    ("path", "most"), [("papers/fastdpm/", 1), ("en/papers/dino/", 1), ("directions/data-copying/", 8), ("map/", 2)]
)
def test_what_is_printed_has_few_pages(windows: dict[str, Page], address: str, path: str, most: int) -> None:
    page = windows["dark"]
    page.goto(address + path)
    printed = page.pdf(format="A4", margin=dict.fromkeys(("top", "bottom", "left", "right"), "15mm"))  # type: ignore[arg-type]
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) <= most
