"""Which short titles are names of methods. Those that are none are of libraries as Zotero exports them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from paperatlas.atlas.method_name import MethodNames, method_name, names_in_library
from paperatlas.bibliography import Entry, parse_library
from paperatlas.build.options import Options
from paperatlas.build.project import read_project
from tests.atlas.test_assemble import entry
from tests.conftest import write_files

NAMES = [
    # the short title, the title
    ("DETR", "End-to-End Object Detection with Transformers"),
    ("DINO (DETR)", "DINO: DETR with Improved DeNoising Anchor Boxes"),
    ("Glow", "Glow: Generative Flow with Invertible 1x1 Convolutions"),
    ("Swin", "Swin Transformer with Shifted Windows"),
    ("Mask R-CNN", "Mask R-CNN for Everybody"),
    ("TSP-FCOS and TSP-RCNN", "Rethinking Transformer-Based Set Prediction"),
    ("V-JEPA 2.1", "V-JEPA 2.1: Unlocking Dense Features"),
    ("MoCo v2", "Improved Baselines with Momentum Contrastive Learning"),
    ("Residual Flows", "Invertible Generative Modeling"),
    ("GAN", "GAN: GENERATIVE ADVERSARIAL NETWORKS"),
    ("对比学习", "一种新的表示学习方法"),
    ("art deco", "Smart deco painting"),
    ("Deep Net", "Deep Nets and Others"),
]
NO_NAMES = [
    ("When Age Is Irrelevant", "When Age Is Irrelevant: Distribution, Density and Genetics"),
    ("Functional Pearl", "Functional Pearl: The Zipper"),
    ("Return to the Great Attractor", "Return to the Great Attractor: Strong Evidence for a Flow"),
    ("The Role of DNA in Repair", "The Role of DNA in Repair: A Review"),
    ("Gotta Go Fast", "Gotta Go Fast When Generating Data"),
    ("World War II", "World War II: A History"),
    ("CAPITAL AND LABOUR", "CAPITAL AND LABOUR: A HISTORY"),
    ("The Zipper", "The Zipper"),
    ("扩散模型", "扩散模型：综述"),
    ("", "Title"),
]


def read(short: str, title: str) -> Entry:
    text = f"@misc{{a, title = {{{title}}}, shorttitle = {{{short}}}}}"
    return parse_library(text.encode(), "a.bib")[0].entries[0]


@pytest.mark.parametrize(("short", "title"), NAMES)
def test_a_name(short: str, title: str) -> None:
    assert method_name(read(short, title)) == short


@pytest.mark.parametrize(("short", "title"), NO_NAMES)
def test_the_beginning_of_a_title_is_no_name(short: str, title: str) -> None:
    assert method_name(read(short, title)) == ""


def read_all(*pairs: tuple[str, str]) -> list[Entry]:
    return [read(short, title) for short, title in pairs]


@pytest.mark.parametrize(
    ("short_titles", "expected"),
    [
        ((("DDPM", "Denoising Diffusion"), ("Swin Transformer", "Swin Transformer: Windows")), "shorttitle"),
        (
            (("When Age Matters", "When Age Matters: A Study"), ("Functional Pearl", "Functional Pearl: A Zipper")),
            "auto",
        ),
        ([("A Study", "A Study: One")] * 9 + [("DDPM", "Denoising Diffusion")], "auto"),
        ((("", "Title"),), "auto"),
        ((), "auto"),
    ],
)
def test_short_titles_that_people_wrote_are_all_names(short_titles: Sequence[tuple[str, str]], expected: str) -> None:
    assert names_in_library(read_all(*short_titles), "auto") == expected


@pytest.mark.parametrize(("names", "expected"), [("auto", ""), ("shorttitle", "Functional Pearl"), ("none", "")])
def test_a_site_decides(names: MethodNames, expected: str, tmp_path: Path) -> None:
    library = entry("a", title="Functional Pearl: The Zipper", shorttitle="Functional Pearl")
    write_files(tmp_path, {"bib/a.bib": library})
    atlas = read_project(tmp_path, Options(methods=names), {"en": []}).atlas
    assert atlas.papers["a"].method == expected
