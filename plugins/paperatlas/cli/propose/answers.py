"""What people mean by what they write into a form: an identifier among words, `none`, the title of a direction."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from paperatlas.atlas import Atlas
from paperatlas.bibliography.model.identifiers import arxiv, nearly_url, url_state
from paperatlas.cli.add.works import RequestedWork
from paperatlas.services.locate import Located, locate

_NOTHING = {
    "-", "--", "—", "/", "n/a", "na", "nil", "no", "none", "not sure", "null", "unknown", "unsure", "?", "tbd",
    "无", "没有", "暂无", "不知道", "不确定", "不清楚", "不详", "未知", "待定",
}  # fmt: skip
"""What people write into a field that they could have left empty, in small letters."""
_ENDS = " \t.,;:!?。，；：！？、`'\"“”‘’«»*_"
"""What stands around an identifier in a sentence, and ends none."""
_PARTS = re.compile(r"[\s,;:=，；：、()（）{}\[\]【】<>`\"“”]+")
_URL = re.compile(r"https?://[^\s<>()\[\]{}\"'`，。；、（）【】]+", re.IGNORECASE)
_UNSEEN = ("Cc", "Cf")
"""The categories of characters of control and of format in Unicode."""
_UNOFFICIAL = re.compile(
    r"unofficial|not official|not by the authors?|third[- ]party|re-?implementation|非官方|非作者|不是作者|第三方|复现",
    re.IGNORECASE,
)
_PREPRINT_AT_END = re.compile(r"https?://\S+/(?:arxiv:)?(\d{4}\.\d{4,5}(?:v\d+)?)", re.IGNORECASE)
"""The address of a preprint elsewhere: Hugging Face, ar5iv, Semantic Scholar."""


def _plain(text: str) -> str:
    """Return a line without characters that cannot be seen, and with full-width signs and digits as ordinary ones."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", text) if unicodedata.category(sign) not in _UNSEEN)


def is_nothing(text: str) -> bool:
    """Return whether a text says that there is nothing to say."""
    return text.strip().strip(".。!！()（）").strip().casefold() in _NOTHING


def named_works(text: str) -> list[RequestedWork]:
    """Return the works that a text names, each once: by an identifier or an address alone, or among words."""
    works: dict[Located, RequestedWork] = {}
    for line in text.splitlines():
        for written, located in _named(_plain(line)):
            works.setdefault(located, RequestedWork(written, located))
    return list(works.values())


def _named(line: str) -> Iterator[tuple[str, Located]]:
    """Yield what names a work in a line, and the work."""
    for word in line.split():
        if located := _located(word.strip(_ENDS)):
            yield word.strip(_ENDS), located
            continue
        for part in (*_URL.findall(word), *_PARTS.split(_URL.sub(" ", word))):
            if located := _located(part.strip(_ENDS)):
                yield part.strip(_ENDS), located


def _located(word: str) -> Located | None:
    if located := locate(word) if word else None:
        return located
    match = _PREPRINT_AT_END.fullmatch(word)
    identifier = arxiv(match[1]) if match else None
    return Located("arxiv", identifier) if identifier else None


def named_address(text: str) -> str:
    """Return the first address on the web that a text names, also one without its scheme; empty if it names none."""
    written = _plain(text)
    for found in (*_URL.findall(written), *written.split()):
        address = found.strip(_ENDS)
        for meant in (address, nearly_url(address), f"https://{address}"):
            if _is_public(meant):
                return meant
    return ""


def called_unofficial(text: str) -> bool:
    """Return whether a text says of code that it is not the authors' own, as the form asks."""
    return _UNOFFICIAL.search(_plain(text)) is not None


def _is_public(address: str) -> bool:
    """Return whether an address is one on the web: with a name of several parts, and without a password."""
    scheme, _, rest = address.partition("://")
    host = rest.partition("/")[0]
    return scheme in ("http", "https") and "." in host and "@" not in host and url_state(address) == "good"


def named_places(text: str, atlases: Iterable[Atlas]) -> list[str]:
    """Return what a text names, `direction` or `direction/group` with commas between, by slugs or titles.

    What names neither stands there as it is written.
    """
    atlases = tuple(atlases)
    return [_named_place(part, atlases) for part in re.split(r"[,;、]", _plain(text)) if part.strip(_ENDS)]


def _named_place(text: str, atlases: Iterable[Atlas]) -> str:
    first, _, second = (part.strip(_ENDS) for part in text.replace("\\", "/").replace(">", "/").partition("/"))
    directions = [direction for atlas in atlases for direction in atlas.directions.values()]
    found = next((each for each in directions if _same(first, each.slug, each.title)), None)
    if found is None:
        return text.strip()
    groups = (group for each in directions if each.slug == found.slug for group in each.groups if group.slug)
    group = next((each for each in groups if second and _same(second, each.slug, each.title)), None)
    return f"{found.slug}/{group.slug}" if group else f"{found.slug}/{second}" if second else found.slug


def _same(written: str, slug: str, title: str) -> bool:
    folded = _folded(written)
    return bool(folded) and folded in (_folded(slug), _folded(title))


def _folded(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
