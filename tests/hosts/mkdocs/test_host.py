"""What runs the plugin: MkDocs or ProperDocs, in the versions that we support."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.metadata import distributions, requires
from pathlib import Path

import pytest

from paperatlas.hosts.mkdocs.host import installed_programs, why_unsupported

BOUNDS = ["jinja2>=3.1", "mkdocs<2,>=1.6", 'properdocs<2,>=1.6.5; extra == "properdocs"']


@pytest.mark.parametrize(
    ("host", "version", "told"),
    [
        ("mkdocs", "1.6.0", ""),
        ("mkdocs", "1.6.2.dev0", ""),
        ("properdocs", "1.7", ""),
        ("mkdocs", "1.5.3", "MkDocs 1.5.3. Install a version that it is tested with: pip install 'mkdocs<2,>=1.6'"),
        ("mkdocs", "2.0", "MkDocs 2.0. "),
        ("properdocs", "1.6.4", "pip install 'properdocs<2,>=1.6.5'"),
        ("another", "1.0", ""),
    ],
)
def test_a_version_out_of_bounds(host: str, version: str, told: str) -> None:
    found = why_unsupported(host, version, BOUNDS)
    assert told in found
    assert bool(found) == bool(told)


def test_both_hosts_have_bounds() -> None:
    named = "\n".join(requires("paperatlas") or ())
    assert why_unsupported("mkdocs", "0.1", named.splitlines())
    assert why_unsupported("properdocs", "0.1", named.splitlines())


def test_a_build_under_another_version_ends_with_the_sentence(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: Old\nplugins: [paperatlas]\n")
    old = "import mkdocs; mkdocs.__version__ = '1.5.3'; from mkdocs.__main__ import cli; cli(['build'])"
    done = subprocess.run([sys.executable, "-c", old], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "Config value 'plugins': PaperAtlas does not work with MkDocs 1.5.3." in done.stderr
    assert "Traceback" not in done.stderr


def test_all_that_is_installed_is_named_with_its_version() -> None:
    found = {name.split(" ")[0].lower().replace("_", "-").replace(".", "-") for name in installed_programs()}
    missing = [
        f"{each.name} {each.version}"
        for each in distributions()
        if f"{each.name}-{each.version}".lower().replace("_", "-").replace(".", "-") not in found
    ]
    assert missing == []


def test_another_version_of_a_program_is_another_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.path", [str(tmp_path), str(tmp_path / "none.zip")])
    found = installed_programs.__wrapped__
    (tmp_path / "some-1.0.dist-info").mkdir()
    (tmp_path / "unnamed.egg-info").mkdir()
    before = found()
    assert before == found() != []
    (tmp_path / "some-1.0.dist-info").rename(tmp_path / "some-1.1.dist-info")
    after = found()
    assert after != before
    os.utime(tmp_path / "unnamed.egg-info", ns=(0, 0))
    assert found() != after
