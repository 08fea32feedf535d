"""The fast way finds what a straightforward one finds, to the last bit."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from paperatlas.similarity import candidates
from paperatlas.similarity.related_work import find_related_work
from tests.conftest import ReadFiles
from tests.similarity.libraries import made_up
from tests.similarity.reference import derive_slowly


@pytest.fixture(scope="module")
def _crowded() -> Iterator[None]:
    """Set limits at which the few papers of these libraries push each other out, as thousands do."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(candidates, "_CANDIDATES", 5)
        patch.setattr(candidates, "_HEAVIEST", 4)
        patch.setattr(candidates, "_COMMON", 6)
        patch.setattr(candidates, "_FEW_PAPERS", 12)
        yield


@pytest.mark.usefixtures("_crowded")
@pytest.mark.parametrize("language", ["en", "zh"])
@given(seed=st.integers(0, 1 << 30))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_crowded_libraries(read_files: ReadFiles, language: str, seed: int) -> None:
    atlas = read_files(made_up(random.Random(seed)).files()).atlas
    assert find_related_work(atlas, language).in_language(language) == derive_slowly(atlas, language)


@given(seed=st.integers(0, 1 << 30))
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_roomy_libraries(read_files: ReadFiles, seed: int) -> None:
    atlas = read_files(made_up(random.Random(seed)).files()).atlas
    assert find_related_work(atlas, "en").in_language("en") == derive_slowly(atlas, "en")
