"""Which .bib files a library is made of."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from paperatlas.atlas.rules import NO_LIBRARY
from paperatlas.bibliography.rules import UNREADABLE_FILE
from paperatlas.build.docs_folder import refused_file
from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.storage.files import reason_of
from paperatlas.storage.paths import display_path
from paperatlas.storage.regular_files import find_files, work_tree


def bib_files(root: Path, bib: Iterable[str]) -> tuple[list[Path], list[Problem]]:
    """Return the .bib files that `bib` names; those of a folder, or of a pattern, by name."""
    paths: list[Path] = []
    problems: list[Problem] = []
    tree = work_tree(root)
    for name in bib:
        path = root / name
        pattern = not path.exists() and is_pattern(name)
        if pattern:
            found = sorted(Path(path.anchor or ".").glob(str(path.relative_to(path.anchor))))
        elif path.is_dir():
            files = find_files(path, ".bib", [tree])
            problems += [refused_file(file, root, refusal) for file, refusal in files.refused.items()]
            problems += [_unreadable_folder(folder, root, error) for folder, error in files.unreadable.items()]
            found = files.files
        else:
            found = [path] if path.exists() else []
        if not found:
            variant = "pattern" if pattern else "empty" if path.is_dir() else ""
            problems.append(NO_LIBRARY.at(Span(name), variant, name=name))
        paths += [file for file in found if file not in paths]
    return paths, problems


def _unreadable_folder(folder: Path, root: Path, error: OSError) -> Problem:
    name = display_path(folder, root)
    return UNREADABLE_FILE.at(Span(name), "folder", file=name, reason=reason_of(error))


def is_pattern(name: str) -> bool:
    """Return whether a path stands for all that it fits: `bib/20*.bib`."""
    return any(sign in name for sign in "*?[")
