"""The source distribution, and the wheel that is built from it: what is in them, and that a site is built without this repository."""

from __future__ import annotations

import sys
import zipfile
from email import message_from_string
from email.message import Message
from pathlib import Path

import pytest

from paperatlas import __version__
from paperatlas.cli.new.site import FILES
from tests.atlas.test_assemble import entry
from tests.conftest import REPOSITORY, write_files
from tests.hosts.conftest import REPOSITORY_ADDRESS as ADDRESS
from tests.hosts.conftest import run


@pytest.fixture(scope="module")
def installed(wheel: Path) -> Path:
    """The wheel, unpacked."""
    folder = wheel.parent / "installed"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def names_below(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.skipif(not (REPOSITORY / ".git").exists(), reason="what belongs to a repository only git knows")
def test_the_source_distribution_is_the_repository(sdist: Path) -> None:
    listed = ("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    tracked = {name for name in run(*listed, cwd=REPOSITORY).split("\0") if name and (REPOSITORY / name).is_file()}
    assert names_below(sdist) == tracked | {"PKG-INFO"}


def test_the_wheel_is_the_package_and_no_more(sdist: Path, installed: Path) -> None:
    package = {f"paperatlas/{name}" for name in names_below(sdist / "plugins" / "paperatlas")}
    templates = {f"paperatlas/templates/{name}" for name in names_below(sdist / "templates")}
    metadata = {name for name in names_below(installed) if name.startswith(f"paperatlas-{__version__}.dist-info/")}
    assert names_below(installed) - metadata == package | templates
    assert {f"paperatlas/starter/{name}" for name in FILES} <= package
    assert {name.split("/", 1)[1] for name in metadata} >= {"METADATA", "licenses/LICENSE", "licenses/NOTICE"}


def test_the_addresses_are_those_of_the_repository_it_was_built_from(installed: Path) -> None:
    (file,) = installed.glob("*.dist-info/METADATA")
    metadata: Message = message_from_string(file.read_text(encoding="utf-8"))
    assert dict(line.split(", ", 1) for line in metadata.get_all("Project-URL", [])) == {
        "Source": ADDRESS,
        "Documentation": f"{ADDRESS}/blob/v{__version__}/docs/guide/index.md",
        "Changelog": f"{ADDRESS}/blob/v{__version__}/CHANGELOG.md",
        "Issues": f"{ADDRESS}/issues",
    }
    assert f"]({ADDRESS}/blob/v{__version__}/docs/guide/index.md)" in metadata.get_payload()
    assert metadata["Description-Content-Type"] == "text/markdown"


def test_the_wheel_carries_its_templates_and_builds_a_site(installed: Path, tmp_path: Path) -> None:
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
