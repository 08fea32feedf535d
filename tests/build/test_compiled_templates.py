"""Compiled templates are kept between processes, and never those of another template."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader
from jinja2.ext import InternationalizationExtension

from paperatlas.build.compiled_templates import CompiledTemplates, keep_compiled


@pytest.fixture(autouse=True)
def _bytecode_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    folder = tmp_path / "shipped"
    folder.mkdir()
    (folder / "a.jinja").write_text("one {{ 1 + 1 }}")
    return folder


def environment(compiled: CompiledTemplates, *folders: Path) -> Environment:
    return Environment(loader=FileSystemLoader(folders), bytecode_cache=compiled, autoescape=True)


def rendered(compiled: CompiledTemplates, *folders: Path) -> str:
    return environment(compiled, *folders).get_template("a.jinja").render()


def test_a_template_is_compiled_once(shipped: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = CompiledTemplates([shipped], tmp_path / "compiled", b"")
    assert rendered(compiled, shipped) == "one 2"
    monkeypatch.setattr(Environment, "compile", None)
    assert rendered(compiled, shipped) == "one 2"


def test_a_changed_template_is_compiled_again(shipped: Path, tmp_path: Path) -> None:
    compiled = CompiledTemplates([shipped], tmp_path / "compiled", b"")
    assert rendered(compiled, shipped) == "one 2"
    (shipped / "a.jinja").write_text("two {{ 1 + 1 }}")
    assert rendered(compiled, shipped) == "two 2"


def test_a_template_of_the_site_is_not_kept(shipped: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "a.jinja").write_text("own")
    compiled = CompiledTemplates([shipped], tmp_path / "compiled", b"")
    assert rendered(compiled, own, shipped) == "own"
    assert not compiled.folder.exists()
    assert rendered(compiled, shipped) == "one 2"


@pytest.mark.parametrize("damage", [lambda _: b"", lambda data: data[:-1], lambda data: data[:-1] + b"x"])
def test_a_damaged_file_is_as_none(shipped: Path, tmp_path: Path, damage: object) -> None:
    compiled = CompiledTemplates([shipped], tmp_path / "compiled", b"")
    assert rendered(compiled, shipped) == "one 2"
    (file,) = compiled.folder.iterdir()
    whole = file.read_bytes()
    assert callable(damage)
    file.write_bytes(damage(whole))
    assert rendered(compiled, shipped) == "one 2"
    assert file.read_bytes() == whole


def test_a_folder_that_cannot_be_written_is_fine(shipped: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert rendered(CompiledTemplates([shipped], tmp_path / "file", b""), shipped) == "one 2"


def test_nothing_is_written_where_python_writes_no_bytecode(
    shipped: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    compiled = CompiledTemplates([shipped], tmp_path / "compiled", b"")
    assert rendered(compiled, shipped) == "one 2"
    assert not compiled.folder.exists()


def test_they_are_beside_the_compiled_modules(shipped: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    env = Environment(autoescape=True)
    keep_compiled(env, [shipped])
    assert isinstance(env.bytecode_cache, CompiledTemplates)
    if sys.pycache_prefix is None:
        assert env.bytecode_cache.folder.parent.name == "__pycache__"
    monkeypatch.setattr(sys.implementation, "cache_tag", None)
    env = Environment(autoescape=True)
    keep_compiled(env, [shipped])
    assert env.bytecode_cache is None


def shout(text: str) -> str:
    return text.upper()


OTHER_ENVIRONMENTS: dict[str, Callable[[Environment], None]] = {
    "a filter of a constant": lambda env: env.filters.update(title=shout),
    "an extension": lambda env: env.add_extension("jinja2.ext.loopcontrols"),
    "a switch of an extension": lambda env: env.add_extension(NewStyle),
    "escaping": lambda env: setattr(env, "autoescape", False),
    "white space": lambda env: setattr(env, "trim_blocks", True),
}


class NewStyle(InternationalizationExtension):
    """Writes translations in another way."""

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        environment.newstyle_gettext = True  # type: ignore[attr-defined]


@pytest.mark.parametrize("change", OTHER_ENVIRONMENTS.values(), ids=OTHER_ENVIRONMENTS.keys())
def test_an_environment_that_compiles_otherwise_has_its_own(
    shipped: Path, tmp_path: Path, change: Callable[[Environment], None]
) -> None:
    def kept_by(env: Environment) -> CompiledTemplates:
        keep_compiled(env, [shipped])
        assert isinstance(env.bytecode_cache, CompiledTemplates)
        return env.bytecode_cache

    other = Environment(autoescape=True)
    change(other)
    own = [kept_by(Environment(autoescape=True)).environment for _ in range(2)]
    assert own[0] == own[1] != kept_by(other).environment
