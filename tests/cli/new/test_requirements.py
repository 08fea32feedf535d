"""How the requirements of a new site name PaperAtlas, by what the installer noted of it."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError
from pathlib import Path
from typing import Any, NoReturn

import pytest

from paperatlas.cli.new import requirements as module
from paperatlas.cli.new.requirements import find_origin, read_origin, requirements
from tests.conftest import REPOSITORY

GIT = {"vcs": "git", "commit_id": "0a1b2c"}
NAMED: list[tuple[dict[str, Any] | None, str]] = [
    (None, "paperatlas==0.1.0"),
    ({"url": "https://example.org/p.git", "vcs_info": GIT}, "paperatlas @ git+https://example.org/p.git@0a1b2c"),
    ({"url": "https://example.org/p-0.1.0.whl", "archive_info": {}}, "paperatlas @ https://example.org/p-0.1.0.whl"),
    ({}, "./wheels/paperatlas-0.1.0-py3-none-any.whl"),
]


@pytest.mark.parametrize(("noted", "requirement"), NAMED)
def test_origin_elsewhere(noted: dict[str, Any] | None, requirement: str) -> None:
    origin = read_origin(noted, "0.1.0")
    assert (origin.requirement, origin.wheel, origin.clone) == (requirement, None, None)
    assert origin.is_missing is (noted == {})


def test_a_wheel_on_this_disk_is_copied(tmp_path: Path) -> None:
    wheel = tmp_path / "my wheels" / "paperatlas-0.1.0-py3-none-any.whl"
    noted = {"url": wheel.as_uri(), "archive_info": {}}
    assert read_origin(noted, "0.1.0").is_missing
    wheel.parent.mkdir()
    wheel.touch()
    origin = read_origin(noted, "0.1.0")
    assert (origin.requirement, origin.wheel) == (f"./wheels/{wheel.name}", wheel)
    assert not origin.is_missing


@pytest.mark.parametrize("noted", [{"dir_info": {"editable": True}}, {"vcs_info": GIT}])
def test_a_clone_on_this_disk_is_where_to_build_one(noted: dict[str, Any], tmp_path: Path) -> None:
    origin = read_origin({"url": tmp_path.as_uri()} | noted, "0.1.0")
    assert (origin.requirement, origin.clone) == ("./wheels/paperatlas-0.1.0-py3-none-any.whl", tmp_path)
    assert origin.is_missing


def test_the_running_package_has_an_origin(monkeypatch: pytest.MonkeyPatch) -> None:
    assert find_origin().requirement

    def not_installed(_: str) -> NoReturn:
        raise PackageNotFoundError

    monkeypatch.setattr(module, "distribution", not_installed)
    assert find_origin().is_missing


def test_the_theme_is_the_one_that_the_atlas_is_built_with() -> None:
    lines = requirements(read_origin(None, "0.1.0")).splitlines()
    wanted = [line for line in lines if not line.startswith("#")]
    assert wanted[-1] == "paperatlas==0.1.0"
    project = (REPOSITORY / "pyproject.toml").read_text(encoding="utf-8")
    assert [line for line in wanted[:-1] if f'"{line}"' not in project] == []
