"""Values that stay are not looked through for garbage, and everything is again when a build ends."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.livereload import LiveReloadServer

from paperatlas.hosts.mkdocs.garbage import look_through_all, values_that_stay
from paperatlas.hosts.mkdocs.plugin import PaperAtlasPlugin


@pytest.fixture(autouse=True)
def _nothing_frozen() -> Iterator[None]:
    gc.unfreeze()
    yield
    gc.unfreeze()
    gc.enable()


@pytest.mark.parametrize("until_told", [True, False])
@pytest.mark.parametrize("is_on", [True, False])
def test_python_looks_for_garbage_as_before(until_told: bool, is_on: bool) -> None:
    (gc.enable if is_on else gc.disable)()
    with values_that_stay(until_told=until_told):
        assert not gc.isenabled()
    assert gc.isenabled() is is_on
    assert bool(gc.get_freeze_count()) is until_told
    look_through_all()
    assert gc.get_freeze_count() == 0


def test_the_end_of_a_build_leaves_nothing_out() -> None:
    with values_that_stay(until_told=True):
        pass
    PaperAtlasPlugin().on_shutdown()
    assert gc.get_freeze_count() == 0


def test_a_further_build_of_a_served_site_leaves_nothing_out(tmp_path: Path) -> None:
    plugin = PaperAtlasPlugin()
    plugin.on_startup(command="serve", dirty=False)
    with values_that_stay(until_told=True):
        pass
    frozen: list[int] = []
    with LiveReloadServer(lambda: None, "127.0.0.1", 0, str(tmp_path)) as server:
        plugin._rebuilds.serve(server, tmp_path)
        plugin._build_again(lambda: frozen.append(gc.get_freeze_count()))
    assert frozen == [0]
