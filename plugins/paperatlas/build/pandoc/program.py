"""Which Pandoc is installed, and whether it is new enough."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

OLDEST = (3, 1, 1)
"""The first version whose scripts read and write JSON (`pandoc.json`)."""
_VERSION = re.compile(r"pandoc(?:\.exe)? (\d+(?:\.\d+)*)")


@dataclass(frozen=True, slots=True)
class Pandoc:
    """An installed Pandoc; its version is empty if the program does not say one."""

    program: Path
    version: str

    @property
    def is_new_enough(self) -> bool:
        """Return whether it can be asked."""
        return tuple(map(int, self.version.split("."))) >= OLDEST if self.version else False


def find_pandoc() -> Pandoc | None:
    """Return the first installed Pandoc that is new enough; else one that is not, if there is one."""
    found = [Pandoc(program, _version_of(program, program.stat().st_mtime_ns)) for program in _programs()]
    return next((pandoc for pandoc in found if pandoc.is_new_enough), found[0] if found else None)


def _programs() -> Iterator[Path]:
    """Yield where Pandoc is: in the package `pypandoc_binary`, and on the path."""
    package = find_spec("pypandoc")
    if package is not None and package.origin:
        yield from (path for path in (Path(package.origin).parent / "files").glob("pandoc*") if path.is_file())
    if on_path := shutil.which("pandoc"):
        yield Path(on_path)


# One from a package and one on the path, each of which may be written anew, as another version, under a server.
@lru_cache(maxsize=4)
def _version_of(program: Path, written: int) -> str:  # noqa: ARG001
    """Return the version that a program says of itself."""
    try:
        done = subprocess.run([program, "--version"], capture_output=True, check=False, timeout=30)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return ""
    said = _VERSION.match(done.stdout.decode(errors="replace"))
    return said[1] if said else ""
