"""Where the page of a paper has its exports."""

from __future__ import annotations

from dataclasses import dataclass

from paperatlas.atlas import Address, Paper
from paperatlas.atlas.addresses import paper_file
from paperatlas.exports.formats import EXPORT_FORMATS, ExportFormat
from paperatlas.exports.scripts import script_address, script_number
from paperatlas.pages.render import Site


@dataclass(frozen=True, slots=True)
class ExportLinks:
    """The formats with the address of a file that holds the paper; a `script` has the paper by itself.

    Without a script the files hold the paper alone. An address is empty where the site exports no files.
    """

    formats: tuple[tuple[ExportFormat, Address], ...]
    script: Address | None = None


def export_links(site: Site, paper: Paper) -> ExportLinks:
    """Return the exports of a paper: its own files, else a script, beside files of its direction or of the library."""
    if site.paper_files:
        return ExportLinks(tuple((kind, paper_file(paper.slug, kind.suffix)) for kind in EXPORT_FORMATS))
    directions = [site.atlas.directions[slug].address.rstrip("/") for slug in paper.directions]
    stem = next(iter(directions), "library")
    return ExportLinks(
        tuple((kind, Address(f"{stem}{kind.suffix}" if site.has_exports else "")) for kind in EXPORT_FORMATS),
        script_address(script_number(paper.slug, site.export_scripts)),
    )
