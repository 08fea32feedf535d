"""Where things are on the site. These addresses are a contract: links into the site must never break."""

from __future__ import annotations

import hashlib
import posixpath
import re
import unicodedata
from collections.abc import Iterable
from typing import NewType

from paperatlas.storage.paths import LONGEST_NAME

Address = NewType("Address", str)
"""A path from the site's root without a leading slash: `papers/ddpm/`, `atlas.json`, `` for the home page."""

HOME = Address("")
PAPERS = Address("papers/")
PEOPLE = Address("people/")
VENUES = Address("venues/")
YEARS = Address("years/")
MAP = Address("map/")
COMPARE = Address("compare/")
READING = Address("reading/")
CHANGES = Address("changes/")
PROBLEMS = Address("problems/")
ATLAS_JSON = Address("atlas.json")

LISTS = frozenset({PAPERS, PEOPLE, VENUES, YEARS})
"""Pages with further pages below them."""

_SAFE = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._+-]*[A-Za-z0-9_+-])?")
# Names that hosts, web servers or Windows give a meaning of their own.
_RESERVED = {"index", "readme", "con", "prn", "aux", "nul"} | {
    f"{device}{number}" for device in ("com", "lpt") for number in range(1, 10)
}


def paper_address(slug: str) -> Address:
    """Return the page of the paper with this slug (see `slugs`)."""
    return Address(f"papers/{slug}/")


def direction_address(slug: str) -> Address:
    """Return the page of the direction with this slug."""
    return Address(f"directions/{slug}/")


def paper_file(slug: str, suffix: str) -> Address:
    """Return the export of the paper with this slug: `papers/ddpm.bib`."""
    return Address(f"papers/{slug}{suffix}")


def index_address(index: Address, slug: str) -> Address:
    """Return the page of one row of an index: `people/Jonathan_Ho/`."""
    return Address(f"{index}{slug}/")


def index_part_address(index: Address, slug: str) -> Address:
    """Return a page of an index that is too long for one: `people/letter/s/`; a row's address has two segments."""
    return Address(f"{index}letter/{slug}/")


def list_part_address(first: Address, number: int) -> Address:
    """Return a page of a list that is too long for one: `papers/page/2/`, which no citation key's page can be."""
    return first if number == 1 else Address(f"{first}page/{number}/")


def page_address(source: str) -> Address:
    """Return the page of the Markdown file at `source`, a POSIX path below the docs folder."""
    folder, name = posixpath.split(source)
    stem = posixpath.splitext(name)[0]
    path = folder if stem in ("index", "README") else posixpath.join(folder, stem)
    return Address(f"{path}/" if path else "")


def slugs(keys: Iterable[str]) -> dict[str, str]:
    """Return a path segment for every citation key, in their order.

    A key that is a safe segment is its own slug. Any other - with a slash, a space, non-ASCII letters, over 200
    characters, a reserved name, or equal to an earlier key but for case, which some file systems do not tell apart -
    becomes its first ASCII letters and the first eight digits of its SHA-256, so that the slug depends on the key
    alone and two keys never share one.
    """
    taken: set[str] = set()
    result: dict[str, str] = {}
    for key in keys:
        slug = key if _is_safe(key) and key.lower() not in taken else _hashed(key)
        while slug.lower() in taken:
            slug = _hashed(slug)
        taken.add(slug.lower())
        result[key] = slug
    return result


def name_slugs(names: Iterable[str]) -> dict[str, str]:
    """Return a path segment for every name, as `slugs` makes it, with `_` for a space: `Jonathan_Ho`."""
    # A name that has a `_` of its own is made unsafe, so that it is hashed and never meets one with a space.
    keys = {name: f"{name} " if "_" in name else name.replace(" ", "_") for name in names}
    by_key = slugs(keys.values())
    return {name: by_key[key] for name, key in keys.items()}


def _is_safe(key: str) -> bool:
    return len(key) <= LONGEST_NAME and bool(_SAFE.fullmatch(key)) and not is_reserved(key)


def is_reserved(name: str) -> bool:
    """Return whether hosts, web servers or Windows give the name of a file a meaning of their own."""
    return name.lower().partition(".")[0] in _RESERVED


def _hashed(key: str) -> str:
    digest = hashlib.sha256(key.encode()).hexdigest()[:8]
    decomposed = unicodedata.normalize("NFKD", key).encode("ascii", "ignore").decode()
    words = re.sub(r"[^A-Za-z0-9]+", "-", decomposed).strip("-").lower()
    words = words[: LONGEST_NAME - len(digest) - 1].rstrip("-")
    return f"{words}-{digest}" if words else digest


def href(origin: Address, target: Address, *, directory_urls: bool = True) -> str:
    """Return the relative link from the page at `origin` to `target`, which may have a `#fragment`.

    With `directory_urls` false a page `papers/ddpm/` is the file `papers/ddpm.html`, as MkDocs writes it
    for sites that are opened from disk.
    """
    path, mark, fragment = target.partition("#")
    if not directory_urls:
        origin, path = page_file(origin), page_file(path)
    here, there = _segments(origin.rpartition("/")[0]), _segments(path.removesuffix("/"))
    common = 0
    for one, other in zip(here, there, strict=False):
        if one != other:
            break
        common += 1
    # Not `posixpath.relpath`: it asks for the working directory, and addresses have no `.`, `..` or `//` to resolve.
    relative = "/".join([*[".."] * (len(here) - common), *there[common:]]) or "."
    slash = "/" if not path or path.endswith("/") else ""
    return f"{relative}{slash}{mark}{fragment}"


def _segments(path: str) -> list[str]:
    return path.split("/") if path else []


def page_file(path: str, *, directory_urls: bool = False) -> Address:
    """Return the HTML file that holds the page at `path`; files are themselves."""
    if directory_urls and (not path or path.endswith("/")):
        return Address(f"{path}index.html")
    if not path:
        return Address("index.html")
    if path in LISTS:
        return Address(f"{path}index.html")
    return Address(path.removesuffix("/") + ".html" if path.endswith("/") else path)
