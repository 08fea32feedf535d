"""What several formats say of an entry alike."""

from __future__ import annotations

import re
from collections.abc import Callable

from paperatlas.bibliography import Entry
from paperatlas.bibliography.model.container import container_of, names_arxiv
from paperatlas.bibliography.model.marked_text import Node, plain
from paperatlas.formats.csl.tables import CSL_GENRES
from paperatlas.text.language_tags import tag_of

DASHES = re.compile(r"\s*(?:-{1,3}|[\u2010-\u2015])\s*")
"""What stands between the ends of a range of pages."""


def language_tag(entry: Entry) -> str:
    """Return the language tag for babel's name of an entry's language; what is no such name stays as it is."""
    name = entry.plain("langid") or entry.plain("language")
    return tag_of(name)


def genre(entry: Entry) -> str:
    """Return what kind of thesis or report an entry is, in words; empty if it does not say."""
    name = entry.plain("type") or entry.type
    return CSL_GENRES.get(name.lower(), entry.plain("type"))


def periodical_subtype(entry: Entry) -> str:
    """Return `magazine` or `newspaper` for an article in one, else nothing."""
    subtype = (entry.verbatim("entrysubtype") or "").lower()
    in_one = entry.kind in ("article", "suppperiodical") and subtype in ("magazine", "newspaper")
    return subtype if in_one else ""


def is_preprint(entry: Entry) -> bool:
    """Return whether arXiv is all there is of a work, which some call an article in no journal."""
    if entry.kind == "article":
        return bool(entry.arxiv) and container_of(entry) is None
    return entry.kind in ("misc", "online", "unpublished") and bool(entry.arxiv)


_MAY_NAME_ARXIV = (
    "journaltitle",
    "booktitle",
    "publisher",
    "institution",
    "organization",
    "number",
    "note",
    "howpublished",
)


def repeats_arxiv(entry: Entry) -> frozenset[str]:
    """Return the fields of a preprint that say no more than its `eprint` does: `journal = {arXiv:1706.03762}`."""
    if not is_preprint(entry) or (entry.verbatim("eprinttype") or "").strip().lower() != "arxiv":
        return frozenset()
    found = {name for name in _MAY_NAME_ARXIV if names_arxiv(entry, name)}
    return frozenset(found | ({"volume"} if preprint_volume(entry) else set()))


def preprint_volume(entry: Entry) -> bool:
    """Return whether the volume is the number at arXiv, as in `CoRR abs/1706.03762`."""
    return bool(entry.arxiv) and entry.plain("volume").casefold() == f"abs/{entry.arxiv}".casefold()


def full_title(entry: Entry, name: str, subname: str = "", render: Callable[[tuple[Node, ...]], str] = plain) -> str:
    """Return the title in one field with the subtitle in another, as `render` writes their text."""
    title, subtitle = entry.text(name), entry.text(subname) if subname else None
    if not title or not subtitle:
        return render(title.nodes) if title else ""
    colon = "" if title.text.endswith(("?", "!", ":", "？", "！", "：")) else ":"
    return f"{render(title.nodes)}{colon} {render(subtitle.nodes)}"
