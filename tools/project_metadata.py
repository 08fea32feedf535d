"""The metadata of the package that depends on where its repository is: the addresses, and the links of the README.

No address is written down in the repository, so that those of a fork are right as well: a build is told it in
`REPO_URL`, as the workflow of a release does. Without it there are no addresses, and links of the README stay relative.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

_RELATIVE_LINK = re.compile(r"(?<=\]\()(?![a-z]+:|#)")
_RELATIVE_IMAGE = re.compile(r"(!\[[^\]]*\]\()(?![a-z]+:)")


class ProjectMetadata(MetadataHookInterface):
    """Fills in the fields that `pyproject.toml` calls dynamic."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Set the README and the addresses of the project."""
        readme = (Path(self.root) / "README.md").read_text(encoding="utf-8")
        repository = os.environ.get("REPO_URL", "").rstrip("/")
        files = f"{repository}/blob/v{metadata['version']}" if repository else ""
        text = absolute_links(readme, files) if files else readme
        metadata["readme"] = {"content-type": "text/markdown", "text": text}
        metadata["urls"] = project_urls(repository, files) if repository else {}


def absolute_links(markdown: str, files: str) -> str:
    """Return a page whose relative links lead to the files of the repository, which are below the address `files`."""
    # Below `blob` GitHub shows a page about a picture, below `raw` the picture.
    pictures = files.replace("/blob/", "/raw/", 1)
    return _RELATIVE_LINK.sub(f"{files}/", _RELATIVE_IMAGE.sub(rf"\g<1>{pictures}/", markdown))


def project_urls(repository: str, files: str) -> dict[str, str]:
    """Return the addresses of a project whose repository is at GitHub, and its files below `files`."""
    return {
        "Source": repository,
        "Documentation": f"{files}/docs/guide/index.md",
        "Changelog": f"{files}/CHANGELOG.md",
        "Issues": f"{repository}/issues",
    }
