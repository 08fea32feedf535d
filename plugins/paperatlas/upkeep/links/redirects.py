"""Whether what a redirect leads to is the same thing as before, so that a person need not look."""

from __future__ import annotations

import re
from typing import Literal
from urllib.parse import parse_qsl, unquote, urlsplit

from paperatlas.services.repositories import repository_of

Move = Literal["secure", "same", "unsure", "lost"]
"""The same address with `https`; the same thing elsewhere; perhaps the same; something else."""

_LOGIN = re.compile(
    r"(?:^|[/._?&=-])(?:log[-_]?in|log[-_]?on|sign[-_]?in|sign[-_]?up|auth|oauth2?|sso|saml2?|shibboleth|register|accounts?"
    r"|captcha|consent|cookie-?(?:check|absent)|pay-?wall|subscribe)(?:$|[/._?&=-])",
    re.IGNORECASE,
)
_NOT_FOUND = re.compile(
    r"(?:^|[/._-])(?:404|not-?found|error|errors|unavailable|suspended|parked|expired)(?:$|[/._?-])", re.IGNORECASE
)
_ON_THE_WAY = frozenset({
    "continue", "dest", "destination", "goto", "jsessionid", "next", "redirect", "redirect_uri", "redirect_url", "ref",
    "return", "return_to", "returnto", "returnurl", "service", "session", "sessionid", "sid", "token",
})  # fmt: skip
"""Names of what a query holds when somebody is to log in, or is being followed."""
_FRONT = re.compile(r"/?(?:(?:index|default|home|main)(?:\.\w{2,5})?/?)?", re.IGNORECASE)
_COMMON_STEPS = frozenset({
    "abstract", "article", "articles", "download", "files", "paper", "papers", "people", "project", "projects",
    "publication", "publications", "research", "slides", "software", "static", "supplement", "video", "videos",
})  # fmt: skip
"""What many pages of many sites are called."""
_SUFFIX = re.compile(r"\.(?:html?|xhtml|php|aspx?|jsp|pdf|git|md)$", re.IGNORECASE)


def classify_redirect(old: str, moved: str, final: str) -> Move:
    """Return what it means that `old` has moved for good to `moved`, and that whoever follows it arrives at `final`."""
    before, after = urlsplit(old), urlsplit(moved)
    if before.scheme == "https" and after.scheme != "https":
        return "unsure"  # nobody gives up encryption on purpose
    if before.scheme == "http" and moved.partition("#")[0] == "https" + old.partition("#")[0][4:]:
        return "lost" if _wants_login(old, final) else "secure"
    if _wants_login(old, moved) or _wants_login(old, final) or _is_front(old, moved) or _is_front(old, final):
        return "lost"
    if repository_of(old) and repository_of(moved):
        # GitHub forwards a repository to where it is now, by what it is and not by its name.
        rest = [urlsplit(url).path.strip("/").split("/")[2:] for url in (old, moved)]
        return "same" if rest[0] == rest[1] else "unsure"
    return "same" if _keeps_meaning(old, moved) else "unsure"


def _wants_login(old: str, new: str) -> bool:
    """Return whether an address asks for a login or says that there is nothing, and the old one did not."""
    before, after = _without_scheme(old), _without_scheme(new)
    if any(sign.search(after) and not sign.search(before) for sign in (_LOGIN, _NOT_FOUND)):
        return True
    names = {name.lower() for name, _ in parse_qsl(urlsplit(new).query, keep_blank_values=True)}
    known = {name.lower() for name, _ in parse_qsl(urlsplit(old).query, keep_blank_values=True)}
    return bool((names - known) & _ON_THE_WAY)


def _is_front(old: str, new: str) -> bool:
    """Return whether a page has become a front page."""
    return not _at_front(old) and _at_front(new)


def _at_front(url: str) -> bool:
    parts = urlsplit(url)
    return bool(_FRONT.fullmatch(parts.path)) and not parts.query


def _keeps_meaning(old: str, new: str) -> bool:
    """Return whether the new address still has what the old one was about: its last step, and what its query named."""
    before, after = urlsplit(old), urlsplit(new)
    if _at_front(old):
        # One front page for another: only if it is the same site, with or without `www`.
        return _at_front(new) and _bare(before.hostname) == _bare(after.hostname)
    steps = [_word(step) for step in before.path.split("/") if step and not _FRONT.fullmatch("/" + step)]
    named = {_word(value) for _, value in parse_qsl(before.query)}
    there = {_word(step) for step in after.path.split("/")} | {_word(value) for _, value in parse_qsl(after.query)}
    if not named <= there or not (steps or named):
        return False
    return set(steps) <= there or bool(steps and steps[-1] in there and _tells(steps[-1]))


def _tells(step: str) -> bool:
    """Return whether a step names one thing: a number, or a word that is no common one."""
    return any(character.isdigit() for character in step) or (len(step) > 4 and step not in _COMMON_STEPS)


def _word(step: str) -> str:
    """Return a step of a path as it is compared: without case and the ending of a file."""
    return _SUFFIX.sub("", unquote(step)).casefold()


def _bare(host: str | None) -> str:
    return (host or "").removeprefix("www.")


def _without_scheme(url: str) -> str:
    """Host, path and query, with a slash before the host's names."""
    parts = urlsplit(url)
    return f"/{parts.netloc}{parts.path}?{parts.query}"
