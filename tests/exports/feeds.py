"""The rules of RFC 4287, for feeds like ours: a validator that works without a network."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

ATOM = "{http://www.w3.org/2005/Atom}"
_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})")
_ONCE = {"feed": ["id", "title", "updated"], "entry": ["id", "title", "updated"]}
_AT_MOST_ONCE = {
    "feed": ["generator", "icon", "logo", "rights", "subtitle"],
    "entry": ["content", "published", "summary"],
}
_KNOWN = {
    "feed": {"author", "category", "entry", "id", "link", "subtitle", "title", "updated"},
    "entry": {"author", "category", "id", "link", "published", "summary", "title", "updated"},
}


def faults(text: str) -> list[str]:
    """What RFC 4287 forbids in a feed."""
    feed = ET.fromstring(text.encode())
    found = [] if feed.tag == f"{ATOM}feed" else ["the root is no feed"]
    entries = feed.findall(f"{ATOM}entry")
    found += list(_of("feed", feed))
    for entry in entries:
        found += _of("entry", entry)
        if not any(link.get("rel", "alternate") == "alternate" for link in entry.iter(f"{ATOM}link")):
            found.append("4.1.2: an entry without content needs an alternate link")
        if entry.find(f"{ATOM}author") is None and feed.find(f"{ATOM}author") is None:
            found.append("4.1.1: nobody is the author")
    identities = [element.text for element in feed.iter(f"{ATOM}id")]
    if len(set(identities)) < len(identities):
        found.append("4.2.6: ids are not unique")
    return found


def _of(kind: str, element: ET.Element) -> Iterator[str]:
    """The faults of a feed or an entry, without the entries in it."""
    names = [child.tag.removeprefix(ATOM) for child in element]
    yield from (f"unknown: {name}" for name in names if name not in _KNOWN[kind])
    yield from (f"4.1: {name} of {kind} not once" for name in _ONCE[kind] if names.count(name) != 1)
    yield from (f"4.1: {name} of {kind} twice" for name in _AT_MOST_ONCE[kind] if names.count(name) > 1)
    seen = set()
    for child in element:
        name, text = child.tag.removeprefix(ATOM), child.text or ""
        if name in ("updated", "published"):
            if not _INSTANT.fullmatch(text):
                yield f"3.3: {text} is no instant"
            else:
                datetime.fromisoformat(text)
        if name == "id" and not urlsplit(text).scheme:
            yield f"4.2.6: {text} is no absolute IRI"
        if name == "link":
            if re.search(r"[\s<>\"{}|\\^`]", child.get("href", " ")):
                yield f"4.2.7.1: {child.get('href')} is no IRI"
            identity = (child.get("rel"), child.get("type"), child.get("hreflang"))
            if child.get("rel") == "alternate" and identity in seen:
                yield "4.1: two alternate links of one type and language"
            seen.add(identity)
        if name == "author" and not (child.findtext(f"{ATOM}name") or "").strip():
            yield "3.2.1: an author without a name"
        if name == "category" and not child.get("term"):
            yield "4.2.2.1: a category without a term"
