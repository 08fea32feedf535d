"""What a release says of itself, in files that nobody runs: links, addresses, how to install it, how to cite it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
import yaml

from paperatlas import __version__
from paperatlas.diagnostics.extras import EXTRAS, install_command
from project_metadata import absolute_links, project_urls
from tests.conftest import REPOSITORY

PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LINK = re.compile(r"\]\((?P<target>[^)\s]+)\)")
FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
INSTALLED = re.compile(r"(?:pipx?|uv) (?:tool )?(?:install|add) (?:[^\n&]* )?['\"]?paperatlas|paperatlas\[")
INSTALL_GUIDE = "docs/guide/tutorial.md"
TEXTS = (
    "*.md",
    ".github/**/*",
    "docs/**/*.md",
    "plugins/**/*",
    "templates/*",
    "benchmarks/*",
    "tools/*",
    "Makefile",
    "*.y*ml",
)


def read(name: str) -> str:
    return (REPOSITORY / name).read_text(encoding="utf-8")


def links_of(name: str) -> list[str]:
    return [match["target"] for match in LINK.finditer(FENCED.sub("", read(name)))]


def anchors_of(path: Path) -> set[str]:
    """The anchors of a Markdown page's headings, as GitHub and the site make them."""
    headings = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "CONTRIBUTING.zh.md", "CHANGELOG.md"])
def test_relative_links_lead_to_files(name: str) -> None:
    relative = [target for target in links_of(name) if not re.match(r"[a-z]+:", target)]
    for target in relative:
        path, _, anchor = target.partition("#")
        file = REPOSITORY / path if path else REPOSITORY / name
        assert file.exists(), f"{name}: {target}"
        assert not anchor or anchor in anchors_of(file), f"{name}: {target}"


def test_links_of_the_readme_work_off_the_repository() -> None:
    relative = [target for target in links_of("README.md") if not re.match(r"[a-z]+:", target)]
    assert len(relative) >= 5
    text = absolute_links(read("README.md"), "https://example.org/p/blob/v1")
    found = [match["target"] for match in LINK.finditer(FENCED.sub("", text))]
    assert [target for target in found if not target.startswith(("https://", "#"))] == []
    assert [target for target in found if target.endswith(".webp") and "/p/raw/v1/" not in target] == []
    assert [f"https://example.org/p/blob/v1/{target}" for target in relative if target[0] != "#"] == [
        target.replace("/raw/", "/blob/") for target in found if target.startswith("https://example.org/")
    ]


def test_addresses_of_the_project_lead_to_files() -> None:
    for address in project_urls("REPOSITORY", "FILES").values():
        if address.startswith("FILES/"):
            assert (REPOSITORY / address.removeprefix("FILES/")).is_file()


def test_one_place_says_how_to_install_the_package() -> None:
    files = {path for pattern in TEXTS for path in REPOSITORY.glob(pattern) if path.is_file()}
    found: dict[str, list[str]] = {}
    for path in files:
        if path.suffix in {".pyc", ".cache", ".png", ".svg", ".ico"}:
            continue
        if lines := [match[0] for match in INSTALLED.finditer(path.read_text(encoding="utf-8"))]:
            found[path.relative_to(REPOSITORY).as_posix()] = lines
    assert found == {INSTALL_GUIDE: ["pip install mkdocs-material pygraphviz paperatlas"]}
    # It is in no index, so the place names a file.
    assert "paperatlas-*.whl" in read(INSTALL_GUIDE)


def test_optional_packages_are_installed_as_the_project_has_it() -> None:
    assert {name: list(wanted) for name, wanted in EXTRAS.items()} == PROJECT["optional-dependencies"]
    guide = "".join(map(read, (INSTALL_GUIDE, "docs/guide/hosts.md", "docs/guide/zensical.md")))
    assert [name for name in EXTRAS if name != "graphviz" and install_command(name) not in guide] == []


def test_the_citation_is_of_this_version() -> None:
    citation = yaml.safe_load(read("CITATION.cff"))
    assert citation["version"] == __version__
    assert citation["license"] == PROJECT["license"]
    assert citation["authors"] == PROJECT["authors"]
    assert citation["abstract"].startswith(PROJECT["description"].removesuffix("."))
    assert citation["keywords"] == PROJECT["keywords"]
    assert citation["authors"][0]["name"] in read("LICENSE")


def test_the_tested_versions_of_python_are_the_classified_ones() -> None:
    workflow = yaml.safe_load(read(".github/workflows/check.yml"))
    matrix = workflow["jobs"]["platforms"]["strategy"]["matrix"]
    tested = {*matrix["python"], *(row["python"] for row in matrix["include"])}
    classified = {line.rsplit(" ", 1)[1] for line in PROJECT["classifiers"] if re.search(r":: 3\.\d+$", line)}
    assert classified == tested
