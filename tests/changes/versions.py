"""A small site at two times, and what became of it in short."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from paperatlas.build.docs_folder import PageFile
from paperatlas.build.options import Options
from paperatlas.build.project import read_project
from paperatlas.changes.model import Changes, Items, Version
from tests.conftest import write_files

Between = Callable[[Mapping[str, str], Mapping[str, str]], Changes]

NOTE = "---\ntitle: Flows\nstatus: early\n---\n# Flows\n\nText.\n"
BASE = {
    "bib/a.bib": "@misc{glow, title = {Glow}, date = {2018}, keywords = {flows}}\n"
    "@misc{nice, title = {NICE}, date = {2014}, keywords = {flows}}\n",
    "docs/directions/flows.md": NOTE,
    "docs/about.md": "# About\n",
}
GLOW, NICE = BASE["bib/a.bib"].splitlines()


def version(root: Path, files: Mapping[str, str]) -> Version:
    """Files as a site in Chinese and English; English versions end in `.en.md`."""
    write_files(root, files)
    pages: dict[str, list[PageFile]] = {"zh": [], "en": []}
    for language, shown in pages.items():
        for name in sorted(name for name in files if name.endswith(".md") and not name.endswith(".en.md")):
            translated = name.replace(".md", ".en.md")
            own = language == "en" and translated in files
            file = translated if own else name
            shown.append(PageFile(name.removeprefix("docs/"), file, root / file, "en" if own else "zh"))
    project = read_project(root, Options(), pages)
    return Version(
        project.atlases, tuple(dict.fromkeys(project.problems)), {k: v for k, v in files.items() if k.endswith(".md")}
    )


def told(items: Items) -> dict[str, list[str]]:
    """What became of things, in short."""
    found = {
        "added": [" ".join(item.identity) for item in items.added],
        "changed": [
            f"{' '.join(item.identity)}: {', '.join(change.name for change in item.fields)}" for item in items.changed
        ],
        "removed": [" ".join(item.identity) for item in items.removed],
    }
    return {name: list_ for name, list_ in found.items() if list_}
