"""What is wrong with a link, for the person who can mend it."""

from __future__ import annotations

from paperatlas.diagnostics.problem import Problem
from paperatlas.services.web import host_of
from paperatlas.upkeep.links import rules
from paperatlas.upkeep.links.check import Outcome, repository_of
from paperatlas.upkeep.links.redirects import Move, judge
from paperatlas.upkeep.links.targets import Link

_TROUBLE = {
    "time-out": "{host} does not answer in time",
    "connection": "{host} cannot be reached",
    "redirects": "{host} forwards the address again and again",
    "address": "{host} forwards to what is no web address",
}
_ARCHIVE = "Look for its new place, or link to a copy in an archive of the web."


def problems_of(link: Link, outcome: Outcome) -> list[Problem]:
    """What an outcome means for a link: nothing, or one problem, or two where a repository moved and is archived."""
    if outcome.state == "gone":
        return [_dead(link, outcome)]
    if outcome.state == "nowhere":
        host = host_of(outcome.final)
        way = f", to which {link.url} leads" if host != host_of(link.url) and link.kind == "page" else ""
        message = f"There is no host {host}{way}."
        return [rules.UNKNOWN_HOST.at(link.place, message, f"Is the name right? {_ARCHIVE}")]
    if outcome.state == "untrusted":
        message = f"The certificate of {host_of(outcome.final)} cannot be trusted."
        return [rules.BAD_CERTIFICATE.at(link.place, message, "Open the link in a browser, and see what it says.")]
    if outcome.state == "unchecked":
        return [_unchecked(link, outcome)]
    if outcome.state == "refused":
        message = f"{host_of(outcome.final)} does not show {link.url} to programs (HTTP {outcome.status})."
        return [rules.REFUSED_LINK.at(link.place, message, "Open the link in a browser once.")]
    found = []
    if (move := move_of(link, outcome)) is not None:
        found.append(_moved(link, outcome, move))
    if outcome.archived:
        message = f"The repository {repository_of(outcome.final)} is archived: it can be read, and nobody mends it."
        found.append(rules.ARCHIVED_REPOSITORY.at(link.place, message))
    return found


def move_of(link: Link, outcome: Outcome) -> Move | None:
    """What it means that a link has moved for good; None if it has not, or no longer answers."""
    if link.kind != "page" or outcome.state != "alive" or not outcome.moved or new_address(link, outcome) == link.url:
        return None
    return judge(link.url, outcome.moved, outcome.final)


def new_address(link: Link, outcome: Outcome) -> str:
    """Where a link has moved, with its fragment if the new address names none (RFC 9110, 10.2.2)."""
    fragment = link.url.partition("#")[2]
    return f"{outcome.moved}#{fragment}" if fragment and "#" not in outcome.moved else outcome.moved


def _dead(link: Link, outcome: Outcome) -> Problem:
    answer = f"(HTTP {outcome.status})"
    if link.kind == "doi":
        message = f"doi.org does not know {link.url} {answer}."
        return rules.DEAD_LINK.at(link.place, message, "Compare the DOI with the one on the paper's own page.")
    if link.kind == "arxiv":
        message = f"arXiv has no {link.url} {answer}."
        return rules.DEAD_LINK.at(link.place, message, "Compare the identifier with the one on the paper's own page.")
    if repository := repository_of(outcome.final or link.url):
        message = f"GitHub shows no {repository} at {link.url} {answer}."
        hint = "It was renamed, hidden or deleted: look for it under another owner or in a fork."
        return rules.DEAD_LINK.at(link.place, message, hint)
    way = f", to which {link.url} leads" if outcome.final and outcome.final != link.question.url else ""
    return rules.DEAD_LINK.at(link.place, f"Nothing is at {outcome.final or link.url}{way} {answer}.", _ARCHIVE)


def _unchecked(link: Link, outcome: Outcome) -> Problem:
    host = host_of(outcome.final or link.url)
    said = _TROUBLE.get(outcome.reason, "{host} answers with damaged data").format(host=host)
    reason = said if outcome.reason else f"{host} answers with an error (HTTP {outcome.status})"
    return rules.UNCHECKED_LINK.at(link.place, f"{link.url} could not be checked: {reason}.", "Try again later.")


def _moved(link: Link, outcome: Outcome, move: Move) -> Problem:
    new = new_address(link, outcome)
    fix = "`paperatlas links --fix` writes the new address."
    if move == "secure":
        return rules.INSECURE_LINK.at(link.place, f"{link.url} is at {new}.", fix)
    if move == "lost":
        end = outcome.final or new
        message = f"{link.url} now leads to {end}, which is something else."
        return rules.LOST_PAGE.at(link.place, message, _ARCHIVE)
    hint = fix if move == "same" else "See whether it is the same thing, and write the new address."
    return rules.MOVED_LINK.at(link.place, f"{link.url} has moved to {new} for good.", hint)
