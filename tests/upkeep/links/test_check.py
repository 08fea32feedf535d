"""What a server's answers mean for a link."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from paperatlas.services.web import Reply, Web
from paperatlas.services.web_error import FailureKind, WebError
from paperatlas.upkeep.links.check import Outcome, State, check_link
from paperatlas.upkeep.links.targets import Question
from tests.services.local_server import Answer, serve

LOST = Answer(404)
ANSWERS = {
    "/alive": Answer(),
    "/gone": Answer(410),
    "/no-head": Answer(head=405),
    "/hates-head": Answer(head=404),
    "/forbidden": Answer(403),
    "/head-forbidden": Answer(head=403),
    "/busy": Answer(429, headers={"Retry-After": "7"}),
    "/broken": Answer(500),
    "/cloudflare": Answer(503, headers={"cf-mitigated": "challenge"}),
    "/moved": Answer(301, "/alive"),
    "/moved-308": Answer(308, "/alive"),
    "/moved-twice": Answer(301, "/moved"),
    "/for-now": Answer(302, "/alive"),
    "/see": Answer(303, "/alive"),
    "/moved-then-for-now": Answer(301, "/for-now"),
    "/for-now-then-moved": Answer(307, "/moved"),
    "/moved-to-nothing": Answer(301, "/nothing"),
    "/circle": Answer(302, "/circle"),
    "/nowhere-to-go": Answer(301),
    "/elsewhere": Answer(301, "ftp://127.0.0.1/x"),
    "/malformed": Answer(301, "http://[127.0.0.1/x"),
    "/teapot": Answer(418),
    "/cut": Answer(breaks=True),
}
OUTCOMES = [
    # path, state, status, moved to, ends at, reason
    ("/alive", "alive", 200, "", "/alive", ""),
    ("/nothing", "gone", 404, "", "/nothing", ""),
    ("/gone", "gone", 410, "", "/gone", ""),
    ("/no-head", "alive", 200, "", "/no-head", ""),
    ("/hates-head", "alive", 200, "", "/hates-head", ""),
    ("/forbidden", "refused", 403, "", "/forbidden", ""),
    ("/head-forbidden", "alive", 200, "", "/head-forbidden", ""),
    ("/busy", "refused", 429, "", "/busy", ""),
    ("/broken", "unchecked", 500, "", "/broken", ""),
    ("/cloudflare", "refused", 503, "", "/cloudflare", ""),
    ("/moved", "alive", 200, "/alive", "/alive", ""),
    ("/moved-308", "alive", 200, "/alive", "/alive", ""),
    ("/moved-twice", "alive", 200, "/alive", "/alive", ""),
    ("/for-now", "alive", 200, "", "/alive", ""),
    ("/see", "alive", 200, "", "/alive", ""),
    ("/moved-then-for-now", "alive", 200, "/for-now", "/alive", ""),
    ("/for-now-then-moved", "alive", 200, "", "/alive", ""),
    ("/moved-to-nothing", "gone", 404, "/nothing", "/nothing", ""),
    ("/circle", "unchecked", 0, "", "/circle", "redirects"),
    ("/nowhere-to-go", "unchecked", 301, "", "/nowhere-to-go", ""),
    ("/teapot", "unchecked", 418, "", "/teapot", ""),
    ("/cut", "unchecked", 0, "", "/cut", "connection"),
]


@pytest.mark.parametrize(("path", "state", "status", "moved", "final", "reason"), OUTCOMES)
def test_outcomes(path: str, state: str, status: int, moved: str, final: str, reason: str) -> None:
    with serve(ANSWERS) as server:
        outcome = check_link(Question(server.url(path)), _first(Web()))
        assert (outcome.state, outcome.status, outcome.reason) == (state, status, reason)
        assert (outcome.moved, outcome.final) == (moved and server.url(moved), server.url(final))


@pytest.mark.parametrize("path", ["/elsewhere", "/malformed"])
def test_a_redirect_to_no_web_address(path: str) -> None:
    with serve(ANSWERS) as server:
        outcome = check_link(Question(server.url(path)), _first(Web()))
        assert (outcome.state, outcome.reason) == ("unchecked", "address")


def test_a_busy_server_says_how_long_to_wait() -> None:
    with serve(ANSWERS) as server:
        assert check_link(Question(server.url("/busy")), _first(Web())).wait == 7.0
        assert server.asked() == ["HEAD /busy"]


def test_only_what_head_is_refused_for_is_got() -> None:
    with serve(ANSWERS) as server:
        for path in ("/alive", "/no-head"):
            check_link(Question(server.url(path)), _first(Web()))
        assert server.asked() == ["HEAD /alive", "HEAD /no-head", "GET /no-head"]


@pytest.mark.parametrize(
    ("answer", "state"), [(Answer(302, "/publisher"), "alive"), (LOST, "gone"), (Answer(500), "unchecked")]
)
def test_a_doi_is_not_followed_to_its_publisher(answer: Answer, state: str) -> None:
    with serve({"/10.1000/182": answer}) as server:
        outcome = check_link(Question(server.url("/10.1000/182"), follow=False), _first(Web()))
        assert (outcome.state, outcome.moved) == (state, "")
        assert not any("publisher" in asked for asked in server.asked())


def test_a_host_that_refuses_connections() -> None:
    with serve({}) as server:
        address = server.url("/x")
    outcome = check_link(Question(address), _first(Web()))
    assert (outcome.state, outcome.reason) == ("unchecked", "connection")


@pytest.mark.parametrize(
    ("kind", "state"),
    [("host", "nowhere"), ("certificate", "untrusted"), ("time-out", "unchecked"), ("broken", "unchecked")],
)
def test_no_answer(kind: FailureKind, state: State) -> None:
    def ask(url: str, method: str, limit: int) -> Reply:
        message = ""
        raise WebError(message, kind)

    assert check_link(Question("https://a.example/x"), ask) == Outcome(state, final="https://a.example/x", reason=kind)


BANNER = b"<div>This repository was archived by the owner on Jan 1, 2024. It is now read-only.</div>"
PAGES: Mapping[str, tuple[int, str, bytes]] = {
    "https://github.com/ada/engine": (200, "", b"<h1>ada/engine</h1>"),
    "https://github.com/ada/archived": (200, "", b"." * 300_000 + BANNER),
    "https://github.com/ada/old": (301, "https://github.com/ada/archived", b""),
    "https://github.com/ada/hidden": (404, "", b""),
    "https://ada.example/x": (200, "", BANNER),
}


@pytest.mark.parametrize(
    ("url", "state", "moved", "archived"),
    [
        ("https://github.com/ada/engine", "alive", "", False),
        ("https://github.com/ada/archived", "alive", "", True),
        ("https://github.com/ada/old", "alive", "https://github.com/ada/archived", True),
        ("https://github.com/ada/hidden", "gone", "", False),
        ("https://ada.example/x", "alive", "", False),
    ],
)
def test_repositories(url: str, state: str, moved: str, archived: bool) -> None:
    def ask(url: str, method: str, limit: int) -> Reply:
        status, location, body = PAGES[url]
        return Reply(url, status, {"location": location} if location else {}, body[:limit] if method == "GET" else b"")

    outcome = check_link(Question(url), ask)
    assert (outcome.state, outcome.moved, outcome.archived) == (state, moved, archived)


def _first(web: Web):  # type: ignore[no-untyped-def]  # noqa: ANN202
    return lambda url, method, limit: web.first(url, method=method, limit=limit)
