"""The tutorial, line by line in an empty folder, and then the workflow of the site that it makes."""

from __future__ import annotations

import os
import re
import shutil
import sys
import sysconfig
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup

from tests.conftest import REPOSITORY, write_files
from tests.hosts.conftest import run
from tests.services import answers
from tests.services.local_server import serve
from tests.services.server import arxiv_path, service_server

TUTORIAL = (REPOSITORY / "docs/guide/tutorial.md").read_text(encoding="utf-8")
COMMANDS = "".join(re.findall(r"^```sh\n(.*?)^```$", TUTORIAL, re.MULTILINE | re.DOTALL))
(NAVIGATION,) = re.findall(r"^```yaml\n(nav:.*?)^```$", TUTORIAL, re.MULTILINE | re.DOTALL)
REPOSITORY_OF_SITE = "https://github.com/someone/my-field"
HOSTED = "https://owner.github.io/my-field"
OWN = """\
@article{own2020,
  author = {Lovelace, Ada},
  title  = {Notes on a Library},
  year   = 2020,
  journal = {Journal of Libraries}
}
"""
EDIT = """\
from pathlib import Path
file = Path("mkdocs.yml")
head, _, rest = file.read_text().partition("nav:\\n")
_, papers, rest = rest.partition("  - Papers:\\n")
file.write_text(head + {navigation!r} + papers + rest)
"""
SCRIPT = "#!{python}\nimport sys\nfrom {module} import {function}\nsys.exit({function}())\n"
SCRIPTS = {"mkdocs": ("mkdocs.__main__", "cli"), "pip": ("pip._internal.cli.main", "main")}


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """What the commands run with: a home with a library in it, arXiv on this machine, and no package index."""
    home = tmp_path_factory.mktemp("home")
    write_files(home, {"references.bib": OWN, ".gitconfig": "[user]\nname = Ada\nemail = ada@example.org\n"})
    with serve({}) as server:
        services = service_server(server)
        services.answer({arxiv_path("2105.05233"): answers.atom("2105.05233v1", "Diffusion Models and Images")})
        quiet = {"PIP_NO_INDEX": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "NO_MKDOCS_2_WARNING": "1"}
        yield services.environment | quiet | {"HOME": str(home)}


@pytest.fixture(scope="module")
def folder(wheel: Path, environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that was empty, after the tutorial."""
    folder = tmp_path_factory.mktemp("empty")
    shutil.copy(wheel, folder)
    run("git", "init", "--quiet", "--bare", "--initial-branch", "main", "origin.git", cwd=folder)
    run(sys.executable, "-m", "venv", "--without-pip", ".venv", cwd=folder)
    add_packages(folder / ".venv")
    write_files(folder, {"edit.py": EDIT.format(navigation=NAVIGATION), "commands.sh": "set -eu\n" + script()})
    run("bash", "commands.sh", cwd=folder, **environment)
    return folder


def script() -> str:
    """The commands, with the few that a test cannot run as they are replaced by what it can."""
    commands = COMMANDS
    for written, instead in (
        ("python3 -m venv .venv\n", ""),  # made already, for it needs the packages
        ("mkdocs serve --livereload\n", ""),  # would not end
        ("git init ", "python ../edit.py\ngit init "),  # what a person does in an editor, before
        ("https://github.com/OWNER/my-field.git", "../origin.git"),
    ):
        assert commands.count(written) == 1, written
        commands = commands.replace(written, instead)
    return commands


def add_packages(venv: Path) -> None:
    """Give an environment what runs the tests in place of what an index has."""
    found = sysconfig.get_paths(vars={"base": str(venv), "platbase": str(venv)})
    Path(found["purelib"], "packages.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    for name, (module, function) in SCRIPTS.items():
        path = venv / "bin" / name
        text = SCRIPT.format(python=venv / "bin" / "python", module=module, function=function)
        path.write_text(text, encoding="utf-8")
        path.chmod(0o755)


@dataclass(frozen=True)
class Step:
    """What a step of a workflow runs, with which variables."""

    command: str
    environment: tuple[tuple[str, str], ...]


def commands_of(workflow: Path) -> list[Step]:
    """The different commands of a workflow, in order: two jobs install the same."""
    jobs = yaml.safe_load(workflow.read_text(encoding="utf-8"))["jobs"].values()
    steps = (step for job in jobs for step in job["steps"] if "run" in step)
    return list(dict.fromkeys(Step(step["run"], tuple(step.get("env", {}).items())) for step in steps))


def page(site: Path, address: str) -> BeautifulSoup:
    return BeautifulSoup((site / address / "index.html").read_text(encoding="utf-8"), "html.parser")


def test_its_site_has_the_papers_and_the_direction(folder: Path, wheel: Path) -> None:
    site = folder / "my-field" / "site"
    assert "Notes on a Library" in page(site, "papers/own2020").get_text()
    assert len(page(site, "papers").select("tbody tr")) == 5
    assert "Diffusion models" in page(site, "").select_one(".pa-card__title").get_text()  # type: ignore[union-attr]
    tabs = [link.get_text(strip=True) for link in page(site, "").select(".md-tabs a")]
    assert tabs == ["Home", "Directions", "Papers", "Map"]
    drawn = {str(node["data-key"]) for node in page(site, "directions/diffusion").select("figure.pa-graph .pa-node")}
    assert drawn == {"ddpm", "ddim", "improved-ddpm"}
    assert (folder / "my-field" / "wheels" / wheel.name).read_bytes() == wheel.read_bytes()


def test_nothing_that_is_made_again_is_committed(folder: Path) -> None:
    committed = run("git", "ls-tree", "-r", "--name-only", "main", cwd=folder / "origin.git").splitlines()
    assert sorted({name.split("/")[0] for name in committed}) == [
        ".github",
        ".gitignore",
        "bib",
        "docs",
        "mkdocs.yml",
        "requirements.txt",
        "wheels",
    ]


def filled_in(value: str) -> str:
    """A value of the workflow's environment, as GitHub gives it to a step."""
    server, _, name = REPOSITORY_OF_SITE.partition(".com/")
    known = {"steps.pages.outputs.base_url": HOSTED, "github.server_url": f"{server}.com", "github.repository": name}
    for expression, instead in known.items():
        value = value.replace(f"${{{{ {expression} }}}}", instead)
    return value


def test_the_workflow_checks_and_builds_what_was_pushed(folder: Path, environment: Mapping[str, str]) -> None:
    clone = folder / "clone"
    run("git", "clone", "--quiet", str(folder / "origin.git"), str(clone), cwd=folder)
    run(str(folder / ".venv/bin/pip"), "uninstall", "--quiet", "--yes", "paperatlas", cwd=folder)
    path = f"{folder / '.venv/bin'}{os.pathsep}{os.environ['PATH']}"
    for step in commands_of(clone / ".github/workflows/site.yml"):
        given = {name: filled_in(value) for name, value in step.environment}
        run("bash", "-e", "-c", step.command, cwd=clone, **environment, **given, PATH=path)
    home = page(clone / "site", "")
    assert home.select_one("link[rel=canonical]")["href"] == f"{HOSTED}/"  # type: ignore[index]
    edit = page(clone / "site", "papers/own2020").select_one("a[rel=edit]")
    assert edit is not None
    assert str(edit["href"]).startswith(f"{REPOSITORY_OF_SITE}/edit/main/bib/")
    assert f"{HOSTED}/papers/own2020/" in (clone / "site" / "sitemap.xml").read_text(encoding="utf-8")
