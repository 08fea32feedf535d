"""Find the links of a Markdown text that stay inside the site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from paperatlas.notes.citations.masking import LABEL

_LINK = re.compile(
    rf"(?<![\\!])\[(?P<label>{LABEL})\]"
    r"(?:\(\s*(?:<(?P<angled>[^<>\n]*)>|(?P<bare>[^\s()]*(?:\([^\s()]*\)[^\s()]*)*))(?:\s+[\"'(](?:(?!\]\()[^\n])*?[\"')])?\s*\)"
    r"|\[(?P<reference>[^\[\]\n]*)\])"
)
_IMAGE = re.compile(
    r"(?<!\\)!\[[^\[\]]*\]\(\s*(?:<(?P<angled>[^<>\n]*)>|(?P<bare>[^\s()]*(?:\([^\s()]*\)[^\s()]*)*))"
    r"(?:\s+[\"'(](?:(?!\]\()[^\n])*?[\"')])?\s*\)"
)
_DEFINITION = re.compile(
    r"^ {0,3}\[(?P<label>[^\[\]\n]+)\]:[ \t]*(?:<(?P<angled>[^<>\n]*)>|(?P<bare>\S+))", re.MULTILINE
)
_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")


class InternalLink(NamedTuple):
    """A link into the site: where it begins in the text, in characters, and its target as written."""

    start: int
    target: str


def find_links(text: str, without_code: str) -> Iterator[InternalLink]:
    """Find every link of the Markdown `text` into the site; `without_code` is the same text with code blanked."""
    if "](" not in text and "][" not in text:
        return
    targets = {_folded(match["label"]): _target(match) for match in reversed([*_DEFINITION.finditer(text)])}
    for match in _LINK.finditer(text):
        if without_code[match.start()] != "[":
            continue
        reference = match["reference"]
        target = _target(match) if reference is None else targets.get(_folded(reference or match["label"]), "")
        if target and not _ELSEWHERE.match(target):
            yield InternalLink(match.start(), target)


def find_images(text: str, without_code: str) -> Iterator[InternalLink]:
    """Find every picture of the Markdown `text` that is a file of the site; `without_code` is as for `find_links`."""
    if "![" not in text:
        return
    for match in _IMAGE.finditer(text):
        target = _target(match)
        if without_code[match.start()] == "!" and target and not _ELSEWHERE.match(target):
            yield InternalLink(match.start(), target)


def _target(match: re.Match[str]) -> str:
    return str(match["angled"] or match["bare"] or "")


def _folded(label: str) -> str:
    return " ".join(label.split()).casefold()
