"""`llms.txt`: what the site holds and where, as Markdown for language models (llmstxt.org).

The convention wants, in this order: the site's name as heading, a summary in a quotation, paragraphs, and lists of
links below headings of the second level, the one called "Optional" being what a short context can do without.
"""

from __future__ import annotations

import re

from paperatlas.atlas import Address, Atlas, Direction
from paperatlas.exports.site import RESULTS, SiteInfo, iri
from paperatlas.texts.exports.definition import ExportTexts
from paperatlas.texts.languages import messages_for

_SPECIAL = re.compile(r"([\\\[\]`*_<>])")
_LOCALISED = frozenset({"atlas.json", "feed.xml"})
"""Of the files, those that every language has one of its own of."""


def llms_txt(atlas: Atlas, site: SiteInfo) -> str:
    """Return the file for a site, in its language."""
    texts = messages_for(site.language).exports
    counts = texts.counts.format(
        papers=len(atlas.papers), directions=atlas.direction_count, relations=len(atlas.relations)
    )
    blocks = [f"# {_plain(site.name)}", f"> {_plain(site.description) or counts}"]
    if site.description:
        blocks.append(counts)
    blocks.append(texts.how(site.paper_files))
    if atlas.directions:
        blocks.append(f"## {texts.directions}")
        blocks.append("\n".join(_direction(direction, site, texts) for direction in atlas.directions.values()))
    blocks += [f"## {texts.data}", "\n".join(_file(Address(file), site, texts) for file in _files(atlas, texts))]
    pages = [
        _item(title, site.link(Address(page)), "", texts)
        for page, title in texts.pages.items()
        if site.has(Address(page))
    ]
    # The word is part of the convention and stays English.
    blocks += ["## Optional", "\n".join(pages)]
    return "\n\n".join(blocks) + "\n"


def _direction(direction: Direction, site: SiteInfo, texts: ExportTexts) -> str:
    """Return a direction with its summary, its status and how many papers it has."""
    facts = [
        _plain(direction.summary).rstrip(".。"),
        texts.statuses[direction.status] if direction.status else "",
        texts.in_direction.format(papers=len(direction.papers)),
    ]
    about = texts.separator.join(fact for fact in facts if fact)
    return _item(direction.title, site.link(direction.address), about, texts)


def _files(atlas: Atlas, texts: ExportTexts) -> list[str]:
    """Return the files to name: not that of results where there are none."""
    return [file for file in texts.files if atlas.results or file != RESULTS]


def _file(address: Address, site: SiteInfo, texts: ExportTexts) -> str:
    link = site.link if address in _LOCALISED else site.shared_link
    return _item(address, link(address), texts.files[address], texts)


def _item(title: str, link: str, about: str, texts: ExportTexts) -> str:
    """Return a line of a list. The colon is the convention's in every language."""
    target = iri(link).replace("(", "%28").replace(")", "%29")
    return f"- [{_plain(title)}]({target})" + (f": {about}{texts.full_stop}" if about else "")


def _plain(text: str) -> str:
    """Return a text as Markdown, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
