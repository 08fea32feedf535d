"""The texts that extensions of Python-Markdown and a plugin of MkDocs include in pages, found without these.

They are `pymdownx.snippets` (`--8<-- "part.md"`), markdown-include (`{!part.md!}`) and the plugin include-markdown
(`{% include-markdown "part.md" %}`). What they make of a page is theirs; here is what such a text cites, and where.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from paperatlas.bibliography.model.complaints import SourceBlock
from paperatlas.build.include_directives import PLUGIN, files_of_directives, part_between
from paperatlas.notes.citations.masking import blank_code
from paperatlas.storage.paths import display_path
from paperatlas.storage.regular_files import Refusal, is_special, real_paths, why_refused, work_tree

SNIPPETS = "pymdownx.snippets"
BRACED_INCLUDES = ("markdown_include.include", "mdx_include.mdx_include")
"""The extensions that take any file that a page names, wherever it is."""

_FOR_FORMULAS = (
    "pymdownx.arithmatex",
    "mdx_math",
    "markdown_katex",
    "mdx_math_gitlab",
    "mdx_latex",
    "python_markdown_math",
)

_MARKER = r"-+8<-+"
_SNIPPET = re.compile(
    rf"^[ \t]*{_MARKER}[ \t]+(?P<quote>[\"'])(?P<one>[^\n]+?)(?P=quote)[ \t]*$"
    rf"|^[ \t]*{_MARKER}[ \t]*\n(?P<several>(?:(?![ \t]*{_MARKER})[^\n]*\n)+?)[ \t]*{_MARKER}[ \t]*$",
    re.MULTILINE,
)
_SECTION = re.compile(rf"(?<!;){_MARKER}[ \t]+\[[ \t]*(?P<type>start|end)[ \t]*:[ \t]*(?P<name>[\w-]+)[ \t]*\]")
_PLACE = re.compile(r"(?P<path>.*?)(?::(?P<lines>[-\d:,]+)|:(?P<section>[A-Za-z][\w-]*))?")
_INCLUDE = re.compile(r"\{!\s*(?P<path>.+?)\s*!(?:lines=(?P<lines>[0-9 -]+))?\}")


@dataclass(frozen=True, slots=True)
class Includes:
    """The folders in which the extensions of a site look for files; none if it does not have the extension.

    The plugin looks beside the page and in the folder of the pages, `directives`.
    """

    snippets: tuple[Path, ...] = ()
    braced: tuple[Path, ...] = ()
    appended: tuple[str, ...] = ()
    """The files that `pymdownx.snippets` puts at the end of every page."""
    formulas: bool = False
    """Whether an extension takes the formulas of pages."""
    directives: Path | None = None
    anything: tuple[str, ...] = ()
    """What of the configuration lets a page include any file of the machine, or of the web."""

    def __bool__(self) -> bool:
        """Return whether pages may include anything."""
        return bool(self.snippets or self.braced or self.directives)


NO_INCLUDES = Includes()


@dataclass(frozen=True, slots=True)
class IncludedText:
    """A part of a file that a page includes: `file` is its path for people, `line` that of its first line.

    Of a file that is refused there is no text.
    """

    path: Path
    file: str
    text: str
    line: int
    refusal: Refusal | None = None

    @property
    def block(self) -> SourceBlock:
        """Return the text and where it stands."""
        return SourceBlock(self.file, self.text, self.line, 1)


def read_includes(extensions: Mapping[str, Any], plugins: Collection[str], root: Path, docs: Path) -> Includes:
    """Return what the extensions of a site, with their options, and its plugins include.

    The folders of extensions are relative to `root`; `docs` is that of the pages.
    """
    snippets = _options(extensions, SNIPPETS)
    braced = next((options for name in BRACED_INCLUDES if (options := _options(extensions, name)) is not None), None)
    return Includes(
        snippets=() if snippets is None else _folders(snippets, root),
        braced=() if braced is None else _folders(braced, root),
        appended=tuple(map(str, (snippets or {}).get("auto_append") or ())),
        formulas=any(name in extensions for name in _FOR_FORMULAS),
        directives=docs if PLUGIN in plugins else None,
        anything=(
            *(name for name in BRACED_INCLUDES if name in extensions),
            *([PLUGIN] if PLUGIN in plugins else []),
            *([f"{SNIPPETS}: url_download"] if snippets and snippets.get("url_download") else []),
        ),
    )


def why_not_included(path: Path, bases: Iterable[Path]) -> Refusal | None:
    """Return why a snippet is left out that is in none of the folders (or repositories) where snippets are.

    `pymdownx.snippets` looks at the path alone, which a link leads out of: a pull request would publish a file of the
    machine that builds the site.
    """
    return why_refused(path, real_paths(work_tree(base) for base in bases))


def _options(extensions: Mapping[str, Any], name: str) -> Mapping[str, Any] | None:
    return (extensions[name] or {}) if name in extensions else None


def _folders(options: Mapping[str, Any], root: Path) -> tuple[Path, ...]:
    """Return where files are looked for; the extensions mean the folder that the host is started in, often `root`."""
    written = options.get("base_path") or "."
    paths = written if isinstance(written, (list, tuple)) else [written]
    return tuple(dict.fromkeys(base / str(path) for path in paths for base in (root, Path.cwd())))


def included_texts(markdown: str, page: Path, includes: Includes, root: Path) -> tuple[IncludedText, ...]:
    """Return the texts that a page includes, those that they include themselves among them; not those in its code."""
    if not includes:
        return ()
    appended = (part for name in includes.appended for part in _parts(name, includes.snippets, root, snippet=True))
    direct = (*_direct(markdown, page, includes, root), *appended)
    return tuple(_included(direct, includes, root, frozenset()))


def _included(
    direct: Iterable[IncludedText], includes: Includes, root: Path, around: frozenset[Path]
) -> Iterator[IncludedText]:
    """Yield texts and what they include; not files that they are in themselves, as `pymdownx.snippets` has it."""
    for part in direct:
        if part.path not in around:
            yield part
            inner = _direct(part.text, part.path, includes, root)
            yield from _included(inner, includes, root, around | {part.path})


def _direct(text: str, file: Path, includes: Includes, root: Path) -> Iterator[IncludedText]:
    """Yield the texts that the text of a file names."""
    for place, is_snippet in _named(text):
        yield from _parts(place, includes.snippets if is_snippet else includes.braced, root, snippet=is_snippet)
    if includes.directives is not None:
        for path, start, end in files_of_directives(text, (file.parent, includes.directives)):
            yield from _between(path, start, end, root)


def _between(path: Path, start: str, end: str, root: Path) -> Iterator[IncludedText]:
    """Yield what stands between two texts in a file; nothing of a file that cannot be read."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return
    begin, stop = part_between(text, start, end)
    if begin < stop:
        yield IncludedText(path, display_path(path, root), text[begin:stop], text.count("\n", 0, begin) + 1)


def _named(markdown: str) -> list[tuple[str, bool]]:
    """Return the places that a text names, `part.md:2:4`, each with whether it does so as a snippet."""
    found: list[tuple[str, bool]] = []
    has_snippets, has_braced = "8<" in markdown, "{!" in markdown
    if not has_snippets and not has_braced:
        return found
    without_code = blank_code(markdown)
    for match in _SNIPPET.finditer(markdown) if has_snippets else ():
        if without_code[match.start() : match.end()].strip():
            names = [match["one"]] if match["one"] else match["several"].split("\n")
            found += [(name.strip(), True) for name in names if name.strip() and name.strip()[0] != ";"]
    for match in _INCLUDE.finditer(markdown) if has_braced else ():
        if without_code[match.start()] == "{":
            ranges = ",".join(each.replace("-", ":") if "-" in each else f"{each}:{each}" for each in _ranges(match))
            found.append((f"{match['path']}:{ranges}" if ranges else match["path"], False))
    return found


def _ranges(match: re.Match[str]) -> list[str]:
    return (match["lines"] or "").split()


def _parts(place: str, folders: tuple[Path, ...], root: Path, *, snippet: bool) -> Iterator[IncludedText]:
    """Yield what stands at a place: a file, some of its lines, or the sections of a name in it."""
    match = _PLACE.fullmatch(place)
    candidates = [folder / match["path"] for folder in folders] if match else []
    path = next((path for path in candidates if path.is_file() or (snippet and is_special(path))), None)
    if match is None or path is None:
        return
    if snippet and (refusal := why_not_included(path, folders)):
        yield IncludedText(path, display_path(path, root), "", 1, refusal)
        return
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError):
        return
    for start, end in _selected(lines, match["lines"], match["section"]):
        yield IncludedText(path, display_path(path, root), "\n".join(lines[start:end]), start + 1)


def _selected(lines: list[str], ranges: str | None, section: str | None) -> Iterator[tuple[int, int]]:
    if section:
        begun = None
        for number, line in enumerate(lines):
            if (mark := _SECTION.search(line)) and mark["name"] == section:
                if begun is not None and mark["type"] == "end":
                    yield begun, number
                    return
                begun = number + 1 if begun is None and mark["type"] == "start" else begun
        if begun is not None:
            yield begun, len(lines)
        return
    for each in (ranges or ":").split(","):
        first, _, last = each.partition(":")
        start, end = _number(first), _number(last)
        yield slice(start - 1 if start > 0 else start or None, end or None).indices(len(lines))[:2]


def _number(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        return 0
