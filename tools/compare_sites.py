"""Builds the atlas and the sites of `tests/sites` at two revisions, and names every file that differs.

python tools/compare_sites.py main              from the branch main to the files as they are now
python tools/compare_sites.py HEAD~1 HEAD       what the last commit did
python tools/compare_sites.py main --only messy --only bare

The sites of `tests/sites` are the same for both sides. The atlas is built with the content of its own revision, or
with --same-content with that of HEAD. Exit code: 0 all is equal, 1 something differs, 2 a site could not be built.
"""

from __future__ import annotations

import argparse
import hashlib
import inspect
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import distributions
from pathlib import Path

from site_differences import Change, Group, compare_folders, excerpt, group_changes, problem_changes, text_changes

REPOSITORY = Path(__file__).resolve().parents[1]
SITES = REPOSITORY / "tests" / "sites"
CACHE = REPOSITORY / ".cache" / "compare_sites"
ATLAS = "atlas"
ATLAS_CONTENT = ("mkdocs.yml", "docs", "bib")
MOST_CACHED = 24
"""How many built sites are kept, those of six comparisons: each has an atlas of 50 MB."""

# What two builds of the same code would differ in: the day of the build, and the order of sets of strings.
_SETTINGS = {"SOURCE_DATE_EPOCH": "1577836800", "PYTHONHASHSEED": "0", "NO_MKDOCS_2_WARNING": "1"}
# What `mkdocs.yml` of the atlas takes from the environment.
_UNSET = ("SITE_URL", "REPO_URL", "EDIT_URI", "PYTHONPATH")
_LOG_LINE = re.compile(r"(DEBUG|INFO|WARNING|ERROR|CRITICAL) +- ")
# Where the class stands that MkDocs will load as the plugin.
_PROBE = """\
import inspect
from importlib.metadata import entry_points
(plugin,) = entry_points(group="mkdocs.plugins", name="paperatlas")
print(inspect.getfile(plugin.load()))
"""


class CompareError(Exception):
    """A revision that is not there, or a site that cannot be built."""


@dataclass(frozen=True, slots=True)
class Side:
    """The code of one revision; without a `commit`, what is built with it is neither taken from the cache nor kept."""

    name: str
    commit: str
    checkout: Path


@dataclass(frozen=True, slots=True)
class Built:
    """A built site in a folder."""

    folder: Path

    @property
    def site(self) -> Path:
        """Return the files that MkDocs wrote."""
        return self.folder / "site"

    @property
    def problems(self) -> list[dict[str, object]]:
        """Return what `paperatlas check` reported."""
        loaded: list[dict[str, object]] = json.loads((self.folder / "problems.json").read_text(encoding="utf-8"))
        return loaded

    @property
    def warnings(self) -> list[str]:
        """Return what MkDocs logged as a warning or worse."""
        loaded: list[str] = json.loads((self.folder / "warnings.json").read_text(encoding="utf-8"))
        return loaded


def main() -> int:
    """Compare two revisions and print what differs."""
    options = _options()
    with tempfile.TemporaryDirectory(prefix="compare_sites-") as name:
        work = Path(name)
        try:
            base = check_out(options.base, work / "base")
            head = check_out(options.head, work / "head")
        except CompareError as error:
            print(error, file=sys.stderr)
            return 2
        if head.commit == base.commit:
            head = replace(head, commit="")  # a revision is compared with itself to see that builds repeat
        results = []
        for site in options.only or site_names():
            text, result = _compare(site, base, head, work, options)
            print(f"{site}: {text}", flush=True)
            results.append(result)
    _forget_old()
    return max(results)


def _compare(site: str, base: Side, head: Side, work: Path, options: argparse.Namespace) -> tuple[str, int]:
    """Build a site with the code of both sides; return what to print, and the exit code."""
    contents = [SITES / site] * 2
    if site == ATLAS:
        contents = [head.checkout if options.same_content else base.checkout, head.checkout]
    try:
        before = built_site(base, site, contents[0], work)
        after = built_site(head, site, contents[1], work)
    except CompareError as error:
        return str(error), 2
    lines = list(report(before, after, base.name, head.name, options.most))
    return "\n".join(lines), int(len(lines) > 1)


def site_names() -> list[str]:
    """Return the sites that are compared, the largest last."""
    return [*sorted(path.parent.name for path in SITES.glob("*/mkdocs.yml")), ATLAS]


def report(before: Built, after: Built, base: str, head: str, most: int) -> Iterator[str]:
    """Yield a line of counts, then what differs, if anything does, in at most `most` rows of each sort."""
    files = compare_folders(before.site, after.site)
    yield f"{files.compared} files compared, " + (f"{len(files.differing)} differ" if files else "all are equal")
    for name, only in ((base, files.only_base), (head, files.only_head)):
        yield from _capped([f"  only in {name}: {path}" for path in only], most, f"files are only in {name}")
    yield from _rows(group_changes(files.changes), most, "kinds of change in files")
    warnings = text_changes("warning", *(list(enumerate(built.warnings, 1)) for built in (before, after)))
    for title, changes in (
        ("problems of `paperatlas check`", problem_changes(before.problems, after.problems)),
        ("warnings of the build", list(warnings)),
    ):
        if changes:
            yield f"  {title}: {_count(changes)}"
            yield from _rows(group_changes(changes), most, f"kinds of change in {title}")


def check_out(revision: str | None, folder: Path) -> Side:
    """Write the files of a revision below `folder`, of None those of the working tree."""
    folder.mkdir()
    name, commit = revision or "the working tree", ""
    if revision or not _git("status", "--porcelain").strip():
        commit = _git("rev-parse", "--verify", "--quiet", f"{revision or 'HEAD'}^{{commit}}").decode().strip()
        subprocess.run(["tar", "-x", "-C", folder], input=_git("archive", commit), check=True)
    else:
        listed = _git("ls-files", "-z", "--cached", "--others", "--exclude-standard").decode()
        for path in filter(None, listed.split("\0")):
            if (REPOSITORY / path).is_file():
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(REPOSITORY / path, folder / path)
    side = Side(name, commit, folder)
    _write_entry_points(folder)
    done = _run(side, folder, "-c", _PROBE)
    if done.returncode:
        raise CompareError(_failure(side, "import of the plugin", done))
    if not Path(done.stdout.strip()).is_relative_to(folder / "plugins"):
        message = f"MkDocs would load the plugin from {done.stdout.strip()} and not the one of {name}."
        raise CompareError(message)
    return side


def built_site(side: Side, site: str, content: Path, work: Path) -> Built:
    """Build a site with the code of a side, or take it from the cache; what is not committed is built anew."""
    folder = work / f"{side.checkout.name}-{site}"
    copy_content(content, folder / "content", ATLAS_CONTENT if site == ATLAS else ())
    kept = CACHE / side.commit / f"{site}-{_digest(folder / 'content')}"
    if side.commit and kept.is_dir():
        kept.touch()
        return Built(kept)
    _build(side, folder)
    if side.commit:
        shutil.rmtree(folder / "content")
        kept.parent.mkdir(parents=True, exist_ok=True)
        # A folder that is there is whole: it is copied beside its place and renamed into it.
        beside = Path(tempfile.mkdtemp(dir=kept.parent))
        shutil.copytree(folder, beside, dirs_exist_ok=True)
        try:
            beside.rename(kept)
        except OSError:
            shutil.rmtree(beside)
    return Built(folder)


def _build(side: Side, folder: Path) -> None:
    content = folder / "content"
    done = _run(side, content, "-m", "mkdocs", "build", "--site-dir", str(folder / "site"))
    if done.returncode:
        raise CompareError(_failure(side, "mkdocs build", done))
    warnings = [text.replace(str(content), "<site>") for text in logged_warnings(done.stderr)]
    (folder / "warnings.json").write_text(json.dumps(warnings), encoding="utf-8")
    done = _run(side, content, "-m", "paperatlas", "check", "--format", "json")
    if done.returncode not in (0, 1):
        raise CompareError(_failure(side, "paperatlas check", done))
    (folder / "problems.json").write_text(done.stdout.replace(str(content), "<site>"), encoding="utf-8")


def logged_warnings(log: str) -> list[str]:
    """Return the warnings and errors of MkDocs' log, each with the lines that belong to it."""
    messages: list[list[str]] = []
    for line in log.splitlines():
        if _LOG_LINE.match(line) or not messages:
            messages.append([])
        messages[-1].append(line)
    texts = ["\n".join(message) for message in messages]
    return [text for text in texts if (found := _LOG_LINE.match(text)) and found[1] not in ("DEBUG", "INFO")]


def _options() -> argparse.Namespace:
    asked = argparse.ArgumentParser(
        description=inspect.cleandoc(__doc__ or ""), formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("base", metavar="BASE", help="the revision before")
    asked.add_argument("head", metavar="HEAD", nargs="?", help="the revision after; without it, the files as they are")
    asked.add_argument("--same-content", action="store_true", help="build the atlas of HEAD with the code of both")
    asked.add_argument("--most", metavar="N", type=int, default=20, help="the most rows of each sort (default: 20)")
    asked.add_argument("--only", action="append", choices=site_names(), help="compare this site only")
    return asked.parse_args()


def _git(*arguments: str) -> bytes:
    done = subprocess.run(["git", "-C", REPOSITORY, *arguments], capture_output=True, check=False)
    if done.returncode:
        message = done.stderr.decode().strip() or f"git knows no revision {arguments[-1].partition('^')[0]}"
        raise CompareError(message)
    return done.stdout


def _run(side: Side, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python with the package of a side, in a folder, whose own modules are not on the path."""
    environment = {name: value for name, value in os.environ.items() if name not in _UNSET}
    environment |= _SETTINGS | {"PYTHONPATH": str(side.checkout / "plugins")}
    command = [sys.executable, "-P", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def _failure(side: Side, command: str, done: subprocess.CompletedProcess[str]) -> str:
    return f"{command} failed with {side.name}:\n" + "\n".join(done.stderr.splitlines()[-20:])


def _write_entry_points(checkout: Path) -> None:
    """Describe the checkout as an installed package.

    Otherwise MkDocs would look the plugin's class up where the installed package has it, not where the revision does.
    """
    project = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    folder = checkout / "plugins" / f"{project['name']}-0.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: 0\n", encoding="utf-8")
    lines = []
    for group, entries in project["entry-points"].items():
        lines += [f"[{group}]", *(f"{name} = {place}" for name, place in entries.items())]
    (folder / "entry_points.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def copy_content(source: Path, target: Path, names: Sequence[str]) -> None:
    """Copy what a site is built from: the files and folders named, or all."""
    for path in [source / name for name in names] or [source]:
        place = target / path.relative_to(source)
        if path.is_dir():
            # Where somebody built a site beside its sources, that stays behind, and above all its cache.
            shutil.copytree(path, place, ignore=shutil.ignore_patterns(".cache", "site"), dirs_exist_ok=True)
        else:
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, place)


def _digest(content: Path) -> str:
    """Digest what a build follows from beside the code: content, installed packages, and how this file builds."""
    digest = hashlib.sha256(Path(__file__).read_bytes() + sys.version.encode())
    for found in sorted(f"{found.name} {found.version}" for found in distributions()):
        digest.update(found.encode())
    for path in sorted(path for path in content.rglob("*") if path.is_file()):
        digest.update(path.relative_to(content).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def _forget_old() -> None:
    """Remove the built sites that were not used for longest."""
    for path in sorted(CACHE.glob("*/*"), key=lambda path: path.stat().st_mtime)[:-MOST_CACHED]:
        shutil.rmtree(path)


def _rows(groups: Sequence[Group], most: int, what: str) -> Iterator[str]:
    rows = []
    for group in groups:
        first = group.firsts[0]
        places = ", ".join(change.place for change in group.firsts[:2])
        if group.count > 2:
            places = f"{group.count} places in {len(group.firsts)} files: {places}, …"
        signs = (("-", first.removed, first.added), ("+", first.added, first.removed))
        rows.append("\n".join([f"  {places}", *(f"    {sign} {excerpt(a, b)}" for sign, a, b in signs if a)]))
    yield from _capped(rows, most, what)


def _capped(rows: Sequence[str], most: int, what: str) -> Iterator[str]:
    yield from rows[:most]
    if len(rows) > most:
        yield f"  … {len(rows) - most} more {what}; --most shows more"


def _count(changes: Sequence[Change]) -> str:
    return f"{len(changes)} difference{'s' * (len(changes) != 1)}"


if __name__ == "__main__":
    raise SystemExit(main())
