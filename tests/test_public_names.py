"""A public name of the package belongs to one module, so that a search for it leads to what it means."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "plugins/paperatlas"
SHARED = {
    "RULES": "each room's rules, of which build/catalogue.py makes one catalogue",
    "add": "each command of `paperatlas` puts its arguments into the parser",
    "run": "each command of `paperatlas` does its work",
    "makeExtension": "Python-Markdown asks each module of an extension for it",
    "log": "each module's logger; MkDocs counts the warnings of those it knows",
}
"""Names that many modules define alike, because another goes through these modules, and why."""
SENTENCES = "texts/commands/"
"""What commands say: a module for each command, whose names are read with that of the module."""


def public_names(source: str) -> Iterator[str]:
    """Yield the classes, functions, constants and type aliases that a module defines at its top."""
    for node in ast.parse(source).body:
        match node:
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.AnnAssign(target=ast.Name(id=name)):
                names = [name]
            case ast.Assign(targets=targets):
                names = [each.id for target in targets for each in ast.walk(target) if isinstance(each, ast.Name)]
            case _:
                names = []
        yield from (name for name in dict.fromkeys(names) if not name.startswith("_"))


def shared_names() -> dict[str, list[str]]:
    """Return the names that more than one module defines, with the modules."""
    modules = defaultdict(list)
    for path in sorted(PACKAGE.rglob("*.py")):
        module = path.relative_to(PACKAGE).as_posix()
        if not module.startswith(SENTENCES):
            for name in dict.fromkeys(public_names(path.read_text(encoding="utf-8"))):
                modules[name].append(module)
    return {name: paths for name, paths in modules.items() if len(paths) > 1}


def test_a_public_name_has_one_module() -> None:
    assert {name: paths for name, paths in shared_names().items() if name not in SHARED} == {}


def test_no_name_is_excepted_that_need_not_be() -> None:
    assert SHARED.keys() <= shared_names().keys()


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("class A: x = 1\ndef b(): c = 1\n", ["A", "b"]),
        ("A = B = 1\nC: int = 2\n_d = 3\n", ["A", "B", "C"]),
        ("A, B = 1, 2\nA[0] = 3\n", ["A", "B", "A"]),
        ("from m import A\nimport b\n", []),
    ],
)
def test_what_counts_as_a_public_name(source: str, names: list[str]) -> None:
    assert list(public_names(source)) == names
