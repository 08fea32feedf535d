"""The repositories of a library's code: what their forges are asked, and what the answers mean for an entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from paperatlas.bibliography import Entry
from paperatlas.diagnostics.problem import Problem
from paperatlas.formats.records.record import SourceError
from paperatlas.services.addresses import Services
from paperatlas.services.repositories import find_repository, repository_name
from paperatlas.services.web import Web
from paperatlas.upkeep.batches import ask_in_batches
from paperatlas.upkeep.links.check import Outcome
from paperatlas.upkeep.links.report import problems_of
from paperatlas.upkeep.links.rules import DEAD_LINK
from paperatlas.upkeep.links.targets import CheckedLink, checked_links_in
from paperatlas.upkeep.updates.file_text import FileText, entry_edit
from paperatlas.upkeep.updates.rules import OTHER_CODE_LICENCE, UNNAMED_CODE_LICENCE
from paperatlas.upkeep.updates.stored import FoundRepository
from paperatlas.verification import Verification
from paperatlas.verification.model import CODE

_FORGES = {"github.com": "GitHub", "gitlab.com": "GitLab"}


def code_repository(entry: Entry) -> str:
    """Return the name of the repository of an entry's code; empty if its code is in none that is known."""
    return repository_name(link.url) if (link := _code_link(entry)) else ""


def _code_link(entry: Entry) -> CheckedLink | None:
    """Return the link to code that stands in the entry itself."""
    return next(
        (link for link in checked_links_in(entry, Services()) if link.kind == "page" and link.field == "code"), None
    )


def ask_for_repositories(
    web: Web, names: Sequence[str], today: date
) -> Iterator[tuple[str, FoundRepository] | SourceError]:
    """Yield what forges say of repositories as it comes in, by their names, and what went wrong."""

    def ask(batch: Sequence[str]) -> dict[str, FoundRepository]:
        return {name: _found(web, name, today) for name in batch}

    for item in ask_in_batches(names, ask, 1):
        if isinstance(item, SourceError):
            yield item
        else:
            for name, found in item[1].items():
                yield name, found
                # So that nobody is asked again when the entry has its new address.
                if found.there and (now := repository_name(found.address)) != name:
                    yield now, found


def _found(web: Web, name: str, today: date) -> FoundRepository:
    found = find_repository(web, name)
    if found is None:
        return FoundRepository(today)
    return FoundRepository(today, True, found.address, found.archived, found.licence, found.language, found.framework)


def repository_problems(entry: Entry, answers: Mapping[str, FoundRepository], text: FileText | None) -> list[Problem]:
    """Return what is to be said of the code of an entry: that it is gone, archived or moved, and its licence."""
    link = _code_link(entry)
    found = answers.get(name) if link and (name := repository_name(link.url)) else None
    if link is None or found is None:
        return []
    if not found.there:
        host, _, repository = repository_name(link.url).partition("/")
        return [DEAD_LINK.at(link.span, "asked", service=_FORGES[host], repository=repository)]
    moved = _moved(link, found)
    problems = problems_of(link, Outcome("alive", 200, moved, moved or link.url, found.archived))
    licence = _licence_problem(entry, link, found, text)
    return [*problems, licence] if licence else problems


def _moved(link: CheckedLink, found: FoundRepository) -> str:
    """Return the address that a link should have, with its path inside the repository; empty if it is right."""
    name = repository_name(link.url)
    if repository_name(found.address) == name:
        return ""
    at = link.url.lower().find(name)
    return found.address + link.url[at + len(name) :].removeprefix(".git") if at >= 0 else ""


def _licence_problem(entry: Entry, link: CheckedLink, found: FoundRepository, text: FileText | None) -> Problem | None:
    """Return what is to be said of the licence: that the entry names none, or another one."""
    if not found.licence:
        return None
    forge = _FORGES[repository_name(link.url).partition("/")[0]]
    arguments = {"key": entry.key, "forge": forge, "licence": found.licence}
    written = (entry.verbatim("codelicense") or "").strip()
    if written:
        same = _plain(written) == _plain(found.licence)
        span = entry.span_of("codelicense")
        return None if same else OTHER_CODE_LICENCE.at(span, **arguments, written=written)
    problem = UNNAMED_CODE_LICENCE.at(link.span, **arguments, address=found.address)
    # A folder of a repository may have a licence of its own.
    whole = link.url.rstrip("/").removesuffix(".git").lower().endswith(repository_name(link.url))
    return problem.mended_by(entry_edit(entry, text, {"codelicense": found.licence})) if text and whole else problem


def _plain(licence: str) -> str:
    """Return a licence without what SPDX adds to the names of GNU's: a forge does not know of later versions."""
    return licence.casefold().removesuffix("-or-later").removesuffix("-only").removesuffix("+")


def code_verifications(entries: Iterable[Entry], answers: Mapping[str, FoundRepository]) -> Iterator[Verification]:
    """Yield when the code of each entry was looked up, and what was found that the entry has no field for."""
    for entry in entries:
        name = code_repository(entry)
        found = answers.get(name) if name else None
        if found is None:
            continue
        state = "archived" if found.archived else "" if found.there else "gone"
        values = {"framework": found.framework, "language": found.language, "state": state}
        findings = {name: value for name, value in values.items() if value}
        source = _FORGES[name.partition("/")[0]]
        yield Verification(entry.key, CODE, findings, found.fetched, source, entry.span)
