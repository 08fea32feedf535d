"""Many links at once: politely, patiently, and not for ever."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import pytest

from paperatlas.services.web import Reply, Web
from paperatlas.services.web_error import WebError
from paperatlas.upkeep.links.check import Ask, Outcome
from paperatlas.upkeep.links.run import RetryPolicy, StoppedError, check_links, pause_until
from paperatlas.upkeep.links.targets import Question
from tests.services.local_server import Answer, FakeTime, LinkServer, serve

PAUSE = 2.0


DEFAULT = RetryPolicy()


def outcomes(server: LinkServer, urls: list[str], retry_policy: RetryPolicy = DEFAULT) -> dict[str, Outcome]:
    """Check addresses of a server with a clock of its own; the outcomes by address."""
    fake = FakeTime()
    server.clock = fake.now
    web = Web(clock=fake.now, sleep=fake.sleep, pause=PAUSE)
    answers = check_links(
        [Question(url) for url in urls],
        lambda url, method, limit: web.first(url, method=method, limit=limit),
        stop=threading.Event(),
        until=float("inf"),
        wait=fake.sleep,
        clock=fake.now,
        retry_policy=retry_policy,
    )
    return {question.url: outcome for question, outcome in answers}


ALONE = RetryPolicy(workers=1)
"""With one thread the clock tells exactly when a request was made; with more, others move it on meanwhile."""


@pytest.mark.parametrize("retry_policy", [ALONE, RetryPolicy()])
def test_each_host_gets_one_request_at_a_time_and_has_a_pause(retry_policy: RetryPolicy) -> None:
    paths = {f"/{number}": Answer(head=405) for number in range(6)}
    with serve(paths) as server:
        urls = [server.url(path, host) for host in range(1, 13) for path in paths]
        found = outcomes(server, urls, retry_policy)
        assert Counter(outcome.state for outcome in found.values()) == {"alive": 72}
        assert len(server.requests) == 144
        assert set(server.most_at_once.values()) == {1}
        if retry_policy is ALONE:
            assert {least_pause(server, request.host) for request in server.requests} == {PAUSE}


@pytest.mark.parametrize("retry_policy", [ALONE, RetryPolicy()])
def test_redirects_to_one_host_are_polite_too(retry_policy: RetryPolicy) -> None:
    with serve({}) as server:
        for number in range(10):
            server.answers[f"/{number}"] = Answer(302, f"http://127.0.0.99:{{port}}/there/{number}")
            server.answers[f"/there/{number}"] = Answer()
        outcomes(server, [server.url(f"/{number}", number + 1) for number in range(10)], retry_policy)
        assert server.most_at_once["127.0.0.99"] == 1
        assert sum(request.host == "127.0.0.99" for request in server.requests) == 10
        if retry_policy is ALONE:
            assert least_pause(server, "127.0.0.99") == PAUSE


def least_pause(server: LinkServer, host: str) -> float:
    """The shortest time between two requests to a host."""
    times = [request.at for request in server.requests if request.host == host]
    return min(later - earlier for earlier, later in pairwise(times))


def test_an_address_is_asked_for_once() -> None:
    with serve({"/x": Answer()}) as server:
        assert len(outcomes(server, [server.url("/x")] * 3)) == 1
        assert server.asked() == ["HEAD /x"]


RETRIED = [
    # answers (HEAD, GET, HEAD, …), state in the end, requests
    ([Answer(503), Answer(503), Answer()], "alive", 3),
    ([Answer(500)] * 9, "unchecked", 6),
    ([Answer(breaks=True), Answer()], "alive", 2),
    ([Answer(429), Answer()], "alive", 2),
    ([Answer(429)] * 9, "refused", 3),
    ([Answer(404)] * 9, "gone", 2),
    ([Answer(403)] * 9, "refused", 2),
]


@pytest.mark.parametrize(("answers", "state", "requests"), RETRIED)
def test_trouble_is_tried_again(answers: list[Answer], state: str, requests: int) -> None:
    with serve({"/x": answers}) as server:
        (outcome,) = outcomes(server, [server.url("/x")]).values()
        assert (outcome.state, len(server.requests)) == (state, requests)


@pytest.mark.parametrize(
    ("asked", "least"), [("30", 30.0), ("100000", 60.0), ("Fri, 31 Dec 2100 23:59:59 GMT", 60.0), ("soon", 10.0)]
)
def test_a_busy_server_is_given_its_time(asked: str, least: float) -> None:
    with serve({"/x": Answer(429, headers={"Retry-After": asked}), "/y": Answer()}) as server:
        outcomes(server, [server.url("/x"), server.url("/y")], RetryPolicy(workers=1, retries=()))
        first, second = server.requests
        assert least <= second.at - first.at <= least + PAUSE


def test_a_host_that_cannot_be_reached_is_not_asked_for_every_link() -> None:
    with serve({}) as server:
        server.answers |= {f"/{number}": Answer(breaks=True) for number in range(20)}
        found = outcomes(server, [server.url(f"/{number}") for number in range(20)], RetryPolicy(retries=()))
        assert Counter(outcome.state for outcome in found.values()) == {"unchecked": 20}
        assert len(server.requests) == 3


def test_a_broken_page_does_not_stand_for_its_host() -> None:
    with serve({"/last": Answer()}) as server:
        server.answers |= {f"/{number}": Answer(500) for number in range(8)}
        urls = [server.url(f"/{number}") for number in range(8)] + [server.url("/last")]
        assert outcomes(server, urls, RetryPolicy(retries=()))[server.url("/last")].state == "alive"


def questions(number: int) -> list[Question]:
    return [Question(f"https://h{index}.example/") for index in range(number)]


def test_nothing_is_asked_after_the_end() -> None:
    fake = FakeTime()

    def first(url: str, method: str, limit: int) -> Reply:
        fake.sleep(10)
        return Reply(url, 200, {}, b"")

    stop = threading.Event()
    found = list(
        check_links(questions(50), first, stop=stop, until=100, clock=fake.now, retry_policy=RetryPolicy(workers=1))
    )
    assert len(found) == 10
    assert stop.is_set()


def test_whoever_stops_listening_stops_the_asking() -> None:
    asked: list[str] = []
    go = threading.Event()

    def first(url: str, method: str, limit: int) -> Reply:
        asked.append(url)
        if len(asked) > 1:
            go.wait(5)
        return Reply(url, 200, {}, b"")

    stop = threading.Event()
    answers = check_links(questions(50), first, stop=stop, until=float("inf"), retry_policy=RetryPolicy(workers=1))
    next(answers)
    answers.close()  # type: ignore[attr-defined]
    go.set()
    assert stop.is_set()
    assert len(asked) <= 3


def test_a_fault_of_ours_is_not_swallowed() -> None:
    def first(url: str, method: str, limit: int) -> Reply:
        message = "a fault"
        raise KeyError(message)

    answers = check_links(questions(3), first, stop=threading.Event(), until=float("inf"))
    with pytest.raises(KeyError, match="a fault"):
        list(answers)


def test_hosts_are_asked_side_by_side() -> None:
    together = threading.Barrier(4)

    def first(url: str, method: str, limit: int) -> Reply:
        together.wait(10)
        return Reply(url, 200, {}, b"")

    found = list(
        check_links(
            questions(4), first, stop=threading.Event(), until=float("inf"), retry_policy=RetryPolicy(workers=4)
        )
    )
    assert len(found) == 4


def test_a_pause_ends_when_all_ends() -> None:
    waited: list[float | None] = []

    class Stop(threading.Event):
        def wait(self, timeout: float | None = None) -> bool:
            waited.append(timeout)
            return self.is_set()

    stop = Stop()
    pause_until(stop)(60)
    stop.set()
    with pytest.raises(StoppedError):
        pause_until(stop)(30)
    assert waited == [60, 30]


def test_an_unknown_host_is_asked_for_again() -> None:
    asked: list[str] = []

    def first(url: str, method: str, limit: int) -> Reply:
        asked.append(url)
        message = ""
        raise WebError(message, "host")

    found = list(_quick(first, questions(1)))
    assert ([outcome.state for _, outcome in found], len(asked)) == (["nowhere"] * 3, 3)


def _quick(first: Ask, asked: list[Question]) -> Iterator[tuple[Question, Outcome]]:
    return check_links(
        asked, first, stop=threading.Event(), until=float("inf"), wait=lambda _: None, clock=time.monotonic
    )
