"""The requirements of a new site: what it is built with, and PaperAtlas as it was installed here.

Installers note where a package came from (PEP 610), so the site's workflow can install the same: from an index, a
repository or an address; a wheel on this disk is copied into the site.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from paperatlas import __version__
from paperatlas.diagnostics.extras import EXTRAS
from paperatlas.texts.commands import new as texts

WHEELS = "wheels"
"""The folder of a site for a wheel that is in no package index."""
_THEME = "mkdocs-material>=9.6"


@dataclass(frozen=True, slots=True)
class Origin:
    """How a requirements file names PaperAtlas, and the wheel that has to be in the site for that.

    `wheel` is where that is now; `clone` is where it can be built instead.
    """

    requirement: str
    wheel: Path | None = None
    clone: Path | None = None

    @property
    def is_missing(self) -> bool:
        """Return whether the site needs a wheel and there is none to copy."""
        return self.requirement.startswith(".") and self.wheel is None


def find_origin() -> Origin:
    """Return where the running PaperAtlas was installed from."""
    try:
        noted = distribution("paperatlas").read_text("direct_url.json")
    except PackageNotFoundError:  # it runs from a folder on `PYTHONPATH`
        noted = "{}"
    return read_origin(json.loads(noted) if noted else None, __version__)


def read_origin(noted: Mapping[str, Any] | None, version: str) -> Origin:
    """Return what an installer has `noted` of a package of this version: nothing for one from an index."""
    if noted is None:
        return Origin(f"paperatlas=={version}")
    url = str(noted.get("url", ""))
    if not url.startswith("file:"):
        commit = noted.get("vcs_info", {}).get("commit_id", "")
        if commit:
            return Origin(f"paperatlas @ {noted['vcs_info']['vcs']}+{url}@{commit}")
        if url:
            return Origin(f"paperatlas @ {url}")
    path = Path(url2pathname(urlsplit(url).path)) if url else None
    if path is not None and path.is_file():
        return Origin(f"./{WHEELS}/{path.name}", wheel=path)
    clone = path if path is not None and path.is_dir() else None
    return Origin(f"./{WHEELS}/paperatlas-{version}-py3-none-any.whl", clone=clone)


def requirements(origin: Origin) -> str:
    """Return the requirements file of a site."""
    return "".join(f"{line}\n" for line in _lines(origin))


def _lines(origin: Origin) -> Iterator[str]:
    yield texts.REQUIREMENTS
    yield _THEME
    yield texts.GRAPHVIZ_REQUIREMENT
    yield EXTRAS["graphviz"]
    yield origin.requirement
