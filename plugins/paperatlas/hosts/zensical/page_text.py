"""A page as it is staged: its front matter, its Markdown, and what is put into it when that is HTML.

The last is a comment at the end, which `page_extension` takes away before anything else reads the page.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

import msgspec
import yaml

from paperatlas.pages.hand_written import GeneratedParts
from paperatlas.pages.page import Heading

_BEGIN, _END = "<!-- paperatlas ", " -->"
_YAML_LINE = re.compile(r"\A---[ \t]*\r?\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)


class PageInsert(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is put into a page: the `html` of one that is generated as a whole, with its headings; else `parts`.

    The HTML of a note that is `untrusted` is sanitised. `pieces` stand for the marks of the citations in its Markdown.
    """

    html: str | None = None
    headings: tuple[Heading, ...] = ()
    pieces: tuple[str, ...] = ()
    parts: GeneratedParts | None = None
    untrusted: bool = False


def staged_text(front_matter: str, markdown: str, insert: PageInsert) -> str:
    """Return the text of a page; no byte of the comment is read as Markdown, HTML or its end."""
    encoded = msgspec.json.encode(insert).decode()
    safe = encoded.replace("<", "\\u003c").replace(">", "\\u003e").replace("--", "-\\u002d")
    return f"---\n{front_matter.rstrip()}\n---\n\n{markdown.rstrip()}\n\n{_BEGIN}{safe}{_END}\n"


def split_text(text: str) -> tuple[str, PageInsert | None]:
    """Return the Markdown of a staged page, and what is put into it."""
    before, begin, after = text.rpartition(_BEGIN)
    if not begin or not after.rstrip().endswith(_END.strip()):
        return text, None
    encoded = after.rstrip().removesuffix(_END.strip())
    return before, msgspec.json.decode(encoded, type=PageInsert)


def front_matter_of(values: Mapping[str, Any]) -> str:
    """Return values as YAML on one line, which JSON is."""
    return json.dumps(values, ensure_ascii=False, default=str)


def front_matter_with(text: str, values: Mapping[str, Any], more: Mapping[str, Any]) -> str:
    """Return the front matter of a page, which has these `values`, with more of them.

    It stays as it is written, unless more cannot be put below it.
    """
    match = _YAML_LINE.match(text)
    written = match["yaml"].rstrip() if match and values else ""
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in more.items()]
    both = "\n".join([written, *lines] if written else lines)
    try:
        if yaml.safe_load(both) == {**values, **more}:
            return both
    except yaml.YAMLError:
        pass
    return front_matter_of({**values, **more})
