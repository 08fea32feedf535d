"""What the chapters for developers name is there: files, functions, types."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[1]
FOLDERS = ("plugins/paperatlas", "tests", "tools", "benchmarks", "templates", "docs", "bib", ".github", ".ci")
CHAPTERS = ["CONTRIBUTING.md", "docs/guide/architecture.md"]
CHAPTERS += [f"docs/guide/decisions/{path.name}" for path in (REPOSITORY / "docs/guide/decisions").glob("*.md")]
_CODE = re.compile(r"`([^`\n]+)`")
_FILE = re.compile(r"[\w./-]+\.(?:py|html\.jinja|svg\.jinja|js|css|toml|md|bib|yml|yaml|cfg)|(?:[\w.-]+/)+")
_NAME = re.compile(r"(?P<call>[A-Za-z_]\w+(?:\.[a-z_]\w*)*)\(.*\)|(?P<snake>[a-z]+_\w+)|(?P<type>[A-Z]\w*[a-z]\w*)")
_FOREIGN = frozenset({"docs_dir", "repo_url", "site_url"})
"""Settings of MkDocs."""
_FIELD = re.compile(r"(?:abstract|annotation|change|evidence|note)_zh")


def spans_of(chapter: str) -> list[str]:
    return sorted(set(_CODE.findall((REPOSITORY / chapter).read_text(encoding="utf-8"))))


@cache
def paths() -> frozenset[str]:
    """All paths of the repository and, as people write them, their ends: `graph/svg.py`, `svg.py`, `graph/`."""
    found = [path for path in REPOSITORY.iterdir() if not path.name.startswith(".")]
    found += [path for folder in FOLDERS for path in (REPOSITORY / folder).rglob("*")]
    whole = [path.relative_to(REPOSITORY).as_posix() + "/" * path.is_dir() for path in found]
    return frozenset("/".join(path.split("/")[at:]) for path in whole for at in range(path.count("/") + 1))


@cache
def names() -> frozenset[str]:
    """Every name that Python sources of the repository define or call."""
    found = set()
    for path in (path for folder in FOLDERS for path in (REPOSITORY / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.Name(id=name) | ast.arg(arg=name):
                    found.add(name)
    return frozenset(found)


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_file_is_there(chapter: str) -> None:
    named = [span for span in spans_of(chapter) if _FILE.fullmatch(span)]
    assert [span for span in named if span not in paths() and not (REPOSITORY / span).exists()] == []


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_function_and_type_is_there(chapter: str) -> None:
    found = [name for span in spans_of(chapter) if (name := _NAME.fullmatch(span))]
    named = [(match["call"] or match["snake"] or match["type"]).split(".")[-1] for match in found]
    assert [name for name in named if name not in names() | _FOREIGN and not _FIELD.fullmatch(name)] == []


def test_no_chapter_is_in_the_search_of_readers() -> None:
    chapters = (REPOSITORY / "docs/guide").rglob("*.md")
    heads = {path.name: path.read_text(encoding="utf-8").split("---")[1] for path in chapters}
    assert [name for name, head in heads.items() if "search: { exclude: true }" not in head] == []
