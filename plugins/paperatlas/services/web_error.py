"""Why there is no reply from a server, in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import requests
from urllib3.exceptions import NameResolutionError
from urllib3.exceptions import TimeoutError as HTTPTimeoutError

from paperatlas.formats.records.record import SourceError
from paperatlas.services.session import ForeignRedirectError

FailureKind = Literal[
    "address", "host", "connection", "time-out", "certificate", "redirects", "too-big", "busy", "broken"
]
"""Why there is no reply: the address is none, its host is unknown, it cannot be reached or breaks off, takes too long,
cannot be trusted, goes in circles, is larger than asked for, the service has no time, or what came is damaged."""

_REASONS: tuple[tuple[type[BaseException] | tuple[type[BaseException], ...], FailureKind, str], ...] = (
    (NameResolutionError, "host", "the host {host} cannot be found: is this machine online, and is the address right?"),
    (requests.exceptions.ProxyError, "connection", "the proxy does not allow requests to {host}; check HTTPS_PROXY"),
    (requests.exceptions.SSLError, "certificate", "the certificate of {host} cannot be trusted"),
    (ConnectionRefusedError, "connection", "{host} refuses the connection; try again later"),
    ((requests.Timeout, TimeoutError, HTTPTimeoutError), "time-out", "{host} did not answer in time; try again later"),
    (ForeignRedirectError, "redirects", "{host} redirects to another host, which is refused; try again later"),
    (requests.TooManyRedirects, "redirects", "{host} redirects in circles"),
    (requests.exceptions.ContentDecodingError, "broken", "{host} answered with damaged data; try again later"),
    (requests.exceptions.ChunkedEncodingError, "connection", "{host} closed the connection too early; try again later"),
    # The bad addresses of `requests` are ValueErrors.
    (ValueError, "address", "{host} redirects to an invalid URL"),
    (Exception, "connection", "{host} cannot be reached: is this machine online?"),
)
"""What an error of `requests`, or one within it, comes to; the first that fits counts."""


class WebError(SourceError):
    """There is no reply; the message says why, names the host, and says what to do."""

    def __init__(self, message: str, kind: FailureKind, status: int | None = None) -> None:
        super().__init__(message)
        self.kind = kind
        self.status = status
        """The HTTP status of a service that was busy at every attempt."""


def failure_of(error: Exception, host: str) -> WebError:
    """Return the error of `requests` in words."""
    causes = list(_causes(error))
    kind, words = next(
        (kind, words) for types, kind, words in _REASONS if any(isinstance(cause, types) for cause in causes)
    )
    return WebError(words.format(host=host), kind)


def _causes(error: BaseException) -> Iterable[BaseException]:
    """Return the error and all that it is made of, as `requests` and urllib3 nest them."""
    seen: list[BaseException] = []
    waiting: list[object] = [error]
    while waiting:
        cause = waiting.pop()
        if isinstance(cause, BaseException) and cause not in seen:
            seen.append(cause)
            waiting += [cause.__cause__, cause.__context__, getattr(cause, "reason", None), *cause.args]
    return seen
