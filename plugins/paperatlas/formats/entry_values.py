"""What several formats say of an entry alike."""

from __future__ import annotations

from collections.abc import Callable

from paperatlas.bibliography import Entry
from paperatlas.bibliography.model.container import container_of, names_arxiv, repeats_subtitle
from paperatlas.bibliography.model.entry_links import words_beside_address
from paperatlas.bibliography.model.identifiers import is_arxiv_type, is_exportable
from paperatlas.bibliography.model.marked_text import Node, plain
from paperatlas.formats.csl.tables import CSL_GENRES
from paperatlas.text.language_tags import tag_of


def language_tag(entry: Entry) -> str:
    """Return the language tag for babel's name of an entry's language; what is no such name stays as it is."""
    name = entry.plain("langid") or entry.plain("language")
    return tag_of(name)


def exported(entry: Entry, name: str) -> str:
    """Return an identifier or address that programs may open; empty if it could be anything else, such as a script."""
    value = entry.verbatim(name) or ""
    return value if is_exportable(value) else ""


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
    "eid",
    "pages",
    "note",
    "howpublished",
)


def repeats_arxiv(entry: Entry) -> frozenset[str]:
    """Return the fields of a preprint that say no more than its `eprint` does: `journal = {arXiv:1706.03762}`."""
    if not is_preprint(entry) or not is_arxiv_type(entry.verbatim("eprinttype") or ""):
        return frozenset()
    found = {name for name in _MAY_NAME_ARXIV if names_arxiv(entry, name)}
    return frozenset(found | ({"volume"} if preprint_volume(entry) else set()))


def preprint_volume(entry: Entry) -> bool:
    """Return whether the volume is the number at arXiv, as in `CoRR abs/1706.03762`."""
    return bool(entry.arxiv) and entry.plain("volume").lower().removeprefix("abs/") == entry.arxiv


def number_of(entry: Entry, name: str) -> str:
    """Return the text of a number or of pages; empty if it is the identifier at arXiv, which has a place of its own."""
    return "" if names_arxiv(entry, name) else entry.plain(name)


def addresses_only(entry: Entry) -> frozenset[str]:
    """Return those of `howpublished` and `note` that say no more than an address, which has a place of its own."""
    return frozenset(name for name in ("howpublished", "note") if not words_beside_address(entry, name))


def full_title(
    entry: Entry,
    name: str,
    subname: str = "",
    addon: str = "",
    *,
    render: Callable[[tuple[Node, ...]], str] = plain,
) -> str:
    """Return the title in one field with the subtitle in another, and what is added to it, as `render` writes them.

    What is added stands behind a full stop, as Pandoc's reader has it, or in its own brackets.
    """
    title, subtitle, added = (entry.text(each) if each else None for each in (name, subname, addon))
    if not title:
        return ""
    text = render(title.nodes)
    if subtitle and not repeats_subtitle(title.text, subtitle.text):
        colon = "" if title.text.endswith(("?", "!", ":", "？", "！", "：")) else ":"
        text = f"{text}{colon} {render(subtitle.nodes)}"
    if added:
        stop = (
            "" if added.text.startswith(("(", "[", "（")) or text.endswith((".", "?", "!", "。", "？", "！")) else "."
        )
        text = f"{text}{stop} {render(added.nodes)}"
    return text
