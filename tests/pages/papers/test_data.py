"""The data of a long list of papers."""

from __future__ import annotations

import json
import re
from itertools import accumulate
from typing import Any

import pytest

from paperatlas.pages import Site, messages_for
from paperatlas.pages.papers import data, words
from paperatlas.pages.papers.data import write_papers_data, write_words
from tests.atlas.test_assemble import entry
from tests.conftest import ReadFiles, make_site


def read_data(site: Site) -> tuple[dict[str, Any], str]:
    """The data as a script has it when every file is loaded, and its version."""
    papers = list(site.atlas.papers.values())
    written = write_papers_data(site, papers, sorted({paper.venue for paper in papers if paper.venue}))
    assert all(file.localised for file in written.files)
    first, *others = written.files
    assert first.address == "assets/papers-data.js"
    name = re.escape(f'window.paperAtlasPapers["{written.version}"]')
    found = re.fullmatch(rf"window\.paperAtlasPapers \?\?= {{}};\n{name} = (.*);\n", first.text)
    assert found
    columns: dict[str, Any] = json.loads(found[1])
    for file in others:
        found = re.fullmatch(rf"{name}\.(rows|words|names)\[(\d+)\] = (.*);\n", file.text)
        assert found
        assert file.address == f"assets/papers-data-{found[1]}-{found[2]}.js"
        assert len(columns[found[1]]) == int(found[2])
        columns[found[1]].append(json.loads(found[3]))
    return columns, written.version


def found_by(columns: dict[str, Any]) -> list[tuple[str, list[int]]]:
    """The words of all pieces, and the papers that have each."""
    return [(word, list(accumulate(steps))) for part in columns["words"] for word, steps in zip(*part, strict=True)]


@pytest.mark.parametrize("block", [1, 3, 500])
def test_the_data_has_every_paper(site: Site, monkeypatch: pytest.MonkeyPatch, block: int) -> None:
    monkeypatch.setattr(data, "_BLOCK", block)
    columns, _ = read_data(site)
    papers = list(site.atlas.papers.values())
    rows = {
        name: [item for part in columns["rows"] for item in part[name]]
        for name in ("name", "title", "authors", "slug", "links")
    }
    assert rows["name"] == [paper.name for paper in papers]
    assert rows["title"] == [paper.title.text if paper.method else "" for paper in papers]
    assert rows["slug"] == [paper.slug for paper in papers]
    assert columns["names"] == [[paper.name.lower() for paper in papers]]
    assert columns["year"] == [2014, 2017, 2020, 0]
    assert [columns["venues"][at] if at >= 0 else "" for at in columns["venue"]] == [paper.venue for paper in papers]
    slugs = [[columns["directions"][at][0] for at in each] for each in columns["direction"]]
    assert slugs == [["flows"], ["flows", "graphs"], ["flows"], []]
    assert columns["code"] == [0, 1, 0, 0]
    t = site.messages
    assert [[[*columns["labels"][at], url] for at, url in each] for each in rows["links"]] == [
        [["paper", "arXiv", "https://arxiv.org/abs/1410.8516"], ["pdf", "PDF", "https://arxiv.org/pdf/1410.8516"]],
        [
            ["paper", "DOI", "https://doi.org/10.48550/arXiv.1605.08803"],
            ["paper", "arXiv", "https://arxiv.org/abs/1605.08803"],
            ["pdf", "PDF", "https://arxiv.org/pdf/1605.08803"],
            ["code", t.code_unofficial, "https://example.org/realnvp"],
        ],
        [],
        [["website", t.link_names["website"], "https://example.org"]],
    ]


def test_a_title_with_marks_is_there_as_html_too(read_files: ReadFiles) -> None:
    library = (
        entry("plain", title="A < B", shorttitle="P")
        + entry("marked", title=r"The \emph{x} & y", shorttitle="M")
        + entry("bare", title=r"A \emph{z}")
    )
    columns, _ = read_data(make_site(read_files({"bib/a.bib": library}).atlas, messages_for("en")))
    (rows,) = columns["rows"]
    assert rows["title"] == ["A < B", "The x & y", ""]
    assert rows["html"] == {"1": "The <em>x</em> &amp; y"}


def test_the_version_changes_with_anything_that_is_shown(read_files: ReadFiles) -> None:
    versions = set()
    for library in (entry("a"), entry("a", date="2001"), entry("b"), entry("a", author="Abe, A.")):
        versions.add(read_data(make_site(read_files({"bib/a.bib": library}).atlas, messages_for("en")))[1])
    assert len(versions) == 4


AUTHORS = "Girshick, Ross and B, B and C, C and Łukasz, Ångström"
WORDS = [
    ({"author": AUTHORS}, "ross girshick b c angstrom lukasz"),
    ({"author": "A, B", "abstract": r"Sch\"one {RoIs}, RoIs"}, "b a schone rois"),
    ({"author": "A, B", "abstract": "Words", "abstract_zh": "词语，第二句"}, "b a 词语 第二句"),
]


@pytest.mark.parametrize(("fields", "beside"), WORDS)
def test_a_paper_is_found_by_every_author_and_its_abstract(
    read_files: ReadFiles, fields: dict[str, str], beside: str
) -> None:
    site = make_site(read_files({"bib/a.bib": entry("a", **fields)}).atlas, messages_for("zh"))
    written = write_words(site, list(site.atlas.papers.values()))
    (file,) = written.files
    assert file.text == f'(window.paperAtlasWords ??= {{}})["{written.version}"] = ["{beside}"];\n'
    columns, _ = read_data(site)
    assert {word for word, _ in found_by(columns)} >= set(beside.replace("词语 第二句", "词语 第二 二句").split())


def test_abstracts_of_very_many_papers_are_not_searched(read_files: ReadFiles, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data, "_MOST_WITH_ABSTRACTS", 1)
    library = entry("a", author="A, B", abstract="Words") + entry("b", author="C, D")
    columns, _ = read_data(make_site(read_files({"bib/a.bib": library}).atlas, messages_for("en")))
    assert found_by(columns) == [
        ("a", [0]),
        ("b", [0, 1]),
        ("c", [1]),
        ("d", [1]),
        ("of", [0, 1]),
        ("title", [0, 1]),
    ]


@pytest.mark.parametrize(
    ("text", "most", "starts"),
    [("Zebra", 5000, ["a"]), ("Zebra", 1, ["a", "b", "m", "monet", "net", "zebra"])],
)
def test_what_is_loaded_to_find_a_word_is_known(
    read_files: ReadFiles, monkeypatch: pytest.MonkeyPatch, text: str, most: int, starts: list[str]
) -> None:
    monkeypatch.setattr(words, "_PIECE", most)
    library = entry("a", author="A, B", title=text, shorttitle="MoNet M")
    columns, _ = read_data(make_site(read_files({"bib/a.bib": library}).atlas, messages_for("en")))
    assert columns["starts"] == starts == [part[0][0] for part in columns["words"]]
