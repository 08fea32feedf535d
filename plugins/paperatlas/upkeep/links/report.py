"""What is wrong with a link, for the person who can mend it."""

from __future__ import annotations

from paperatlas.diagnostics.problem import Problem
from paperatlas.services.repositories import gitlab_project_of, repository_of
from paperatlas.services.web import host_of
from paperatlas.upkeep.links import rules
from paperatlas.upkeep.links.check import Outcome
from paperatlas.upkeep.links.fix import edit_of
from paperatlas.upkeep.links.redirects import Move, classify_redirect
from paperatlas.upkeep.links.targets import CheckedLink


def problems_of(link: CheckedLink, outcome: Outcome) -> list[Problem]:
    """Return what an outcome means for a link: nothing, or one problem, or two for a moved and archived repository."""
    if outcome.state == "gone":
        return [_dead(link, outcome)]
    if outcome.state == "nowhere":
        host = host_of(outcome.final)
        variant = "forwarded" if host != host_of(link.url) and link.kind == "page" else ""
        return [rules.UNKNOWN_HOST.at(link.span, variant, host=host, url=link.url)]
    if outcome.state == "untrusted":
        return [rules.BAD_CERTIFICATE.at(link.span, host=host_of(outcome.final))]
    if outcome.state == "unchecked":
        return [_unchecked(link, outcome)]
    if outcome.state == "refused":
        return [rules.REFUSED_LINK.at(link.span, host=host_of(outcome.final), url=link.url, status=outcome.status)]
    found = []
    if (move := move_of(link, outcome)) is not None:
        found.append(_moved(link, outcome, move))
    if outcome.archived:
        repository = repository_of(outcome.final) or gitlab_project_of(outcome.final)
        found.append(rules.ARCHIVED_REPOSITORY.at(link.span, repository=repository))
    return found


def move_of(link: CheckedLink, outcome: Outcome) -> Move | None:
    """Return what it means that a link has moved for good; None if it has not, or no longer answers."""
    if link.kind != "page" or outcome.state != "alive" or not outcome.moved or new_address(link, outcome) == link.url:
        return None
    return classify_redirect(link.url, outcome.moved, outcome.final)


def new_address(link: CheckedLink, outcome: Outcome) -> str:
    """Return where a link has moved, with its fragment if the new address names none (RFC 9110, 10.2.2)."""
    fragment = link.url.partition("#")[2]
    return f"{outcome.moved}#{fragment}" if fragment and "#" not in outcome.moved else outcome.moved


def _dead(link: CheckedLink, outcome: Outcome) -> Problem:
    if link.kind in ("doi", "arxiv"):
        return rules.DEAD_LINK.at(link.span, link.kind, url=link.url, status=outcome.status)
    if repository := repository_of(outcome.final or link.url):
        return rules.DEAD_LINK.at(link.span, "repository", repository=repository, url=link.url, status=outcome.status)
    if outcome.final and outcome.final != link.question.url:
        return rules.DEAD_LINK.at(link.span, "forwarded", final=outcome.final, url=link.url, status=outcome.status)
    return rules.DEAD_LINK.at(link.span, url=outcome.final or link.url, status=outcome.status)


def _unchecked(link: CheckedLink, outcome: Outcome) -> Problem:
    host = host_of(outcome.final or link.url)
    reason = outcome.reason or "status"
    variant = reason if reason in rules.UNCHECKED_LINK.variants else ""
    return rules.UNCHECKED_LINK.at(link.span, variant, url=link.url, host=host, status=outcome.status)


def _moved(link: CheckedLink, outcome: Outcome, move: Move) -> Problem:
    new = new_address(link, outcome)
    if move == "secure":
        return rules.INSECURE_LINK.at(link.span, url=link.url, new=new).mended_by(edit_of(link, new))
    if move == "lost":
        return rules.LOST_PAGE.at(link.span, url=link.url, final=outcome.final or new)
    if move == "same":
        return rules.MOVED_LINK.at(link.span, "same", url=link.url, new=new).mended_by(edit_of(link, new))
    return rules.MOVED_LINK.at(link.span, url=link.url, new=new)
