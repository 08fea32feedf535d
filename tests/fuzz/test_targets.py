"""The inputs of the corpus, run through what fuzzers run, without them."""

from __future__ import annotations

from pathlib import Path

import pytest

from paperatlas.formats.detect import IMPORT_FORMATS
from tests.fuzz.targets import TARGETS

HERE = Path(__file__).parent
INPUTS = sorted(path for path in (HERE / "corpus").rglob("*") if path.is_file())


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_an_input_is_read_as_promised(path: Path) -> None:
    TARGETS[path.parent.name](path.read_bytes())


@pytest.mark.parametrize("target", TARGETS.values(), ids=TARGETS)
def test_nothing_at_all_is_read(target: object) -> None:
    assert callable(target)
    target(b"")


def test_every_target_has_inputs_and_a_fuzzer() -> None:
    assert {path.parent.name for path in INPUTS} == set(TARGETS)
    assert {path.name.removesuffix("_fuzzer.py") for path in HERE.glob("*_fuzzer.py")} == set(TARGETS)
    for name in TARGETS:
        assert f'attack("{name}")' in (HERE / f"{name}_fuzzer.py").read_text("utf-8")


def test_every_format_has_an_input() -> None:
    """The first byte of an input chooses the format: an inserted format would take the inputs of another."""
    first = {path.name: path.read_bytes()[0] for path in INPUTS if path.parent.name == "imports"}
    assert {name: IMPORT_FORMATS[first[name]] for name in IMPORT_FORMATS} == {name: name for name in IMPORT_FORMATS}
