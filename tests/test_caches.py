"""What is remembered between builds has a limit: `serve` builds a site again and again in one process."""

from __future__ import annotations

import functools
import inspect
import pkgutil
from importlib import import_module
from pathlib import Path

import pytest

import paperatlas

MODULES = [
    import_module(module.name)
    for module in pkgutil.walk_packages(paperatlas.__path__, "paperatlas.")
    if not module.name.endswith("__main__")
]
CACHES = {
    f"{value.__module__}.{value.__qualname__}": value
    for module in MODULES
    for owner in (module, *(found for found in vars(module).values() if inspect.isclass(found)))
    for value in vars(owner).values()
    if isinstance(value, functools._lru_cache_wrapper) and value.__module__.startswith("paperatlas")
}
WITH_PARAMETERS = {name: cache for name, cache in CACHES.items() if inspect.signature(cache).parameters}


def test_there_are_caches() -> None:
    assert "paperatlas.bibliography.model.parse_name.parse_name" in WITH_PARAMETERS
    assert len(CACHES) > len(WITH_PARAMETERS)


@pytest.mark.parametrize("name", WITH_PARAMETERS)
def test_a_cache_is_bounded_and_says_why_its_size_is_enough(name: str) -> None:
    cache = WITH_PARAMETERS[name]
    assert cache.cache_parameters()["maxsize"] is not None
    lines, first = inspect.getsourcelines(cache)
    above = Path(inspect.getfile(cache.__wrapped__)).read_text(encoding="utf-8").splitlines()[first - 2]
    assert lines[0].startswith("@lru_cache(maxsize=")
    assert "#" in lines[0] or above.startswith("#")
