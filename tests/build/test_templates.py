"""What a digest of templates holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from paperatlas.build.templates import templates_digest
from tests.conftest import write_files


def test_a_template_that_vanishes_after_it_was_listed_is_as_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment = Environment(loader=FileSystemLoader(tmp_path), autoescape=True)
    write_files(tmp_path, {"a.jinja": "A"})
    without = templates_digest(environment)
    write_files(tmp_path, {"b.jinja": "B"})
    assert templates_digest(environment) != without
    read = Path.read_bytes

    def lose(path: Path) -> bytes:
        (tmp_path / "b.jinja").unlink(missing_ok=True)
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", lose)
    assert templates_digest(environment) == without
