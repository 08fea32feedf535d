"""What a reader's browser loads and does on a large site: the first answer of its search, and the list of papers.

Pages are sent compressed, each window starts with an empty cache, and everything that is sent counts, the theme's own
files as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.browser_window import window
from benchmarks.builds.comparison import BYTES, CPU, WALL, Comparison
from benchmarks.builds.processes import BenchError
from benchmarks.compressed_server import CompressedServer, served

from find_browser import MISSING, find_browser

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ANSWER, LIST = 300_000, 250_000
"""The most bytes until a search has its first answer, and for the list of papers."""
INTERACTIVE, KEY = 1.0, 0.05
"""The most seconds until the list can be used, and for a key in its filter."""
_SEARCHES = (
    (".pa-search-open", ".pa-search__input", "#pa-search-results [role=option]"),
    (".md-search__input", ".md-search__input", ".md-search-result__item"),
)
"""What is clicked, typed into, and waited for: the search in pieces, and Material's own."""


def reader_rows(site: Path, papers: int, word: str, rounds: int) -> Iterator[Comparison]:
    """Open a built site in headless Chromium; `word` stands in one abstract."""
    from playwright.sync_api import Error, sync_playwright

    program = find_browser()
    if program is None:
        raise BenchError(MISSING)
    with sync_playwright() as playwright, served(site) as server:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        try:
            answer = first_answer(browser, server, word)
            opened = [open_list(browser, server) for _ in range(rounds)]
        except Error as error:
            message = f"{site} could not be measured in a browser: {error}"
            raise BenchError(message) from None
        finally:
            browser.close()
    yield _limited("search: sent until the first answer", papers, BYTES, ANSWER, [answer])
    sent, ready, keys = zip(*opened, strict=True)
    yield _limited("list of papers: sent", papers, BYTES, LIST, sent)
    yield _limited("list of papers: until it can be used", papers, WALL, INTERACTIVE, ready)
    yield _limited("list of papers: a key, the slowest", papers, CPU, KEY, keys)


def _limited(work: str, papers: int, figure: str, limit: float, values: Sequence[float]) -> Comparison:
    against = f"{limit / 1000:g} kB" if figure == BYTES else f"{limit:g} s"
    pairs = [(value, limit) for value in values]
    return Comparison(work, against, papers, {figure: pairs}, 1.0, 10_000, figure)


def first_answer(browser: Browser, server: CompressedServer, word: str) -> float:
    """Return the bytes that are sent for the home page and until its search shows an answer."""
    with window(browser, server) as opened:
        page = opened.page
        page.goto(server.address)
        opened.rest()
        for opener, field_, answer in _SEARCHES:
            if page.locator(opener).count():
                page.locator(opener).first.click()
                page.locator(field_).first.press_sequentially(word)
                page.locator(answer).first.wait_for(state="attached", timeout=120_000)
                opened.rest()
                return opened.sent
    message = "the site has no search that is known"
    raise BenchError(message)


def open_list(browser: Browser, server: CompressedServer) -> tuple[float, float, float]:
    """Return the bytes of the list of papers, the seconds until its filter can be used, and the slowest key's."""
    with window(browser, server) as opened:
        page = opened.page
        page.goto(f"{server.address}papers/", wait_until="commit")
        page.locator("form.pa-filter:not([hidden])").first.wait_for(timeout=120_000)
        ready = float(page.evaluate("performance.now()")) / 1000
        opened.rest()
        typed = page.locator("form.pa-filter input[type=search]").first
        typed.click()
        opened.rest()
        keys = [opened.press(typed, key) for key in (*"neri", *["Backspace"] * 4)]
        return opened.sent, ready, max(keys)
