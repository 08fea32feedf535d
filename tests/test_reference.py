"""The reference pages that are made from the code are as the code has it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).parents[1]


def test_the_reference_is_as_the_code_has_it() -> None:
    command = [sys.executable, REPOSITORY / "tools" / "make_reference.py", "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
