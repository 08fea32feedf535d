from __future__ import annotations

import gzip
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Literal

import pytest

from paperatlas import __version__
from paperatlas.services.keys import ServiceKeys
from paperatlas.services.web import Reply, Web
from paperatlas.services.web_error import WebError
from tests.services.local_server import Answer
from tests.services.server import ServiceServer


def test_a_reply_has_its_final_address_its_headers_in_lower_case_and_its_text(services: ServiceServer) -> None:
    services.answer({"doi/a": Answer(body="Müller".encode(), headers={"Content-Type": "text/plain", "X-Odd": "1"})})
    reply = services.web.get(f"{services.services.doi}/a")
    assert (reply.status, reply.text, reply.headers["x-odd"], reply.media_type) == (200, "Müller", "1", "text/plain")
    assert reply.url == f"{services.services.doi}/a"


def test_the_services_learn_who_asks(services: ServiceServer) -> None:
    services.answer({"doi/a": Answer()})
    Web(services.services, mailto="ada@example.org").get(f"{services.services.doi}/a")
    (agent,) = services.server.agents
    assert agent.startswith("PaperAtlas/")
    assert agent.endswith("(mailto:ada@example.org)")


def test_nobody_is_named_who_is_not_told(services: ServiceServer) -> None:
    services.answer({"doi/a": Answer()})
    Web(services.services).get(f"{services.services.doi}/a")
    assert services.server.agents == {f"PaperAtlas/{__version__}"}


@pytest.mark.parametrize("statuses", [(301,), (308, 301), (302,), (303, 307)])
def test_redirects_are_followed_to_their_end(services: ServiceServer, statuses: tuple[int, ...]) -> None:
    hops = {f"doi/{n}": Answer(status, location=f"/doi/{n + 1}") for n, status in enumerate(statuses)}
    services.answer({**hops, f"doi/{len(statuses)}": Answer(body=b"there")})
    reply = services.web.get(f"{services.services.doi}/0")
    assert (reply.body, reply.url) == (b"there", f"{services.services.doi}/{len(statuses)}")


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_first_reply_is_that_before_any_redirect(services: ServiceServer, method: Literal["GET", "HEAD"]) -> None:
    services.answer({"doi/0": Answer(302, location="/doi/1"), "doi/1": Answer(body=b"there")})
    reply = services.web.first(f"{services.services.doi}/0", method=method)
    assert (reply.status, reply.url, reply.headers["location"]) == (302, f"{services.services.doi}/0", "/doi/1")
    assert len(services.server.requests) == 1


def test_a_busy_service_is_asked_again_when_it_says(services: ServiceServer) -> None:
    services.answer({"arxiv/a": [Answer(429, headers={"Retry-After": "7"}), Answer(503), Answer(body=b"now")]})
    assert services.web.get(f"{services.services.arxiv}/a").body == b"now"
    assert services.time.now() == pytest.approx(7 + 3)


def test_a_service_that_stays_busy_is_given_up(services: ServiceServer) -> None:
    services.answer({"doi/a": Answer(503)})
    with pytest.raises(WebError, match=r"has an internal error .*HTTP 503") as caught:
        services.web.get(f"{services.services.doi}/a")
    assert (caught.value.kind, caught.value.status, len(services.server.requests)) == ("busy", 503, 4)


def test_a_service_that_names_no_time_has_more_and_more(services: ServiceServer) -> None:
    services.answer({"doi/a": Answer(503)})
    waits: list[float] = []
    with pytest.raises(WebError):
        Web(sleep=waits.append).get(f"{services.services.doi}/a")
    assert waits == [1.5, 3, 6]


@pytest.mark.parametrize(("status", "asked"), [(429, 4), (500, 4), (502, 4), (504, 4), (400, 1), (413, 1), (501, 1)])
def test_only_what_may_pass_is_asked_again(services: ServiceServer, status: int, asked: int) -> None:
    services.answer({"doi/a": Answer(status)})
    with suppress(WebError):
        assert services.web.get(f"{services.services.doi}/a").status == status
    assert len(services.server.requests) == asked


def test_a_line_that_always_breaks_is_given_up(services: ServiceServer) -> None:
    services.answer({"doi/a": Answer(breaks=True)})
    with pytest.raises(WebError) as caught:
        services.web.get(f"{services.services.doi}/a")
    assert (caught.value.kind, len(services.server.requests)) == ("connection", 4)
    assert caught.value.__cause__ is not None


def test_a_service_that_asks_for_an_hour_is_not_waited_for(services: ServiceServer) -> None:
    services.answer({"arxiv/a": Answer(429, headers={"Retry-After": "3600"})})
    with pytest.raises(WebError, match=r"fewer requests \(HTTP 429\); try again in 3,600 seconds"):
        services.web.get(f"{services.services.arxiv}/a")
    assert len(services.server.requests) == 1


@pytest.mark.parametrize("written", ["soon", "-1", "Wed, 99 Foo 2099", ""])
def test_a_retry_after_that_says_nothing_is_no_reason_to_fail(services: ServiceServer, written: str) -> None:
    services.answer({"doi/a": [Answer(503, headers={"Retry-After": written}), Answer(body=b"ok")]})
    assert services.web.get(f"{services.services.doi}/a").body == b"ok"
    assert len(services.server.requests) == 2


@pytest.mark.parametrize(
    ("written", "least", "most"),
    [("7", 7, 7), (" 7 ", 7, 7), ("99999999", 6 * 3600, 99_999_999), ("Wed, 21 Oct 2015 07:28:00 GMT", 0, 0)],
)
def test_a_server_names_seconds_or_a_date(written: str, least: float, most: float) -> None:
    asked = Reply("https://a.example/", 429, {"retry-after": written}, b"").retry_after
    assert asked is not None
    assert least <= asked <= most


def test_what_is_not_found_is_a_reply_and_not_tried_again(services: ServiceServer) -> None:
    assert services.web.get(f"{services.services.doi}/nothing").status == 404
    assert len(services.server.requests) == 1


def test_arxiv_gets_a_request_every_three_seconds(services: ServiceServer) -> None:
    services.answer({"arxiv/a": Answer()})
    services.server.clock = services.time.now
    for _ in range(3):
        services.web.get(f"{services.services.arxiv}/a")
    assert [request.at for request in services.server.requests] == [0.0, 3.0, 6.0]


def test_a_line_that_breaks_is_tried_again(services: ServiceServer) -> None:
    services.answer({"doi/a": [Answer(breaks=True), Answer(body=b"ok")]})
    assert services.web.get(f"{services.services.doi}/a").body == b"ok"


@pytest.mark.parametrize("bomb", [b"x" * 2000, b""])
def test_a_body_may_be_no_larger_than_asked_for_packed_or_not(services: ServiceServer, bomb: bytes) -> None:
    body, headers = (bomb, {}) if bomb else (gzip.compress(b"\0" * 1_000_000), {"Content-Encoding": "gzip"})
    services.answer({"doi/a": Answer(body=body, headers=headers)})
    with pytest.raises(WebError, match="sent more than the 1,000 bytes") as caught:
        services.web.get(f"{services.services.doi}/a", limit=1000)
    assert caught.value.kind == "too-big"


def test_a_damaged_body_is_no_traceback(services: ServiceServer) -> None:
    services.answer({"doi/a": Answer(body=b"no gzip", headers={"Content-Encoding": "gzip"})})
    with pytest.raises(WebError, match="damaged data"):
        services.web.get(f"{services.services.doi}/a")


def test_a_circle_of_redirects_ends(services: ServiceServer) -> None:
    services.answer({"doi/a": Answer(302, location="/doi/a")})
    with pytest.raises(WebError, match="redirects in circles"):
        services.web.get(f"{services.services.doi}/a")


@pytest.mark.parametrize("target", ["ftp://example.org/", "file:///etc/passwd", "http://[::1/"])
def test_a_redirect_leads_to_no_other_kind_of_address(services: ServiceServer, target: str) -> None:
    services.answer({"doi/a": Answer(302, location=target)})
    with pytest.raises(WebError) as caught:
        services.web.get(f"{services.services.doi}/a")
    assert caught.value.kind in ("address", "connection")


@pytest.mark.parametrize("url", ["", "ftp://example.org", "file:///etc/passwd", "http://", "https://[", "http://a:b/"])
def test_what_is_no_web_address_is_not_asked(url: str) -> None:
    with pytest.raises(WebError, match="is not a valid URL"):
        Web().get(url)


@contextmanager
def raw_server(answer: bytes) -> Iterator[str]:
    """A server that sends these bytes to whoever comes, and closes the line."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def talk() -> None:
            while True:
                try:
                    line, _ = listener.accept()
                except OSError:
                    return
                with line:
                    line.recv(65536)
                    line.sendall(answer)

        threading.Thread(target=talk, daemon=True).start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/"


def _web() -> Web:
    return Web(sleep=lambda _: None)


def test_an_answer_that_breaks_off_is_said_to() -> None:
    with raw_server(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf") as url, pytest.raises(WebError) as caught:
        _web().get(url)
    assert "127.0.0.1 closed the connection too early" in str(caught.value)


def test_what_is_no_http_is_said_to_be_out_of_reach() -> None:
    with raw_server(b"SSH-2.0-OpenSSH\r\n") as url, pytest.raises(WebError, match=r"127\.0\.0\.1"):
        _web().get(url)


def test_a_host_that_refuses_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with pytest.raises(WebError, match=r"127\.0\.0\.1 refuses the connection"):
        _web().get(f"http://127.0.0.1:{port}/")


@pytest.mark.usefixtures("no_names")
def test_a_host_that_cannot_be_found_makes_one_think_of_the_line() -> None:
    with pytest.raises(WebError, match=r"nowhere\.invalid cannot be found: is this machine online"):
        _web().get("http://nowhere.invalid/")


def test_no_cookie_is_kept(services: ServiceServer) -> None:
    services.answer({"doi/a": Answer(headers={"Set-Cookie": "a=b"})})
    services.web.get(f"{services.services.doi}/a")
    assert not list(services.web._session.cookies)


@pytest.mark.parametrize(
    ("body", "kind", "text"),
    [
        ("é".encode(), "text/plain", "é"),
        ("é".encode("latin-1"), "text/plain; charset=ISO-8859-1", "é"),
        ("论文".encode("gbk"), 'text/html; charset="gbk"', "论文"),
        (b"\xef\xbb\xbfa", "text/plain", "a"),
    ],
)
def test_a_text_is_read_in_its_encoding(body: bytes, kind: str, text: str) -> None:
    assert Reply("http://a/", 200, {"content-type": kind}, body).text == text


@pytest.mark.parametrize("kind", ["text/plain", "text/plain; charset=no-such"])
def test_a_text_in_no_encoding_that_is_known_is_refused(kind: str) -> None:
    with pytest.raises(WebError, match="an unknown encoding"):
        _ = Reply("http://a/", 200, {"content-type": kind}, b"\xff\xfe\xff").text


@pytest.mark.parametrize(
    ("location", "refused"),
    [
        ("/doi/b", False),
        ("http://127.0.0.1:{port}/doi/b", False),
        ("http://127.0.0.2:{port}/doi/b", True),
        ("http://127.0.0.1:1/doi/b", True),
        ("http://169.254.169.254/latest/meta-data", True),
        ("https://127.0.0.1:{port}/doi/b", True),
    ],
)
def test_a_service_is_not_followed_to_another_host(services: ServiceServer, location: str, refused: bool) -> None:
    services.answer({"doi/a": Answer(301, location=location), "doi/b": Answer(body=b"there")})
    web = Web(services.services, own_hosts=True)
    if refused:
        with pytest.raises(WebError, match=r"127\.0\.0\.1 redirects to another host, which is refused"):
            web.get(f"{services.services.doi}/a")
        assert len(services.server.requests) == 1
    else:
        assert web.get(f"{services.services.doi}/a").body == b"there"


def test_only_its_own_host_gets_a_token(services: ServiceServer) -> None:
    seen: list[str | None] = []
    web = Web(services.services, keys=ServiceKeys(github="secret"))
    for session in (web._session, web._own_host_session):
        session.hooks["response"].append(lambda reply, **_: seen.append(reply.request.headers.get("Authorization")))
    services.answer({"github/a": Answer(301, location="http://127.0.0.2:{port}/github/b"), "github/b": Answer()})
    with pytest.raises(WebError, match="redirects to another host, which is refused"):
        web.get(f"{services.services.github}/a")
    web.get(f"{services.services.github}/b")
    web.get(services.server.url("/github/b", host=3))
    assert seen == ["Bearer secret", "Bearer secret", None]
    assert {request.host.split(":")[0] for request in services.server.requests} == {"127.0.0.1", "127.0.0.3"}
