"""One link: what its server says of it, followed from redirect to redirect."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urljoin

from requests.utils import requote_uri

from paperatlas.services.repositories import repository_of
from paperatlas.services.web import Reply, web_host
from paperatlas.services.web_error import WebError
from paperatlas.upkeep.links.targets import Question

State = Literal["alive", "gone", "refused", "nowhere", "untrusted", "unchecked"]
"""It is there; it is not found or gone; programs are turned away; no host has this name; the certificate is bad;
nothing is known because of some trouble."""

Method = Literal["GET", "HEAD"]
Ask = Callable[[str, Method, int], Reply]
"""One request: an address, a method, and how many bytes of the body are wanted. Raises `WebError`."""

_PERMANENT = frozenset({301, 308})
_REDIRECTS = _PERMANENT | {302, 303, 307}
_GONE = frozenset({404, 410})
_REFUSED = frozenset({401, 402, 403, 406, 429, 451, 999})
"""RFC 9110 and RFC 7725; 999 is what LinkedIn answers programs."""
_MOST_STEPS = 10
_LITTLE = 4 << 10
"""Bytes of a page that is asked for only because its server does not answer HEAD."""
_REPOSITORY_PAGE = 512 << 10
_ARCHIVED = re.compile(rb"This repository (?:was|has been) archived by the owner")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a question.

    `status` is the last HTTP status, 0 if there is none. `moved` is where the address has moved for good, as far as
    its redirects say so (301, 308), else empty; `final` where all redirects end. `reason` says of what is unchecked
    why: the kind of a `WebError`, or empty. `wait` is how many seconds a busy server asks to wait.
    """

    state: State
    status: int = 0
    moved: str = ""
    final: str = ""
    archived: bool = False
    reason: str = ""
    wait: float = 0.0


def check_link(question: Question, ask: Ask) -> Outcome:
    """Ask for an address, and for those it is forwarded to, one after another."""
    url, moved, for_good = question.url, "", True
    for _ in range(_MOST_STEPS):
        try:
            reply = _answer(url, ask)
        except WebError as error:
            return _failed(error, moved, url)
        target = _target(reply)
        if target is None or not question.follow:
            return _verdict(reply, moved, forwarded=target is not None)
        for_good = for_good and reply.status in _PERMANENT
        url, moved = target, target if for_good else moved
    return Outcome("unchecked", 0, "", url, reason="redirects")


def _answer(url: str, ask: Ask) -> Reply:
    """Return the answer to HEAD; where the server gives none or an error, to GET, as not every server knows HEAD."""
    if repository_of(url):
        return ask(url, "GET", _REPOSITORY_PAGE)  # only the page tells whether the repository is archived
    reply = ask(url, "HEAD", 0)
    return reply if reply.status < 400 or reply.status == 429 else ask(url, "GET", _LITTLE)


def _target(reply: Reply) -> str | None:
    """Return where an answer forwards to; None if it does not."""
    location = reply.headers.get("location", "")
    if reply.status not in _REDIRECTS or not location:
        return None
    try:
        written = location.encode("latin-1").decode("utf-8")  # headers are read as Latin-1, but servers write UTF-8
    except UnicodeError:
        written = location
    try:
        return requote_uri(urljoin(reply.url, written.strip()))
    except ValueError:
        return None


def _verdict(reply: Reply, moved: str, *, forwarded: bool) -> Outcome:
    """Return what the last answer on the way means."""
    status = reply.status
    state: State = "unchecked"
    if status < 300 or forwarded:
        state = "alive"
    elif status in _GONE:
        state = "gone"
    elif status in _REFUSED or "cf-mitigated" in reply.headers:  # Cloudflare wants to see a browser
        state = "refused"
    archived = bool(state == "alive" and repository_of(reply.url) and _ARCHIVED.search(reply.body))
    return Outcome(state, status, moved, reply.url, archived, wait=reply.retry_after or 0.0)


def _failed(error: WebError, moved: str, url: str) -> Outcome:
    """Return what it means that there is no answer."""
    states: dict[str, State] = {"host": "nowhere", "certificate": "untrusted"}
    return Outcome(states.get(error.kind, "unchecked"), 0, moved, url, reason=error.kind)


def at_first_host(question: Question, outcome: Outcome) -> bool:
    """Return whether an outcome is what the question's own host says, not one it forwards to."""
    return web_host(question.url) == web_host(outcome.final)
