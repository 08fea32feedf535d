"""The formats of the library's exports."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """A format: what people call it, what its files end with, and its media type."""

    label: str
    suffix: str
    media_type: str


EXPORT_FORMATS = (
    ExportFormat("BibTeX", ".bib", "application/x-bibtex"),
    ExportFormat("RIS", ".ris", "application/x-research-info-systems"),
    ExportFormat("CSL-JSON", ".csl.json", "application/vnd.citationstyles.csl+json"),
)
