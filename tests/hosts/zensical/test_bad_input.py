"""What a person is told when Zensical cannot build, and that the last site and the last stage are still there."""

from __future__ import annotations

import sys
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from paperatlas.cli import run_command_line
from paperatlas.hosts.zensical import program
from tests.conftest import write_files

SITE = {
    "mkdocs.yml": "site_name: X\ntheme: material\nplugins: [paperatlas]\n",
    "docs/index.md": "# Home\n",
    "bib/a.bib": "@misc{a, title = {T}, author = {A. Lovelace}, year = {1843}, keywords = {x}}\n",
}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site that was built before, and is at hand."""
    write_files(tmp_path, {**SITE, "site/index.html": "last", "site/.kept": ""})
    monkeypatch.chdir(tmp_path)
    return tmp_path


def runs(*script: str) -> list[str]:
    return [sys.executable, "-c", "; ".join(script)]


def absent(name: str) -> str:
    raise PackageNotFoundError(name)


@pytest.mark.parametrize(
    ("installed", "told"),
    [
        (absent, "Zensical is not installed; install it: pip install"),
        (lambda _: "0.0.57", "Zensical 0.0.57 is installed, but PaperAtlas works with 0.0.73 or newer, below 0.0.74"),
        (lambda _: "0.0.74", 'install one of these: pip install "zensical>=0.0.73,<0.0.74"'),
        (lambda _: "0.1.0", "Zensical 0.1.0 is installed"),
        (lambda _: "1.0", "Zensical 1.0 is installed"),
    ],
)
@pytest.mark.parametrize("action", ["build", "serve"])
def test_zensical_has_to_be_there_in_a_known_version(
    action: str,
    installed: object,
    told: str,
    site: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(program, "version", installed)
    assert run_command_line(["zensical", action]) == 1
    assert told in capfd.readouterr().err
    assert (site / "site/index.html").read_text() == "last"


@pytest.mark.parametrize("found", ["0.0.73", "0.0.73.post1", "0.0.73+local"])
def test_known_versions_are_taken(found: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "version", lambda _: found)
    program.check_version()


def test_what_zensical_said_is_told_and_the_site_stays(
    site: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(
        program, "command", lambda *_: runs("print('Build started')", "print('bad template')", "raise SystemExit(3)")
    )
    assert run_command_line(["zensical", "build"]) == 1
    told = capfd.readouterr().err
    assert "Zensical ended with code 3; the site was not changed. It said:\n  bad template\n" in told
    assert (site / "site/index.html").read_text() == "last"
    assert (site / ".cache/paperatlas/zensical/docs/papers/a.md").is_file()


def test_a_server_that_does_not_begin_is_told(
    site: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(
        program, "command", lambda *_: runs("print('Error: Address already in use')", "raise SystemExit(1)")
    )
    assert run_command_line(["zensical", "serve"]) == 1
    assert "Error: Address already in use" in capfd.readouterr().err


def test_a_stage_of_another_version_stays_and_so_does_the_site(site: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write_files(site, {".cache/paperatlas/zensical/stage.json": '{"format": 99}'})
    assert run_command_line(["zensical", "build"]) == 1
    assert "delete it, and run the command again" in capfd.readouterr().err
    assert (site / "site/index.html").read_text() == "last"


@pytest.mark.parametrize(
    ("option", "told"),
    [
        ("search: pagefind", "write `search: auto` or `search: theme`, or build the site with `mkdocs build`"),
        ("part: 1/2", "leave the option `part` out, or build the part with `mkdocs build`"),
        ("offline: true", "build the site with `paperatlas offline`"),
        ("offline: true, part: 2/2", "leave the option `part` out"),
    ],
)
@pytest.mark.parametrize("action", ["build", "serve"])
def test_an_option_that_zensical_cannot_carry_out_is_refused(
    action: str, option: str, told: str, site: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (site / "mkdocs.yml").write_text(f"site_name: X\nplugins: [paperatlas: {{{option}}}]\n")
    assert run_command_line(["zensical", action]) == 1
    assert told in capfd.readouterr().err
    assert (site / "site/index.html").read_text() == "last"


@pytest.mark.parametrize("option", ["search: theme", "search: auto", "part: 1/1", "offline: false"])
def test_other_options_are_not(option: str, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (site / "mkdocs.yml").write_text(f"site_name: X\nplugins: [paperatlas: {{{option}}}]\n")
    monkeypatch.setattr(program, "command", lambda *_: runs("raise SystemExit(3)"))
    assert run_command_line(["zensical", "build"]) == 1
    assert (site / ".cache/paperatlas/zensical/docs/papers/a.md").is_file()


def test_a_strict_build_with_a_problem_builds_nothing(site: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (site / "docs/index.md").write_text("# Home\n\n[@nobody]\n", encoding="utf-8")
    assert run_command_line(["zensical", "build", "--strict"]) == 1
    assert "the site was not built: 1 problem, and --strict was given" in capfd.readouterr().err
    assert (site / "site/index.html").read_text() == "last"


def test_the_site_takes_the_place_of_the_last_one(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = "import pathlib as p; f = p.Path('.cache/paperatlas/zensical/site'); f.mkdir(); (f / '404.html').write_text('x')"
    monkeypatch.setattr(program, "command", lambda *_: runs(write))
    assert run_command_line(["zensical", "build"]) == 0
    assert sorted(path.name for path in (site / "site").iterdir()) == [".kept", "404.html"]


def test_outside_a_site_the_command_says_where_to_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run_command_line(["zensical", "build"]) == 2
    assert "run this command in the folder of a site" in capfd.readouterr().err
