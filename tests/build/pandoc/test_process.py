"""A running Pandoc: it is asked again and again, and what goes wrong with it is a sentence."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from paperatlas.build.pandoc import process
from paperatlas.build.pandoc.process import PandocProcess
from paperatlas.build.pandoc.program import find_pandoc
from paperatlas.pages.citations.pandoc import CitedItem, PageQuestion, PandocError
from tests.build.pandoc.test_program import SMALL, put

ITEMS = json.dumps([{"id": "a", "type": "book", "title": "T 语", "author": [{"family": "Lind", "given": "Bo"}]}])
GROUPS = [[CitedItem("a", "NormalCitation", "", "")]]
QUESTION = PageQuestion(str(SMALL), ITEMS, [], GROUPS)


@pytest.fixture
def pandoc() -> Iterator[PandocProcess]:
    found = find_pandoc()
    assert found is not None
    running = PandocProcess(found.program)
    yield running
    running.stop()


def test_one_process_answers_again_and_again(pandoc: PandocProcess) -> None:
    answers = [pandoc.ask(QUESTION) for _ in range(3)]
    assert [answer.groups[0].count("Lind") for answer in answers] == [1, 1, 1]
    first = pandoc._process
    with pytest.raises(PandocError, match=r"no-such-style"):
        pandoc.ask(PageQuestion(f"{SMALL}/no-such-style.csl", ITEMS, [], GROUPS))
    assert "T 语" in pandoc.ask(QUESTION).references[0].html
    assert pandoc._process is first


def test_a_program_that_was_ended_is_started_again(pandoc: PandocProcess) -> None:
    pandoc.ask(QUESTION)
    assert pandoc._process is not None
    pandoc._process.kill()
    pandoc._process.wait()
    with pytest.raises(PandocError, match="ended with code -9: it gave no reason"):
        pandoc.ask(QUESTION)
    assert pandoc.ask(QUESTION).groups


FAILURES = [
    ("echo oh dear >&2; exit 4", "pandoc ended with code 4: oh dear"),
    ("echo {; cat >/dev/null", "pandoc's answer cannot be read"),
    ("echo '{\"groups\": []}'; cat >/dev/null", "pandoc's answer is not whole"),
    ("exec sleep 20", "pandoc ended with code -9"),
]


@pytest.mark.parametrize(("does", "message"), FAILURES)
def test_a_failure_is_a_sentence(tmp_path: Path, does: str, message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "_SECONDS", 0.2)
    running = PandocProcess(put(tmp_path, does))
    with pytest.raises(PandocError, match=message):
        running.ask(QUESTION)
    running.stop()


def test_what_is_no_program_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(PandocError, match="pandoc cannot be run: no such file or directory"):
        PandocProcess(tmp_path / "pandoc").ask(QUESTION)
