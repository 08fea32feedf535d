"""Manifests that can be used, and others."""

from __future__ import annotations

from pathlib import Path

import pytest

from paperatlas.build.site_parts.manifest import MANIFEST, Manifest, PartPage, load_manifest, save_manifest
from paperatlas.build.site_parts.part import SitePart

PAGES = (PartPage("index.html", "", 0), PartPage("a/index.html", "a/", 1), PartPage("en/a/index.html", "en/a/", 1))


def test_a_manifest_is_read_as_it_was_written(tmp_path: Path) -> None:
    manifest = Manifest(SitePart(2, 2), "x", PAGES)
    save_manifest(tmp_path, manifest)
    assert load_manifest(tmp_path) == manifest
    assert list(manifest.own) == ["a/index.html", "en/a/index.html"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "[" * 100_000,
        '{"part": {"number": 3, "of": 2}, "made_from": "", "pages": []}',
        '{"part": {"number": 0, "of": 2}, "made_from": "", "pages": []}',
        '{"part": {"number": 1, "of": 2}, "made_from": "", "pages": [{"path": "../x", "address": "", "number": 0}]}',
        '{"part": {"number": 1, "of": 2}, "made_from": "", "pages": [{"path": "/etc/x", "address": "", "number": 0}]}',
    ],
)
def test_one_that_cannot_be_believed_is_none(text: str, tmp_path: Path) -> None:
    assert load_manifest(tmp_path) is None
    (tmp_path / MANIFEST).write_text(text)
    assert load_manifest(tmp_path) is None
