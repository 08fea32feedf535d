"""Values that stay are not looked through for garbage, and everything is again when a build ends."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from paperatlas.hosts.mkdocs.garbage import look_through_all, values_that_stay
from paperatlas.hosts.mkdocs.plugin import PaperAtlasPlugin


@pytest.fixture(autouse=True)
def _nothing_frozen() -> Iterator[None]:
    gc.unfreeze()
    yield
    gc.unfreeze()
    gc.enable()


@pytest.mark.parametrize("whole_process", [True, False])
@pytest.mark.parametrize("is_on", [True, False])
def test_python_looks_for_garbage_as_before(whole_process: bool, is_on: bool) -> None:
    (gc.enable if is_on else gc.disable)()
    with values_that_stay(whole_process=whole_process):
        assert not gc.isenabled()
    assert gc.isenabled() is is_on
    assert bool(gc.get_freeze_count()) is whole_process
    look_through_all()
    assert gc.get_freeze_count() == 0


def test_the_end_of_a_build_leaves_nothing_out() -> None:
    with values_that_stay(whole_process=True):
        pass
    PaperAtlasPlugin().on_shutdown()
    assert gc.get_freeze_count() == 0
