"""What was looked up of a paper, as a row of `verified.tsv` states it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from paperatlas.diagnostics.problem import Span

VERIFICATION_COLUMNS = ("key", "what", "when", "source")
"""The columns of `verified.tsv`, as its first line names them, in this order: rows are sorted by the first two."""

CODE, PREPRINT, PUBLICATION = "code", "preprint", "publication"
"""What is looked up: the repository of its code, its record at arXiv, its record at the publisher's registry."""

FOUND_STATES: Mapping[str, frozenset[str]] = {
    CODE: frozenset({"archived", "gone"}),
    PREPRINT: frozenset({"withdrawn"}),
    PUBLICATION: frozenset({"concern", "corrected", "retracted"}),
}
"""By what was looked up: which `state` it can be found in. One that is as it should be has none."""

FINDINGS: Mapping[str, tuple[str, ...]] = {
    CODE: ("framework", "language", "state"),
    PREPRINT: ("state", "version"),
    PUBLICATION: ("state",),
}
"""By what was looked up: the names of what is found beside it. What an entry has a field for stands there."""


@dataclass(frozen=True, slots=True)
class Verification:
    """The `subject` of the paper `key` was looked up on a day at a `source`, with some `findings`.

    The source is the name of a service or an address on the web; the span is that of the row, or of the entry for which
    there is none yet.
    """

    key: str
    subject: str
    findings: Mapping[str, str] = field(hash=False)
    when: date
    source: str
    span: Span
    key_column: int = 1

    @property
    def name(self) -> tuple[str, str]:
        """Return the key and the subject, by which rows are sorted and told apart."""
        return self.key, self.subject

    @property
    def key_span(self) -> Span:
        """Return where the key is: the row begins with it."""
        return Span(self.span.file, self.span.line, self.key_column).covering(self.key)

    @property
    def state(self) -> str:
        """Return the state it was found in; empty if it is as it should be."""
        return self.findings.get("state", "")

    @property
    def what(self) -> str:
        """Return the cell that says what was looked up and found: `code: language=Python; state=archived`."""
        findings = "; ".join(f"{name}={value}" for name, value in sorted(self.findings.items()))
        return f"{self.subject}: {findings}" if findings else self.subject
