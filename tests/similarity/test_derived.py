from __future__ import annotations

import random
from dataclasses import replace

import pytest

from paperatlas.atlas import Atlas
from paperatlas.similarity.derived import Related, rankings
from paperatlas.similarity.paper_texts import compare_texts
from paperatlas.similarity.reasons import Reasons
from paperatlas.similarity.related_work import find_related_work
from paperatlas.similarity.signals import MOST_RELATED
from paperatlas.similarity.weights import Weights
from tests.conftest import ReadFiles
from tests.similarity.papers import entry

NOTE = """\
---
title: Diffusion
groups:
  - slug: fast
    title: Fast sampling
---
# Diffusion

Both of them [@ddim; @fast] skip steps. Elsewhere there is @gan.
"""

LIBRARY = (
    entry(
        "ddim",
        "Implicit Models",
        shorttitle="DDIM",
        keywords="diffusion/fast",
        author="Song, Jiaming and Ermon, Stefano",
        abstract="A noise schedule may skip steps of the reverse process.",
        abstract_zh="噪声日程可以跳过反向过程的步骤。",
    )
    + entry(
        "fast",
        "Fast Sampling",
        shorttitle="FastDPM",
        keywords="diffusion/fast",
        author="Ermon, Stefano",
        abstract="Unlike DDIM it finds a noise schedule for the reverse process.",
        abstract_zh="为反向过程寻找噪声日程。",
    )
    + entry("ddpm", "Probabilistic Models", shorttitle="DDPM", keywords="diffusion", abstract="The reverse process.")
    + entry("gan", "Adversarial Nets", shorttitle="GAN", abstract="Two networks compete.", abstract_zh="两个网络对抗。")
    + entry("bare", "Untitled")
)


def library(read_files: ReadFiles, more: str = "", note: str = NOTE) -> Atlas:
    return read_files({"bib/a.bib": LIBRARY + more, "docs/directions/diffusion.md": note}).atlas


def derive(atlas: Atlas, language: str = "en") -> dict[str, tuple[Related, ...]]:
    return find_related_work(atlas, language).in_language(language)


def reasons(atlas: Atlas, paper: str, other: str, language: str = "en") -> Reasons:
    return next(related.reasons for related in derive(atlas, language)[paper] if related.target == other)


def targets(found: tuple[Related, ...]) -> list[str]:
    return [related.target for related in found]


def test_everything_that_papers_share_is_a_reason(read_files: ReadFiles) -> None:
    atlas = library(read_files)
    shared = Reasons(
        direction="diffusion",
        group="fast",
        notes=("directions/diffusion.md",),
        authors=("Stefano Ermon",),
        terms=("DDIM", "noise schedule", "reverse process"),
    )
    assert reasons(atlas, "fast", "ddim") == replace(shared, names_it=True)
    assert reasons(atlas, "ddim", "fast") == replace(shared, named_by_it=True)


def test_terms_are_of_the_language_of_the_page(read_files: ReadFiles) -> None:
    assert reasons(library(read_files), "fast", "ddim", "zh").terms == ("反向过程", "噪声日程")
    assert reasons(library(read_files), "fast", "ddpm", "zh").terms == ()


def test_the_nearest_come_first_and_strangers_not_at_all(read_files: ReadFiles) -> None:
    derived = derive(library(read_files), "en")
    assert targets(derived["fast"]) == ["ddim", "ddpm"]
    assert targets(derived["gan"]) == []
    assert derived["bare"] == ()
    scores = [related.score for related in derived["fast"]]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize("stated", ["fast", "ddim"])
def test_what_is_stated_is_not_derived(read_files: ReadFiles, stated: str) -> None:
    other = {"fast": "ddim", "ddim": "fast"}[stated]
    bib = LIBRARY.replace(f"@online{{{stated},", f"@online{{{stated},\n  extends = {{{other}}},")
    derived = derive(library_of(read_files, bib), "en")
    assert "ddim" not in targets(derived["fast"])
    assert "fast" not in targets(derived["ddim"])


def library_of(read_files: ReadFiles, bib: str) -> Atlas:
    return read_files({"bib/a.bib": bib, "docs/directions/diffusion.md": NOTE}).atlas


def test_the_reasons_given_for_stated_relations_play_no_part(read_files: ReadFiles) -> None:
    plain = derive(library(read_files), "en")
    told = LIBRARY.replace(
        "@online{gan,", "@online{gan,\n  evidence = {[ddim] A noise schedule of the reverse process},"
    )
    assert derive(library_of(read_files, told), "en") == plain


def test_a_list_is_short(read_files: ReadFiles) -> None:
    alike = "".join(entry(f"p{number}", abstract="reverse process, noise schedule") for number in range(20))
    others = "".join(entry(f"q{number}", f"Unlike{number}x") for number in range(20))
    derived = derive(library(read_files, alike + others), "en")
    assert {len(derived[f"p{number}"]) for number in range(20)} == {MOST_RELATED}


def test_papers_without_texts_are_related_by_what_there_is(read_files: ReadFiles) -> None:
    bare = (
        entry("x", "One", keywords="diffusion/fast")
        + entry("y", "Other", author="Poe, Ann")
        + entry("z", "More", author="Poe, Ann")
    )
    derived = derive(library(read_files, bare), "en")
    assert targets(derived["x"]) == ["ddim", "fast"]
    assert derived["x"][0].reasons == Reasons(direction="diffusion", group="fast")
    assert derived["y"][0].reasons == Reasons(authors=("Ann Poe",))


def test_an_author_of_very_many_papers_says_nothing(read_files: ReadFiles) -> None:
    many = "".join(entry(f"p{number}", f"Unlike{number}x", author="Poe, Ann") for number in range(60))
    assert all(related == () for key, related in derive(library(read_files, many), "en").items() if key[0] == "p")


def test_citations_far_apart_are_not_together(read_files: ReadFiles) -> None:
    apart = NOTE.replace("[@ddim; @fast] skip steps.", "[@ddim] skip steps. So does another [@fast].")
    assert reasons(library(read_files, note=apart), "fast", "ddim").notes == ()
    crowd = "".join(entry(f"p{number}") for number in range(12))
    keys = "; ".join(f"@p{number}" for number in range(12))
    assert derive(library(read_files, crowd, f"# All\n\nAll [{keys}].\n"), "en")["p1"] == ()


@pytest.mark.parametrize("bib", ["", entry("a"), entry("a", abstract="One paper alone."), "@misc{a,}"])
def test_small_libraries(read_files: ReadFiles, bib: str) -> None:
    atlas = read_files({"bib/a.bib": bib}).atlas
    assert derive(atlas, "en") == dict.fromkeys(atlas.papers, ())


def test_equal_abstracts(read_files: ReadFiles) -> None:
    alike = "".join(entry(f"p{number}", "T", abstract="All the same words.") for number in range(9))
    others = "".join(entry(f"q{number}", f"Unlike{number}x") for number in range(9))
    derived = derive(read_files({"bib/a.bib": alike + others}).atlas, "en")
    assert targets(derived["p4"]) == ["p0", "p1", "p2", "p3", "p5", "p6"]
    assert derived["p4"][0].reasons.terms == ("words",)


def test_texts_that_are_not_english(read_files: ReadFiles) -> None:
    papers = (
        entry("a", "Порождающие модели", abstract="Обратный процесс диффузии")
        + entry("b", abstract="диффузии и шум")
        + entry("c", "Состязательные сети")
    )
    derived = derive(read_files({"bib/a.bib": papers}).atlas, "en")
    assert derived["a"][0].reasons.terms == ("диффузии",)


COMMON = [
    # how many papers there are, how many of them have a word, and whether it is a reason
    (2, 2, False),
    (3, 2, True),
    (3, 3, False),
    (4, 3, True),
    (4, 4, False),
    (5, 3, True),
    (5, 4, False),
    (10, 5, True),
    (10, 6, False),
    (10, 10, False),
    (40, 20, True),
    (40, 21, False),
]


SHARED = [(2, 2, True), (3, 3, True), (4, 3, True), (4, 4, False), (10, 5, True), (10, 6, False), (10, 10, False)]


@pytest.mark.parametrize(("papers", "having", "is_reason"), SHARED)
def test_an_author_of_most_papers_is_no_reason(
    read_files: ReadFiles, papers: int, having: int, is_reason: bool
) -> None:
    bib = "".join(
        entry(f"p{number}", f"Unlike{number}x", **({"author": "Poe, Ann"} if number < having else {}))
        for number in range(papers)
    )
    assert bool(derive(read_files({"bib/a.bib": bib}).atlas, "en")["p0"]) is is_reason


@pytest.mark.parametrize(("papers", "having", "is_reason"), SHARED[1:])
def test_a_direction_of_most_papers_is_no_reason(
    read_files: ReadFiles, papers: int, having: int, is_reason: bool
) -> None:
    bib = "".join(
        entry(
            f"p{number}",
            f"{'Entropy' if number < 2 else ''} Unlike{number}x",
            **({"keywords": "diffusion"} if number < having else {}),
        )
        for number in range(papers)
    )
    (related,) = derive(library_of(read_files, bib), "en")["p0"]
    assert related.reasons == Reasons(direction="diffusion" * is_reason, terms=("Entropy",))


@pytest.mark.parametrize(("papers", "having", "is_reason"), COMMON)
def test_what_most_papers_say_is_no_reason(read_files: ReadFiles, papers: int, having: int, is_reason: bool) -> None:
    words = ["Entropy" if number < having else "" for number in range(papers)]
    bib = "".join(entry(f"p{number}", f"Unlike{number}x {word}") for number, word in enumerate(words))
    derived = derive(read_files({"bib/a.bib": bib}).atlas, "en")
    assert [related.reasons.terms for related in derived["p0"][:1]] == [("Entropy",)] * is_reason


def test_the_order_of_the_library_changes_nothing(read_files: ReadFiles) -> None:
    parts = [f"@{part}" for part in LIBRARY.split("@online")[1:]]
    parts = [part.replace("@{", "@online{", 1) for part in parts]
    random.Random(1).shuffle(parts)
    assert derive(library_of(read_files, "".join(parts)), "en") == derive(library(read_files), "en")


def test_weights_change_the_order(read_files: ReadFiles) -> None:
    cited = NOTE + "\nMany speak of @gan [@gan], of @gan, of @gan and again of @gan.\n"
    more = entry("x", abstract="Two networks and a reverse process.")
    atlas = library(read_files, more, cited)
    texts = compare_texts(atlas.papers)
    assert rankings(atlas, texts)["x"][0] == "gan"
    without = rankings(atlas, texts, Weights(direction=0, name=0, named_by=0, known=0))["x"]
    assert set(without) == set(rankings(atlas, texts)["x"])
