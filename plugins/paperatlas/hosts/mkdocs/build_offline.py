"""Building a site to be opened from a disk, as a program of its own: commands know no host.

python -m paperatlas.hosts.mkdocs.build_offline mkdocs.yml FOLDER [--strict]
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence

import click
from mkdocs.commands.build import build
from mkdocs.config import load_config


def build_offline(file: str, folder: str, *, strict: bool = False) -> None:
    """Build the site of a configuration into a folder, which is emptied. Raises what MkDocs raises."""
    config = load_config(file, site_dir=folder, strict=strict or None)
    config.plugins["paperatlas"].config["offline"] = True
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()


def build_as_told(arguments: Sequence[str]) -> int:
    """Build the site, with the warnings that `mkdocs build` would show; the exit code."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(levelname)-7s -  %(message)s"))
    handler.setLevel(logging.WARNING)
    log = logging.getLogger("mkdocs")
    log.addHandler(handler)
    log.setLevel(logging.INFO)  # at which `--strict` counts
    file, folder, *options = arguments
    try:
        build_offline(file, folder, strict="--strict" in options)
    except click.ClickException as error:  # as which MkDocs tells of a configuration or a build that is wrong
        print(error.format_message(), file=sys.stderr)  # noqa: T201
        return 1
    except SystemExit as end:  # nothing was to be done
        return int(end.code or 0)
    finally:
        log.removeHandler(handler)
    return 0


if __name__ == "__main__":
    sys.exit(build_as_told(sys.argv[1:]))
