"""The schema of front matter: it takes what is read, and refuses what is not."""

from __future__ import annotations

import json

import pytest
import yaml
from jsonschema import Draft7Validator

from paperatlas.notes import STATUSES, read_direction, read_document
from paperatlas.notes.schema import note_schema
from tests.conftest import REPOSITORY

NOTE = Draft7Validator(json.loads(note_schema()))


FRONT_MATTER = [
    ("title: Flows", True),
    ("title:\nsummary:\nstatus:\norder:\ngroups:\nrelated:", True),
    ("status: hot", True),
    ("status: booming", False),
    ("status: hot\nnow: {as_of: 2026-11, by: Ann, reason: R, see: since-2021}", True),
    ("status: hot\nnow: {as_of: 2026-11, by:, reason:, see:}", True),
    ("now:\nthen:", True),
    ("now: {as_of: 2026-11}", False),
    ("status: hot\nnow: {reason: R}", False),
    ("status: hot\nnow: {as_of: 2026-13}", False),
    ("status: hot\nnow: {as_of: 2026}", False),
    ("status: hot\nnow: {as_of: 2026-11, see: Since 2021}", False),
    ("status: hot\nnow: {as_of: 2026-11, status: hot}", False),
    ("status: hot\nnow: yes", False),
    ("then: {status: early, as_of: 2021-06}", True),
    ("then: {as_of: 2021-06}", False),
    ("then: {status: old, as_of: 2021-06}", False),
    ("order: 2.5", True),
    ("order: second", False),
    ("order: true", False),
    ("summary: [a]", False),
    ("groups: [{slug: a, title: A, summary: S}]", True),
    ("groups: [{slug: a-2}]", True),
    ("groups: [{slug: A B}]", False),
    ("groups: [{title: A}]", False),
    ("groups: [{slug: a, titel: A}]", False),
    ("groups: [{slug: a, columns: [code, change]}]", True),
    ("groups: [{slug: a, columns: [price]}]", False),
    ("groups: [{slug: a, title: 3}]", False),
    ("groups: {a: b}", False),
    ("groups: [a]", False),
    ("related: [a, b]", True),
    ("related: [3]", False),
    ("related: a", False),
    ("hide: [toc]", True),
]


@pytest.mark.parametrize(("text", "good"), FRONT_MATTER)
def test_front_matter(text: str, good: bool) -> None:
    document, problems = read_document(f"---\n{text}\n---\n# Title\n\n## Since 2021\n", "x.md", "x.md")
    assert (not [*problems, *read_direction(document)[1]]) is good
    assert NOTE.is_valid(yaml.safe_load(text)) is good


def test_our_own_notes() -> None:
    notes = sorted((REPOSITORY / "docs" / "directions").glob("*.md"))
    assert len(notes) == 18
    for path in notes:
        document, _ = read_document(path.read_text(encoding="utf-8"), path.name, path.name)
        assert list(NOTE.iter_errors(dict(document.front_matter.values))) == []


def test_what_may_be_written_is_described_once() -> None:
    text = note_schema()
    schema = json.loads(text)
    assert text.endswith("}\n")
    assert schema["properties"]["status"]["enum"] == [*STATUSES, None]
    described = [*schema["properties"].values(), *schema["properties"]["groups"]["items"]["properties"].values()]
    assert all(len(each["description"]) > 10 for each in described)


@pytest.mark.parametrize("slug", ["a", "a-2", "扩散", "A", "a b", "a-", "-a", "", "a/b"])
def test_a_slug_is_one_for_the_schema_and_the_reader(slug: str) -> None:
    document, _ = read_document(f"---\ntitle: x\ngroups: [{{slug: {json.dumps(slug)}}}]\n---\n", "x.md", "x.md")
    assert NOTE.is_valid({"groups": [{"slug": slug}]}) is (not read_direction(document)[1])
