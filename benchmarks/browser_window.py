"""A window of a browser for benchmarks, which knows what it is sent and what its page works."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

_ANSWERED = """async (field) => {
  const busy = () => document.querySelector('[aria-busy="true"]');
  while (busy()) await new Promise((done) => setTimeout(done, 10));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}"""
"""Waits until what a key asked for is on the screen."""


class CountingServer(Protocol):
    """What a window asks of the server of its pages."""

    @property
    def sent(self) -> int:
        """Return the bytes that have been sent."""


class Window:
    """A window with an empty cache."""

    def __init__(self, page: Page, server: CountingServer) -> None:
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

    def press(self, field: Locator, key: str) -> float:
        """Press a key in a field of a filter and rest: the seconds of work until what it finds is on the screen."""
        before = self.work()
        field.press(key)
        field.evaluate(_ANSWERED)
        worked = self.work() - before
        self.rest()
        return worked


@contextmanager
def window(browser: Browser, server: CountingServer) -> Iterator[Window]:
    """Open a window with an empty cache."""
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        yield Window(context.new_page(), server)
