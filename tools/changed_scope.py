"""Say whether a change touches more than what the atlas is made of: its library, notes, results and pictures.

python tools/changed_scope.py BASE    print `code=true`, or `code=false` if all that differs from BASE is content

A workflow leaves out the tests of the code where only content has changed. Whatever is not known for content is code.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from fnmatch import fnmatchcase
from pathlib import Path

CONTENT = (
    "bib/*",
    "docs/about*.md",
    "docs/assets/*",
    "docs/directions/*.md",
    "docs/index*.md",
    "CITATION.cff",
    "CONTRIBUTING*.md",
)
"""Patterns of content, which `paperatlas check` and a strict build look at; a `*` stands for folders as well. The guide
is not content: tests compare it with the code."""


def is_content(path: str) -> bool:
    """Return whether a file is content alone."""
    return any(fnmatchcase(path, pattern) for pattern in CONTENT)


def scope(paths: Iterable[str]) -> str:
    """Return the line for a workflow; a change of nothing that is known is one of code."""
    changed = list(paths)
    return f"code={'false' if changed and all(map(is_content, changed)) else 'true'}"


def main() -> int:
    """Print the scope of what differs from a revision."""
    command = [
        "git",
        "-C",
        str(Path(__file__).parent),
        "diff",
        "--name-only",
        "--no-renames",
        "-z",
        sys.argv[1],
        "HEAD",
        "--",
        ":/",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    # A base that is not there, as on the first push of a branch: then all is looked at.
    print(scope(filter(None, done.stdout.split("\0")) if done.returncode == 0 else ()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
