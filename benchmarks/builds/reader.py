"""What a reader's browser loads and does on a large site: the first answer of its search, and the list of papers.

Pages are sent compressed, each window starts with an empty cache, and everything that is sent counts, the theme's own
files as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.builds.comparison import BYTES, CPU, WALL, Comparison
from benchmarks.builds.processes import BenchError
from benchmarks.compressed_server import CompressedServer, served

from find_browser import MISSING, find_browser

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ANSWER, LIST = 300_000, 250_000
"""The most bytes until a search has its first answer, and for the list of papers."""
INTERACTIVE, KEY = 1.0, 0.05
"""The most seconds until the list can be used, and for a key in its filter."""
_SEARCHES = (
    (".pa-search-open", ".pa-search__input", "#pa-search-results [role=option]"),
    (".md-search__input", ".md-search__input", ".md-search-result__item"),
)
"""What is clicked, typed into, and waited for: the search in pieces, and Material's own."""


class Window:
    """A window with an empty cache, which knows what the server sends and what its page works."""

    def __init__(self, page: Page, server: CompressedServer) -> None:
        self.page = page
        self._server = server
        self._before = server.sent
        self._tools = page.context.new_cdp_session(page)
        # Ticks of the thread, not of the clock: what else the machine does is not the page's work.
        self._tools.send("Performance.enable", {"timeDomain": "threadTicks"})

    @property
    def sent(self) -> int:
        """Return the bytes that the server has sent, also to the page's workers, which the browser counts elsewhere."""
        return self._server.sent - self._before

    def work(self) -> float:
        """Return the seconds that the main thread has worked."""
        metrics = self._tools.send("Performance.getMetrics")["metrics"]
        return next(float(each["value"]) for each in metrics if each["name"] == "TaskDuration")

    def rest(self) -> None:
        """Wait until nothing more is sent."""
        before = -1
        while before != self.sent:
            before = self.sent
            self.page.wait_for_timeout(1_000)


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
        keys = []
        for key in (*"neri", *["Backspace"] * 4):
            before = opened.work()
            typed.press(key)
            page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
            keys.append(opened.work() - before)
        return opened.sent, ready, max(keys)


@contextmanager
def window(browser: Browser, server: CompressedServer) -> Iterator[Window]:
    """Open a window with an empty cache."""
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        yield Window(context.new_page(), server)
