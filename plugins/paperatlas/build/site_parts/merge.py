"""Putting the parts of a site together."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from paperatlas.build.site_parts.manifest import MANIFEST, Manifest, load_manifest
from paperatlas.build.site_parts.search_index import SEARCH_INDEX, join_search_indexes
from paperatlas.storage.files import WriteError, make_folder, reason_of

_Part = tuple[Path, Manifest]


class PartError(Exception):
    """The parts are not those of one site; the message says which of them is the reason, and what to do."""


def merge_parts(folders: Sequence[Path], site: Path) -> Manifest:
    """Write the site of which `folders` are the parts, in whatever order; return the manifest of the first part.

    The first part has everything but the pages of the others. The site appears at the end, whole. Raises `PartError`,
    and `WriteError` if `site` cannot be written or is there already.
    """
    parts = sorted((_load(folder) for folder in folders), key=lambda part: part[1].part.number)
    _refuse_others(parts)
    if site.exists() and (not site.is_dir() or any(site.iterdir())):
        raise WriteError(f"'{site}' already exists and is not empty; remove it, or name another folder")
    make_folder(site.parent)
    try:
        with TemporaryDirectory(dir=site.parent, prefix=f".{site.name}.") as temporary:
            whole = Path(temporary, site.name)
            _write(parts, whole)
            whole.replace(site)
    except OSError as error:
        raise WriteError(f"cannot write '{site}': {reason_of(error)}") from error
    return parts[0][1]


def _load(folder: Path) -> _Part:
    manifest = load_manifest(folder)
    if manifest is None:
        raise PartError(
            f"'{folder}' is not a complete part of a site: it has no valid {MANIFEST}; "
            "build it to the end with the option `part`"
        )
    for page in manifest.own:
        if not (folder / page).is_file():
            raise PartError(f"'{folder}' lacks the page '{page}'; build {manifest.part} again")
    return folder, manifest


def _refuse_others(parts: Sequence[_Part]) -> None:
    """Raise `PartError` unless these are all parts of one site."""
    first_folder, first = parts[0]
    for folder, manifest in parts[1:]:
        if manifest.part.of != first.part.of:
            raise PartError(f"'{first_folder}' is {first.part}, '{folder}' {manifest.part}; name the parts of one site")
        if (manifest.made_from, manifest.pages) != (first.made_from, first.pages):
            raise PartError(
                f"'{first_folder}' and '{folder}' were not made from the same files, with the same options and by the "
                "same programs; build all parts from one commit"
            )
    numbers = [manifest.part.number for _, manifest in parts]
    for (folder, manifest), number in zip(parts[1:], numbers[:-1], strict=True):
        if manifest.part.number == number:
            raise PartError(f"'{folder}' is {manifest.part}, which is already given; name each part once")
    missing = [str(number) for number in range(1, first.part.of + 1) if number not in numbers]
    if missing:
        raise PartError(f"of {first.part.of} parts these are missing: {', '.join(missing)}; name all parts")


def _write(parts: Sequence[_Part], site: Path) -> None:
    first = parts[0][0]
    shutil.copytree(first, site, ignore=shutil.ignore_patterns(MANIFEST), copy_function=shutil.copyfile)
    for folder, other in parts[1:]:
        for page in other.own:
            (site / page).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(folder / page, site / page)
    names = {path.relative_to(folder) for folder, _ in parts for path in (folder / SEARCH_INDEX).parent.glob("*.json")}
    for name in sorted(names):
        # Each part has an index of its own; other files of the folder are in the first part alone.
        if name == SEARCH_INDEX or all((folder / name).is_file() for folder, _ in parts):
            _join_index(parts, name, site)


def _join_index(parts: Sequence[_Part], name: Path, site: Path) -> None:
    """Write a search index of the whole site, which has one for each of its languages as well."""
    indexes = [(manifest, path) for folder, manifest in parts if (path := folder / name).is_file()]
    joined = join_search_indexes([(manifest, path.read_bytes()) for manifest, path in indexes])
    if joined is None or len(indexes) < len(parts):
        raise PartError(
            f"the search index of a part is missing, or was made in advance ('{name.as_posix()}'); build all "
            "parts again, without `prebuild_index`"
        )
    (site / name).write_bytes(joined)
