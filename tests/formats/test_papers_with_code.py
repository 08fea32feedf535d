"""The archive of Papers with Code."""

from __future__ import annotations

import gzip
import io
import json
from typing import Any

import pytest

from paperatlas.formats.detect import ImportOptions, read_into
from paperatlas.formats.papers_with_code import PapersWithCodeArchive, Wanted

PAPERS = [
    {
        "paper_url": "https://paperswithcode.com/paper/notes-on-engines",
        "arxiv_id": "2001.00001v2",
        "title": "Notes on Engines",
        "abstract": "Words of others.",
        "authors": ["Ada Byron", "Luigi van der Menabrea"],
        "date": "2020-01-03",
        "proceeding": "neurips-2020-12",
        "url_abs": "http://arxiv.org/abs/2001.00001v2",
        "tasks": ["Image Generation"],
        "methods": [{"name": "Attention Is Fine"}],
    },
    {"paper_url": "https://paperswithcode.com/paper/other", "arxiv_id": None, "title": "Other", "url_abs": "https://example.org/o", "tasks": []},
]  # fmt: skip
LINKS = [
    {"paper_url": "https://paperswithcode.com/paper/notes-on-engines", "paper_title": "Notes on Engines", "paper_arxiv_id": "2001.00001", "repo_url": "https://github.com/x/copy", "is_official": False},
    {"paper_url": "https://paperswithcode.com/paper/notes-on-engines", "paper_title": "Notes on Engines", "paper_arxiv_id": "2001.00001", "repo_url": "https://github.com/ada/notes", "is_official": True},
    {"paper_url": "https://paperswithcode.com/paper/other", "paper_title": "Other", "repo_url": "https://github.com/x/other", "is_official": False},
]  # fmt: skip


def read(*files: Any, wanted: Wanted | None = None, packed: bool = False) -> PapersWithCodeArchive:
    archive = PapersWithCodeArchive()
    for number, file in enumerate(files):
        data = file if isinstance(file, bytes) else json.dumps(file).encode()
        stream = io.BytesIO(gzip.compress(data) if packed else data)
        read_into(archive, stream, f"{number}.json", ImportOptions(wanted=wanted or Wanted()))
    return archive


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("files", [(PAPERS, LINKS), (LINKS, PAPERS)])
def test_papers_and_links_meet(files: tuple[Any, Any], packed: bool) -> None:
    readout = read(*files, packed=packed).readout()
    first, second = (one.record for one in readout.found)
    assert dict(first.fields) == {
        "title": "Notes on Engines",
        "booktitle": "NeurIPS",
        "date": "2020-01-03",
        "eprint": "2001.00001",
        "eprinttype": "arxiv",
        "code": "https://github.com/ada/notes",
    }
    assert [(author.family, author.given) for author in first.authors] == [
        ("Byron", "Ada"),
        ("van der Menabrea", "Luigi"),
    ]
    assert (second.fields["code"], second.fields["codetype"]) == ("https://github.com/x/other", "unofficial")
    assert readout.abstracts == 1
    assert readout.problems == ()


WANTED = [
    (Wanted(), 2),
    (Wanted(arxiv=frozenset({"2001.00001"})), 1),
    (Wanted(tasks=frozenset({"image-generation"})), 1),
    (Wanted(methods=frozenset({"attention-is-fine"})), 1),
    (Wanted(tasks=frozenset({"cooking"})), 0),
]


@pytest.mark.parametrize(("wanted", "count"), WANTED)
def test_what_is_wanted(wanted: Wanted, count: int) -> None:
    assert len(read(PAPERS, LINKS, wanted=wanted).readout().found) == count


def test_links_alone_are_papers_with_code() -> None:
    records = [one.record.fields for one in read(LINKS).readout().found]
    assert [(fields["title"], fields.get("eprint")) for fields in records] == [
        ("Notes on Engines", "2001.00001"),
        ("Other", None),
    ]


DAMAGED = [
    (json.dumps(PAPERS).encode()[:-3], 1, ["IMP001"]),
    (b'["text"]', 0, ["IMP002"]),
    (b'[{"paper_url": "x"}]', 0, ["IMP002"]),
    (gzip.compress(json.dumps(PAPERS * 200).encode())[:-20], 0, ["IMP001"]),
]


@pytest.mark.parametrize(("data", "at_least", "codes"), DAMAGED)
def test_damaged_files(data: bytes, at_least: int, codes: list[str]) -> None:
    readout = read(data).readout()
    assert len(readout.found) >= at_least
    assert [problem.code for problem in readout.problems] == codes
