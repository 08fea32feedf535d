"""`paperatlas new publishing`: what a host of web sites needs to build the current site and publish it."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from importlib.resources import files

from paperatlas.cli.site import configuration_at_hand
from paperatlas.cli.usage import UsageError, write
from paperatlas.storage.files import make_folder, read_bytes, replace
from paperatlas.storage.paths import display_path
from paperatlas.texts.commands import new as texts

HEADERS = "publishing/headers.txt"
HOSTS: Mapping[str, Mapping[str, str]] = {
    "github": {".github/workflows/site.yml": "starter/.github/workflows/site.yml"},
    "gitlab": {".gitlab-ci.yml": "publishing/gitlab-ci.yml"},
    "netlify": {"netlify.toml": "publishing/netlify.toml", "docs/_headers": HEADERS},
    "cloudflare": {"wrangler.toml": "publishing/wrangler.toml", "docs/_headers": HEADERS},
    "readthedocs": {".readthedocs.yaml": "publishing/readthedocs.yaml"},
}
"""The files that each host reads, and where they are in the package; GitHub's is also that of a new site."""
_DOCS = "docs/"


def new_publishing(arguments: argparse.Namespace) -> int:
    """Write the files, unless one of them is there, and say what else the host needs."""
    configuration = configuration_at_hand(texts.ELSEWHERE)
    root, docs = configuration.root, configuration.docs().path
    wanted = {
        docs / name.removeprefix(_DOCS) if name.startswith(_DOCS) else root / name: shipped(source)
        for name, source in HOSTS[arguments.host].items()
    }
    for path, data in wanted.items():
        # Two hosts read the same headers.
        if path.exists() and read_bytes(path) != data:
            raise UsageError(texts.file_exists(display_path(path, root)))
    for path, data in wanted.items():
        if not path.exists():
            make_folder(path.parent)
            replace(path, data, None)
    names = [display_path(path, root) for path in wanted]
    write([texts.new_publishing(names, requirements=not (root / "requirements.txt").is_file())])
    return 0


def shipped(name: str) -> bytes:
    """Return a file of the package."""
    return files("paperatlas").joinpath(name).read_bytes()
