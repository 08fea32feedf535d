"""What was looked up of a paper, and what is known of its code."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from paperatlas.atlas import Paper
from paperatlas.pages.render import Site
from paperatlas.pages.source_link import source_link
from paperatlas.verification.model import CODE


@dataclass(frozen=True, slots=True)
class ShownVerification:
    """What a page says of a paper's code, of when it was looked up, and what readers must know first."""

    code: str
    checked: Markup
    notices: tuple[str, ...]


def verification_of(site: Site, paper: Paper) -> ShownVerification:
    """Return what was looked up of a paper, and what is known of its code; each is empty if nothing is."""
    texts = site.messages.verification
    rows = site.atlas.verifications.get(paper.key, ())
    code = next((row for row in rows if row.subject == CODE), None) if paper.link("code") else None
    findings = code.findings if code else {}
    known = (
        texts.licence(paper.code_licence) if paper.code_licence else "",
        findings.get("language", ""),
        findings.get("framework", ""),
        texts.code_states.get(findings.get("state", ""), ""),
    )
    checked = [
        texts.checked_on(texts.subjects[row.subject], row.when.isoformat(), source_link(row.source)) for row in rows
    ]
    return ShownVerification(
        site.messages.list_separator.join(filter(None, known)),
        Markup(site.messages.list_separator.join(checked)),  # noqa: S704 - escaped
        tuple(texts.notices[row.state] for row in rows if row.state in texts.notices),
    )
