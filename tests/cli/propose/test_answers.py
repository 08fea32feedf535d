"""What people write into a form is read as it is meant."""

from __future__ import annotations

import pytest

from paperatlas.cli.propose.answers import called_unofficial, is_nothing, named_address, named_places, named_works
from tests.atlas.test_assemble import entry
from tests.conftest import ReadFiles

WORKS = [
    ("2103.14030", ["2103.14030"]),
    ("2103.14030.", ["2103.14030"]),
    ("arXiv 2103.14030v2 [cs.CV]", ["2103.14030"]),
    ("arXiv：2103.14030", ["2103.14030"]),
    ("编号：2103.14030（ICCV 2021）", ["2103.14030"]),
    ("２１０３．１４０３０", ["2103.14030"]),
    ("2103.14030\u200b", ["2103.14030"]),
    ("“2103.14030”, thanks!", ["2103.14030"]),
    ("`2103.14030`", ["2103.14030"]),
    ("[Swin](https://arxiv.org/abs/2103.14030)", ["2103.14030"]),
    ("See https://arxiv.org/abs/2103.14030, please", ["2103.14030"]),
    ("https://huggingface.co/papers/2103.14030", ["2103.14030"]),
    ("https://ar5iv.labs.arxiv.org/html/2103.14030v1", ["2103.14030"]),
    ("https://www.semanticscholar.org/paper/arXiv:2103.14030", ["2103.14030"]),
    ("@misc{x, eprint={2103.14030}}", ["2103.14030"]),
    ("doi: 10.1000/swin.", ["10.1000/swin"]),
    ("https://openreview.net/forum?id=St1giarCHLP", ["St1giarCHLP"]),
    ("2103.14030 and 2111.00001", ["2103.14030", "2111.00001"]),
    ("2103.14030、2111.00001", ["2103.14030", "2111.00001"]),
    ("2103.14030\n10.1000/swin\narXiv:2103.14030", ["2103.14030", "10.1000/swin"]),
    ("a paper on looms", []),
    ("https://example.org/", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "named"), WORKS)
def test_works(text: str, named: list[str]) -> None:
    assert [work.located.identifier for work in named_works(text) if work.located] == named


@pytest.mark.parametrize(
    ("text", "nothing"),
    [("无", True), ("None.", True), (" N/A ", True), ("-", True), ("不确定", True), ("", False), ("NoPe", False)],
)
def test_nothing(text: str, nothing: bool) -> None:
    assert is_nothing(text) is nothing


ADDRESSES = [
    ("https://github.com/a/b", "https://github.com/a/b"),
    ("https://github.com/a/b.", "https://github.com/a/b"),
    ("<https://github.com/a/b>", "https://github.com/a/b"),
    ("[code](https://github.com/a/b)", "https://github.com/a/b"),
    ("代码：https://github.com/a/b（非官方）", "https://github.com/a/b"),
    ("github.com/a/b", "https://github.com/a/b"),
    ("git@github.com:a/b.git", "https://github.com/a/b"),
    ('https://example.org/" onclick=a', "https://example.org/"),
    ("https://ada:secret@example.org/", ""),
    ("http://localhost/a", ""),
    ("javascript:alert(1)", ""),
    ("file:///etc/passwd", ""),
    ("see the paper", ""),
]


@pytest.mark.parametrize(("text", "address"), ADDRESSES)
def test_addresses(text: str, address: str) -> None:
    assert named_address(text) == address


@pytest.mark.parametrize(
    ("text", "unofficial"),
    [("https://a.org (unofficial)", True), ("非官方实现 https://a.org", True), ("https://a.org", False)],
)
def test_whose_code_it_is(text: str, unofficial: bool) -> None:
    assert called_unofficial(text) is unofficial


NOTE = "---\ntitle: {}\ngroups:\n  - slug: fast\n    title: {}\n---\n"
PLACES = [
    ("flows", ["flows"]),
    ("Flows / Fast", ["flows/fast"]),
    ("标准化流", ["flows"]),
    ("标准化流／快速采样", ["flows/fast"]),
    ("标准化流 > 快速采样", ["flows/fast"]),
    ("`flows`", ["flows"]),
    ("flows, diffusion", ["flows", "diffusion"]),
    ("flows/slow", ["flows/slow"]),
    ("../../etc", ["../../etc"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "places"), PLACES)
def test_places(text: str, places: list[str], read_files: ReadFiles) -> None:
    note = NOTE.format("标准化流", "快速采样")
    atlas = read_files({"bib/a.bib": entry("a"), "docs/directions/flows.md": note}).atlas
    assert named_places(text, [atlas]) == places
