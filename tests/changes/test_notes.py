"""What became of directions and hand-written pages, in every language."""

from __future__ import annotations

from pathlib import Path

import pytest

from paperatlas.build.docs_folder import PageFile
from paperatlas.build.options import Options
from paperatlas.build.project import read_project
from paperatlas.changes.compare import changes_between
from paperatlas.changes.model import Version
from tests.changes.versions import BASE, NOTE, Between, told
from tests.conftest import write_files

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


def test_what_is_told_of_a_new_direction_and_a_new_translation(between: Between) -> None:
    note = "---\ntitle: X\n---\n# X\n"
    changes = between(BASE, BASE | {"docs/directions/x.md": note, "docs/directions/flows.en.md": NOTE})
    assert changes.directions.added[0].remarks == ("0 papers",)
    (change,) = changes.directions.changed[0].fields
    assert (change.before, change.after) == (None, "there")


def test_translations_are_compared_on_their_own(between: Between) -> None:
    old = BASE | {"docs/directions/flows.en.md": NOTE, "docs/about.en.md": "# About\n"}
    changes = between(old, old | {"docs/directions/flows.en.md": NOTE.replace("Text", "More")})
    assert told(changes.directions) == {"changed": ["flows: text (en)"]}
    changes = between(old, BASE)
    assert told(changes.directions) == {"changed": ["flows: translation (en)"]}
    assert told(changes.pages) == {"removed": ["docs/about.en.md"]}


def test_a_direction_that_one_language_lacks(between: Between) -> None:
    changes = between(BASE | {"docs/directions/flows.en.md": NOTE}, BASE | {"docs/directions/flows.en.md": NOTE})
    assert told(changes.directions) == {}
    # A host that does not fall back to the first language shows none.
    alone = {"docs/directions/flows.zh.md": NOTE}
    changes = between(BASE | alone, BASE | alone | {"docs/directions/flows.zh.md": NOTE.replace("early", "hot")})
    assert told(changes.directions) == {"changed": ["flows.zh: status"]}


def test_pages_of_other_languages_are_in_their_folder(between: Between) -> None:
    changes = between(BASE, BASE | {"docs/about.en.md": "# About\n", "docs/x.md": "# X\n"})
    assert {item.identity[0]: item.address for item in changes.pages.added} == {
        "docs/x.md": "x/",
        "docs/about.en.md": "en/about/",
    }


def test_pages_that_the_first_language_lacks_are_in_the_folder_of_theirs(tmp_path: Path) -> None:
    write_files(tmp_path, {"docs/about.en.md": "# About\n"})
    page = PageFile("about.md", "docs/about.en.md", tmp_path / "docs/about.en.md", "en")
    atlases = read_project(tmp_path, Options(), {"zh": [], "en": [page]}).atlases
    old, new = Version({"zh": atlases["zh"], "en": atlases["zh"]}, (), {}), Version(atlases, (), {})
    assert [item.address for item in changes_between(old, new).pages.added] == ["en/about/"]
