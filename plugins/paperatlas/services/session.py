"""The HTTP session of the one client: no cookies, no passwords, few redirects, and none to other hosts where told."""

from __future__ import annotations

from http.cookiejar import DefaultCookiePolicy
from urllib.parse import urljoin, urlsplit

import requests
from requests.adapters import HTTPAdapter
from requests.auth import AuthBase


class ForeignRedirectError(requests.TooManyRedirects):
    """A service redirects to another host."""


def make_session(agent: str, *, own_host: bool = False) -> requests.Session:
    """Return a session that names itself `agent`; with `own_host` it follows no redirect to another scheme or host.

    So that nobody who answers in place of a service sends the client to an address inside its own network.
    """
    session = _OwnHostSession() if own_host else requests.Session()
    session.headers["User-Agent"] = agent
    session.auth = _NoPassword()
    session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
    session.max_redirects = 10
    # `links` asks many hosts at once; attempts are counted in `Web.get`, not there.
    adapter = HTTPAdapter(pool_connections=32, pool_maxsize=32, max_retries=0)
    for scheme in ("http://", "https://"):
        session.mount(scheme, adapter)
    return session


class _NoPassword(AuthBase):
    """Sends no password, not even one from a .netrc file."""

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        return request


class _OwnHostSession(requests.Session):
    """A session that refuses to be sent elsewhere."""

    def get_redirect_target(self, resp: requests.Response) -> str | None:
        """Return where a response redirects to. Raises `ForeignRedirectError` for another host, scheme or port."""
        target: str | None = super().get_redirect_target(resp)
        if target is not None and urlsplit(urljoin(resp.url, target))[:2] != urlsplit(resp.url)[:2]:
            raise ForeignRedirectError
        return target
