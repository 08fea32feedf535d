"""Attack `imports` of `targets.py` with atheris: `make fuzz`, or OSS-Fuzz, which takes each `*_fuzzer.py` for a program."""

from __future__ import annotations

from tests.fuzz.atheris_run import attack

if __name__ == "__main__":
    attack("imports")
