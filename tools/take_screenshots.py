"""Take pictures of every type of page of the built atlas, to be looked at, and those that the README shows.

    python tools/take_screenshots.py site [--only home] [--readme]

They go into `screenshots/`, which git ignores: each type at 1280 and 390 pixels, light and dark, in both languages. The
README's go into `docs/assets/readme/`.
"""

from __future__ import annotations

import argparse
import base64
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from playwright.sync_api import Browser, Page, sync_playwright

from find_browser import find_browser

ROOT = Path(__file__).parents[1]
PAGES = {
    "home": "",
    "direction": "directions/diffusion/",
    "results": "directions/self-supervised/results/",
    "paper": "papers/ddpm/",
    "papers": "papers/",
    "people": "people/",
    "venues": "venues/",
    "venue": "venues/NeurIPS/",
    "years": "years/",
    "year": "years/2021/",
    "map": "map/",
    "compare": "compare/?p=ddpm,ddim,fastdpm,score-sde",
    "reading": "reading/",
    "guide": "guide/write-notes/",
    "problems": "problems/",
    "about": "about/",
    "not-found": "404.html",
}
"""A page of each type; those that the site does not have are left out."""
LANGUAGES = {"zh": "", "en": "en/"}
WIDTHS = (1280, 390)
SCHEMES = ("light", "dark")
MOST_SCREENS = 4
"""How much of a long page is in a picture: its head and what follows; the rest is more of the same."""
README = {
    "home": ("en/", "light", None),
    "graph": ("en/directions/diffusion/", "light", ".pa-graph, .pa-graph-frame"),
    "paper": ("en/papers/ddpm/", "dark", None),
}
"""The README's pictures: a page, its scheme, and what is to be at the top."""
_LIMIT = 150_000
"""Bytes of a picture of the README, which is loaded with every visit."""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a folder; give its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()


def picture(page: Page, *, height: int, top: int = 0, quality: int = 80) -> bytes:
    """Return a part of a page as WebP, which Chromium writes and Playwright does not offer."""
    width = page.viewport_size["width"] if page.viewport_size else WIDTHS[0]
    clip = {"x": 0, "y": top, "width": width, "height": height, "scale": 1}
    wanted = {"format": "webp", "quality": quality, "clip": clip, "captureBeyondViewport": True}
    answer = page.context.new_cdp_session(page).send("Page.captureScreenshot", wanted)
    return base64.b64decode(answer["data"])


def all_pages(browser: Browser, address: str, site: Path, target: Path, only: str) -> int:
    """Take the pictures of every type of page; return how many."""
    taken = 0
    for width in WIDTHS:
        for scheme in SCHEMES:
            size = {"width": width, "height": 900}
            with browser.new_context(viewport=size, color_scheme=scheme, reduced_motion="reduce") as context:  # type: ignore[arg-type]
                page = context.new_page()
                for name, path in PAGES.items():
                    for language, folder in LANGUAGES.items():
                        file = site / folder / path.partition("?")[0]
                        if (only and name != only) or not (file if file.suffix else file / "index.html").is_file():
                            continue
                        page.goto(f"{address}{folder}{path}", wait_until="load")
                        whole = int(page.evaluate("document.documentElement.scrollHeight"))
                        image = picture(page, height=min(whole, MOST_SCREENS * size["height"]))
                        (target / f"{name}-{language}-{width}-{scheme}.webp").write_bytes(image)
                        taken += 1
    return taken


def for_readme(browser: Browser, address: str, target: Path) -> list[str]:
    """Take the pictures of the README; return what is wrong with them."""
    wrong = []
    for name, (path, scheme, first) in README.items():
        size = {"width": 1280, "height": 800}
        with browser.new_context(viewport=size, color_scheme=scheme, reduced_motion="reduce") as context:  # type: ignore[arg-type]
            page = context.new_page()
            page.goto(f"{address}{path}", wait_until="load")
            if first:
                page.locator(first).first.evaluate(
                    "part => scrollTo(0, part.getBoundingClientRect().top + scrollY - 130)"
                )
                page.wait_for_timeout(300)
            image = picture(page, height=800, top=int(page.evaluate("scrollY")), quality=70)
        (target / f"{name}.webp").write_bytes(image)
        if len(image) > _LIMIT:
            wrong.append(f"{name}.webp has {len(image)} bytes, over {_LIMIT}.")
    return wrong


def main() -> int:
    """Take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path, help="the folder of the built atlas")
    parser.add_argument("--only", default="", choices=["", *PAGES], help="a type of page")
    parser.add_argument("--readme", action="store_true", help="the pictures of the README alone")
    arguments = parser.parse_args()
    found = find_browser()
    if found is None or not (arguments.site / "index.html").is_file():
        print("Chromium, or the built site, is missing: make build browser", file=sys.stderr)
        return 2
    target, shown = ROOT / "screenshots", ROOT / "docs" / "assets" / "readme"
    for folder in (target, shown):
        folder.mkdir(parents=True, exist_ok=True)
    with served(arguments.site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        if not arguments.readme:
            taken = all_pages(browser, address, arguments.site, target, arguments.only)
            print(f"{taken} pictures are in screenshots/")
        wrong = [] if arguments.only else for_readme(browser, address, shown)
        browser.close()
    print("\n".join(wrong), end="\n" if wrong else "", file=sys.stderr)
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
