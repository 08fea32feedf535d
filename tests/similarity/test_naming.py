from __future__ import annotations

from collections.abc import Mapping

import pytest

from paperatlas.atlas import Paper
from paperatlas.similarity.naming import name_methods
from paperatlas.similarity.paper_texts import abstract_texts_of
from tests.conftest import ReadFiles
from tests.similarity.papers import entry

METHODS = {
    "ddpm": "DDPM",
    "improved": "Improved DDPM",
    "glow": "Glow",
    "flow": "flow",
    "gpt": "GPT-3",
    "zh": "悟道 2",
    "same": "DDPM",
}
TEXTS = [
    ("It builds on DDPM.", {"ddpm", "same"}),
    ("Improved DDPM is better than DDPM", {"improved", "ddpm", "same"}),
    ("Improved DDPM is better", {"improved"}),
    ("ddpm in small letters, DDPMs in plural", set()),
    ("A flow is no method, but Glow is one", {"glow"}),
    ("It ends. Glow at night", set()),
    ("Larger than GPT-3 and GPT 3", {"gpt"}),
    ("沿用DDPM的训练，悟道 2 也是", {"ddpm", "same", "zh"}),
    ("", set()),
]


def named_methods(papers: Mapping[str, Paper]) -> dict[str, set[str]]:
    found = name_methods(papers, {key: abstract_texts_of(paper) for key, paper in papers.items()})
    return {key: set(named) for key, named in found.named.items()}


@pytest.mark.parametrize(("text", "named"), TEXTS)
def test_an_abstract_names_methods(read_files: ReadFiles, text: str, named: set[str]) -> None:
    library = "".join(entry(key, shorttitle=f"{{{name}}}") for key, name in METHODS.items())
    atlas = read_files({"bib/a.bib": library + entry("new", shorttitle="New", abstract=text)}).atlas
    assert named_methods(atlas.papers)["new"] == named


def test_a_name_of_many_papers_names_none_of_them(read_files: ReadFiles) -> None:
    papers = dict(
        read_files(
            {
                "bib/a.bib": entry("x", shorttitle="New", abstract="As CNN does.")
                + "".join(entry(f"k{number}", shorttitle="CNN") for number in range(9))
            }
        ).atlas.papers
    )
    abstracts = {key: abstract_texts_of(paper) for key, paper in papers.items()}
    last = papers.pop("k8")
    few = name_methods(papers, abstracts := {key: abstracts[key] for key in papers})
    assert few.named["x"] == tuple(f"k{number}" for number in range(8))
    many = name_methods({**papers, "k8": last}, {**abstracts, "k8": ()}, few, {"k8"})
    assert many.named["x"] == ()
    assert name_methods(papers, abstracts, many, {"k8"}).named["x"] == few.named["x"]


def test_abstracts_of_all_languages_count_and_none_names_itself(read_files: ReadFiles) -> None:
    library = entry("a", shorttitle="AAA", abstract="AAA is ours.", abstract_zh="与 BBB 相比") + entry(
        "b", shorttitle="BBB"
    )
    assert named_methods(read_files({"bib/a.bib": library}).atlas.papers) == {"a": {"b"}, "b": set()}
