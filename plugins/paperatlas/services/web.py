"""The one HTTP client: patient with services that are busy, and clear about what went wrong.

It keeps no cookies, sends no passwords, a token to its own service alone, and speaks http and https only.

What is tried again, how often and after how long is urllib3's `Retry` to say. It is asked here and not within
`requests`, which would wait by a clock of its own, ask a host again before its turn (`Services.pauses`), wait however
long a server asks for, and not try again where a body breaks off.
"""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlsplit

import requests
from urllib3.exceptions import HTTPError, InvalidHeader, MaxRetryError
from urllib3.util import Retry

from paperatlas import __version__
from paperatlas.services.addresses import Services
from paperatlas.services.keys import ServiceKeys
from paperatlas.services.session import make_session
from paperatlas.services.web_error import WebError, failure_of

_TIMEOUT = (10.0, 30.0)
"""Seconds to connect, and to wait for the next bytes."""
_WHOLE = 120.0
"""Seconds a whole reply may take, however steadily its bytes drip."""
_RETRY = Retry(total=4, status_forcelist=(429, 500, 502, 503, 504), backoff_factor=0.75).increment("GET")
"""What is tried again, and when: three times, after 1.5, 3 and 6 seconds where the service names no time.

The first attempt is counted as well: else urllib3 would make the second one at once, and a busy service is not asked so
soon.
"""
_PASSING = frozenset({"connection", "time-out"})
"""Reasons for which there is no reply that may be gone at the next attempt."""
_LONGEST_WAIT = 60.0
"""In seconds. If a service asks for more (`Retry-After`), this attempt is the last."""
_CHUNK = 1 << 16
_LIMIT = 8 << 20
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server answered, whatever its status: 404 is a reply as well."""

    url: str
    """The address at the end of all redirects."""
    status: int
    headers: Mapping[str, str]
    """By name in lower case."""
    body: bytes = field(repr=False)

    @property
    def media_type(self) -> str:
        """Return the content type without parameters, in lower case: `text/html`."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def retry_after(self) -> float | None:
        """Return the seconds the server asks to wait (RFC 9110, 10.2.3); None if it names no time that can be read."""
        written = self.headers.get("retry-after")
        if written is None:
            return None
        try:
            return Retry().parse_retry_after(written)
        except (InvalidHeader, ValueError, OverflowError):
            return None

    @property
    def text(self) -> str:
        """Return the body as text: UTF-8, or as the server says. Raises `WebError` if it is neither."""
        named = _CHARSET.search(self.headers.get("content-type", ""))
        for encoding in ("utf-8-sig", named[1] if named else "utf-8"):
            try:
                return self.body.decode(encoding)
            except (UnicodeDecodeError, LookupError):
                continue
        raise WebError(f"{host_of(self.url)} answered in an unknown encoding", "broken")


@dataclass(frozen=True, slots=True)
class _Request:
    """What is asked. Redirects are followed or not; the body is wanted as a `whole`, or its first `limit` bytes."""

    method: str
    url: str
    headers: Mapping[str, str]
    limit: int
    sent: bytes | None = None
    redirects: bool = True
    whole: bool = True


class Web:
    """Fetches addresses, one attempt after another where a service is busy; made once for a command.

    Threads may share it: each host gets its requests one `pause` apart.
    """

    def __init__(
        self,
        where: Services | None = None,
        *,
        mailto: str = "",
        keys: ServiceKeys | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        pause: float = 0.0,
        own_hosts: bool = False,
    ) -> None:
        """Return a client of the services in `where`.

        `mailto` is whom they may write to, `keys` are shown to their services alone, `pause` is the least seconds
        between two requests to a host that asks for no other (`Services.pauses`). With `own_hosts`, and where a key is
        shown, no redirect to another host is followed.
        """
        self.services = where or Services()
        self.keys = keys or ServiceKeys()
        self._clock = clock
        self._sleep = sleep
        self._pause = pause
        self._pauses = self.services.pauses()
        self._free: dict[str, float] = {}
        self._lock = threading.Lock()
        agent = f"PaperAtlas/{__version__}" + (f" (mailto:{mailto})" if mailto else "")
        self._session = make_session(agent, own_host=own_hosts)
        self._own_host_session = make_session(agent, own_host=True)
        self._secrets = self.keys.headers(self.services)

    def get(self, url: str, *, accept: str = "*/*", limit: int = _LIMIT) -> Reply:
        """Return the reply to a request, after redirects. Raises `WebError` if there is none within time and attempts.

        `limit` is the number of bytes the body may have. A status of 429, 500, 502, 503 or 504 is tried again, after
        the time the server asks for; what can be another time, too.
        """
        return self._try(_Request("GET", url, {"Accept": accept}, limit))

    def post(self, url: str, question: bytes, *, accept: str = "*/*", limit: int = _LIMIT) -> Reply:
        """Return the reply to a question in JSON, as `get` does, where a service wants to be asked so.

        For questions that change nothing there: they are tried again as well.
        """
        headers = {"Accept": accept, "Content-Type": "application/json"}
        return self._try(_Request("POST", url, headers, limit, question))

    def _try(self, request: _Request) -> Reply:
        """Return the reply to a request, after as many attempts as it takes. Raises `WebError`."""
        retry = _RETRY
        while True:
            asked = None
            try:
                reply = self._ask(request)
            except WebError as error:
                if error.kind not in _PASSING:
                    raise
                failure = error
            else:
                if not retry.is_retry("GET", reply.status):
                    return reply
                asked = reply.retry_after
                failure = _busy(reply)
                if (asked or 0.0) > _LONGEST_WAIT:
                    raise failure
            try:
                retry = retry.increment("GET", request.url, error=failure)
            except MaxRetryError:
                raise failure from failure.__cause__
            self._sleep(retry.get_backoff_time() if asked is None else asked)

    def first(self, url: str, *, method: Literal["GET", "HEAD"] = "HEAD", limit: int = _CHUNK) -> Reply:
        """Return the reply to one request as it comes: no redirect followed, no second attempt, a body cut off.

        For those who want to know every step of the way; `limit` is how many bytes of the body they want. Raises
        `WebError` if there is no reply.
        """
        return self._ask(_Request(method, url, {"Accept": "*/*"}, limit, redirects=False, whole=False))

    def _wait_for_turn(self, url: str) -> None:
        """Wait until the host may be asked again."""
        host = urlsplit(url).netloc.lower()
        pause = self._pauses.get(host, self._pause)
        with self._lock:
            now = self._clock()
            turn = max(now, self._free.get(host, now))
            self._free[host] = turn + pause
        if turn > now:
            self._sleep(turn - now)

    def _ask(self, request: _Request) -> Reply:
        """Make one request. Raises `WebError` if there is no reply."""
        url = request.url
        if web_host(url) is None:
            raise WebError(f"'{url}' is not a valid URL", "address")
        self._wait_for_turn(url)
        end = self._clock() + (_WHOLE if request.whole else sum(_TIMEOUT))
        secret = self._secrets.get(urlsplit(url).netloc.lower())
        session = self._own_host_session if secret else self._session
        try:
            with session.request(
                request.method,
                url,
                data=request.sent,
                headers={**request.headers, **(secret or {})},
                timeout=_TIMEOUT,
                stream=True,
                allow_redirects=request.redirects,
            ) as response:
                limit, whole = request.limit, request.whole
                body = b"" if request.method == "HEAD" else self._body(response, limit, end, whole=whole)
        except (requests.RequestException, HTTPError, ValueError) as error:
            raise failure_of(error, host_of(url)) from error
        answered = {name.lower(): value for name, value in response.headers.items()}
        return Reply(response.url if request.redirects else url, response.status_code, answered, body)

    def _body(self, response: requests.Response, limit: int, end: float, *, whole: bool) -> bytes:
        """Return the body, unpacked. One larger than `limit` or not there at `end` is cut, or refused if `whole`."""
        host, body = host_of(response.url), bytearray()
        for part in response.iter_content(min(limit, _CHUNK)):
            body += part
            if not whole and (len(body) >= limit or self._clock() > end):
                break
            if len(body) > limit:
                raise WebError(f"{host} sent more than the {limit:,} bytes that were expected", "too-big")
            if self._clock() > end:
                raise WebError(f"{host} did not finish within {_WHOLE:.0f} seconds; try again later", "time-out")
        return bytes(body if whole else body[:limit])


def web_host(url: str) -> str | None:
    """Return the host of an http or https address, None if it is no such address."""
    try:
        parts = urlsplit(url)
        port_is_a_number = parts.port is None or parts.port >= 0
    except ValueError:
        return None
    return parts.hostname if parts.scheme.lower() in ("http", "https") and port_is_a_number else None


def host_of(url: str) -> str:
    """Return the host of an address, for people."""
    return web_host(url) or url


def _busy(reply: Reply) -> WebError:
    host = host_of(reply.url)
    when = f"in {reply.retry_after:,.0f} seconds" if reply.retry_after else "later"
    if reply.status == 429:
        message = f"{host} asks for fewer requests (HTTP 429); try again {when}"
    else:
        message = f"{host} has an internal error (HTTP {reply.status}); try again {when}"
    return WebError(message, "busy", reply.status)
