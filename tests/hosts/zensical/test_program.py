"""What Zensical says is told in a line each: no greetings, and no tracebacks."""

from __future__ import annotations

import pytest

from paperatlas.hosts.zensical.program import worth_telling

TRACEBACK = """\
Traceback (most recent call last):
  File "<frozen runpy>", line 198, in _run_module_as_main
    serve(os.path.abspath(config_file), kwargs)
          ^^^^^^^^^^^^^^^
"""
SAID = [
    ("Build started\nServing http://127.0.0.1:8000\nNo issues found\n\n", []),
    ("Warning: page does not exist\nValueError: not of a traceback\n", ["Warning: page does not exist", "ValueError: not of a traceback"]),
    (f"{TRACEBACK}RuntimeError: bad icon\n", ["bad icon"]),
    (f"{TRACEBACK}zensical.config.ConfigurationError: no nav\n  - x\n", ["no nav", "  - x"]),
    (f"{TRACEBACK}RuntimeError: syntax error (in paperatlas/site.html:2)\n", ["syntax error (in main.html:2)"]),
]  # fmt: skip


@pytest.mark.parametrize(("said", "told"), SAID)
def test_what_is_worth_telling(said: str, told: list[str]) -> None:
    assert list(worth_telling(said.splitlines())) == told
