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


TITLES = [
    ('$L^2$ vanishing\n  for $\\alpha$-K\\"{a}hler maps', "L² vanishing for α-Kähler maps"),
    ("The \\emph{real} cost of $k$-means \\& co", "The real cost of k-means & co"),
    ("From $10 to $20 with C_2 &amp; {GPT}", "From $10 to $20 with C_2 & GPT"),
]


@pytest.mark.parametrize(("written", "title"), TITLES)
def test_titles_are_read_as_latex(written: str, title: str) -> None:
    (one,) = read([{"paper_url": "u", "title": written}]).readout().found
    assert one.record.fields["title"] == title
    (one,) = read([{"paper_url": "u", "paper_title": written, "repo_url": "https://a.org/x"}]).readout().found
    assert one.record.fields["title"] == title


@pytest.mark.parametrize(
    ("arxiv_id", "url", "eprint"),
    [
        ("hep-th/9901001", "http://arxiv.org/abs/hep-th/9901001v3", "hep-th/9901001"),
        (None, "http://arxiv.org/abs/hep-th/9901001v3", "hep-th/9901001"),
        (None, "https://arxiv.org/pdf/2001.00001v2.pdf", "2001.00001"),
        ("math.GT/0309136v1", "", "math/0309136"),
    ],
)
def test_arxiv_identifiers_of_both_forms(arxiv_id: str | None, url: str, eprint: str) -> None:
    (one,) = read([{"paper_url": "u", "title": "T", "arxiv_id": arxiv_id, "url_abs": url}]).readout().found
    assert one.record.fields["eprint"] == eprint
    assert "url" not in one.record.fields


def test_the_surest_code_is_taken() -> None:
    marks = [{}, {"mentioned_in_github": True}, {"mentioned_in_paper": True}, {"is_official": True}]
    links = [{"paper_url": "u", "paper_title": "T", "repo_url": f"https://a.org/{n}", **m} for n, m in enumerate(marks)]
    for count in range(1, 5):
        for shuffled in (links[:count], links[count - 1 :: -1]):
            fields = read(shuffled).readout().found[0].record.fields
            assert fields["code"] == f"https://a.org/{count - 1}"
            assert ("codetype" in fields) is (count < 4)


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
