"""What a reader cites a paper with: a reference, its BibTeX entry, files for reference managers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markupsafe import Markup, escape

from paperatlas.atlas import Address, Paper
from paperatlas.atlas.addresses import paper_file
from paperatlas.bibliography import Name
from paperatlas.exports.bibtex import bibtex
from paperatlas.pages.metadata_coins import coins

EXPORTS = (("BibTeX", "bib"), ("RIS", "ris"), ("CSL-JSON", "csl.json"))
"""The formats of a paper's files, and how their names end."""

_MOST_AUTHORS = 20
"""As many as the APA's style (7th edition) writes out; of more, the first 19 and the last."""

_GIVEN = re.compile(r"(?P<initial>[^\W\d_])[^\s.-]*\.?(?P<hyphen>-?)")


@dataclass(frozen=True, slots=True)
class CiteAs:
    """A paper as others cite it. `coins` is the `title` of a COinS element."""

    reference: Markup
    bibtex: str
    coins: str
    exports: tuple[tuple[str, Address], ...]


def cite_as(paper: Paper) -> CiteAs:
    """Everything to cite `paper` with."""
    return CiteAs(
        reference=reference(paper),
        bibtex="".join(bibtex([paper.entry])).strip(),
        coins=coins(paper),
        exports=tuple((label, paper_file(paper.slug, suffix)) for label, suffix in EXPORTS),
    )


def reference(paper: Paper) -> Markup:
    """The reference in an author–year style: `Ho, J., & Ermon, S. (2016). Title. Where, pages. Address`."""
    who = _people(paper)
    year = paper.year or "n.d."
    parts = [
        f"{escape(who)} ({year})" if who else f"({year})",
        paper.title.html,
        _where(paper),
    ]
    link = paper.link("paper") or paper.link("pdf")
    text = " ".join(part if part.endswith((".", "?", "!", "。", "？", "！")) else f"{part}." for part in parts if part)
    if link:
        text += str(Markup(' <a href="{0}">{0}</a>').format(link.url))
    return Markup(text)  # noqa: S704 - every part is escaped


def _people(paper: Paper) -> str:
    names = [_name(name) for name in paper.authors.names]
    if paper.authors.others:
        return ", ".join([*names, "et al."])
    if len(names) > _MOST_AUTHORS:
        return ", ".join(names[: _MOST_AUTHORS - 1]) + f", … {names[-1]}"
    return ", & ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def _name(name: Name) -> str:
    """`van den Oord, A.`, or a name that is not to be cut as it is."""
    if name.literal or not name.given or not name.family:
        return name.display
    initials = " ".join(
        "".join(f"{match['initial'].upper()}.{match['hyphen']}" for match in _GIVEN.finditer(word))
        for word in name.given.split()
    )
    family = f"{name.prefix} {name.family}" if name.prefix else name.family
    return ", ".join(part for part in (family, initials or name.given, name.suffix) if part)


def _where(paper: Paper) -> str:
    """Where the paper appeared, the name of the proceedings or journal in italics."""
    container = paper.entry.text("booktitle") or paper.entry.text("journaltitle")
    if container and paper.publication.startswith(container.text):
        rest = escape(paper.publication.removeprefix(container.text))
        return f"<em>{container.html}</em>{rest}"
    return str(escape(paper.publication))
