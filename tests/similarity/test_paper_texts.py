"""The texts of papers, compared and compared again."""

from __future__ import annotations

from dataclasses import replace

from paperatlas.similarity.paper_texts import NO_TEXTS, abstract_texts_of, compare_texts
from tests.conftest import ReadFiles
from tests.similarity.papers import entry
from tests.similarity.test_derived import LIBRARY, library, library_of


def test_a_changed_abstract_alone_is_compared_again(read_files: ReadFiles) -> None:
    before = compare_texts(library(read_files).papers)
    changed = LIBRARY.replace("Two networks compete.", "A network competes in a reverse process.")
    papers = library_of(read_files, changed).papers
    again = compare_texts(papers, before)
    assert again == replace(compare_texts(papers), comparison=again.comparison)
    assert again.comparison.neighbours == compare_texts(papers).comparison.neighbours != before.comparison.neighbours
    assert compare_texts(papers, again) is again


def test_a_word_of_the_title_counts_as_two_of_the_abstract(read_files: ReadFiles) -> None:
    papers = read_files(
        {"bib/a.bib": entry("a", "Diffusion", abstract="diffusion schedule", abstract_zh="噪声")}
    ).atlas.papers
    counts = compare_texts(papers).comparison.counts["a"]
    assert (counts["diffusion"], counts["schedule"]) == (3, 1)
    assert "噪声" in counts


def test_abstracts_are_in_every_language_and_nothing_else(read_files: ReadFiles) -> None:
    fields = {"abstract_zh": "二", "abstract": "One", "abstracts": "no", "annotation": "no", "abstract_fr": ""}
    papers = read_files({"bib/a.bib": entry("a", **fields) + entry("b")}).atlas.papers
    assert [abstract_texts_of(papers[key]) for key in ("a", "b")] == [["二", "One"], []]


def test_a_digest_changes_with_the_text_and_with_nothing_else(read_files: ReadFiles) -> None:
    before = compare_texts(library(read_files).papers)
    later = LIBRARY.replace("Ermon, Stefano", "Poe, Ann").replace("Two networks", "Three networks")
    after = compare_texts(library_of(read_files, later).papers, before)
    assert [key for key in before.digests if before.digests[key] != after.digests[key]] == ["gan"]


def test_a_digest_changes_with_the_language_of_the_paper(read_files: ReadFiles) -> None:
    texts = {"abstract": "Die Flüsse und die Karten", "langid": "ngerman"}
    before = compare_texts(read_files({"bib/a.bib": entry("a", **texts)}).atlas.papers)
    papers = read_files({"bib/a.bib": entry("a", **texts | {"langid": "french"})}).atlas.papers
    after = compare_texts(papers, before)
    assert after == compare_texts(papers) != before


def test_papers_that_go_are_forgotten(read_files: ReadFiles) -> None:
    papers = dict(library(read_files).papers)
    before = compare_texts(papers)
    del papers["fast"]
    after = compare_texts(papers, before)
    assert "fast" not in after.digests
    assert "fast" not in {other for close in after.comparison.neighbours.values() for other in close}
    assert compare_texts({}) == NO_TEXTS
