"""Many links at once, politely: each host gets one request at a time, and several hosts are asked side by side.

urllib3's `Retry` counts the attempts of one request. Here all links of a host are asked for once before those in
trouble are asked for again, what says something of the host counts for all of them, and no wait outlasts the whole run.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from queue import Empty, SimpleQueue

from paperatlas.services.web import Reply, host_of
from paperatlas.upkeep.links.check import Ask, Method, Outcome, at_first_host, check_link
from paperatlas.upkeep.links.targets import Question

Answer = tuple[Question, Outcome]

_HOST_TROUBLE = frozenset({"host", "connection", "time-out", "certificate"})
"""Reasons that every page of the host will have."""
_TURN = 0.1
"""Seconds between two looks at the clock while nothing comes in."""


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """How often, and after how many seconds, what could not be checked is tried again."""

    workers: int = 8
    """How many hosts are asked at the same time."""
    retries: tuple[float, ...] = (5.0, 20.0)
    busy: float = 10.0
    """The wait after a 429 that names no time (RFC 6585)."""
    longest: float = 60.0
    """The longest time a busy server may have us wait."""
    in_vain: int = 3
    """After how many vain requests in a row the host's other links share the outcome unasked."""


class StoppedError(Exception):
    """There is no more time for this."""


def pause_until(stop: threading.Event) -> Callable[[float], None]:
    """Return a way to wait some seconds, which raises `StoppedError` as soon as `stop` is set."""

    def pause(seconds: float) -> None:
        if stop.wait(seconds):
            raise StoppedError

    return pause


def check_links(
    questions: Iterable[Question],
    first: Ask,
    *,
    stop: threading.Event,
    until: float,
    wait: Callable[[float], None] | None = None,
    clock: Callable[[], float] = time.monotonic,
    retry_policy: RetryPolicy = RetryPolicy(),
) -> Iterator[Answer]:
    """Yield the outcome of each question as it comes in; a later one for the same question replaces an earlier one.

    `first` is one request; it keeps the pause between two requests to a host. At the time `until` of `clock`, or when
    `stop` is set, no new request is made; what has no outcome by then is left. `wait` waits some seconds. Raises what a
    thread raised.
    """
    hosts = _by_host(questions)
    come: SimpleQueue[Answer | Exception | None] = SimpleQueue()
    ask = _one_at_a_time(first, lambda: stop.is_set() or clock() >= until)
    checker = _HostChecker(ask, wait or pause_until(stop), come.put, retry_policy)
    working = min(retry_policy.workers, len(hosts))
    for _ in range(working):
        # Daemons, so that an interruption need not wait for the slowest server.
        threading.Thread(target=_work, args=(hosts, checker.check, come.put), daemon=True).start()
    try:
        while working:
            try:
                item = come.get(timeout=_TURN)
            except Empty:
                if clock() >= until:
                    break
                continue
            if item is None:
                working -= 1
            elif isinstance(item, Exception):
                raise item
            else:
                yield item
    finally:
        stop.set()


def _work(
    hosts: deque[list[Question]],
    check_host: Callable[[list[Question]], None],
    tell: Callable[[Exception | None], None],
) -> None:
    """Check one host after another until none is left; tell what went wrong, and, with None, that this is the end."""
    try:
        while hosts:
            check_host(hosts.popleft())
    except (StoppedError, IndexError):  # another thread took the last host
        pass
    except Exception as error:  # for the thread that waits
        tell(error)
    tell(None)


def _by_host(questions: Iterable[Question]) -> deque[list[Question]]:
    """Return the questions for each host, each once, the host with the most first: it takes the longest."""
    hosts: dict[str, list[Question]] = {}
    for question in dict.fromkeys(questions):
        hosts.setdefault(host_of(question.url), []).append(question)
    return deque(sorted(hosts.values(), key=len, reverse=True))


def _one_at_a_time(first: Ask, over: Callable[[], bool]) -> Ask:
    """`first`, but never two requests to a host at once, redirects from other hosts included, nor any when it is over.

    Raises `StoppedError` then.
    """
    locks: dict[str, threading.Lock] = {}

    def ask(url: str, method: Method, limit: int) -> Reply:
        with locks.setdefault(host_of(url), threading.Lock()):
            if over():
                raise StoppedError
            return first(url, method, limit)

    return ask


@dataclass(frozen=True, slots=True)
class _HostChecker:
    """How hosts are asked, and whom to tell what comes of it."""

    ask: Ask
    wait: Callable[[float], None]
    tell: Callable[[Answer], None]
    policy: RetryPolicy

    def check(self, questions: list[Question]) -> None:
        """Ask one host for all its links, and for those in trouble again, later."""
        troubled = self._ask_each(questions)
        for pause in self.policy.retries:
            if not troubled:
                return
            asked = max(outcome.wait for _, outcome in troubled)
            self.wait(min(max(pause, asked), self.policy.longest))
            troubled = self._ask_each([question for question, _ in troubled])

    def _ask_each(self, questions: list[Question]) -> list[Answer]:
        """Ask for each link once; return those worth another try."""
        troubled: list[Answer] = []
        vain = 0
        shared: Outcome | None = None
        for question in questions:
            outcome = check_link(question, self.ask) if shared is None or vain < self.policy.in_vain else shared
            self.tell((question, outcome))
            if outcome.state in ("unchecked", "nowhere") or outcome.status == 429:
                troubled.append((question, outcome))
            if _is_the_hosts(question, outcome):
                vain, shared = vain + 1, outcome
                if outcome.status == 429 and vain < self.policy.in_vain:
                    self.wait(min(outcome.wait or self.policy.busy, self.policy.longest))
            else:
                vain, shared = 0, None
        return troubled


def _is_the_hosts(question: Question, outcome: Outcome) -> bool:
    """Return whether an outcome says something of the whole host."""
    return (outcome.reason in _HOST_TROUBLE or outcome.status == 429) and at_first_host(question, outcome)
