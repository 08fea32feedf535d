"""How fast the map of a large atlas is made, and how smoothly it moves in headless Chromium.

    python benchmarks/bench_map.py [--papers N …]

Frames are counted by requestAnimationFrame while a real mouse drags the map about; Chromium draws without a
graphics card. The browser is the one on PATH (`make browser`).
"""

from __future__ import annotations

import argparse
import math
import shutil
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path

from large_sites import large_site, write_site
from playwright.sync_api import Page, sync_playwright

from find_browser import MISSING, find_browser
from paperatlas.build.configuration import read_configuration
from paperatlas.build.project import read_site
from paperatlas.build.templates import shipped_templates, template_loader
from paperatlas.pages import Site, make_site, messages_for
from paperatlas.pages.map.page import map_page

SIZES = (1_000, 10_000)
FRAMES = 50
"""So many frames a second at least."""
_SHELL = """<!doctype html><html lang="en"><meta charset="utf-8">
<link rel="stylesheet" href="../assets/paperatlas.css"><link rel="stylesheet" href="../assets/graph.css">
<body>{}</body></html>
"""
_COUNT = """() => { window.frames = []; window.counting = true;
  const count = (time) => { window.frames.push(time); if (window.counting) requestAnimationFrame(count); };
  requestAnimationFrame(count); }"""


def write_map(site: Site, folder: Path) -> tuple[float, int, int]:
    """Write the map's page with what it loads: the CPU seconds it took, the bytes of the page and of its data."""
    start = time.process_time()
    page = map_page(site)
    taken = time.process_time() - start
    shutil.copytree(shipped_templates() / "assets", folder / "assets")
    html = _SHELL.format(page.body.html)
    (data,) = page.files
    write_site(folder, {"map/index.html": html, data.address: data.text})
    return taken, len(page.body.html.encode()), len(data.text.encode())


def frames(page: Page, seconds: float = 4) -> tuple[float, float]:
    """Frames a second, and the slowest frame but one in twenty in milliseconds, while the map is dragged."""
    box = page.locator(".pa-map__canvas").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate(_COUNT)
    start = time.monotonic()
    step = 0
    while time.monotonic() - start < seconds:
        step += 1
        page.mouse.move(x + 260 * math.sin(step / 17), y + 160 * math.cos(step / 23))
    times = page.evaluate("() => { window.counting = false; return window.frames; }")
    page.mouse.up()
    steps = sorted(after - before for before, after in pairwise(times))
    return 1000 * len(steps) / sum(steps), steps[int(0.95 * len(steps))]


def measure(papers: int, page: Page) -> bool:
    """Measure the map of an atlas of so many papers; whether it moves smoothly at every scale."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        write_site(folder / "project", large_site(papers))
        start = time.process_time()
        project = read_site(read_configuration(folder / "project" / "mkdocs.yml"))
        site = make_site(project.atlas, messages_for("en"), template_loader())
        read = time.process_time() - start
        taken, html, data = write_map(site, folder / "site")
        print(f"\n{papers} papers, {len(site.atlas.relations)} relations: page and data in {taken:.2f} s,", end=" ")
        print(f"{taken / read:.2f} of the time the library takes to read; {html / 1e3:.0f} and {data / 1e3:.0f} kB")
        start = time.monotonic()
        page.goto((folder / "site/map/index.html").as_uri())
        page.locator(".pa-map canvas").first.wait_for()
        print(f"in the browser after {time.monotonic() - start:.1f} s")
        met = True
        for zoom in range(4):
            if zoom:
                page.locator(".leaflet-control-zoom-in").click()
                page.wait_for_timeout(900)
            rate, slow = frames(page)
            met = met and rate >= FRAMES
            told = "ok" if rate >= FRAMES else "MISSED"
            print(f"zoom {zoom}: {rate:5.1f} frames a second (goal {FRAMES}), 19 of 20 within {slow:5.1f} ms   {told}")
        return met


def main() -> int:
    """Measure every size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--papers", type=int, nargs="+", default=SIZES)
    options = parser.parse_args()
    found = find_browser()
    if found is None:
        print(MISSING)
        return 1
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        met = [measure(papers, page) for papers in options.papers]
        browser.close()
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
