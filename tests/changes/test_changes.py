"""What lies between two versions of a site, and how it is told."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from paperatlas.build.docs_folder import PageFile
from paperatlas.build.options import Options
from paperatlas.build.project import read_project
from paperatlas.changes.compare import changes_between
from paperatlas.changes.json_report import changes_json
from paperatlas.changes.markdown_report import LEAST, changes_markdown
from paperatlas.changes.model import Changes, Items, Version
from tests.conftest import write_files

Between = Callable[[Mapping[str, str], Mapping[str, str]], Changes]

NOTE = "---\ntitle: Flows\nstatus: early\n---\n# Flows\n\nText.\n"
BASE = {
    "bib/a.bib": "@misc{glow, title = {Glow}, date = {2018}, keywords = {flows}}\n"
    "@misc{nice, title = {NICE}, date = {2014}, keywords = {flows}}\n",
    "docs/directions/flows.md": NOTE,
    "docs/about.md": "# About\n",
}


def version(root: Path, files: Mapping[str, str]) -> Version:
    """Files as a site in Chinese and English; English versions end in `.en.md`."""
    write_files(root, files)
    pages: dict[str, list[PageFile]] = {"zh": [], "en": []}
    for language, shown in pages.items():
        for name in sorted(name for name in files if name.endswith(".md") and not name.endswith(".en.md")):
            translated = name.replace(".md", ".en.md")
            own = language == "en" and translated in files
            file = translated if own else name
            shown.append(PageFile(name.removeprefix("docs/"), file, root / file, "en" if own else "zh"))
    project = read_project(root, Options(), pages)
    return Version(
        project.atlases, tuple(dict.fromkeys(project.problems)), {k: v for k, v in files.items() if k.endswith(".md")}
    )


@pytest.fixture
def between(tmp_path: Path) -> Between:
    """The changes from some files to others."""
    return lambda old, new: changes_between(version(tmp_path / "old", old), version(tmp_path / "new", new))


def told(items: Items) -> dict[str, list[str]]:
    """What became of things, in short."""
    found = {
        "added": [" ".join(item.identity) for item in items.added],
        "changed": [
            f"{' '.join(item.identity)}: {', '.join(change.name for change in item.fields)}" for item in items.changed
        ],
        "removed": [" ".join(item.identity) for item in items.removed],
    }
    return {name: list_ for name, list_ in found.items() if list_}


GLOW, NICE = BASE["bib/a.bib"].splitlines()

CASES = [
    # the library, papers, relations
    (BASE["bib/a.bib"], {}, {}),
    (GLOW.replace(", ", ",\n   ") + "\n\n" + NICE.replace("title", "TITLE"), {}, {}),
    (NICE + "\n" + GLOW, {}, {}),
    (GLOW, {"removed": ["nice"]}, {}),
    (GLOW + NICE + "@misc{new, title = {New}}", {"added": ["new"]}, {}),
    (GLOW.replace("2018", "2019") + NICE, {"changed": ["glow: date"]}, {}),
    (GLOW.replace("@misc", "@online") + NICE, {"changed": ["glow: entry type"]}, {}),
    (GLOW.replace("title", "code = {https://example.org/x}, title") + NICE, {"changed": ["glow: code"]}, {}),
    (GLOW.replace("{glow,", "{kingma2018,") + NICE, {"changed": ["kingma2018: citation key"]}, {}),
    (
        GLOW.replace("title", "extends = {nice}, title") + NICE,
        {"changed": ["glow: extends"]},
        {"added": ["glow extends nice"]},
    ),
]


@pytest.mark.parametrize(("library", "papers", "relations"), CASES)
def test_papers_and_relations(library: str, papers: object, relations: object, between: Between) -> None:
    changes = between(BASE, BASE | {"bib/a.bib": library})
    assert told(changes.papers) == papers
    assert told(changes.relations) == relations
    assert told(changes.directions) == told(changes.pages) == {}


def test_evidence_and_renamed_ends(between: Between) -> None:
    old = GLOW.replace("title", "extends = {nice}, evidence = {[nice] One.}, title") + NICE
    changes = between(BASE | {"bib/a.bib": old}, BASE | {"bib/a.bib": old.replace("One", "Two")})
    assert told(changes.relations) == {"changed": ["glow extends nice: evidence (en)"]}
    renamed = (
        old.replace("{nice,", "{dinh,").replace("extends = {nice}", "extends = {dinh}").replace("[nice]", "[dinh]")
    )
    changes = between(BASE | {"bib/a.bib": old}, BASE | {"bib/a.bib": renamed})
    assert told(changes.relations) == {}
    assert told(changes.papers) == {"changed": ["glow: extends, evidence", "dinh: citation key"]}


DIRECTIONS = [
    ({}, {}, {}),
    ({"docs/directions/flows.md": NOTE.replace("early", "hot")}, {"changed": ["flows: status"]}, {}),
    ({"docs/directions/flows.md": NOTE.replace("Text", "More")}, {"changed": ["flows: text"]}, {}),
    ({"docs/directions/flows.md": NOTE.replace("status", "order: 2\nstatus")}, {"changed": ["flows: order"]}, {}),
    ({"docs/directions/flows.en.md": NOTE}, {"changed": ["flows: translation (en)"]}, {}),
    ({"docs/directions/x.md": NOTE}, {"added": ["x"]}, {}),
    ({"docs/about.md": "# About us\n"}, {}, {"changed": ["docs/about.md: text"]}),
    ({"docs/about.en.md": "# About\n"}, {}, {"added": ["docs/about.en.md"]}),
    ({"docs/x.md": "# X\n"}, {}, {"added": ["docs/x.md"]}),
]


@pytest.mark.parametrize(("files", "directions", "pages"), DIRECTIONS)
def test_directions_and_pages(files: dict[str, str], directions: object, pages: object, between: Between) -> None:
    changes = between(BASE, BASE | files)
    assert told(changes.directions) == directions
    assert told(changes.pages) == pages
    assert told(changes.papers) == {}


def test_translations_are_compared_on_their_own(between: Between) -> None:
    old = BASE | {"docs/directions/flows.en.md": NOTE, "docs/about.en.md": "# About\n"}
    changes = between(old, old | {"docs/directions/flows.en.md": NOTE.replace("Text", "More")})
    assert told(changes.directions) == {"changed": ["flows: text (en)"]}
    changes = between(old, BASE)
    assert told(changes.directions) == {"changed": ["flows: translation (en)"]}
    assert told(changes.pages) == {"removed": ["docs/about.en.md"]}


def test_pages_of_other_languages_are_in_their_folder(between: Between) -> None:
    changes = between(BASE, BASE | {"docs/about.en.md": "# About\n", "docs/x.md": "# X\n"})
    assert {item.identity[0]: item.address for item in changes.pages.added} == {
        "docs/x.md": "x/",
        "docs/about.en.md": "en/about/",
    }


def test_problems_are_the_same_wherever_they_stand(between: Between) -> None:
    wrong = "@misc{a, title = {A}, doi = {nonsense}, keywords = {flows}}\n"
    old = BASE | {"bib/a.bib": GLOW + "\n" + wrong}
    moved = BASE | {"bib/a.bib": "\n\n" + wrong + GLOW}
    assert not between(old, moved)
    worse = BASE | {"bib/a.bib": GLOW + "\n" + wrong + wrong.replace("{a,", "{b,")}
    changes = between(old, worse)
    assert "IDN001" in [problem.code for problem in changes.new_problems]
    back = between(worse, old)
    assert back.fixed_problems == changes.new_problems
    assert back.new_problems == ()
    assert back.remaining == changes.remaining


def test_nothing(between: Between) -> None:
    assert changes_markdown(between(BASE, BASE)) == "## Changes to the atlas\n\nNone. No other problem.\n"


def test_markdown(between: Between) -> None:
    new = GLOW.replace("2018", "2019").replace("title", "extends = {new}, title") + (
        "@misc{new, title = {A ](x) @me <b>}, shorttitle = {New}, date = {2020}, doi = {nonsense}, keywords = {flows}}"
    )
    changes = between(BASE, BASE | {"bib/a.bib": new, "docs/directions/flows.md": NOTE.replace("early", "hot")})
    assert changes_markdown(changes, "https://example.org/a") == (
        "## Changes to the atlas\n\n"
        "| | added | changed | removed |\n"
        "| --- | ---: | ---: | ---: |\n"
        "| Papers | 1 | 1 | 1 |\n"
        "| Relations | 1 | 0 | 0 |\n"
        "| Directions | 0 | 1 | 0 |\n"
        "| Pages | 0 | 0 | 0 |\n\n"
        "**Problems:** 1 new, 0 fixed. No other problem.\n\n"
        "### New problems\n\n"
        "- [IDN001](<https://example.org/a/problems/#IDN001>) warning · bib/a\\.bib line 1 · “nonsense” is no DOI\\. "
        "A DOI looks like 10\\.1000/182\\.\n\n"
        "### Papers added\n\n"
        "- [New: A \\]\\(x\\) @\u200bme &lt;b&gt;](<https://example.org/a/papers/new/>) · new · 2020 · flows\n\n"
        "### Papers changed\n\n"
        "- [Glow](<https://example.org/a/papers/glow/>)\n"
        "  - extends added: new\n"
        "  - date: 2018 → 2019\n\n"
        "### Papers removed\n\n"
        "- NICE · nice · 2014 · flows\n\n"
        "### Relations added\n\n"
        "- [Glow extends New](<https://example.org/a/papers/glow/>)\n\n"
        "### Directions changed\n\n"
        "- [Flows](<https://example.org/a/directions/flows/>)\n"
        "  - status: early → hot\n"
    )


@pytest.mark.parametrize("limit", [LEAST, 3_000, 20_000, 65_536])
def test_markdown_is_never_longer_than_it_may_be(limit: int, between: Between) -> None:
    many = "".join(f"@misc{{k{number}, title = {{{'<$@' * 90} {number}}}}}\n" for number in range(300))
    text = changes_markdown(between(BASE, BASE | {"bib/a.bib": many}), "https://example.org/", limit)
    assert len(text) <= limit
    assert "| Papers | 300 | 0 | 2 |" in text
    assert limit == LEAST or "… and 2" in text


def test_json_has_everything(between: Between) -> None:
    new = BASE["bib/a.bib"].replace("2018", "2019") + "@misc{x, title = {X}, extends = {glow}, keywords = {flows}}"
    data = json.loads(changes_json(between(BASE, BASE | {"bib/a.bib": new}), "https://example.org"))
    assert data["papers"]["added"] == [
        {"key": "x", "name": "X", "path": "papers/x/", "url": "https://example.org/papers/x/"}
    ]
    assert data["papers"]["changed"][0]["fields"] == [{"name": "date", "before": "2018", "after": "2019"}]
    assert [(one["source"], one["type"], one["target"]) for one in data["relations"]["added"]] == [
        ("x", "extends", "glow")
    ]
    assert data["problems"]["fixed"] == []
    assert set(data) == {"papers", "relations", "directions", "pages", "problems"}
