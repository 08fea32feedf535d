"""A side of a comparison: a project on disk, and how it is built and served."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.builds.processes import BenchError, Usage, run

REPOSITORY = Path(__file__).resolve().parents[2]
CACHE = REPOSITORY / ".cache" / "bench"
OWN = "PaperAtlas"
ONE_PROCESS = "the same in one process"
MKDOCS = "MkDocs + Material"
SPHINX = "Sphinx + sphinxcontrib-bibtex"
HUGO = "Hugo"
ZENSICAL = "Zensical"


@dataclass(frozen=True, slots=True)
class Side:
    """A project that a program makes a site of, in `output`; a cold build must find none of `caches`."""

    name: str
    folder: Path
    build: tuple[str, ...]
    html_files: int
    """How many pages the site must have at least; a build that makes fewer is no measurement."""
    serve: tuple[str, ...] = ()
    output: str = "site"
    caches: tuple[str, ...] = ()
    environment: Mapping[str, str] = field(default_factory=dict)

    @property
    def site(self) -> Path:
        """Return the folder that the built site is in."""
        return self.folder / self.output

    def clear(self) -> None:
        """Remove the site and whatever an earlier build left."""
        for name in (self.output, *self.caches):
            shutil.rmtree(self.folder / name, ignore_errors=True)

    def cold_build(self) -> Usage:
        """Build from nothing."""
        self.clear()
        return self.again()

    def again(self) -> Usage:
        """Build with what is there."""
        usage = run(self.build, self.folder, self.folder / "build.log", self.environment)
        found = sum(1 for _ in self.site.rglob("*.html"))
        if found < self.html_files:
            message = f"{self.name} made {found} pages of {self.html_files}: see {self.folder / 'build.log'}"
            raise BenchError(message)
        return usage


@dataclass(frozen=True, slots=True)
class Peer:
    """Another program in an environment of its own, where `make bench-peers` installs it."""

    name: str
    group: str
    program: str
    version: tuple[str, ...]

    @property
    def path(self) -> Path:
        """Return the program's file."""
        return CACHE / "peers" / self.group / "bin" / self.program

    def installed(self) -> str:
        """Return the version; empty if the program is not installed."""
        if not self.path.exists():
            return ""
        done = subprocess.run([self.path, *self.version], capture_output=True, text=True, check=False)
        found = re.search(r"\d+(\.\d+)+", done.stdout) if done.returncode == 0 else None
        return found[0] if found else ""


def write_tree(folder: Path, files: Mapping[str, str]) -> None:
    """Write these files below a folder: what is the same is not touched.

    In the folders written to, what else is there is removed; what lies beside them, as a built site, stays.
    """
    for top in {Path(name).parts[0] for name in files if len(Path(name).parts) > 1}:
        for path in (folder / top).rglob("*"):
            if path.is_file() and path.relative_to(folder).as_posix() not in files:
                path.unlink()
    for name, text in files.items():
        path = folder / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


def size_of(site: Path) -> tuple[int, int]:
    """Return the bytes and the number of the files of a site."""
    sizes = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
    return sum(sizes), len(sizes)
