"""Compiled templates are kept between processes, and never those of another template."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from paperatlas.build.compiled_templates import CompiledTemplates, compiled_templates
from paperatlas.build.templates import shipped_templates


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
    compiled = CompiledTemplates(shipped, tmp_path / "compiled")
    assert rendered(compiled, shipped) == "one 2"
    monkeypatch.setattr(Environment, "compile", None)
    assert rendered(compiled, shipped) == "one 2"


def test_a_changed_template_is_compiled_again(shipped: Path, tmp_path: Path) -> None:
    compiled = CompiledTemplates(shipped, tmp_path / "compiled")
    assert rendered(compiled, shipped) == "one 2"
    (shipped / "a.jinja").write_text("two {{ 1 + 1 }}")
    assert rendered(compiled, shipped) == "two 2"


def test_a_template_of_the_site_is_not_kept(shipped: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "a.jinja").write_text("own")
    compiled = CompiledTemplates(shipped, tmp_path / "compiled")
    assert rendered(compiled, own, shipped) == "own"
    assert not compiled.folder.exists()
    assert rendered(compiled, shipped) == "one 2"


@pytest.mark.parametrize("damage", [lambda _: b"", lambda data: data[:-1], lambda data: data[:-1] + b"x"])
def test_a_damaged_file_is_as_none(shipped: Path, tmp_path: Path, damage: object) -> None:
    compiled = CompiledTemplates(shipped, tmp_path / "compiled")
    assert rendered(compiled, shipped) == "one 2"
    (file,) = compiled.folder.iterdir()
    whole = file.read_bytes()
    assert callable(damage)
    file.write_bytes(damage(whole))
    assert rendered(compiled, shipped) == "one 2"
    assert file.read_bytes() == whole


def test_a_folder_that_cannot_be_written_is_fine(shipped: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert rendered(CompiledTemplates(shipped, tmp_path / "file"), shipped) == "one 2"


def test_nothing_is_written_where_python_writes_no_bytecode(
    shipped: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    compiled = CompiledTemplates(shipped, tmp_path / "compiled")
    assert rendered(compiled, shipped) == "one 2"
    assert not compiled.folder.exists()


def test_the_shipped_ones_are_beside_the_compiled_modules(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = compiled_templates(shipped_templates())
    assert compiled is not None
    if sys.pycache_prefix is None:
        assert compiled.folder.name == "__pycache__"
    monkeypatch.setattr(sys.implementation, "cache_tag", None)
    assert compiled_templates(shipped_templates()) is None
