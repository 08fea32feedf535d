"""A short soak, and that it sees what is wrong."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

import soak
from served_host import Served, differences, resident_family, save

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")


def test_a_site_that_is_edited_and_broken_is_always_right(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(soak, "BROKEN_EVERY", 2)
    assert soak.soak("mkdocs", 2, 1) == []
    assert "2 edits" in capsys.readouterr().out


class Answers(Served):
    """A host that answers what it is told to."""

    def __init__(self, host: str, answers: Mapping[str, bytes]) -> None:
        self.host, self.answers, self.gone = host, answers, set()

    def ask(self, path: str) -> tuple[int, bytes]:
        return (200, self.answers[path]) if path in self.answers else (404, b"")


CLEAN = {"index.html": b"a <article>1</article>", "a.json": b"1"}


@pytest.mark.parametrize(
    ("host", "answers", "wrong"),
    [
        ("mkdocs", CLEAN, []),
        ("mkdocs", CLEAN | {"a.json": b"2"}, ["a.json"]),
        ("mkdocs", {"a.json": b"1"}, ["index.html"]),
        ("mkdocs", CLEAN | {"index.html": b"b <article>1</article>"}, ["index.html"]),
        ("zensical", CLEAN | {"index.html": b"b <article>1</article>"}, []),
        ("zensical", CLEAN | {"index.html": b"a <article>2</article>"}, ["index.html"]),
    ],
)
def test_what_differs_from_a_clean_build_is_named(host: str, answers: dict[str, bytes], wrong: list[str]) -> None:
    assert differences(Answers(host, answers), CLEAN) == wrong


def test_what_is_gone_and_is_served_is_named() -> None:
    served = Answers("mkdocs", CLEAN)
    assert differences(served, CLEAN) == []
    assert differences(served, {"a.json": b"1"}) == ["index.html"]


def test_what_has_changed_is_saved(tmp_path: Path) -> None:
    assert save(tmp_path, {}, {"a/b": "1", "c": "2"}) == {"a/b", "c"}
    (tmp_path / "c").write_text("untouched")
    assert save(tmp_path, {"a/b": "1", "c": "2"}, {"c": "2", "d": "3"}) == {"a/b", "d"}
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a", "c", "d"]
    assert (tmp_path / "c").read_text() == "untouched"


def test_memory_is_that_of_a_process_and_its_children() -> None:
    assert resident_family(os.getpid()) > 10
    assert resident_family(2**22 + 1) == 0
