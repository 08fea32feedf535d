"""Which files a library is made of: .bib files, results, citations between papers, what was looked up."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from paperatlas.atlas.rules import MISNAMED_FILE, NO_LIBRARY
from paperatlas.bibliography.rules import UNREADABLE_FILE
from paperatlas.build.docs_folder import is_well_named, refused_file, refused_files
from paperatlas.citations.rules import NO_CITATIONS
from paperatlas.diagnostics.problem import Problem, Rule, Span
from paperatlas.results.rules import NO_RESULTS
from paperatlas.storage.files import reason_of
from paperatlas.storage.paths import display_path
from paperatlas.storage.regular_files import find_files, real_paths, why_refused, work_tree
from paperatlas.verification.rules import NO_VERIFICATIONS

_RESULTS = "results"
"""The folder of the tables of results, in one of .bib files."""
_FOREIGN = {".bib": (".ris", ".nbib", ".enw"), ".csv": (".xlsx", ".xls", ".ods", ".numbers", ".tsv")}
"""By the suffix of the files that are read: those of other formats that people put beside them."""
CITATIONS_FILE = "citations.tsv"
"""The file of the citations between papers, in a folder of .bib files."""
VERIFIED_FILE = "verified.tsv"
"""Likewise that of what was looked up of papers."""


def bib_files(root: Path, bib: Iterable[str]) -> tuple[list[Path], list[Problem]]:
    """Return the .bib files that `bib` names; those of a folder, or of a pattern, by name."""
    return _named_files(root, bib, ".bib", NO_LIBRARY)


def results_files(root: Path, results: Iterable[str], bib: Iterable[str]) -> tuple[list[Path], list[Problem]]:
    """Return the tables of results that `results` names; by default those below `results` in the folders of `bib`."""
    named = tuple(results)
    if not named:
        folders = (f"{name.rstrip('/')}/{_RESULTS}" for name in bib)
        named = tuple(folder for folder in folders if os.path.isdir(root / folder))  # noqa: PTH112 - or not to be seen
        paths, problems = _named_files(root, named, ".csv", NO_RESULTS)
        return paths, [problem for problem in problems if problem.variant != "empty"]
    return _named_files(root, named, ".csv", NO_RESULTS)


def citation_files(root: Path, citations: Iterable[str], bib: Iterable[str]) -> tuple[list[Path], list[Problem]]:
    """Return the files of citations that `citations` names; by default `citations.tsv` in the folders of `bib`."""
    return _optional_files(root, tuple(citations), bib, CITATIONS_FILE, NO_CITATIONS)


def verification_files(root: Path, verified: Iterable[str], bib: Iterable[str]) -> tuple[list[Path], list[Problem]]:
    """Return the files that `verified` names; by default `verified.tsv` in the folders of `bib`."""
    return _optional_files(root, tuple(verified), bib, VERIFIED_FILE, NO_VERIFICATIONS)


def _optional_files(
    root: Path, named: tuple[str, ...], bib: Iterable[str], default: str, absent: Rule
) -> tuple[list[Path], list[Problem]]:
    """Return the .tsv files that are named; if none is, those of a name that are in the folders of `bib`."""
    if named:
        return _named_files(root, named, ".tsv", absent)
    files = (f"{name.rstrip('/')}/{default}" for name in bib if (root / name).is_dir())
    there = [file for file in files if os.path.exists(root / file)]  # noqa: PTH110 - or not to be seen
    paths, problems = _named_files(root, there, ".tsv", absent)
    tree = work_tree(root)
    allowed = real_paths([root, tree])
    refused = {path: refusal for path in paths if (refusal := why_refused(path, allowed))}
    return [path for path in paths if path not in refused], [
        *problems,
        *(refused_file(path, root, refusal) for path, refusal in refused.items()),
    ]


def _named_files(root: Path, names: Iterable[str], suffix: str, absent: Rule) -> tuple[list[Path], list[Problem]]:
    """Return the files of a suffix that `names` name; that there are none for a name is a problem of the rule."""
    paths: list[Path] = []
    problems: list[Problem] = []
    tree = work_tree(root)
    for name in names:
        path = root / name
        pattern = not path.exists() and is_pattern(name)
        fitting: list[Path] = []
        if pattern:
            fitting = sorted(Path(path.anchor or ".").glob(str(path.relative_to(path.anchor))))
            refused = refused_files(fitting, _folder_of(path), root)
            problems += refused.values()
            found = [file for file in fitting if file not in refused]
        elif path.is_dir():
            files = find_files(path, suffix, [tree], _FOREIGN.get(suffix, ()))
            found = [file for file in files.files if is_well_named(file, path)]
            refusals = files.refused | dict.fromkeys((file for file in files.files if file not in found), "name")
            problems += [refused_file(file, root, refusal) for file, refusal in refusals.items()]
            problems += [_unreadable_folder(folder, root, error) for folder, error in files.unreadable.items()]
            problems += [_misnamed(file, root, suffix) for file in files.misnamed]
            problems += [_foreign(file, root, suffix) for file in files.foreign]
            fitting = [*files.files, *files.unreadable, *files.misnamed, *files.foreign]
        else:
            found = [path] if path.exists() else []
        if not (fitting or found):
            variant = "pattern" if pattern else "empty" if path.is_dir() else "absent"
            problems.append(absent.at(Span(name), variant, name=name))
        paths += [file for file in found if file not in paths]
    return paths, problems


def _folder_of(pattern: Path) -> Path:
    """Return the folder that a pattern names, before it stands for anything."""
    return next(folder for folder in pattern.parents if not is_pattern(str(folder)))


def _unreadable_folder(folder: Path, root: Path, error: OSError) -> Problem:
    name = display_path(folder, root)
    return UNREADABLE_FILE.at(Span(name), "folder", file=name, reason=reason_of(error))


def _misnamed(file: Path, root: Path, suffix: str) -> Problem:
    stem = file.name[: file.name.lower().index(suffix)]
    return MISNAMED_FILE.at(Span(display_path(file, root)), file=file.name, suffix=suffix, name=f"{stem}{suffix}")


def _foreign(file: Path, root: Path, suffix: str) -> Problem:
    name = display_path(file, root)
    return MISNAMED_FILE.at(
        Span(name), "table" if suffix == ".csv" else "format", file=file.name, suffix=suffix, path=name
    )


def is_pattern(name: str) -> bool:
    """Return whether a path stands for all that it fits: `bib/20*.bib`."""
    return any(sign in name for sign in "*?[")
