"""`paperatlas new publishing`: each host's own schema or linter reads what is written for it."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from paperatlas.cli.new.publishing import HOSTS
from tests.cli.conftest import Run

SITE = {"mkdocs.yml": "site_name: Test\nplugins: [paperatlas]\n", "docs/index.md": "# Home\n"}
SCHEMAS = {
    "github": "vendor.github-workflows",
    "gitlab": "vendor.gitlab-ci",
    "readthedocs": "vendor.readthedocs",
}


@pytest.mark.parametrize("host", HOSTS)
def test_the_files_of_a_host(run: Run, tmp_path: Path, host: str) -> None:
    ran = run(SITE, "new", "publishing", host)
    assert (ran.code, ran.err) == (0, "")
    names = list(HOSTS[host])
    assert ran.out.splitlines()[: len(names)] == names
    assert "pip freeze > requirements.txt" in ran.out
    assert all((tmp_path / name).is_file() for name in names)
    assert "mkdocs" in "".join((tmp_path / name).read_text() for name in names)
    changed = run({names[0]: "own", "requirements.txt": ""}, "new", "publishing", host)
    assert changed.code == 2
    assert f"'{names[0]}' already exists" in changed.err
    assert (tmp_path / names[0]).read_text() == "own"


@pytest.mark.slow
@pytest.mark.parametrize("host", SCHEMAS)
def test_the_schema_of_a_host(run: Run, tmp_path: Path, host: str) -> None:
    run(SITE, "new", "publishing", host)
    [name] = HOSTS[host]
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", SCHEMAS[host], str(tmp_path / name)]
    # GitLab's has words of its own for YAML.
    command += ["--data-transform", "gitlab-ci"] if host == "gitlab" else []
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stderr) == (0, ""), checked.stdout


@pytest.mark.slow
def test_the_workflow_is_safe_and_that_of_this_repository(run: Run, tmp_path: Path) -> None:
    run(SITE, "new", "publishing", "github")
    path = tmp_path / ".github/workflows/site.yml"
    command = [str(Path(sys.executable).with_name("zizmor")), "--quiet", "--offline", "--pedantic", str(path)]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
    actions = re.compile(r"uses: (\S+@\S+ # \S+)")
    ours = Path(__file__).parents[3] / ".github/workflows/deploy.yml"
    assert set(actions.findall(path.read_text())) == set(actions.findall(ours.read_text()))


def test_every_host_installs_the_same_and_builds_strictly(run: Run, tmp_path: Path) -> None:
    for host in HOSTS:
        run(SITE, "new", "publishing", host)
    for name in (".github/workflows/site.yml", ".gitlab-ci.yml", "wrangler.toml"):
        text = (tmp_path / name).read_text()
        assert "pip install --requirement requirements.txt" in text
        assert "mkdocs build --strict" in text
    # The days of notes and entries need git, and the whole history.
    assert yaml.safe_load((tmp_path / ".gitlab-ci.yml").read_text())["pages"]["image"] == "python:3.11"
    assert "git fetch --unshallow" in (tmp_path / "wrangler.toml").read_text()
    netlify = tomllib.loads((tmp_path / "netlify.toml").read_text())
    assert netlify.keys() == {"build"}
    assert netlify["build"].keys() == {"command", "publish", "environment"}
    assert tomllib.loads((tmp_path / "wrangler.toml").read_text())["pages_build_output_dir"] == "site"
    assert yaml.safe_load((tmp_path / ".readthedocs.yaml").read_text())["mkdocs"]["fail_on_warning"]


RULE = re.compile(r"(?P<path>/\S*)(?:\n  [A-Za-z-]+: \S.*)+")


def test_the_headers_are_what_hosts_read(run: Run, tmp_path: Path) -> None:
    run(SITE, "new", "publishing", "netlify")
    text = (tmp_path / "docs/_headers").read_text()
    rules = "\n".join(line for line in text.splitlines() if line and not line.startswith("#"))
    assert RULE.sub("", rules).strip() == ""
    assert max(map(len, text.splitlines())) < 2000
