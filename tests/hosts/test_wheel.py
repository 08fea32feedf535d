"""The wheel, away from this repository, on a site of one .bib file and one note."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.atlas.test_assemble import entry
from tests.conftest import REPOSITORY, write_files


def run(*command: str, cwd: Path, **environment: str) -> str:
    done = subprocess.run(
        command, cwd=cwd, env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_the_wheel_carries_its_templates_and_builds_a_site(tmp_path: Path) -> None:
    wheels = tmp_path / "wheels"
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check")
    run(*pip, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(wheels), str(REPOSITORY), cwd=tmp_path)
    (wheel,) = wheels.glob("paperatlas-*.whl")
    installed = tmp_path / "installed"
    run(*pip, "install", "--no-deps", "--target", str(installed), str(wheel), cwd=tmp_path)

    where = "from paperatlas.build.templates import shipped_templates; print(shipped_templates())"
    printed = run(sys.executable, "-c", where, cwd=tmp_path, PYTHONPATH=str(installed))
    assert Path(printed.strip()) == installed / "paperatlas" / "templates"

    site = tmp_path / "site-outside"
    write_files(
        site,
        {
            "mkdocs.yml": "site_name: Mine\ntheme: mkdocs\nplugins:\n  - paperatlas:\n      bib: my.bib\n",
            "my.bib": entry("nice", keywords="flows"),
            "docs/index.md": "# Home\n\n<!-- paperatlas: directions -->\n",
            "docs/directions/flows.md": "---\ntitle: Flows\n---\n# Flows\n\n[@nice]\n",
        },
    )
    run(sys.executable, "-m", "mkdocs", "build", "--strict", cwd=site, PYTHONPATH=str(installed))
    assert (site / "site" / "papers" / "nice" / "index.html").is_file()
    assert (site / "site" / "assets" / "paperatlas.css").is_file()
    assert "papers/nice/" in (site / "site" / "directions" / "flows" / "index.html").read_text(encoding="utf-8")


def test_a_checkout_finds_its_templates_beside_the_package() -> None:
    where = "from paperatlas.build.templates import shipped_templates; print(shipped_templates())"
    assert Path(run(sys.executable, "-c", where, cwd=REPOSITORY).strip()) == REPOSITORY / "templates"
