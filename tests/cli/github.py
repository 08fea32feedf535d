"""GitHub on this machine: the scripts of a workflow, run in clones of a repository as a runner runs them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import yaml

from tests.cli.git import git
from tests.conftest import REPOSITORY, write_files
from tests.services.local_server import serve
from tests.services.server import ServiceServer, service_server

_GH = '#!/bin/sh\nprintf "%s\\n" "$*" >> "$CALLS"\n'
"""GitHub's command, which only notes how it is called."""


@dataclass(frozen=True)
class GitHub:
    """A repository with a site, and what a runner has: programs, variables and the scripts of a workflow."""

    folder: Path
    services: ServiceServer
    workflow: str

    def runs(self, name: str, clone: Path, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run a step of the workflow in a clone, as a runner does: without a file of settings, and to its first error."""
        workflow = yaml.safe_load((REPOSITORY / ".github/workflows" / self.workflow).read_text(encoding="utf-8"))
        steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
        (script,) = (step["run"] for step in steps if step.get("name") == name)
        environment = os.environ | self.services.environment | variables
        environment |= {"PATH": f"{self.folder / 'bin'}:{os.environ['PATH']}", "CALLS": str(self.folder / "calls.txt")}
        environment |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
        return subprocess.run(command, cwd=clone, env=environment, capture_output=True, text=True, check=False)

    def clone(self, name: str) -> Path:
        """Return a new checkout."""
        git(self.folder, "clone", "--quiet", "origin.git", name)
        return self.folder / name

    def clone_with_command(self, name: str) -> Path:
        """Return a new checkout with `paperatlas` where `make` installs it."""
        clone = self.clone(name)
        program = clone / ".venv" / "bin" / "paperatlas"
        write_files(clone, {".venv/bin/paperatlas": f'#!/bin/sh\nexec "{sys.executable}" -m paperatlas "$@"\n'})
        program.chmod(0o755)
        return clone

    @property
    def calls(self) -> list[str]:
        """Return how GitHub's command was called."""
        return (self.folder / "calls.txt").read_text(encoding="utf-8").splitlines()


@contextmanager
def github_with(folder: Path, files: Mapping[str, str], workflow: str) -> Iterator[GitHub]:
    """Make a repository of some files, and play the services of a workflow's commands."""
    write_files(folder, {**{f"work/{path}": text for path, text in files.items()}, "bin/gh": _GH})
    (folder / "bin" / "gh").chmod(0o755)
    for arguments in (("init", "--quiet", "--initial-branch=main"), ("add", "."), ("commit", "--quiet", "-m", "One")):
        git(folder / "work", *arguments)
    git(folder, "clone", "--quiet", "--bare", "work", "origin.git")
    with serve({}) as server:
        yield GitHub(folder, service_server(server), workflow)
