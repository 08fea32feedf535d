"""Related work found again after a change is what a search from nothing finds."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from paperatlas.similarity import candidates, derived, related_work
from paperatlas.similarity.cache import load_related_work, save_related_work
from paperatlas.similarity.derived import FoundRelations
from paperatlas.similarity.related_work import NO_RELATED_WORK, RelatedWhenAsked, RelatedWork, find_related_work
from paperatlas.similarity.signals import Signals
from tests.conftest import ReadFiles
from tests.similarity.libraries import edited, made_up
from tests.similarity.test_derived import LIBRARY, library, library_of


@pytest.fixture
def _crowded() -> Iterator[None]:
    """Set limits at which the few papers of these libraries push each other out, as thousands do."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(candidates, "_CANDIDATES", 5)
        patch.setattr(candidates, "_HEAVIEST", 4)
        patch.setattr(candidates, "_COMMON", 6)
        patch.setattr(candidates, "_FEW_PAPERS", 12)
        yield


@pytest.mark.usefixtures("_crowded")
@given(seed=st.integers(0, 1 << 30))
@settings(max_examples=16, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_after_any_edits_it_is_that_of_a_clean_run(read_files: ReadFiles, tmp_path: Path, seed: int) -> None:
    """Edits of every kind, one or several before each build; builds in two languages by turns, or after a restart."""
    chance = random.Random(seed)
    made, kept, asked = made_up(chance), NO_RELATED_WORK, NO_RELATED_WORK
    for _ in range(8):
        atlas = read_files(made.files()).atlas
        for language in chance.choice([["en"], ["zh"], ["zh", "en"]]):
            kept = find_related_work(atlas, language, kept)
            clean = find_related_work(atlas, language)
            some = RelatedWhenAsked(atlas, language, chance.choice([asked, kept]), lambda _: None)
            keys = chance.sample(sorted(atlas.papers), min(3, len(atlas.papers)))
            assert [some[key] for key in keys] == [clean.in_language(language)[key] for key in keys]
            asked = some.work
            assert list(kept.in_language(language).items()) == list(clean.in_language(language).items())
            assert kept.texts.methods == clean.texts.methods
            assert kept.texts.comparison.neighbours == clean.texts.comparison.neighbours
        if chance.random() < 0.3:
            save_related_work(tmp_path / "cache", kept)
            kept = load_related_work(tmp_path / "cache")
        for _ in range(chance.randint(1, 3) if chance.random() < 0.4 else 1):
            made = edited(made, chance)


def test_if_many_papers_are_asked_for_all_are_found_and_saved(
    read_files: ReadFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    atlas = library(read_files)
    saved: list[RelatedWork] = []
    monkeypatch.setattr(related_work, "_FEW", 2)
    asked = RelatedWhenAsked(atlas, "en", NO_RELATED_WORK, saved.append)
    expected = find_related_work(atlas, "en").in_language("en")
    assert dict(asked.items()) == expected
    assert [work.in_language("en") for work in saved] == [expected]
    assert asked.work is saved[0]
    again = RelatedWhenAsked(atlas, "en", asked.work, saved.append)
    assert dict(again.items()) == expected
    assert len(saved) == 1


def test_what_is_assumed_of_papers_holds_until_all_are_found(read_files: ReadFiles) -> None:
    atlas = library(read_files)
    expected = find_related_work(atlas, "en").in_language("en")
    key, *others = (key for key, found in expected.items() if found)
    gone = replace(expected[key][0], target="gone")
    former = {key: expected[key][:1], others[0]: (gone,), "gone": expected[key]}
    asked = RelatedWhenAsked(atlas, "en", NO_RELATED_WORK, lambda _: None)
    asked.assume(former, [key, others[0], "gone", "new"])
    assert asked.found == {key: expected[key][:1]}
    assert (asked[key], asked[others[0]]) == (expected[key][:1], expected[others[0]])
    asked.find_all()
    assert dict(asked) == asked.found == expected
    asked.assume(former, [key])
    assert asked[key] == expected[key]


def test_what_nothing_has_changed_in_is_not_found_again(read_files: ReadFiles, monkeypatch: pytest.MonkeyPatch) -> None:
    more = "".join(
        f"@online{{p{at},\n  title = {{A thing{at // 3}}},\n  abstract = {{About thing{at // 3}.}},\n}}\n"
        for at in range(30)
    )
    kept = find_related_work(library(read_files, more), "en")
    looked_at: list[str] = []
    find = derived._find

    def watched(signals: Signals, key: str, *rest: Any) -> FoundRelations:
        looked_at.append(key)
        return find(signals, key, *rest)

    monkeypatch.setattr(derived, "_find", watched)
    atlas = library_of(read_files, LIBRARY + more.replace("About thing2", "Now about thing2", 1))
    again = find_related_work(atlas, "en", kept)
    assert again.in_language("en") == find_related_work(atlas, "en").in_language("en")
    assert looked_at[: len(looked_at) - len(atlas.papers)] == ["p6", "p7", "p8"]
    assert find_related_work(atlas, "en", again) is again
