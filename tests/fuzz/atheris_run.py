"""Run a target with atheris, which watches what of the package its inputs reach."""

from __future__ import annotations

import sys


def attack(name: str) -> None:
    """Feed the target of a name until something fails; the command line is that of libFuzzer."""
    import atheris  # for Linux and macOS only

    with atheris.instrument_imports(include=["paperatlas", "bibtexparser"]):
        from tests.fuzz import targets
    atheris.Setup(sys.argv, targets.TARGETS[name])
    atheris.Fuzz()
