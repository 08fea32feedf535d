"""The libraries that are measured, and how the other programs are given them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from benchmarks.builds.__main__ import nearest
from benchmarks.builds.cold import edited_abstract, with_changed_abstract
from benchmarks.builds.library import CITED, benchmark_site
from benchmarks.builds.markdown_pages import MarkdownPage
from benchmarks.builds.peers.hugo import with_addresses
from benchmarks.builds.peers.sphinx import restructured
from benchmarks.builds.processes import BenchError
from benchmarks.builds.sides import Peer, Side, size_of, write_tree

from tests.conftest import ReadFiles


def test_a_measured_library_has_what_libraries_have(read_files: ReadFiles) -> None:
    project = read_files(benchmark_site(60))
    atlas = project.atlas
    assert len(atlas.papers) == 60
    assert len(atlas.directions) == 20
    assert len(atlas.relations) == 30
    assert all(paper.localised("abstract", "en") and paper.authors for paper in atlas.papers.values())
    assert {problem.code for problem in project.problems} <= {"DIR004"}


def test_every_note_cites_as_many_papers() -> None:
    notes = {
        path: text for path, text in benchmark_site(60).items() if path.endswith(".md") and path != "docs/index.md"
    }
    assert len(notes) == 20 + 3
    assert {len(set(re.findall(r"@(paper\d+)", text))) for text in notes.values()} == {CITED}


def test_a_library_is_the_same_every_time() -> None:
    assert benchmark_site(45) == benchmark_site(45)


def test_one_abstract_is_changed_and_changed_back(tmp_path: Path) -> None:
    write_tree(tmp_path, benchmark_site(45))
    before = {path: path.read_text() for path in tmp_path.rglob("*.bib")}
    with edited_abstract(tmp_path, "paper7", "newword") as changed:
        after = {path: path.read_text() for path in tmp_path.rglob("*.bib")}
        assert [path for path in before if before[path] != after[path]] == [changed]
        assert after[changed].count("newword") == 1
    assert {path: path.read_text() for path in tmp_path.rglob("*.bib")} == before


def test_the_entry_named_is_the_one_that_changes() -> None:
    library = "@misc{a,\n  abstract = {One. Two.},\n}\n@misc{ab,\n  abstract = {One. Two. Three.},\n}\n"
    changed = library.replace("One. Two. Three.", "Two. Three. new One.")
    assert with_changed_abstract(library, "ab", "new") == changed


def test_notes_become_restructured_text() -> None:
    note = "---\ntitle: T\n---\n# T\n\n## Head\n\nA [@a; @b]. @c show *d* [see @e, p. 7].\n"
    assert restructured(note) == "T\n=\n\nHead\n----\n\nA :cite:p:`a,b`. :cite:t:`c` show *d* :cite:p:`e`."


def test_links_to_files_become_links_to_addresses() -> None:
    page = MarkdownPage("papers/a.md", "A", "[b](b.md) [c](../directions/c.md#d) [e](https://example.org/f.md) [g](#h)")
    text = "[b](../b/) [c](../../directions/c/#d) [e](https://example.org/f.md) [g](#h)"
    assert with_addresses(page) == text


def test_a_build_of_too_few_pages_is_no_measurement(tmp_path: Path) -> None:
    with pytest.raises(BenchError, match="made 0 pages of 1"):
        Side("A", tmp_path, ("true",), html_files=1).cold_build()


@pytest.mark.parametrize(
    ("prints", "version"), [("echo hugo v0.168.0-e27+extended", "0.168.0"), ("echo tool 9.0", "9.0"), ("exit 1", "")]
)
def test_a_peer_says_its_version(tmp_path: Path, prints: str, version: str) -> None:
    program = tmp_path / "peer"
    program.write_text(f"#!/bin/sh\n{prints}\n")
    program.chmod(0o755)
    assert Peer("A", "a", str(program), ("--version",)).installed() == version


def test_a_peer_that_is_not_there_is_not_installed(tmp_path: Path) -> None:
    assert Peer("A", "a", str(tmp_path / "none"), ("--version",)).installed() == ""


def test_a_tree_has_the_files_given_and_no_others_in_their_folders(tmp_path: Path) -> None:
    write_tree(tmp_path, {"docs/a/b.md": "b", "docs/c.md": "c", "d.yml": "d"})
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "kept.html").write_text("kept")
    write_tree(tmp_path, {"docs/c.md": "new", "d.yml": "d"})
    files = {path.relative_to(tmp_path).as_posix(): path.read_text() for path in tmp_path.rglob("*") if path.is_file()}
    assert files == {"docs/c.md": "new", "d.yml": "d", "site/kept.html": "kept"}
    assert size_of(tmp_path) == (8, 3)


@pytest.mark.parametrize(
    ("sizes", "size"), [([200, 1_000, 5_000], 1_000), ([200, 5_000], 200), ([5_000, 10_000], 5_000)]
)
def test_what_is_asked_of_one_size_is_measured_at_the_nearest_below(sizes: list[int], size: int) -> None:
    assert nearest(sizes, 1_000) == size
